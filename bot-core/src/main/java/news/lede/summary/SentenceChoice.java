package news.lede.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.lede.article.Article;
import news.lede.text.Language;
import news.lede.text.SparseVector;
import org.jspecify.annotations.Nullable;

/**
 * Which sentences tell a story best.
 *
 * <p>A sentence weighs 1/rank in its article, plus half its likeness to the whole (the words and pairs of words of all articles), plus what it shares with the title,
 * plus what other articles say too; times its {@link Fitness}; behind the first, long sentences weigh less. What opens the article that bears the title is likelier to come first, and the
 * beginning of one that is about something else counts for little ({@link Heads}). The heaviest is taken, then what it says is worth less elsewhere
 * (maximal marginal relevance), and so on until the budget takes no more. The article of the first sentence goes on telling for a while; what others say comes in when it adds to
 * that ({@link Told}). A sentence that leans on the one before is only taken after that one, part of a quotation
 * only where there is nothing else. Chosen sentences stand in the order of their articles, articles in the order in which they were first chosen. Pure.
 */
final class SentenceChoice {
    private static final double CENTRE = 0.5;
    private static final double TITLE = 0.25;
    private static final double SUPPORT = 0.15;

    // Measured: at 1 a story's second most important sentence gave way to mere variety.
    private static final double REPEATED = 0.5;

    // Two sentences this alike say the same: the second is not shown but counts as support for the first.
    private static final double SAME = 0.55;

    // What has so many of its words in the sentences already chosen says nothing new, however it is put.
    private static final double SAID = 0.65;

    // Once a sentence tells what the title does, the leads of other sources only tell it again: a reader wants to know
    // more.
    private static final double RETOLD = 0.2;

    // A reader who has read the title wants to see it told first; of follow-ups each repeats the background, which
    // makes
    // them look central.
    private static final double OPENS_THE_TITLED = 0.4;
    private static final int OPENING = 2;
    private static final double OF_THE_TITLE = 0.35;

    // The article that opens goes on, its second sentence rather than its third: one text reads better than leads of
    // several.
    private static final double GOES_ON = 0.7;

    // What somebody says about the news is not the news.
    private static final double SPOKEN_FIRST = 0.7;

    // Better a short summary than one that tells the same again.
    private static final int ENOUGH = 3;
    private static final double MUCH_TO_SPARE = 1 / 3.0;

    private static final double BESIDE_THE_POINT = 0.3;

    // Below, a sentence is most likely no news: better one sentence less than a byline.
    private static final double FIT_BESIDE_OTHERS = 0.2;

    // A question, a fragment or a handful of words of another article is no news to leave the first one for.
    private static final double FIT_ELSEWHERE = 0.55;

    private static final double BROKEN = 0.15;
    private static final double LEANING = 0.6;

    // Behind the lead, a reader rather has two sentences of common length than one of twice that.
    private static final double COMMON_SECONDS = 9;
    private static final double LONGER = 0.3;

    // Beyond the first sentences of an article nothing was ever chosen, and pairs of sentences are compared: this keeps
    // what a large story costs bounded.
    private static final int LOOKED_AT = 40;
    private static final int LOOKED_AT_IN_ALL = 120;
    private static final int FEWEST_LOOKED_AT = 3;

    private SentenceChoice() {}

    /** Says how much may still be chosen. */
    interface Budget {
        /** Takes the sentence if it fits and remembers it. */
        boolean takes(Candidate sentence);

        /** Whether nothing more can fit. */
        boolean full();

        /** The share of the room that is left, 0 to 1. */
        double spare();

        /** How well a sentence fits what room there is for the first one, 0 to 1. */
        double suits(Candidate first);
    }

    /** A chosen sentence and sentences of other articles that say the same. */
    record Chosen(Candidate sentence, List<Candidate> support) {}

    /** A sentence not yet chosen, and how near it is to what is. */
    private static final class Open {
        private final Candidate sentence;
        private final double weight;
        private final double fitness;
        /** The share of the title's words that it has. */
        private final double retold;
        /** Whether it opens the article that bears the title, and tells some of it. */
        private final boolean opens;

