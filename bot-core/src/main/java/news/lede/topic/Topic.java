package news.lede.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.lede.text.Language;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * A named interest with a match rule.
 *
 * <p>Words and phrases stand by the language of the texts they are looked for in; those under {@link Language#UNKNOWN} are looked for in all. A trailing {@code *}
 * matches any ending.
 *
 * @param names what to call it, per language of the interface, English always there
 * @param aliases other names it is asked for by, per language; they are typed, never looked for in texts
 * @param description one English sentence that says what it is about, for the embedding; may be empty
 * @param words what speaks of it
 * @param must one of these has to stand in a text of that language; where a language has none, nothing has to
 * @param mustNot none of these may stand in a text
 * @param examples short texts that are on it or look as if they were
 * @param parent makes a tree of two levels
 */
public record Topic(
        TopicId id,
        Map<Language, String> names,
        Map<Language, List<String>> aliases,
        String description,
        Map<Language, List<String>> words,
        Map<Language, List<String>> must,
        Map<Language, List<String>> mustNot,
        List<Example> examples,
        Optional<TopicId> parent) {
    private static final int SHORTEST_STEM = 5;

    /** A headline or a few sentences, in any language; {@code fits} says whether they are on the topic. */
    public record Example(String text, boolean fits) {
        public Example {
            if (text.isBlank()) {
                throw new IllegalArgumentException("an example needs a text");
            }
        }
    }

    public Topic {
        names = Map.copyOf(names);
        aliases = Map.copyOf(aliases);
        words = Map.copyOf(words);
        must = Map.copyOf(must);
        mustNot = Map.copyOf(mustNot);
        examples = List.copyOf(examples);
        if (!names.containsKey(Language.ENGLISH)) {
            throw new IllegalArgumentException("topic " + id + " has no English name");
        }
    }

    /** A topic known by names, a description and words alone. */
    public Topic(
            TopicId id,
            Map<Language, String> names,
            String description,
            Map<Language, List<String>> words,
            Optional<TopicId> parent) {
        this(id, names, Map.of(), description, words, Map.of(), Map.of(), List.of(), parent);
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
        return name != null ? name : Objects.requireNonNull(names.get(Language.ENGLISH));
    }

    /** Texts that are on the topic, or those that are not. */
    public List<String> examples(boolean fits) {
        return examples.stream()
                .filter(example -> example.fits() == fits)
                .map(Example::text)
                .toList();
    }
}
