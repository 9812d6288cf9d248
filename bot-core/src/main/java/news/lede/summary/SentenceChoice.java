package news.lede.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * (maximal marginal relevance), and so on until the budget takes no more. A sentence that leans on the one before is only taken after that one, part of a quotation
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
    private static final double TELLS_THE_TITLE = 0.5;
    private static final double RETOLD = 0.2;

    // A reader who has read the title wants to see it told first; of follow-ups each repeats the background, which
    // makes
    // them look central.
    private static final double OPENS_THE_TITLED = 0.15;
    private static final int OPENING = 2;
    private static final double OF_THE_TITLE = 0.35;

    private static final double BESIDE_THE_POINT = 0.3;

    // Below, a sentence is most likely no news: better one sentence less than a byline.
    private static final double FIT_BESIDE_OTHERS = 0.2;

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

        double worth(boolean told) {
            return weight * (1 - REPEATED * near) * (told ? 1 - RETOLD * retold : 1);
        }

        double worthAsTheFirst(Budget budget) {
            return (worth(false) + (opens ? OPENS_THE_TITLED * fitness : 0)) * budget.suits(sentence);
        }

        void besides(Candidate chosen) {
            near = Math.max(near, sentence.words().near(chosen.words()));
            alike = Math.max(alike, sentence.words().alike(chosen.words()));
        }
    }

    static List<Chosen> choose(String title, List<Article> articles, Budget budget) {
        List<Candidate> all = candidates(articles);
        List<Open> open = weigh(title, all);
        List<Candidate> chosen = new ArrayList<>();
        Set<Long> said = new HashSet<>();
        boolean told = false;
        while (!budget.full()) {
            Open best = best(open, chosen, told, budget);
            if (best == null) {
                break;
            }
            open.remove(best);
            boolean worth = best.weight > 0 && (best.fitness >= FIT_BESIDE_OTHERS || chosen.isEmpty());
            if (worth
                    && best.alike < SAME
                    && best.sentence.words().saidBy(said) < SAID
                    && budget.takes(best.sentence)) {
                chosen.add(best.sentence);
                best.sentence.words().addTo(said);
                told |= best.retold >= TELLS_THE_TITLE;
                open.forEach(other -> other.besides(best.sentence));
            }
        }
        return inOrder(chosen, all);
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

    private static @Nullable Open best(List<Open> open, List<Candidate> chosen, boolean told, Budget budget) {
        Open best = null;
        double highest = 0;
        for (Open one : open) {
            if (mayStandNow(one.sentence, chosen)) {
                double worth = chosen.isEmpty() ? one.worthAsTheFirst(budget) : one.worth(told);
                if (best == null || worth > highest) {
                    best = one;
                    highest = worth;
                }
            }
        }
        return best;
    }

    /** A sentence that leans needs its predecessor; the first of an article has none, and leans on the title at most. */
    private static boolean mayStandNow(Candidate sentence, List<Candidate> chosen) {
        return !sentence.leans() || sentence.rank() == 1 || chosen.stream().anyMatch(sentence::follows);
    }

    private static List<Open> weigh(String title, List<Candidate> all) {
        SparseVector centre = TellingWords.sum(all);
        Language language =
                all.isEmpty() ? Language.UNKNOWN : all.getFirst().article().language();
        TellingWords titleWords = TellingWords.of(title, language);
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

    private static double brevity(Candidate sentence) {
        return sentence.rank() == 1 ? 1 : Math.pow(Math.min(1, COMMON_SECONDS / sentence.seconds()), LONGER);
    }

    /** For each sentence, how many other articles have one that says the same. */
    private static int[] supporters(List<Candidate> all) {
        int[] supporters = new int[all.size()];
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
