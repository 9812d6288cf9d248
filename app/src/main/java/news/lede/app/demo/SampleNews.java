package news.lede.app.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The texts of the sample newsroom, as {@code newsroom.yaml} has them. {@code publishers} by their short name. */
public record SampleNews(Map<String, Publisher> publishers, List<Piece> articles, Aggregator aggregator) {
    private static final String FILE = "newsroom.yaml";

    public SampleNews {
        publishers = Map.copyOf(publishers);
        articles = List.copyOf(articles);
    }

    /** A paper; {@code language} is that of all it prints. */
    public record Publisher(String name, String language) {}

    /**
     * An article. {@code event} names what it is about. {@code age}: minutes it is old when the newsroom opens; {@code after}: seconds until it appears; exactly one of
     * them is given. {@code text}: paragraphs parted by blank lines.
     */
    public record Piece(
            String event,
            String publisher,
            @Nullable Integer age,
            @Nullable Integer after,
            String title,
            String text) {
        public Piece {
            if ((age == null) == (after == null)) {
                throw new IllegalArgumentException("\"" + title + "\" needs age or after, not both");
            }
        }

        /** When it appears, counted from the opening: negative when it is there already. */
        public Duration appears() {
            return Optional.ofNullable(after)
                    .map(Duration::ofSeconds)
                    .orElseGet(() -> Duration.ofMinutes(age == null ? 0 : -age));
        }

        public List<String> paragraphs() {
            return text.strip().lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /** A page with one main article in {@code fragments}, as links part it, and others that it lists whole. */
    public record Aggregator(String publisher, int after, String title, List<String> fragments, List<Listed> related) {
        public Aggregator {
            fragments = List.copyOf(fragments);
            related = List.copyOf(related);
        }
    }

    /** An article as an aggregator lists it; {@code relative} is its age in words. */
    public record Listed(String publisher, String relative, String title, String text) {}

    /** What ships. */
    public static SampleNews shipped() {
        try (InputStream in = SampleNews.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the build");
            }
            return YAMLMapper.builder().build().readValue(in, SampleNews.class);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + FILE, e);
        }
    }
}
