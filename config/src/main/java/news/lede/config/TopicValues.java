package news.lede.config;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.text.Language;
import news.lede.topic.Topic;

/** The values of a topic's keys, each checked where it is written. The parser stands at a value when a method is called and at its end afterwards. */
final class TopicValues {
    /** Stands for all languages where a list is given by language. */
    static final String ANY = "any";

    private final String file;
    private final YAMLParser parser;
    private final List<Fault> faults;

    TopicValues(String file, YAMLParser parser, List<Fault> faults) {
        this.file = file;
        this.parser = parser;
        this.faults = faults;
    }

    /** File and line the parser stands at. */
    String where() {
        return file + ":" + parser.currentTokenLocation().getLineNr();
    }

    void fault(String where, String problem, String remedy) {
        faults.add(new Fault(where, problem, remedy));
    }

    /** One text; empty when something is wrong, which is noted. */
    String text(String id, String key, String where) throws IOException {
        Optional<String> text = scalar();
        if (text.isEmpty()) {
            fault(
                    where,
                    key + " of topic \"" + id + "\" is empty",
                    "Write one text behind the colon or delete the line");
            parser.skipChildren();
        }
        return text.orElse("");
    }

    private Optional<String> scalar() throws IOException {
        JsonToken token = parser.currentToken();
        boolean text = token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL;
        return text ? Optional.of(parser.getText().strip()).filter(t -> !t.isEmpty()) : Optional.empty();
    }

    /** {@code {en: Immigration, de: Einwanderung}}. */
    void names(String id, String where, Map<Language, String> names) throws IOException {
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

    /** {@code {en: [deport*, border patrol], any: [frontex]}}. */
    void lists(String id, String key, String where, Map<Language, List<String>> lists) throws IOException {
        if (!object(id, key, where, key + ": {en: [deport*, border patrol]}")) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String code = parser.currentName();
            String codeWhere = where();
            Optional<Language> language =
                    code.equals(ANY) ? Optional.of(Language.UNKNOWN) : language(id, code, codeWhere);
            parser.nextToken();
            List<String> list = list(id, key + " in " + code, codeWhere, code + ": [deport*, border patrol]");
            if (language.isPresent() && !list.isEmpty()) {
                lists.put(language.get(), list);
            }
        }
        if (lists.isEmpty()) {
            fault(
                    where,
                    "topic \"" + id + "\" has empty " + key,
                    "Add some, for example en: [deport*, border patrol], or delete the line");
        }
    }

    /** {@code {yes: [Families cross the border], no: [Birds cross the border]}}. */
    void examples(String id, String where, List<Topic.Example> examples) throws IOException {
        String example = "examples: {yes: [Families cross the border], no: [Birds cross the border]}";
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            fault(where, "examples of topic \"" + id + "\" are not given as yes and no", "Write them so: " + example);
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String answer = parser.currentName();
            String answerWhere = where();
            parser.nextToken();
            boolean yes = answer.equals("yes");
            if (!yes && !answer.equals("no")) {
                fault(
                        answerWhere,
                        "examples of topic \"" + id + "\" are yes or no, not \"" + answer + "\"",
                        "Write them so: " + example);
                parser.skipChildren();
            } else {
                list(id, "examples for " + answer, answerWhere, answer + ": [Families cross the border]")
                        .forEach(text -> examples.add(new Topic.Example(text, yes)));
            }
        }
    }

    private List<String> list(String id, String what, String where, String example) throws IOException {
        List<String> list = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            fault(
                    where,
                    what + " of topic \"" + id + "\" are not a list",
                    "Write them in brackets, for example " + example);
            parser.skipChildren();
            return list;
        }
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = parser.nextToken()) {
            Optional<String> word = scalar().filter(w -> !w.replace("*", "").isBlank());
            if (word.isEmpty()) {
                fault(
                        where(),
                        what + " of topic \"" + id + "\" hold an empty word",
                        "Delete it or write a word before the *");
                parser.skipChildren();
            } else {
                list.add(word.get());
            }
        }
        if (list.isEmpty()) {
            fault(where, what + " of topic \"" + id + "\" are empty", "Add some or delete the line");
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
        if (code.matches("[a-z]{2,3}") && !code.equals(ANY)) {
            return Optional.of(new Language(code));
        }
        fault(
                where,
                "\"" + code + "\" in topic \"" + id + "\" is not a language",
                "Use its code of two letters, for example en or de");
        return Optional.empty();
    }
}
