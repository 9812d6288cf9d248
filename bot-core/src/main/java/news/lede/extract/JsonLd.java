package news.lede.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The article that a page describes in JSON-LD, if it does. Broken scripts count as absent. Immutable. */
final class JsonLd {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final int MOST_NODES = 20_000;

    private final List<JsonNode> articles = new ArrayList<>();
    private final List<JsonNode> nodes = new ArrayList<>();

    JsonLd(Landmarks page) {
        for (Element script : page.jsonLd) {
            try {
                collect(JSON.readTree(script.data().strip()));
            } catch (JsonProcessingException e) {
                // A page with broken structured data is read by its other marks.
                continue;
            }
        }
    }

    private void collect(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
        for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
            JsonNode node = open.poll();
            if (node.isObject()) {
                nodes.add(node);
                String type = types(node);
                if (type.contains("Article")
                        || type.contains("BlogPosting")
                        || type.contains("Report")
                        || type.contains("NewsStory")) {
                    articles.add(node);
                }
            }
            node.forEach(child -> {
                if (child.isContainerNode()) {
                    open.add(child);
                }
            });
        }
    }

    private static String types(JsonNode node) {
        return node.path("@type").isArray()
                ? node.path("@type").toString()
                : node.path("@type").asText("");
    }

    /** The description whose headline is likest to {@code title}; without a title, the first that has a headline. */
    Optional<JsonNode> article(Optional<String> title) {
        JsonNode best = null;
        double most = -1;
        for (JsonNode article : articles) {
            double like = title.map(
                            t -> Overlap.ofWords(t, text(article, "headline").orElse("")))
                    .orElse(0.0);
            if (like > most) {
                most = like;
                best = article;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The characters of a field, entities resolved. */
    static Optional<String> text(JsonNode node, String field) {
        return value(node.path(field));
    }

    private static Optional<String> value(JsonNode node) {
        JsonNode first = node.isArray() && !node.isEmpty() ? node.get(0) : node;
        return first.isTextual()
                ? Optional.of(Spaces.single(Parser.unescapeEntities(first.asText(), false)))
                        .filter(t -> !t.isEmpty())
                : Optional.empty();
    }

    /** The body text with its line breaks. */
    static Optional<String> body(JsonNode article) {
        JsonNode body = article.path("articleBody");
        return body.isTextual() && !body.asText().isBlank() ? Optional.of(body.asText()) : Optional.empty();
    }

    /** The names under a field that holds a person or organisation, several, or references to them. */
    List<String> names(JsonNode node, String field) {
        Set<String> names = new LinkedHashSet<>();
        JsonNode holder = node.path(field);
        for (JsonNode one : holder.isArray() ? holder : List.of(holder)) {
            if (one.isTextual()) {
                value(one).ifPresent(names::add);
            } else {
                JsonNode named = one.has("name") ? one : byId(one.path("@id").asText(""));
                JsonNode name = named.path("name");
                if (name.isArray()) {
                    name.forEach(n -> value(n).ifPresent(names::add));
                } else {
                    value(name).ifPresent(names::add);
                }
            }
        }
        return List.copyOf(names);
    }

    private JsonNode byId(String id) {
        return nodes.stream()
                .filter(n -> !id.isEmpty() && n.path("@id").asText("").equals(id) && n.has("name"))
                .findFirst()
                .orElse(JSON.missingNode());
    }
}
