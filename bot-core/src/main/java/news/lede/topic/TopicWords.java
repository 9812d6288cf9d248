package news.lede.topic;

import java.util.List;
import java.util.Map;
import news.lede.text.Language;

/** How strongly a text speaks of one topic by the topic's own words; see {@link WordMatcher}. Pure and thread-safe. */
final class TopicWords {
    /** What was found: {@code weight} is the sum over words, {@code words} as written in the text, most telling first. */
    record Found(double weight, List<String> words) {
        static final Found NOTHING = new Found(0, List.of());

        Found {
            words = List.copyOf(words);
        }
    }

    private final WordMatcher matcher;

    TopicWords(Topic topic) {
        this.matcher = new WordMatcher(Map.of(0, topic), 1);
    }

    /** What of this topic stands in a title and a text. */
    Found in(String title, String text, Language language) {
        TopicHits.Hit hit = matcher.in(TopicText.of(title, text, language)).of(0);
        return new Found(hit.weight(), hit.words());
    }
}
