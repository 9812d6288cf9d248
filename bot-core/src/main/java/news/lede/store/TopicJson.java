package news.lede.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;

/**
 * A topic's definition as it is stored: {@code {"names": {"en": …}, "description": …, "words": {"en": […]}, "parent": …}}. Mapped by hand, so that
 * renaming a component of {@link Topic} cannot silently change what is stored.
 */
final class TopicJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TopicJson() {}

    static String write(Topic topic) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode names = json.putObject("names");
        topic.names().forEach((language, name) -> names.put(language.code(), name));
        json.put("description", topic.description());
        ObjectNode words = json.putObject("words");
        topic.words().forEach((language, list) -> list.forEach(words.putArray(language.code())::add));
        topic.parent().ifPresent(parent -> json.put("parent", parent.value()));
        return json.toString();
    }

    static Topic read(TopicId id, String text) {
        JsonNode json = parse(id, text);
        Map<Language, String> names = new HashMap<>();
        json.path("names")
                .properties()
                .forEach(name ->
                        names.put(new Language(name.getKey()), name.getValue().asText()));
        Map<Language, List<String>> words = new HashMap<>();
        json.path("words").properties().forEach(list -> {
            List<String> values = new ArrayList<>();
            list.getValue().forEach(word -> values.add(word.asText()));
            words.put(new Language(list.getKey()), List.copyOf(values));
        });
        Optional<TopicId> parent =
                json.has("parent") ? Optional.of(new TopicId(json.path("parent").asText())) : Optional.empty();
        return new Topic(id, names, json.path("description").asText(), words, parent);
    }

    private static JsonNode parse(TopicId id, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored definition of topic " + id + " is not JSON", e);
        }
    }
}
