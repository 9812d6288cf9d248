package news.lede.feed;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.text.WebAddress;

/**
 * Reads a folder of feed documents, so that a tool outside the project can score the result.
 *
 * <p>In: {@code requests.json}, a list of {@code id}, {@code doc} (a path in the folder), {@code url} and {@code headers}. Out: {@code predictions.json}, id to
 * {@code {"ok": true, "feed": {..}, "entries": [{..}]}} with plain text and instants in ISO 8601, or {@code {"ok": false, "error": ".."}}. A date further ahead than a day is
 * left out, as it is when news is told.
 */
public final class FeedEvaluation {
    /** How it went: documents read, and those of them that were feeds. */
    public record Count(int documents, int feeds) {}

    private static final Duration TOLERANCE = Duration.ofDays(1);
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\"';\\s]+)");

    private final FeedParser parser = new FeedParser();
    private final InstantSource clock;

    public FeedEvaluation(InstantSource clock) {
        this.clock = clock;
    }

    /** Told after each document. */
    @FunctionalInterface
    public interface Progress {
        void at(int done, int of);
    }

    /** As {@link #run(Path, Path, Progress)}, telling nobody how far it is. */
    public Count run(Path in, Path out) throws IOException {
        return run(in, out, (done, of) -> {});
    }

    /**
     * Writes {@code predictions.json} into {@code out}, which is made when absent; the file is there whole or not at all.
     *
     * @throws IOException when a file of the folder is missing or unreadable, or the result cannot be written
     */
    public Count run(Path in, Path out, Progress progress) throws IOException {
        JsonNode requests =
                new ObjectMapper().readTree(in.resolve("requests.json").toFile());
        Files.createDirectories(out);
        int documents = 0;
        int feeds = 0;
        Path unfinished = out.resolve("predictions.json.part");
        try (JsonGenerator json = new JsonFactory().createGenerator(unfinished.toFile(), JsonEncoding.UTF8)) {
            json.writeStartObject();
            for (JsonNode request : requests) {
                documents++;
                byte[] bytes = Files.readAllBytes(in.resolve(request.path("doc").asText()));
                ParsedFeed parsed = parser.parse(
                        bytes, WebAddress.absolute(request.path("url").asText()), charset(request.path("headers")));
                json.writeObjectFieldStart(request.path("id").asText());
                switch (parsed) {
                    case ParsedFeed.Feed feed -> {
                        feeds++;
                        feed(json, feed);
                    }
                    case ParsedFeed.SitemapIndex _ -> refusal(json, "it is a list of sitemaps");
                    case ParsedFeed.NotAFeed(String reason) -> refusal(json, reason);
                }
                json.writeEndObject();
                progress.at(documents, requests.size());
            }
            json.writeEndObject();
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Files.move(unfinished, out.resolve("predictions.json"), StandardCopyOption.REPLACE_EXISTING);
        return new Count(documents, feeds);
    }

    private static Optional<String> charset(JsonNode headers) {
        Matcher matcher = CHARSET.matcher(headers.path("Content-Type").asText(""));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static void refusal(JsonGenerator json, String reason) throws IOException {
        json.writeBooleanField("ok", false);
        json.writeStringField("error", reason);
    }

    private void feed(JsonGenerator json, ParsedFeed.Feed feed) throws IOException {
        json.writeBooleanField("ok", true);
        json.writeObjectFieldStart("feed");
        text(json, "title", feed.title());
        text(json, "link", feed.link().map(URI::toString).orElse(""));
        text(json, "description", feed.description());
        text(json, "language", feed.language().orElse(""));
        text(json, "image", feed.image().map(URI::toString).orElse(""));
        json.writeEndObject();
        json.writeArrayFieldStart("entries");
        for (Entry entry : feed.entries()) {
            json.writeStartObject();
            entry(json, entry);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void entry(JsonGenerator json, Entry entry) throws IOException {
        text(json, "id", entry.id().orElse(""));
        text(json, "key", entry.key());
        text(json, "title", entry.title());
        text(json, "link", entry.link().map(URI::toString).orElse(""));
        text(json, "published", date(entry.published()));
        text(json, "updated", date(entry.updated()));
        text(json, "author", entry.author().orElse(""));
        text(json, "summary", CleanText.of(PlainText.of(entry.summary())).strip());
        text(json, "content", CleanText.of(PlainText.of(entry.content())).strip());
        text(json, "image", entry.image().map(URI::toString).orElse(""));
        list(json, "enclosures", entry.enclosures().stream().map(URI::toString).toList());
        list(json, "media", entry.media().stream().map(URI::toString).toList());
        list(json, "categories", entry.categories());
    }

    private String date(Optional<Instant> date) {
        return date.filter(d -> d.isBefore(clock.instant().plus(TOLERANCE)))
                .map(Instant::toString)
                .orElse("");
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private static void list(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
