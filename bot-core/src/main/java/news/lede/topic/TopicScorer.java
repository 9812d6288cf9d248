package news.lede.topic;

import java.util.List;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.text.Language;

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

    /** So many articles that fit best say more of a topic than its name does; fewer may be all of one event. */
    static final int EXAMPLES = 20;

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

    TopicScorer(Topic topic, Optional<TopicMeaning> meaning) {
        this(new TopicWords(topic), meaning);
    }

    private TopicScorer(TopicWords words, Optional<TopicMeaning> meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /** The same, with articles that fit best as examples. */
    TopicScorer withExamples(List<float[]> fitting) {
        return new TopicScorer(words, meaning.map(m -> m.withExamples(fitting)));
    }

    Fit fit(Article article, Optional<float[]> vector) {
        return fit(article.title(), article.text(), article.language(), vector);
    }

    Fit fit(String title, String text, Language language, Optional<float[]> vector) {
        TopicWords.Found found = words.in(title, text, language);
        double byWords = Math.min(MOST_DEVIATIONS, (found.weight() - USUAL_WEIGHT) / WEIGHT_DEVIATION);
        if (meaning.isEmpty() || vector.isEmpty()) {
            return new Fit(byWords, found.words());
        }
        double byMeaning = meaning.get().of(vector.get());
        double score = WORDS * byWords + MEANING * byMeaning;
        return new Fit(score, found.words());
    }
}
