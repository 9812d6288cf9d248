package news.lede.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named values as they are stored: one JSON object of texts, in their order. Nothing for none. */
final class FieldJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FieldJson() {}

    static String write(Map<String, String> fields) {
        if (fields.isEmpty()) {
            return "";
        }
        ObjectNode json = JSON.createObjectNode();
        fields.forEach(json::put);
        return json.toString();
    }

    static Map<String, String> read(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            parse(text)
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asText()));
        }
        return fields;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored fields of a change are not JSON", e);
        }
    }
}
