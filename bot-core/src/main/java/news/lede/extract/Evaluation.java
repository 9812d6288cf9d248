package news.lede.extract;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Extracts a folder of test pages, so that a tool outside the project can score the result.
 *
 * <p>In: {@code pages.json} (id to {@code url}) and {@code pages/ID.html.gz} in UTF-8. Out: {@code predictions.json}, id to {@code articleBody}
 * (paragraphs parted by blank lines), {@code headline} and, where known, {@code datePublished} (the day on the publisher's calendar, ISO 8601) and {@code author}. A refused page is left out.
 */
public final class Evaluation {
    /** How it went: pages read, and those of them that gave an article. */
    public record Count(int pages, int articles) {}

    private static final int MOST_BYTES = 20 * 1024 * 1024;

    private final DocumentExtractor extractor = new DocumentExtractor();
    private final InstantSource clock;

    public Evaluation(InstantSource clock) {
        this.clock = clock;
    }

    /** Told after each page. */
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
        JsonNode pages = list(in.resolve("pages.json"));
        Files.createDirectories(out);
        Path unfinished = out.resolve("predictions.json.part");
        int read = 0;
        int articles = 0;
        try (JsonGenerator json = new JsonFactory().createGenerator(unfinished.toFile(), JsonEncoding.UTF8)) {
            json.writeStartObject();
            for (Map.Entry<String, JsonNode> page : pages.properties()) {
                byte[] bytes = bytes(in.resolve("pages").resolve(page.getKey() + ".html.gz"));
                Document document =
                        new Document(bytes, address(page.getValue()), clock.instant(), Optional.of("utf-8"));
                if (extractor.extract(document) instanceof Extraction.Page found) {
                    articles++;
                    write(json, page.getKey(), found.main());
                }
                progress.at(++read, pages.size());
            }
            json.writeEndObject();
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Files.move(unfinished, out.resolve("predictions.json"), StandardCopyOption.REPLACE_EXISTING);
        return new Count(read, articles);
    }

    private static JsonNode list(Path file) throws IOException {
        try {
            JsonNode pages = new ObjectMapper().readTree(Files.readAllBytes(file));
            if (pages == null || !pages.isObject()) {
                throw new FileSystemException(file.toString(), null, "it holds no object of pages");
            }
            return pages;
        } catch (JsonProcessingException e) {
            throw new FileSystemException(file.toString(), null, "it is no JSON: " + e.getOriginalMessage());
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readNBytes(MOST_BYTES);
        } catch (ZipException | EOFException e) {
            throw new FileSystemException(file.toString(), null, "it is damaged: " + e.getMessage());
        }
    }

    private static Optional<URI> address(JsonNode page) {
        String url = page.path("url").asText("");
        try {
            return url.isBlank() ? Optional.empty() : Optional.of(URI.create(url));
        } catch (IllegalArgumentException e) {
            // An address that is none only costs its page the hints taken from it.
            return Optional.empty();
        }
    }

    private static void write(JsonGenerator json, String id, ExtractedArticle article) throws IOException {
        json.writeObjectFieldStart(id);
        json.writeStringField("articleBody", String.join("\n\n", article.paragraphs()));
        json.writeStringField("headline", article.title());
        if (article.day().isPresent()) {
            json.writeStringField("datePublished", article.day().get().toString());
        }
        if (article.author().isPresent()) {
            json.writeStringField("author", article.author().get());
        }
        json.writeEndObject();
    }
}
