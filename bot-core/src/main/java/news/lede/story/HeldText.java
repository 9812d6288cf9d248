package news.lede.story;

import java.util.Arrays;
import news.lede.text.SparseVector;

/**
 * What memory holds of an article's text: a {@link Fingerprint} in numbers of a {@link Vocabulary}, about 3 kB. Not changed after it was made.
 *
 * @param minute when it was published, in minutes since 1970
 * @param words numbers of its words; {@code wordMarks} beside them how often (low five bits) and where each stands
 * @param names numbers of the words of its names, and of its numbers, likewise
 * @param pairs hashes of two telling words in a row, sorted, each once
 */
record HeldText(long minute, int[] words, byte[] wordMarks, int[] names, byte[] nameMarks, int[] pairs, Copies copies) {
    static final int COUNT = 0x1F;
    static final int TITLE = 0x20;
    static final int LEAD = 0x40;
    /** Of a name: that it is a number. */
    static final int NUMBER = 0x20;
    /** Of a name: that it stands in the title or the lead. */
    static final int HEAD = 0x40;
    /** Of a name: that a person is called so. */
    static final int PERSON = 0x80;

    private static final float[] DAMPED = new float[COUNT + 1];

    static {
        for (int count = 1; count <= COUNT; count++) {
            DAMPED[count] = (float) (1 + Math.log(count));
        }
    }

    static HeldText of(Fingerprint print, Vocabulary words, Vocabulary names) {
        int[] wordNumbers = numbers(print.words(), words);
        byte[] wordMarks = counts(print.words());
        mark(wordMarks, print.words(), print.title(), TITLE);
        mark(wordMarks, print.words(), print.lead(), LEAD);
        int[] nameNumbers = numbers(print.entities(), names);
        byte[] nameMarks = counts(print.entities());
        mark(nameMarks, print.entities(), print.numbers(), NUMBER);
        mark(nameMarks, print.entities(), print.heads(), HEAD);
        mark(nameMarks, print.entities(), print.persons(), PERSON);
        return new HeldText(
                Math.floorDiv(print.published().getEpochSecond(), 60),
                wordNumbers,
                wordMarks,
                nameNumbers,
                nameMarks,
                print.pairs(),
                print.copies());
    }

    /** How much a word counts that occurs so often: more, but not many times more. */
    static float damped(byte mark) {
        return DAMPED[mark & COUNT];
    }

    /** How often a name is told of, at the head twice as often; 0 of a number. */
    static int told(byte mark) {
        int count = mark & COUNT;
        return (mark & NUMBER) != 0 ? 0 : (mark & HEAD) != 0 ? 2 * count : count;
    }

    private static int[] numbers(SparseVector of, Vocabulary vocabulary) {
        int[] numbers = new int[of.size()];
        Arrays.setAll(numbers, i -> vocabulary.number(of.key(i)));
        return numbers;
    }

    // The vector holds 1 + log of the count.
    private static byte[] counts(SparseVector of) {
        byte[] marks = new byte[of.size()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = (byte) Math.clamp(Math.round(Math.exp(of.value(i) - 1)), 1, COUNT);
        }
        return marks;
    }

    /** Marks those of {@code all} that {@code some} has too; both are sorted by key. */
    private static void mark(byte[] marks, SparseVector all, SparseVector some, int mark) {
        int j = 0;
        for (int i = 0; i < marks.length && j < some.size(); i++) {
            while (j < some.size() && some.key(j) < all.key(i)) {
                j++;
            }
            if (j < some.size() && some.key(j) == all.key(i)) {
                marks[i] |= (byte) mark;
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "HeldText[words=" + words.length + ", names=" + names.length + ", pairs=" + pairs.length + "]";
    }
}
