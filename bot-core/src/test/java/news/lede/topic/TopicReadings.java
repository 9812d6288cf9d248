package news.lede.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.text.Language;
import org.jspecify.annotations.Nullable;

/** Readings of invented articles. */
final class TopicReadings {
    static final float[] EAST = {1, 0};
    static final float[] NORTH = {0, 1};

    private TopicReadings() {}

    /** As topics number 0 and on would be found in it. */
    static ArticleReading reading(
            long id, String title, String text, Language language, float @Nullable [] meaning, Topic... topics) {
        Map<Integer, Topic> numbered = new HashMap<>();
        for (int i = 0; i < topics.length; i++) {
            numbered.put(i, topics[i]);
        }
        TopicText read = TopicText.of(title, text, language);
        return new ArticleReading(
                new ArticleId(id),
                language,
                read.length(),
                read.wording(),
                new WordMatcher(numbered, topics.length).in(read),
                meaning == null ? null : CompactVector.of(meaning),
                id);
    }

    static ArticleReading english(long id, String text, float @Nullable [] meaning, Topic... topics) {
        return reading(id, "News", text, Language.ENGLISH, meaning, topics);
    }

    static Topic named(String id, String name) {
        return Topic.ofName(new TopicId(id), name);
    }

    /** A definition in English with what must and what must not stand in a text. */
    static Topic definition(String id, List<String> words, List<String> must, List<String> mustNot) {
        return new Topic(
                new TopicId(id),
                Map.of(Language.ENGLISH, id),
                Map.of(),
                "",
                Map.of(Language.ENGLISH, words),
                must.isEmpty() ? Map.of() : Map.of(Language.ENGLISH, must),
                mustNot.isEmpty() ? Map.of() : Map.of(Language.ENGLISH, mustNot),
                List.of(),
                Optional.empty());
    }
}
