package news.lede.belongings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.text.Language;
import news.lede.topic.Topic;

/**
 * Says whether a topic of a file is as large as one that is made here can become. All topics of an installation are looked for together in every article, so one without an end would hold up everybody's news.
 */
final class TopicSize {
    /** Of one kind in one language: more than a chat lets anybody type, and than any topic that ships has. */
    private static final int MOST_WORDS = 400;

    private static final int MOST_LANGUAGES = 40;
    private static final int WORD_CHARS = 120;
    private static final int MOST_EXAMPLES = 100;
    private static final int TEXT_CHARS = 2_000;

    private TopicSize() {}

    /** What is larger than it may be; empty when nothing is. */
    static Optional<String> fault(Topic topic) {
        if (Stream.of(topic.aliases(), topic.words(), topic.must(), topic.mustNot())
                .anyMatch(TopicSize::isTooMuch)) {
            return Optional.of("has more words, or longer ones, than a topic may have");
        }
        if (topic.names().size() > MOST_LANGUAGES || isLonger(topic.names().values(), WORD_CHARS)) {
            return Optional.of("has more names, or longer ones, than a topic may have");
        }
        boolean examples = topic.examples().size() > MOST_EXAMPLES
                || topic.examples().stream().anyMatch(example -> example.text().length() > TEXT_CHARS);
        return examples || topic.description().length() > TEXT_CHARS
                ? Optional.of("has more texts, or longer ones, than a topic may have")
                : Optional.empty();
    }

    private static boolean isTooMuch(Map<Language, List<String>> lists) {
        return lists.size() > MOST_LANGUAGES
                || lists.values().stream().anyMatch(list -> list.size() > MOST_WORDS || isLonger(list, WORD_CHARS));
    }

    private static boolean isLonger(Collection<String> texts, int most) {
        return texts.stream().anyMatch(text -> text.length() > most);
    }
}
