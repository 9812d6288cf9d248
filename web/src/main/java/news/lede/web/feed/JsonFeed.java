package news.lede.web.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** Writes a channel as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Pure. */
final class JsonFeed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeed() {}

    static String write(Channel channel) {
        ObjectNode feed = JSON.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", channel.title())
                .put("description", channel.description())
                .put("home_page_url", channel.home().toString())
                .put("feed_url", channel.self().toString())
                .put("language", channel.language().toLanguageTag());
        ArrayNode items = feed.putArray("items");
        channel.items().forEach(item -> write(items.addObject(), item));
        try {
            return JSON.writeValueAsString(feed) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of ours can be written", e);
        }
    }

    private static void write(ObjectNode node, Channel.Item item) {
        node.put("id", item.id()).put("title", item.title());
        item.link().ifPresent(link -> node.put("url", link));
        node.put("content_html", item.html())
                .put("date_published", item.published().toString());
        if (!item.subjects().isEmpty()) {
            ArrayNode tags = node.putArray("tags");
            item.subjects().forEach(tags::add);
        }
    }
}
