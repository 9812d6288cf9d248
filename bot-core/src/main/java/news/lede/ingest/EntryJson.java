package news.lede.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import news.lede.feed.ParsedFeed;
import news.lede.ingest.Inbox.Carried;

/**
 * What waits in the {@link Inbox}, as JSON: an entry of a feed, {@code {"guid", "link", "linkTells", "title", "published" (ms), "html", "feed", "language", "image", "rank"}}, or a
 * file, {@code {"file", "under"}}. Absent parts are left out, and nothing grows beyond its limit, whatever a feed carries. Mapped by hand, so that renaming a component cannot
 * silently change what is stored.
 */
public final class EntryJson {
    static final int MOST_TITLE = 4_096;
    static final int MOST_HTML = 200_000;
    private static final int MOST_NAME = 500;
    private static final int MOST_LINK = 8_192;
    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryJson() {}

    /** The entries of a feed as the inbox takes them, in the order in which they are to be dealt with. */
    public static List<Carried> carry(ParsedFeed.Feed feed) {
        return CarriedEntry.all(feed).stream()
                .map(of -> new Carried(of.entry().key(), of.entry().fingerprint(), write(of.carried())))
                .toList();
    }

    static String write(CarriedEntry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        // Cut, two long ones could become one.
        entry.guid().filter(guid -> guid.length() <= MOST_NAME).ifPresent(guid -> json.put("guid", guid));
        entry.link()
                .map(URI::toString)
                .filter(link -> link.length() <= MOST_LINK)
                .ifPresent(link -> json.put("link", link));
        json.put("linkTells", entry.linkTells());
        json.put("title", cut(entry.title(), MOST_TITLE));
        entry.published().ifPresent(when -> json.put("published", millis(when)));
        json.put("html", cut(entry.html(), MOST_HTML));
        entry.feedTitle().ifPresent(title -> json.put("feed", cut(title, MOST_NAME)));
        entry.feedLanguage()
                .filter(language -> language.length() <= MOST_NAME)
                .ifPresent(language -> json.put("language", language));
        entry.image().ifPresent(image -> json.put("image", image.toString()));
        json.put("rank", entry.rank());
        return json.toString();
    }

    /** A file of the folder {@code under}. */
    static String write(Path file, Path under) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", file.toString())
                .put("under", under.toString())
                .toString();
    }

    /** What a payload says. */
    sealed interface Payload {
        record OfFeed(CarriedEntry entry) implements Payload {}

        record OfFolder(Path file, Path under) implements Payload {}

        /** Not written here, or damaged. */
        record Unreadable(String why) implements Payload {}
    }

    static Payload read(String payload) {
        try {
            JsonNode json = JSON.readTree(payload);
            if (json.hasNonNull("file")) {
                return new Payload.OfFolder(
                        Path.of(json.path("file").asText()),
                        Path.of(json.path("under").asText()));
            }
            return json.hasNonNull("title")
                    ? new Payload.OfFeed(entry(json))
                    : new Payload.Unreadable("neither an entry nor a file");
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return new Payload.Unreadable(e.getClass().getSimpleName());
        }
    }

    private static CarriedEntry entry(JsonNode json) {
        return new CarriedEntry(
                text(json, "guid"),
                text(json, "link").map(URI::create),
                json.path("linkTells").asBoolean(),
                json.path("title").asText(),
                json.hasNonNull("published")
                        ? Optional.of(
                                Instant.ofEpochMilli(json.path("published").asLong()))
                        : Optional.empty(),
                json.path("html").asText(),
                text(json, "feed"),
                text(json, "language"),
                text(json, "image").map(URI::create),
                json.path("rank").asInt());
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name).asText()).filter(Predicate.not(String::isEmpty));
    }

    /** Dates beyond what milliseconds can tell are as good as none; the future counts as a mistake later. */
    private static long millis(Instant when) {
        try {
            return when.toEpochMilli();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
