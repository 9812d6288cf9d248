package news.lede.topic;

import java.util.List;
import java.util.Optional;
import news.lede.text.Language;

/**
 * How well a text fits a topic: its words, and the meaning of the topic's name where there is a vector. Pure and thread-safe.
 *
 * <p>A score of {@link #FITS} or more is on the topic. Words weigh 0.3 and meaning 0.7, both in deviations from what is usual; without a vector, words alone decide.
 */
final class TopicScorer {
    /** From here on a text is on the topic. */
    static final double FITS = 1.0;

    private static final double WORDS = 0.3;
    private static final double MEANING = 0.7;

    // Most texts hold none of a topic's words; one that has them all over reaches 3 deviations, and more says nothing
    // more.
    private static final double USUAL_WEIGHT = 0.2;
    private static final double WEIGHT_DEVIATION = 0.8;
    private static final double MOST_DEVIATIONS = 3.5;

    // Without any of its words a text needs to be clearly on the subject by meaning.
    private static final double WITHOUT_WORDS = 0.6;

    /** A text's score and the topic's words found in it. */
    record Fit(double score, List<String> words) {
        boolean fits() {
            return score >= FITS;
        }
    }

    private final TopicWords words;
    private final Optional<TopicMeaning> meaning;

    TopicScorer(Topic topic, Optional<TopicMeaning> meaning) {
        this.words = new TopicWords(topic);
        this.meaning = meaning;
    }

    Fit fit(String title, String text, Language language, Optional<float[]> vector) {
        TopicWords.Found found = words.in(title, text, language);
        double byWords = Math.min(MOST_DEVIATIONS, (found.weight() - USUAL_WEIGHT) / WEIGHT_DEVIATION);
        if (meaning.isEmpty() || vector.isEmpty()) {
            return new Fit(byWords, found.words());
        }
        double byMeaning = meaning.get().of(vector.get());
        double score = WORDS * byWords + MEANING * byMeaning;
        return new Fit(found.words().isEmpty() ? score - WITHOUT_WORDS : score, found.words());
    }
}
