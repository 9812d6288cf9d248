package news.lede.topic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.text.Language;

/**
 * A named interest with a match rule. {@code names}: what to call it, per language of the interface, English always there. {@code words}: per language, the words and
 * phrases that speak of it (a trailing {@code *} matches any ending). {@code description} is one English sentence for the embedding.
 * {@code parent} makes a tree of two levels.
 */
public record Topic(
        TopicId id,
        Map<Language, String> names,
        String description,
        Map<Language, List<String>> words,
        Optional<TopicId> parent) {
    public Topic {
        names = Map.copyOf(names);
        words = Map.copyOf(words);
        if (!names.containsKey(Language.ENGLISH)) {
            throw new IllegalArgumentException("topic " + id + " has no English name");
        }
    }

    /** The name in {@code language}, else in English. */
    public String name(Language language) {
        String name = names.get(language);
        return name != null ? name : names.getOrDefault(Language.ENGLISH, id.value());
    }
}
