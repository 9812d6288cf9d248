package news.lede.story;

import java.util.List;
import news.lede.story.Belonging.Fit;

/**
 * Sets the text that {@link Comparing} was last asked about beside the members of a story. Not thread-safe.
 */
final class Fitting {
    private static final double MINUTES_OF_A_DAY = 24 * 60;

    private final Comparing comparing;
    private final Heads heads;

    Fitting(Comparing comparing) {
        this.comparing = comparing;
        this.heads = new Heads(comparing);
    }

    /** How an article fits a story of which these members are near it in time; one at least. */
    Fit fit(HeldText asked, List<HeldText> members) {
        Mean words = new Mean();
        Mean names = new Mean();
        Mean lead = new Mean();
        Mean numbers = new Mean();
        Mean pairs = new Mean();
        Mean focus = new Mean();
        Mean days = new Mean();
        double title = Double.NEGATIVE_INFINITY;
        double head = 0;
        boolean onlyNames = true;
        for (HeldText member : members) {
            Resemblance one = comparing.with(member);
            words.add(one.words());
            names.add(one.names());
            lead.add(one.lead());
            numbers.add(one.numbers());
            pairs.add(one.pairs());
            focus.add(one.focus());
            days.add(-Math.abs(asked.minute() - member.minute()) / MINUTES_OF_A_DAY);
            title = Math.max(title, one.title());
            head = Math.max(head, one.head());
            onlyNames &= one.onlyNames();
        }
        Heads.Beside beside = heads.beside(asked, members);
        return new Fit(
                words.value(),
                names.value(),
                lead.value(),
                numbers.value(),
                pairs.value(),
                focus.value(),
                title,
                head,
                beside,
                -days.value(),
                members.size(),
                onlyNames);
    }

    /** The mean of average and best. */
    private static final class Mean {
        private double sum;
        private double best = Double.NEGATIVE_INFINITY;
        private int count;

        void add(double value) {
            sum += value;
            best = Math.max(best, value);
            count++;
        }

        double value() {
            return (sum / count + best) / 2;
        }
    }
}
