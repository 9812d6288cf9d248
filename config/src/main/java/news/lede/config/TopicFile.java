package news.lede.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;
import org.jspecify.annotations.Nullable;

/** The topics one YAML file defines, with the line of each. Reads tokens rather than a tree, because a tree forgets lines and repeated keys. */
final class TopicFile {
    private static final List<String> KEYS = List.of("parent", "name", "description", "words");

    private final String name;
    private final YAMLParser parser;
    private final List<Fault> faults;
    private final List<Definition> definitions = new ArrayList<>();

    private TopicFile(String name, YAMLParser parser, List<Fault> faults) {
        this.name = name;
        this.parser = parser;
        this.faults = faults;
    }

    /** A topic as written; {@code topic} is empty when something is wrong with it. */
    record Definition(String id, String where, Optional<Parent> parent, Optional<Topic> topic) {}

    record Parent(String id, String where) {}

    /** Reads a file; what is wrong with it goes to {@code faults}, and the rest is still read where that is possible. */
    static TopicFile read(String name, Reader text, List<Fault> faults) throws IOException {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            TopicFile file = new TopicFile(name, parser, faults);
            try {
                file.document();
            } catch (JsonProcessingException e) {
                int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
                String message = String.valueOf(e.getOriginalMessage());
                faults.add(new Fault(
                        name + ":" + line,
                        "this is not YAML (" + message.lines().findFirst().orElse("") + ")",
                        "Indent with spaces and write lists in brackets, for example en: [deport*, border patrol]"));
            }
            return file;
        }
    }

    List<Definition> definitions() {
        return List.copyOf(definitions);
    }

    private void document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            fault(
                    where(),
                    "the file holds no topics",
                    "Begin each topic with its id and a colon, for example immigration:");
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            topic(parser.currentName(), where());
        }
    }

    private void topic(String id, String where) throws IOException {
        int before = faults.size();
        if (!TopicFiles.isId(id)) {
            fault(
                    where,
                    "\"" + id + "\" cannot name a topic",
                    "Use lower-case letters, digits and single hyphens, for example human-rights");
        }
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            fault(where, "topic \"" + id + "\" is empty", "Give it a name below, for example name: {en: Immigration}");
            parser.skipChildren();
            definitions.add(new Definition(id, where, Optional.empty(), Optional.empty()));
            return;
        }
        Map<Language, String> names = new LinkedHashMap<>();
        Map<Language, List<String>> words = new LinkedHashMap<>();
        @Nullable Parent parent = null;
        String description = "";
        List<String> seen = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            String keyWhere = where();
            if (seen.contains(key)) {
                fault(keyWhere, key + " of topic \"" + id + "\" is given twice", "Keep one of the two");
            }
            seen.add(key);
            parser.nextToken();
            switch (key) {
                case "parent" -> parent = new Parent(text(id, key, keyWhere), keyWhere);
                case "description" -> description = text(id, key, keyWhere);
                case "name" -> names(id, keyWhere, names);
                case "words" -> words(id, keyWhere, words);
                default -> {
                    String hint = Nearest.to(key, KEYS)
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Known are " + String.join(", ", KEYS));
                    fault(keyWhere, "topic \"" + id + "\" has the unknown key \"" + key + "\"", hint);
                    parser.skipChildren();
                }
            }
        }
        if (!names.containsKey(Language.ENGLISH)) {
            fault(where, "topic \"" + id + "\" has no English name", "Add one, for example name: {en: Immigration}");
        }
        if (description.isEmpty() && words.isEmpty()) {
            fault(
                    where,
                    "topic \"" + id + "\" says nothing that could be matched",
                    "Add words, for example words: {en: [deport*, border patrol]}, or a description");
        }
        Optional<Parent> above = Optional.ofNullable(parent);
        Optional<Topic> topic = faults.size() > before
                ? Optional.empty()
                : Optional.of(new Topic(
                        new TopicId(id),
                        names,
                        description,
                        words,
                        above.map(Parent::id).map(TopicId::new)));
        definitions.add(new Definition(id, where, above, topic));
    }

    private String text(String id, String key, String where) throws IOException {
        JsonToken token = parser.currentToken();
        String text = token != null && token.isScalarValue() ? parser.getText().strip() : "";
        if (text.isEmpty() || token == JsonToken.VALUE_NULL) {
            fault(
                    where,
                    key + " of topic \"" + id + "\" is empty",
                    "Write one text behind the colon or delete the line");
            parser.skipChildren();
            return "";
        }
        return text;
    }

    private void names(String id, String where, Map<Language, String> names) throws IOException {
        if (!object(id, "name", where, "name: {en: Immigration, de: Einwanderung}")) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String code = parser.currentName();
            String codeWhere = where();
            Optional<Language> language = language(id, code, codeWhere);
            parser.nextToken();
            String text = text(id, "name in " + code, codeWhere);
            language.ifPresent(l -> names.put(l, text));
        }
    }

    private void words(String id, String where, Map<Language, List<String>> words) throws IOException {
        if (!object(id, "words", where, "words: {en: [deport*, border patrol]}")) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String code = parser.currentName();
            String codeWhere = where();
            Optional<Language> language = language(id, code, codeWhere);
            List<String> list = list(id, code, codeWhere);
            if (language.isPresent() && !list.isEmpty()) {
                words.put(language.get(), list);
            }
        }
        if (words.isEmpty()) {
            fault(
                    where,
                    "topic \"" + id + "\" has empty words",
                    "Add some, for example en: [deport*, border patrol], or delete the line");
        }
    }

    private List<String> list(String id, String code, String where) throws IOException {
        List<String> list = new ArrayList<>();
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            fault(
                    where,
                    "words in " + code + " of topic \"" + id + "\" are not a list",
                    "Write them in brackets, for example " + code + ": [deport*, border patrol]");
            parser.skipChildren();
            return list;
        }
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = parser.nextToken()) {
            String word = token.isScalarValue() && token != JsonToken.VALUE_NULL
                    ? parser.getText().strip()
                    : "";
            if (word.replace("*", "").isBlank()) {
                fault(
                        where(),
                        "topic \"" + id + "\" has an empty word in " + code,
                        "Delete it or write a word before the *");
                parser.skipChildren();
            } else {
                list.add(word);
            }
        }
        if (list.isEmpty()) {
            fault(where, "words in " + code + " of topic \"" + id + "\" are empty", "Add some or delete the line");
        }
        return list;
    }

    private boolean object(String id, String key, String where, String example) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        fault(where, key + " of topic \"" + id + "\" is not given by language", "Write it so: " + example);
        parser.skipChildren();
        return false;
    }

    private Optional<Language> language(String id, String code, String where) {
        if (code.matches("[a-z]{2,3}")) {
            return Optional.of(new Language(code));
        }
        fault(
                where,
                "\"" + code + "\" in topic \"" + id + "\" is not a language",
                "Use its code of two letters, for example en or de");
        return Optional.empty();
    }

    private String where() {
        return name + ":" + parser.currentTokenLocation().getLineNr();
    }

    private void fault(String where, String problem, String remedy) {
        faults.add(new Fault(where, problem, remedy));
    }
}
