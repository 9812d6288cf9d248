package news.lede.story;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import news.lede.story.Likeness.Weighed;

/**
 * How near candidates are to some articles, for putting them in order. Pure.
 *
 * <p>Compared are words, names, title and, where there are vectors, meaning, in deviations above chance. Unlike in {@link Likeness#between} nothing is capped: an order is asked for, no decision. Then the nearest
 * candidates speak too: what is near to them is drawn near, since a first report and the follow-up to its follow-up may share few words.
 */
final class Kinship {
    // Measured on three labelled sets; from .4 to .7 the share of meaning changes little.
    private static final double MEANING = 0.6;

    // Of unrelated English news.
    private static final double USUAL_MEANING = 0.09;
    private static final double MEANING_DEVIATION = 0.13;

    /** So many candidates speak for what is near to them, those that are this much nearer than chance. */
    private static final int SPEAKERS = 2;

    private static final double SPEAKS_FROM = 2;
    private static final double HARDLY_NEAR = 1;
    private static final double THEIR_SHARE = 0.5;
    /** A near-copy of a speaker says no more than a close relative does. */
    private static final double MOST_HEARD = 12;

    /** An article to compare. {@code meaning} is empty when it is not known. */
    record Compared(Weighed weighed, float[] meaning) {}

    /**
     * {@code worded}: nearness to what is asked about in words, names and title alone, in deviations; {@code own}: with meaning, where it is known; {@code drawn}: the same with what
     * the nearest candidates say.
     */
    record Nearness(double worded, double own, double drawn) {
        /** For putting candidates in order: what is hardly nearer than chance is ordered by its words, since there the difference between two meanings is noise. */
        double order() {
            return drawn >= HARDLY_NEAR ? drawn : Math.min(worded, HARDLY_NEAR);
        }
    }

    private final Likeness likeness;

    Kinship(Likeness likeness) {
        this.likeness = likeness;
    }

    /** For each of {@code candidates}, in their order. */
    List<Nearness> of(List<Compared> asking, List<Compared> candidates) {
        double[] worded = new double[candidates.size()];
        double[] own = new double[candidates.size()];
        for (int i = 0; i < own.length; i++) {
            double[] inWords = new double[asking.size()];
            double[] inAll = new double[asking.size()];
            for (int a = 0; a < inWords.length; a++) {
                inWords[a] = worded(asking.get(a), candidates.get(i));
                inAll[a] = meant(inWords[a], asking.get(a), candidates.get(i));
            }
            worded[i] = Belonging.score(inWords);
            own[i] = Belonging.score(inAll);
        }
        int[] speakers = IntStream.range(0, own.length)
                .filter(i -> own[i] > SPEAKS_FROM)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -own[i]))
                .limit(SPEAKERS)
                .mapToInt(Integer::intValue)
                .toArray();
        double weight =
                Arrays.stream(speakers).mapToDouble(i -> own[i] - SPEAKS_FROM).sum();
        return IntStream.range(0, own.length)
                .mapToObj(i -> {
                    double heard = 0;
                    for (int speaker : speakers) {
                        double near = speaker == i ? MOST_HEARD : between(candidates.get(speaker), candidates.get(i));
                        heard += (own[speaker] - SPEAKS_FROM) * Math.min(MOST_HEARD, near);
                    }
                    double drawn = weight == 0 ? own[i] : (1 - THEIR_SHARE) * own[i] + THEIR_SHARE * heard / weight;
                    return new Nearness(worded[i], own[i], drawn);
                })
                .toList();
    }

    private double worded(Compared one, Compared other) {
        return likeness.nearness(one.weighed(), other.weighed());
    }

    private double between(Compared one, Compared other) {
        return meant(worded(one, other), one, other);
    }

    /** With meaning, where it is known, beside the nearness in words. */
    private static double meant(double worded, Compared one, Compared other) {
        if (one.meaning().length == 0 || one.meaning().length != other.meaning().length) {
            return worded;
        }
        double product = 0;
        for (int i = 0; i < one.meaning().length; i++) {
            product += one.meaning()[i] * other.meaning()[i];
        }
        return (1 - MEANING) * worded + MEANING * (product - USUAL_MEANING) / MEANING_DEVIATION;
    }
}