        private double near;
        private double alike;

        Open(Candidate sentence, double weight, double fitness, double retold, boolean opens) {
            this.retold = retold;
            this.opens = opens;
            this.sentence = sentence;
            this.weight = weight;
            this.fitness = fitness;
        }

        double worth(Told told) {
            double worth = weight * (1 - REPEATED * near) * (told.tellsTheTitle() ? 1 - RETOLD * retold : 1);
            return told.isContinuedBy(sentence)
                    ? worth / (sentence.leans() ? LEANING : 1)
                            + GOES_ON * fitness / told.sentences().size()
                    : worth;
        }

        double worthAsTheFirst(Told told, Budget budget) {
            return (weight + (opens ? OPENS_THE_TITLED * fitness : 0))
                    * budget.suits(sentence)
                    * (told.ofSeveral() && beginsWithQuote(sentence.text()) ? SPOKEN_FIRST : 1);
        }

        void besides(Candidate chosen) {
            near = Math.max(near, sentence.words().near(chosen.words()));
            alike = Math.max(alike, sentence.words().alike(chosen.words()));
        }
    }

    static List<Chosen> choose(String title, List<Article> articles, Budget budget) {
        List<Candidate> all = candidates(articles);
        List<Open> open = weigh(title, all);
        Told told = new Told(TellingWords.of(title, language(all)), articles.size() > 1);
        // What another article tells in part again is better than nothing, but only once nothing else is left.
        List<Open> putOff = new ArrayList<>();
        take(open, told, budget, putOff);
        // Sentences that lean on one of these stand in what is left.
        putOff.addAll(open);
        take(putOff, told, budget, null);
        return inOrder(told.sentences(), all);
    }

    private static void take(List<Open> open, Told told, Budget budget, @Nullable List<Open> putOff) {
        while (!budget.full()
                && (putOff != null || told.sentences().size() < ENOUGH || budget.spare() > MUCH_TO_SPARE)) {
            Open best = best(open, told, budget);
            if (best == null) {
                break;
            }
            open.remove(best);
            boolean worth = best.weight > 0 && isFitEnough(best, told);
            if (!worth || best.alike >= SAME || told.shareOf(best.sentence) >= SAID) {
                continue;
            }
            if (putOff != null && !told.isAddedBy(best.sentence)) {
                putOff.add(best);
            } else if (budget.takes(best.sentence)) {
                told.add(best.sentence);
                open.forEach(other -> other.besides(best.sentence));
                if (putOff != null) {
                    putOff.forEach(other -> other.besides(best.sentence));
                }
            }
        }
    }

    private static boolean isFitEnough(Open open, Told told) {
        if (told.isEmpty()) {
            return true;
        }
        Candidate sentence = open.sentence;
        return told.isOpenedBy(sentence) || told.isFollowedBy(sentence)
                ? open.fitness >= FIT_BESIDE_OTHERS
                : open.fitness >= FIT_ELSEWHERE
                        && !Leaning.isSomebodysWords(
                                sentence.text(), sentence.article().language());
    }

    private static Language language(List<Candidate> all) {
        return all.isEmpty() ? Language.UNKNOWN : all.getFirst().article().language();
    }

    private static List<Candidate> candidates(List<Article> articles) {
        int each = Math.clamp(LOOKED_AT_IN_ALL / Math.max(1, articles.size()), FEWEST_LOOKED_AT, LOOKED_AT);
        List<Candidate> all = new ArrayList<>();
        for (int source = 0; source < articles.size(); source++) {
            // Of a very large story the first and the last reports speak.
            boolean middle = source >= LOOKED_AT / 2 && source < articles.size() - LOOKED_AT / 2;
            if (!middle) {
                all.addAll(Candidate.of(articles.get(source), source, each));
            }
        }
        return all;
    }

