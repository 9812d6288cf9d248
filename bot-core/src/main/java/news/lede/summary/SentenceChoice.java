package news.lede.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.lede.article.Article;
import news.lede.text.Language;

/**
 * Which sentences tell a story best.
 *
 * <p>A sentence weighs 1/rank in its article, plus half its likeness to the whole (the counts of telling words over all articles), plus what it shares with the title,
 * plus what other articles say too; times its {@link Fitness}. The heaviest is taken, then what it says is worth less elsewhere (maximal marginal relevance), and so on until the
 * budget takes no more. Chosen sentences stand in the order of their articles, articles in the order in which they were first chosen. Pure.
 */
final class SentenceChoice {
    private static final double CENTRE = 0.5;
    private static final double TITLE = 0.25;
    private static final double SUPPORT = 0.15;

    // Measured: at 1 a story's second most important sentence gave way to mere variety.
    private static final double REPEATED = 0.5;

    // Beyond the first sentences of an article nothing was ever chosen; not looking keeps a card under a millisecond.
    private static final int LOOKED_AT = 40;

    // Two sentences this alike say the same: the second is not shown but counts as support for the first.
    private static final double SAME = 0.5;

    // Below, a sentence is most likely no news: better one sentence less than a byline.
    private static final double FIT_BESIDE_OTHERS = 0.2;

    private SentenceChoice() {}

    /** Says how much may still be chosen. */
    interface Budget {
        /** Takes the sentence if it fits and remembers it. */
        boolean takes(Candidate sentence);

        /** Whether nothing more can fit. */
        boolean full();
    }

    /** A chosen sentence and sentences of other articles that say the same. */
    record Chosen(Candidate sentence, List<Candidate> support) {}

    private record Weighed(Candidate sentence, double weight, double fitness) {}

    static List<Chosen> choose(String title, List<Article> articles, Budget budget) {
        List<Candidate> all = new ArrayList<>();
        for (int source = 0; source < articles.size(); source++) {
            List<Candidate> own = Candidate.of(articles.get(source), source);
            all.addAll(own.subList(0, Math.min(LOOKED_AT, own.size())));
        }
        List<Weighed> open = new ArrayList<>(weigh(title, all));
        List<Candidate> chosen = new ArrayList<>();
        while (!budget.full() && !open.isEmpty()) {
            Weighed best = open.stream()
                    .max(Comparator.comparingDouble(
                            (Weighed w) -> w.weight * (1 - REPEATED * redundancy(w.sentence, chosen))))
                    .orElseThrow();
            open.remove(best);
            boolean worth = best.weight > 0 && (best.fitness >= FIT_BESIDE_OTHERS || chosen.isEmpty());
            if (worth && redundancy(best.sentence, chosen) < SAME && budget.takes(best.sentence)) {
                chosen.add(best.sentence);
            }
        }
        return inOrder(chosen, all);
    }

    private static List<Weighed> weigh(String title, List<Candidate> all) {
        Map<String, Integer> centre = new HashMap<>();
        all.forEach(c -> c.words().forEach((word, count) -> centre.merge(word, count, Integer::sum)));
        Language language =
                all.isEmpty() ? Language.UNKNOWN : all.getFirst().article().language();
        Map<String, Integer> titleWords = TellingWords.of(title, language);
        double[] likeness = all.stream()
                .mapToDouble(c -> TellingWords.alike(c.words(), centre))
                .toArray();
        double most = 1e-9;
        for (double one : likeness) {
            most = Math.max(most, one);
        }
        List<Weighed> weighed = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Candidate c = all.get(i);
            double weight = 1.0 / c.rank()
                    + CENTRE * likeness[i] / most
                    + TITLE * TellingWords.alike(c.words(), titleWords)
                    + SUPPORT * support(c, all).size();
            boolean repeatsTitle = c.text().strip().equalsIgnoreCase(title.strip());
            double fitness = Fitness.of(c.text(), c.article().language());
            weighed.add(new Weighed(c, repeatsTitle ? 0 : weight * fitness, fitness));
        }
        return weighed;
    }

    private static double redundancy(Candidate sentence, List<Candidate> chosen) {
        double most = 0;
        for (Candidate other : chosen) {
            most = Math.max(most, TellingWords.alike(sentence.words(), other.words()));
        }
        return most;
    }

    /** For each other article, its sentence that says the same, if any. */
    private static List<Candidate> support(Candidate sentence, List<Candidate> all) {
        Map<Integer, Candidate> bySource = new HashMap<>();
        for (Candidate other : all) {
            if (other.source() != sentence.source() && TellingWords.alike(sentence.words(), other.words()) >= SAME) {
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
