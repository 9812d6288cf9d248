package news.lede.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The text that a page carries as JSON for its scripts to show, when its markup does not.
 *
 * <p>The list whose items hold most prose is taken for the article, or the longest text written as HTML. Scripts that are no JSON, and what is nested
 * deeper than {@link #DEEPEST}, say nothing; at most {@link #MOST_CHARACTERS} are read. Pure.
 */
final class PageState {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int SHORTEST_SCRIPT = 1_000;
    private static final int DEEPEST = 40;
    private static final int PROSE = 8;
    private static final Set<String> TEXT_FIELDS =
            Set.of("value", "text", "html", "content", "body", "paragraph", "plaintext", "markup");

    private final List<String> best = new ArrayList<>();
    private int most;

    private PageState() {}

    /** The paragraphs of the longest text; empty when there is none of {@code atLeast} words. */
    static List<String> paragraphs(Document page, int atLeast) {
        PageState state = new PageState();
        int read = 0;
        for (Element script : page.select("script")) {
            String data = script.data();
            if (data.length() < SHORTEST_SCRIPT || read + data.length() > MOST_CHARACTERS) {
                continue;
            }
            read += data.length();
            json(data).ifPresent(root -> state.walk(root, 0));
        }
        return state.most >= atLeast ? List.copyOf(state.best) : List.of();
    }

    /** A script that is one value, or assigns one. */
    private static Optional<JsonNode> json(String data) {
        int from = data.indexOf('{');
        if (from < 0 || from > 200 || data.substring(0, from).contains("(")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(data.substring(from)));
        } catch (JsonProcessingException e) {
            // A program, not a value.
            return Optional.empty();
        }
    }

    private void walk(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isTextual()) {
            String text = node.asText();
            if (text.length() > SHORTEST_SCRIPT && text.contains("<p")) {
                offer(HtmlBlocks.of(Jsoup.parseBodyFragment(text).body(), false).stream()
                        .map(Block::text)
                        .toList());
            }
            return;
        }
        // Inner lists first: an outer one with the same text also has other things.
        node.forEach(child -> walk(child, depth + 1));
        if (node.isArray() && node.size() > 2) {
            List<String> items = new ArrayList<>();
            for (JsonNode item : node) {
                StringBuilder text = new StringBuilder();
                gather(item, text, 0);
                items.add(Spaces.single(text.toString()));
            }
            offer(items.stream().filter(i -> !i.isEmpty()).toList());
        }
    }

    private static void gather(JsonNode node, StringBuilder text, int depth) {
        if (depth > DEEPEST || text.length() > MOST_CHARACTERS) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getValue().isTextual() && TEXT_FIELDS.contains(field.getKey())) {
                String value = field.getValue().asText();
                text.append(
                        value.contains("</") ? Jsoup.parseBodyFragment(value).text() : value);
            } else if (field.getValue().isContainerNode()) {
                gather(field.getValue(), text, depth + 1);
            }
        }
        if (node.isArray()) {
            node.forEach(child -> gather(child, text, depth + 1));
        }
    }

    private void offer(List<String> paragraphs) {
        int words = 0;
        for (String paragraph : paragraphs) {
            int own = Tokens.words(paragraph);
            words += own >= PROSE && Marks.endsSentence(paragraph) ? own : 0;
        }
        // A little more text is the same with a menu beside it.
        if (words * 4 > most * 5) {
            most = words;
            best.clear();
            best.addAll(paragraphs);
        }
    }
}
