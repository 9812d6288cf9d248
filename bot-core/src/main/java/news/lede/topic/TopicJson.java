package news.lede.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.text.Language;

/**
 * A topic's definition as it is stored: {@code {"names": {"en": …}, "aliases": {"en": […]}, "description": …, "words": {"en": […]}, "must": …, "must_not": …,
 * "examples": [{"text": …, "fits": true}], "parent": …}}. All but the names may be absent, as they are in what earlier versions stored. Mapped by hand, so that
 * renaming a component of {@link Topic} cannot silently change what is stored.
 */
public final class TopicJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TopicJson() {}

    public static String write(Topic topic) {
        return node(topic).toString();
    }

    /** The definition without the topic's own name. */
    public static ObjectNode node(Topic topic) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode names = json.putObject("names");
        topic.names().forEach((language, name) -> names.put(language.code(), name));
        json.put("description", topic.description());
        put(json, "aliases", topic.aliases());
        put(json, "words", topic.words());
        put(json, "must", topic.must());
        put(json, "must_not", topic.mustNot());
        if (!topic.examples().isEmpty()) {
            ArrayNode examples = json.putArray("examples");
            topic.examples()
                    .forEach(example ->
                            examples.addObject().put("text", example.text()).put("fits", example.fits()));
        }
        topic.parent().ifPresent(parent -> json.put("parent", parent.value()));
        return json;
    }

    private static void put(ObjectNode json, String key, Map<Language, List<String>> lists) {
        if (!lists.isEmpty()) {
            ObjectNode byLanguage = json.putObject(key);
            lists.forEach((language, list) -> list.forEach(byLanguage.putArray(language.code())::add));
        }
    }

    public static Topic read(TopicId id, String text) {
        return read(id, parse(id, text));
    }

    /** @throws IllegalArgumentException if a name or a language in it is none */
    public static Topic read(TopicId id, JsonNode json) {
        Map<Language, String> names = new HashMap<>();
        json.path("names")
                .properties()
                .forEach(name ->
                        names.put(new Language(name.getKey()), name.getValue().asText()));
        List<Topic.Example> examples = new ArrayList<>();
        json.path("examples")
                .forEach(example -> examples.add(new Topic.Example(
                        example.path("text").asText(), example.path("fits").asBoolean())));
        Optional<TopicId> parent =
                json.has("parent") ? Optional.of(new TopicId(json.path("parent").asText())) : Optional.empty();
        return new Topic(
                id,
                names,
                lists(json.path("aliases")),
                json.path("description").asText(),
                lists(json.path("words")),
                lists(json.path("must")),
                lists(json.path("must_not")),
                examples,
                parent);
    }

    private static Map<Language, List<String>> lists(JsonNode byLanguage) {
        Map<Language, List<String>> lists = new HashMap<>();
        byLanguage.properties().forEach(list -> lists.put(new Language(list.getKey()), texts(list.getValue())));
        return lists;
    }

    private static List<String> texts(JsonNode list) {
        List<String> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asText()));
        return List.copyOf(values);
    }

    private static JsonNode parse(TopicId id, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored definition of topic " + id + " is not JSON", e);
        }
    }
}
