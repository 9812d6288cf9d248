package news.lede.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.text.Language;
import news.lede.text.Token;
import news.lede.text.Tokens;

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
    private static final int SHORTEST_STEM = 5;

    public Topic {
        names = Map.copyOf(names);
        words = Map.copyOf(words);
        if (!names.containsKey(Language.ENGLISH)) {
            throw new IllegalArgumentException("topic " + id + " has no English name");
        }
    }

    /** A topic of which only the English name is known: the words of the name are its words. */
    public static Topic ofName(TopicId id, String name) {
        List<String> words = new ArrayList<>();
        for (Token token : Tokens.of(name, Language.ENGLISH)) {
            if (token.telling()) {
                words.add(ending(token.folded(), token.stem()));
            }
        }
        return new Topic(
                id, Map.of(Language.ENGLISH, name), "", Map.of(Language.ENGLISH, List.copyOf(words)), Optional.empty());
    }

    /** Any ending of the stem, unless the stem is so short that it would begin other words, or is no beginning of the word. */
    private static String ending(String word, String stem) {
        return stem.length() >= SHORTEST_STEM && word.startsWith(stem) ? stem + "*" : word;
    }

    /** The name in {@code language}, else in English. */
    public String name(Language language) {
        String name = names.get(language);
        return name != null ? name : names.getOrDefault(Language.ENGLISH, id.value());
    }
}
