package news.lede.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well a text fits a topic: its words, and the meaning of the topic's name where there is a vector. Pure and thread-safe.
 *
 * <p>Words weigh 0.3 and meaning 0.7, both in deviations from what is usual; without a vector, words alone decide. From which score on a text is on the topic depends on whether it holds any of the
 * topic's words: meaning alone must be clear.
 */
final class TopicScorer {
    /** From here on a text that holds words of the topic is on it. */
    static final double FITS = 0.4;

    /** Likewise a text that holds none. */
    static final double FITS_WITHOUT_WORDS = 1.4;

    private static final int ROUNDS = 2;

    private static final double WORDS = 0.3;
    private static final double MEANING = 0.7;

    // Most texts hold none of a topic's words; one that has them all over reaches 3 deviations, and more says nothing
    // more.
    private static final double USUAL_WEIGHT = 0.2;
    private static final double WEIGHT_DEVIATION = 0.8;
    private static final double MOST_DEVIATIONS = 3.5;

    /** A text's score and the topic's words found in it. */
    record Fit(double score, List<String> words) {
        boolean fits() {
            return margin() >= 0;
        }

        /** By how much the score is above what is asked for. */
        double margin() {
            return score - (words.isEmpty() ? FITS_WITHOUT_WORDS : FITS);
        }
    }

    private final TopicWords words;
    private final Optional<TopicMeaning> meaning;
    private final Optional<TopicExamples> examples;

    TopicScorer(Topic topic, Optional<TopicMeaning> meaning) {
        this(new TopicWords(topic), meaning, Optional.empty());
    }

    private TopicScorer(TopicWords words, Optional<TopicMeaning> meaning, Optional<TopicExamples> examples) {
        this.words = words;
        this.meaning = meaning;
        this.examples = examples;
    }

    /** An article as it is scored: its words, and its vector when there is one. */
    record Read(TopicText text, Optional<float[]> vector) {}

    /**
     * The same, knowing also what those of {@code articles} have in common that fit best. These are chosen twice, since the first choice knows the name only.
     */
    TopicScorer informed(List<Read> articles, UsualWording usual) {
        Optional<TopicMeaning.Background> background = meaning.map(TopicMeaning::background);
        List<Read> readable = articles.stream()
                .filter(article -> article.vector().isPresent())
                .toList();
        if (background.isEmpty() || readable.size() < TopicExamples.FEWEST) {
            return this;
        }
        List<TopicExamples.Example> examples = readable.stream()
                .map(article -> new TopicExamples.Example(
                        usual.weigh(article.text().wording()), article.vector().orElseThrow()))
                .toList();
        TopicScorer informed = this;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<TopicExamples> better =
                    TopicExamples.of(examples, informed.fitting(readable), background.get(), usual);
            if (better.isEmpty()) {
                return informed;
            }
            informed = new TopicScorer(words, meaning, better);
        }
        return informed;
    }

    /** The scores of those that fit, by place. */
    private Map<Integer, Double> fitting(List<Read> articles) {
        Map<Integer, Double> fitting = new HashMap<>();
        for (int i = 0; i < articles.size(); i++) {
            Fit fit = fit(articles.get(i));
            if (fit.fits()) {
                fitting.put(i, fit.score());
            }
        }
        return fitting;
    }

    Fit fit(Read article) {
        TopicWords.Found found = words.in(article.text());
        double byWords = Math.min(MOST_DEVIATIONS, (found.weight() - USUAL_WEIGHT) / WEIGHT_DEVIATION);
        if (meaning.isEmpty() || article.vector().isEmpty()) {
            return new Fit(byWords, found.words());
        }
        float[] vector = article.vector().get();
        double like = examples.map(known -> known.of(article.text(), vector)).orElse(0.0);
        return new Fit(WORDS * byWords + MEANING * meaning.get().of(vector) + like, found.words());
    }
}