    private static @Nullable Open best(List<Open> open, Told told, Budget budget) {
        Open best = null;
        double highest = 0;
        for (Open one : open) {
            if (told.allows(one.sentence)) {
                double worth = told.isEmpty() ? one.worthAsTheFirst(told, budget) : one.worth(told);
                if (best == null || worth > highest) {
                    best = one;
                    highest = worth;
                }
            }
        }
        return best;
    }

    private static List<Open> weigh(String title, List<Candidate> all) {
        SparseVector centre = TellingWords.sum(all);
        TellingWords titleWords = TellingWords.of(title, language(all));
        double[] likeness =
                all.stream().mapToDouble(c -> c.words().paired().cosine(centre)).toArray();
        double most = 1e-9;
        for (double one : likeness) {
            most = Math.max(most, one);
        }
        int[] support = supporters(all);
        boolean[] besideThePoint = Heads.besideThePoint(titleWords, all);
        List<Open> open = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            Candidate c = all.get(i);
            double weight = (besideThePoint[c.source()] ? BESIDE_THE_POINT : 1) / c.rank()
                    + CENTRE * likeness[i] / most
                    + TITLE * c.words().near(titleWords)
                    + SUPPORT * support[i];
            boolean repeatsTitle = c.text().strip().equalsIgnoreCase(title.strip());
            double fitness = Fitness.of(c.text()) * (c.broken() ? BROKEN : 1) * (c.leans() ? LEANING : 1);
            double retold = titleWords.saidBy(c.words());
            boolean opens = c.rank() <= OPENING
                    && retold >= OF_THE_TITLE
                    && c.article().title().contains(title);
            open.add(new Open(c, repeatsTitle ? 0 : weight * fitness * brevity(c), fitness, retold, opens));
        }
        return open;
    }

    private static boolean beginsWithQuote(String text) {
        return !text.isEmpty() && "\"“„«‘「『".indexOf(text.charAt(0)) >= 0;
    }

    private static double brevity(Candidate sentence) {
        return sentence.rank() == 1 ? 1 : Math.pow(Math.min(1, COMMON_SECONDS / sentence.seconds()), LONGER);
    }

    /** For each sentence, how many other articles have one that says the same. */
    private static int[] supporters(List<Candidate> all) {
        int[] supporters = new int[all.size()];
        if (all.isEmpty() || all.getLast().source() == all.getFirst().source()) {
            return supporters;
        }
        int[] lastCounted = new int[all.size()];
        Arrays.fill(lastCounted, -1);
        // Sentences stand in the order of their articles, so one number tells whether an article was counted.
        for (int i = 0; i < all.size(); i++) {
            Candidate one = all.get(i);
            for (int j = i + 1; j < all.size(); j++) {
                Candidate other = all.get(j);
                boolean forOne = lastCounted[i] != other.source();
                boolean forOther = lastCounted[j] != one.source();
                if (one.source() != other.source()
                        && (forOne || forOther)
                        && one.words().alike(other.words()) >= SAME) {
                    lastCounted[i] = other.source();
                    lastCounted[j] = one.source();
                    supporters[i] += forOne ? 1 : 0;
                    supporters[j] += forOther ? 1 : 0;
                }
            }
        }
        return supporters;
    }

    /** For each other article, its sentence that says the same, if any. */
    private static List<Candidate> support(Candidate sentence, List<Candidate> all) {
        Map<Integer, Candidate> bySource = new LinkedHashMap<>();
        for (Candidate other : all) {
            if (other.source() != sentence.source() && sentence.words().alike(other.words()) >= SAME) {
                bySource.putIfAbsent(other.source(), other);
            }
        }
        return List.copyOf(bySource.values());
    }

    private static List<Chosen> inOrder(List<Candidate> chosen, List<Candidate> all) {
        List<Integer> sources =
                chosen.stream().map(Candidate::source).distinct().toList();
        return chosen.stream()
                .sorted(Comparator.comparingInt((Candidate c) -> sources.indexOf(c.source()))
                        .thenComparingInt(Candidate::rank))
                .map(c -> new Chosen(c, support(c, all)))
                .toList();
    }
}
