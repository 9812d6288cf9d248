package news.lede.story;

import java.util.Arrays;
import java.util.List;
import news.lede.story.Belonging.Fit;

/**
 * Sets the text that {@link Comparing} was last asked about beside the members of a story. Not thread-safe.
 */
final class Fitting {
    // A story of one member is less sure of what belongs to it than a story of five.
    private static final double UNSURE = 0.5;
    private static final double MINUTES_OF_A_DAY = 24 * 60;

    private final Comparing comparing;
    /** By name, how many members have it at their head; 0 between calls. */
    private int[] heads = new int[1 << 8];

    Fitting(Comparing comparing) {
        this.comparing = comparing;
    }

    /** How an article fits a story of which these members are near it in time; one at least. */
    Fit fit(HeldText asked, List<HeldText> members) {
        Mean words = new Mean();
        Mean names = new Mean();
        Mean lead = new Mean();
        Mean numbers = new Mean();
        Mean pairs = new Mean();
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
            days.add(-Math.abs(asked.minute() - member.minute()) / MINUTES_OF_A_DAY);
            title = Math.max(title, one.title());
            head = Math.max(head, one.head());
            onlyNames &= one.onlyNames();
        }
        double[] ofHeads = ofHeads(members);
        return new Fit(
                words.value(),
                names.value(),
                lead.value(),
                numbers.value(),
                pairs.value(),
                title,
                head,
                ofHeads[0],
                ofHeads[1],
                -days.value(),
                members.size(),
                onlyNames);
    }

    /** How telling the names are that the members have at their heads: the most telling one that the asked text lacks, and that it has. */
    private double[] ofHeads(List<HeldText> members) {
        if (heads.length < comparing.names()) {
            heads = Arrays.copyOf(heads, Math.max(comparing.names(), heads.length * 2));
        }
        double missing = 0;
        double common = 0;
        for (HeldText member : members) {
            countHeads(member);
        }
        for (HeldText member : members) {
            for (int name : member.names()) {
                if (heads[name] > 0) {
                    double telling = comparing.weightOfName(name) * heads[name] / (members.size() + UNSURE);
                    heads[name] = 0;
                    if (comparing.asksForName(name)) {
                        common = Math.max(common, telling);
                    } else {
                        missing = Math.max(missing, telling);
                    }
                }
            }
        }
        return new double[] {missing, common};
    }

    private void countHeads(HeldText member) {
        for (int i = 0; i < member.names().length; i++) {
            byte mark = member.nameMarks()[i];
            if ((mark & HeldText.HEAD) != 0 && (mark & HeldText.NUMBER) == 0) {
                heads[member.names()[i]]++;
            }
        }
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
