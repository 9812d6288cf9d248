package news.lede.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * When an article belongs to a story. Pure.
 *
 * <p>The evidence is a sum, in the logarithm of odds: for what the article shares with the story's members (half by the average, which keeps a story coherent,
 * since a bridge between two events is like one half only; half by the best, which finds the first follow-up of a long story) and against what is missing: a
 * name that stands at the head of the story's articles and nowhere in this one, most of all where either side has a person at its head whom the other has not.
 * Two check-ins into one clinic share their words; the name at the head parts them. The weights were learnt on three labelled sets together; see
 * docs/decisions/0043 and 0059.
 */
final class Belonging {
    /** An article joins the story that most speaks for, from this on. */
    static final double THRESHOLD = 0;
    /** Two stories are one when each article of the smaller would join the larger, on average by this. */
    static final double MERGES_FROM = 0.34;
    /** A story worth a closer look has a member that is like the article by so much. */
    static final double CLOSER_LOOK = 2;
    /** The newest members stand for a long story. */
    static final int MOST_MEMBERS = 30;

    private static final double AVERAGE = 0.4;
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final double FREE_DAYS = 1;

    // For one deviation more, in the logarithm of odds.
    private static final double WORDS = 0.16;
    private static final double NAMES = 0.138;
    private static final double LEAD = 0.081;
    private static final double NUMBERS = 0.218;
    private static final double PAIRS = 0.49;
    private static final double TITLE = 0.061;
    // For one step more of how telling a name is (a third as frequent).
    private static final double HEAD = 0.32;
    private static final double COMMON = 0.141;
    private static final double MISSING = 0.2;
    // For names wholly the same.
    private static final double FOCUS = 1;
    // For names that exclude each other, e times as surely.
    private static final double APART = 0.5;
    private static final double PERSONS_APART = 1;
    // Of many members one is like the article by chance: for e times as many.
    private static final double MANY = 0.163;
    /** What happens at one place, or to one person, shares its names. In short texts, and while few articles are known, those alone would outweigh everything. */
    private static final double NOTHING_ELSE = 10;
    /** What has to be outweighed. */
    private static final double AGAINST = 5.2;
    /** Half a deviation in everything that is compared. */
    private static final double PER_DAY = 0.4;

    private Belonging() {}

    /**
     * An article beside a story. Likenesses are in deviations (see {@link Resemblance}), over the members the mean of average and best; how telling a name is, as
     * {@link Vocabulary#weight} says.
     *
     * @param focus how much the same names are told of most, from 0 to 1
     * @param bestTitle of the member whose title is most like
     * @param bestHead the most telling name at the head of the article that a member has
     * @param heads whose names stand at the heads
     * @param days apart, the mean of average and least
     * @param members how many were compared, one at least
     * @param onlyNames whether the article shares no words with any of them but those of names and numbers
     */
    record Fit(
            double words,
            double names,
            double lead,
            double numbers,
            double pairs,
            double focus,
            double bestTitle,
            double bestHead,
            Heads.Beside heads,
            double days,
            int members,
            boolean onlyNames) {}

    /** What speaks for an article's belonging to a story, compared with {@link #THRESHOLD}. */
    static double evidence(Fit fit) {
        return WORDS * fit.words()
                + NAMES * fit.names()
                + LEAD * fit.lead()
                + NUMBERS * fit.numbers()
                + PAIRS * fit.pairs()
                + TITLE * fit.bestTitle()
                + HEAD * fit.bestHead()
                + FOCUS * fit.focus()
                + COMMON * fit.heads().common()
                - MISSING * fit.heads().missing()
                - APART * fit.heads().apart()
                - PERSONS_APART * fit.heads().personsApart()
                - MANY * Math.log(fit.members())
                - (fit.onlyNames() ? NOTHING_ELSE : 0)
                - PER_DAY * Math.max(0, fit.days() - FREE_DAYS)
                - AGAINST;
    }

    /** Whether two articles, by the minute they were published, are so close in time that they can report one event. */
    static boolean near(long oneMinute, long otherMinute) {
        return Math.abs(oneMinute - otherMinute) <= WINDOW.toMinutes();
    }

    /** How near something is to several others, where an order is asked for and no decision: most by the nearest, then by the average. */
    static double score(double[] likenesses) {
        double best = Arrays.stream(likenesses).max().orElse(Double.NEGATIVE_INFINITY);
        double average = Arrays.stream(likenesses).average().orElse(Double.NEGATIVE_INFINITY);
        return AVERAGE * average + (1 - AVERAGE) * best;
    }

    /** How far back articles matter to one published at {@code published}. */
    static Instant since(Instant published) {
        return published.minus(WINDOW);
    }
}
