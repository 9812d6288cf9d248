package news.lede.config;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.lede.config.TopicFile.Definition;
import news.lede.config.TopicFile.Parent;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;

/** Reads one topic of a YAML file. */
final class TopicReader {
    static final List<String> KEYS =
            List.of("parent", "name", "aliases", "description", "words", "must", "must-not", "examples");

    private final YAMLParser parser;
    private final TopicValues values;
    private final List<Fault> faults;

    TopicReader(YAMLParser parser, TopicValues values, List<Fault> faults) {
        this.parser = parser;
        this.values = values;
        this.faults = faults;
    }

    /** What is written of a topic. */
    private static final class Written {
        private final Map<Language, String> names = new LinkedHashMap<>();
        private final Map<String, Map<Language, List<String>>> lists = new LinkedHashMap<>();
        private final List<Topic.Example> examples = new ArrayList<>();
        private String description = "";
        private Optional<Parent> parent = Optional.empty();

        private Map<Language, List<String>> lists(String key) {
            return lists.computeIfAbsent(key, _ -> new LinkedHashMap<>());
        }

        private boolean saysSomething() {
            return !description.isEmpty()
                    || !lists("words").isEmpty()
                    || !lists("must").isEmpty()
                    || examples.stream().anyMatch(Topic.Example::fits);
        }
    }

    /** The topic whose id the parser has just read. */
    Definition read(String id, String where) throws IOException {
        int before = faults.size();
        if (!TopicFiles.isId(id)) {
            values.fault(
                    where,
                    "\"" + id + "\" cannot name a topic",
                    "Use lower-case letters, digits and single hyphens, for example human-rights");
        }
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            values.fault(
                    where,
                    "topic \"" + id + "\" is empty",
                    "Give it a name below, for example name: {en: Immigration}");
            parser.skipChildren();
            return new Definition(id, where, Optional.empty(), Optional.empty());
        }
        Written written = new Written();
        Set<String> seen = new TreeSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            String keyWhere = values.where();
            if (!seen.add(key)) {
                values.fault(keyWhere, key + " of topic \"" + id + "\" is given twice", "Keep one of the two");
            }
            parser.nextToken();
            value(id, key, keyWhere, written);
        }
        check(id, where, written);
        // A parent that cannot be a topic is told once all files are read.
        boolean childOfATopic = written.parent.map(p -> TopicFiles.isId(p.id())).orElse(true);
        Optional<Topic> topic =
                faults.size() > before || !childOfATopic ? Optional.empty() : Optional.of(topic(id, written));
        return new Definition(id, where, written.parent, topic);
    }

    private void value(String id, String key, String where, Written written) throws IOException {
        switch (key) {
            case "parent" -> written.parent = Optional.of(new Parent(values.text(id, key, where), where));
            case "description" -> written.description = values.text(id, key, where);
            case "name" -> values.names(id, where, written.names);
            case "aliases", "words", "must", "must-not" -> values.lists(id, key, where, written.lists(key));
            case "examples" -> values.examples(id, where, written.examples);
            default -> {
                String hint = Nearest.to(key, KEYS)
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElse("Known are " + String.join(", ", KEYS));
                values.fault(where, "topic \"" + id + "\" has the unknown key \"" + key + "\"", hint);
                parser.skipChildren();
            }
        }
    }

    private void check(String id, String where, Written written) {
        if (!written.names.containsKey(Language.ENGLISH)) {
            values.fault(
                    where, "topic \"" + id + "\" has no English name", "Add one, for example name: {en: Immigration}");
        }
        if (!written.saysSomething()) {
            values.fault(
                    where,
                    "topic \"" + id + "\" says nothing that could be matched",
                    "Add words, for example words: {en: [deport*, border patrol]}, or a description");
        }
        written.lists("must-not").forEach((language, list) -> {
            String both = list.stream()
                    .filter(word -> written.lists("words")
                                    .getOrDefault(language, List.of())
                                    .contains(word)
                            || written.lists("must")
                                    .getOrDefault(language, List.of())
                                    .contains(word))
                    .collect(Collectors.joining(", "));
            if (!both.isEmpty()) {
                values.fault(
                        where,
                        "topic \"" + id + "\" both wants and forbids " + both,
                        "Delete it from must-not or from the words");
            }
        });
    }

    private static Topic topic(String id, Written written) {
        return new Topic(
                new TopicId(id),
                written.names,
                written.lists("aliases"),
                written.description,
                written.lists("words"),
                written.lists("must"),
                written.lists("must-not"),
                written.examples,
                written.parent.map(Parent::id).map(TopicId::new));
    }
}
