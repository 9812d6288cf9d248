package news.lede.answer;

import java.util.List;

/**
 * Something to choose from in a form. A platform with menus makes one of it; others, and programs, use what each value does alone.
 *
 * @param label what is chosen, in a few words
 * @param command the call that a choice is added to, as typed
 * @param option the option of that call which takes what was chosen: where one can be picked, its value; where several can, those that changed, parted by commas, a minus before each that is no
 *     longer picked
 * @param several whether several can be picked, or none
 */
public record Pick(String label, String command, String option, boolean several, List<Value> values) {
    /** The most values of one; menus hold no more. */
    public static final int MOST = 25;

    /**
     * One of the values.
     *
     * @param command what choosing it alone does; of one that is picked among several, what takes it back
     * @param picked whether it is so now
     */
    public record Value(String label, String value, String command, boolean picked) {}

    public Pick {
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > MOST) {
            throw new IllegalArgumentException("from 1 to " + MOST + " values to choose from");
        }
    }
}
