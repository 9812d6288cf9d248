package news.lede.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import news.lede.community.Asker;
import news.lede.community.Quotas;
import news.lede.community.WorkspaceId;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;
import news.lede.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A topic as a workspace defined it, under the options of {@code /tune}; the subject is its id. What stands by language has the language's code behind a dot, but for what holds in all: {@code words},
 * {@code words.de}. Lists are parted by line breaks, which no word holds.
 */
final class TopicMatter implements Matter {
    private static final String BREAK = "\n";

    private final Newsroom newsroom;

    TopicMatter(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public String action() {
        return "topic";
    }

    private Topics defined() {
        return newsroom.tuning().defined();
    }

    @Override
    public Map<String, String> read(WorkspaceId workspace, String subject) {
        return defined()
                .find(workspace, new TopicId(subject))
                .map(TopicMatter::fields)
                .orElse(Map.of());
    }

    @Override
    public boolean write(Asker asker, String subject, Map<String, String> fields, Instant now) {
        WorkspaceId workspace = asker.workspace().id();
        TopicId id = new TopicId(subject);
        if (fields.isEmpty()) {
            defined().remove(workspace, id);
            return true;
        }
        boolean room = defined().find(workspace, id).isPresent()
                || defined().of(workspace).size()
                        < newsroom.oversight().limits().most(workspace, Quotas.Kind.TOPICS);
        if (room) {
            defined().define(workspace, topic(id, fields));
        }
        return room;
    }

    static Map<String, String> fields(Topic topic) {
        Map<String, String> fields = new LinkedHashMap<>();
        new TreeMap<>(codes(topic.names())).forEach((code, name) -> fields.put(key("name", code), name));
        put(fields, "aliases", topic.aliases());
        if (!topic.description().isEmpty()) {
            fields.put("description", topic.description());
        }
        put(fields, "words", topic.words());
        put(fields, "must", topic.must());
        put(fields, "not", topic.mustNot());
        topic.parent().ifPresent(parent -> fields.put("parent", parent.value()));
        examples(fields, "yes", topic, true);
        examples(fields, "no", topic, false);
        return fields;
    }

    private static <T> Map<String, T> codes(Map<Language, T> byLanguage) {
        Map<String, T> codes = new HashMap<>();
        byLanguage.forEach((language, value) -> codes.put(language.code(), value));
        return codes;
    }

    private static String key(String name, String code) {
        return code.equals(Language.UNKNOWN.code()) ? name : name + "." + code;
    }

    private static void put(Map<String, String> fields, String name, Map<Language, List<String>> lists) {
        new TreeMap<>(codes(lists)).forEach((code, list) -> {
            if (!list.isEmpty()) {
                fields.put(key(name, code), String.join(BREAK, list));
            }
        });
    }

    private static void examples(Map<String, String> fields, String name, Topic topic, boolean fit) {
        List<String> texts = topic.examples().stream()
                .filter(example -> example.fits() == fit)
                .map(example -> example.text().replace(BREAK, " "))
                .toList();
        if (!texts.isEmpty()) {
            fields.put(name, String.join(BREAK, texts));
        }
    }

    static Topic topic(TopicId id, Map<String, String> fields) {
        Map<Language, String> names = new HashMap<>();
        each(fields, "name", names::put);
        names.putIfAbsent(Language.ENGLISH, id.value());
        List<Topic.Example> examples = new ArrayList<>();
        list(fields.get("yes")).forEach(text -> examples.add(new Topic.Example(text, true)));
        list(fields.get("no")).forEach(text -> examples.add(new Topic.Example(text, false)));
        return new Topic(
                id,
                names,
                lists(fields, "aliases"),
                fields.getOrDefault("description", ""),
                lists(fields, "words"),
                lists(fields, "must"),
                lists(fields, "not"),
                examples,
                Optional.ofNullable(fields.get("parent")).map(TopicId::new));
    }

    private static Map<Language, List<String>> lists(Map<String, String> fields, String name) {
        Map<Language, List<String>> lists = new HashMap<>();
        each(fields, name, (language, value) -> lists.put(language, list(value)));
        return lists;
    }

    private static void each(Map<String, String> fields, String name, BiConsumer<Language, String> use) {
        fields.forEach((key, value) -> {
            if (key.equals(name)) {
                use.accept(Language.UNKNOWN, value);
            } else if (key.startsWith(name + ".")) {
                use.accept(new Language(key.substring(name.length() + 1)), value);
            }
        });
    }

    private static List<String> list(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(BREAK));
    }
}
