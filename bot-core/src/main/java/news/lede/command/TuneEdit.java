package news.lede.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.text.Language;
import news.lede.text.NameFolding;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;

/** Changes a definition by the options of a call. Pure. */
final class TuneEdit {
    static final int MOST_EXAMPLES = 20;
    static final int MOST_CHARS = 300;

    private TuneEdit() {}

    sealed interface Outcome {}

    /** {@code missing}: words that were to be taken away and were not there. */
    record Changed(Topic topic, List<String> missing) implements Outcome {}

    /** A word that cannot be looked for. */
    record Unusable(String word) implements Outcome {}

    /** More of {@code option} than is kept. */
    record TooMany(String option, int most) implements Outcome {}

    /** A word that is wanted and forbidden. */
    record Both(String word) implements Outcome {}

    /**
     * What is to change; {@code parent} and {@code description} are empty when they stay, {@code "-"} takes them away.
     *
     * @param yes texts that are on the topic, {@code no} texts that are not
     */
    record Wish(
            Map<String, WordEdit> words,
            Optional<String> description,
            Optional<Optional<TopicId>> parent,
            Optional<List<String>> yes,
            Optional<List<String>> no) {
        boolean isEmpty() {
            return words.isEmpty() && description.isEmpty() && parent.isEmpty() && yes.isEmpty() && no.isEmpty();
        }
    }

    static Outcome apply(Topic topic, Wish wish) {
        for (WordEdit edit : wish.words.values()) {
            Optional<String> unusable = edit.unusable();
            if (unusable.isPresent()) {
                return new Unusable(unusable.get());
            }
        }
        Map<Language, List<String>> words = edited("words", topic.words(), wish);
        Map<Language, List<String>> must = edited("must", topic.must(), wish);
        Map<Language, List<String>> not = edited("not", topic.mustNot(), wish);
        List<Topic.Example> examples = examples(topic.examples(), wish);
        for (Map.Entry<String, Map<Language, List<String>>> list :
                Map.of("words", words, "must", must, "not", not).entrySet()) {
            if (list.getValue().getOrDefault(Language.UNKNOWN, List.of()).size() > WordEdit.MOST_WORDS) {
                return new TooMany(list.getKey(), WordEdit.MOST_WORDS);
            }
        }
        if (examples.size() > MOST_EXAMPLES) {
            return new TooMany("yes, no", MOST_EXAMPLES);
        }
        Optional<String> both = both(words, must, not);
        if (both.isPresent()) {
            return new Both(both.get());
        }
        String description =
                wish.description.map(text -> text.equals("-") ? "" : text).orElse(topic.description());
        Topic changed = new Topic(
                topic.id(),
                topic.names(),
                topic.aliases(),
                description,
                words,
                must,
                not,
                examples,
                wish.parent.orElse(topic.parent()));
        return new Changed(changed, missing(topic, wish));
    }

    private static Map<Language, List<String>> edited(String option, Map<Language, List<String>> lists, Wish wish) {
        WordEdit edit = wish.words.get(option);
        return edit == null ? lists : edit.on(lists);
    }

    private static List<String> missing(Topic topic, Wish wish) {
        Map<String, Map<Language, List<String>>> before =
                Map.of("words", topic.words(), "must", topic.must(), "not", topic.mustNot());
        Set<String> missing = new LinkedHashSet<>();
        wish.words.forEach((option, edit) -> missing.addAll(edit.missing(before.getOrDefault(option, Map.of()))));
        return List.copyOf(missing);
    }

    private static Optional<String> both(
            Map<Language, List<String>> words, Map<Language, List<String>> must, Map<Language, List<String>> not) {
        Set<String> wanted = new HashSet<>();
        words.values().forEach(list -> list.forEach(word -> wanted.add(NameFolding.fold(word))));
        must.values().forEach(list -> list.forEach(word -> wanted.add(NameFolding.fold(word))));
        return not.values().stream()
                .flatMap(List::stream)
                .filter(word -> wanted.contains(NameFolding.fold(word)))
                .findFirst();
    }

    private static List<Topic.Example> examples(List<Topic.Example> before, Wish wish) {
        List<Topic.Example> after = new ArrayList<>(before);
        change(after, wish.yes, true);
        change(after, wish.no, false);
        return after;
    }

    /** Given none, all of that kind go. */
    private static void change(List<Topic.Example> examples, Optional<List<String>> given, boolean fits) {
        if (given.isEmpty()) {
            return;
        }
        if (given.get().isEmpty()) {
            examples.removeIf(example -> example.fits() == fits);
        }
        for (String text : given.get()) {
            examples.removeIf(example -> example.text().equals(text));
            examples.add(new Topic.Example(text, fits));
        }
    }
}
