package news.lede.ingest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import news.lede.article.NewArticle;
import news.lede.extract.Document;
import news.lede.extract.ExtractedArticle;
import news.lede.extract.Extraction;
import news.lede.feed.Entry;
import news.lede.feed.ParsedFeed;
import news.lede.text.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities;

/** Turns what pages and feeds tell into articles fit to be stored: with an instant and a language in any case. */
final class Drafting {
    /** Publishers' clocks run ahead a little, and some write local time as UTC. */
    private static final Duration TOLERANCE = Duration.ofHours(1);

    private final Function<Document, Extraction> extractor;
    private final ArticleLanguage language;
    private final InstantSource clock;

    Drafting(Function<Document, Extraction> extractor, ArticleLanguage language, InstantSource clock) {
        this.extractor = extractor;
        this.language = language;
        this.clock = clock;
    }

    Bundle page(Extraction.Page page, Instant savedAt) {
        return Bundle.page(
                new Draft(article(page.main(), savedAt), Optional.empty()),
                page.listed().stream()
                        .map(a -> new Draft(article(a, savedAt), Optional.empty()))
                        .toList());
    }

    /**
     * Entries with neither title nor text are left out: there is nothing to show of them. Oldest first, since a story is told in the order in which things
     * happened; of one instant, in reverse of the document, since feeds begin with the newest.
     */
    Bundle feed(ParsedFeed.Feed feed, Instant savedAt) {
        return Bundle.feed(feed.entries().reversed().stream()
                .flatMap(e -> entry(e, feed, savedAt).stream())
                .sorted(Comparator.comparing(d -> d.article().published()))
                .toList());
    }

    private NewArticle article(ExtractedArticle a, Instant savedAt) {
        Dating dating = dating(a.published(), a.approximate(), savedAt);
        return new NewArticle(
                a.title(),
                a.publisher(),
                a.url(),
                a.paragraphs(),
                dating.published(),
                dating.approximate(),
                language.of(a.language(), a.title(), a.paragraphs()),
                a.maxSnippet());
    }

    private Optional<Draft> entry(Entry entry, ParsedFeed.Feed feed, Instant savedAt) {
        Optional<ExtractedArticle> full = fullText(entry, savedAt);
        List<String> paragraphs = full.map(ExtractedArticle::paragraphs).orElseGet(() -> plain(entry.html()));
        String title = entry.title().isBlank()
                ? full.map(ExtractedArticle::title).orElseGet(() -> beginning(paragraphs))
                : entry.title().strip();
        if (title.isBlank()) {
            return Optional.empty();
        }
        List<String> text = paragraphs.stream().filter(p -> !p.equals(title)).toList();
        Dating dating = dating(entry.published().or(entry::updated), false, savedAt);
        Optional<String> publisher = Optional.of(feed.title().strip()).filter(t -> !t.isEmpty());
        OptionalInt maxSnippet = full.map(ExtractedArticle::maxSnippet).orElse(OptionalInt.empty());
        Language spoken = language.of(feed.language(), title, text);
        return Optional.of(new Draft(
                new NewArticle(
                        title,
                        publisher,
                        entry.link(),
                        text,
                        dating.published(),
                        dating.approximate(),
                        spoken,
                        maxSnippet),
                entry.id()));
    }

    /** The entry's own text as an article, when the feed carries it whole. */
    private Optional<ExtractedArticle> fullText(Entry entry, Instant savedAt) {
        if (entry.html().isBlank()) {
            return Optional.empty();
        }
        String page = "<!DOCTYPE html><html><head><title>" + Entities.escape(entry.title(), new OutputSettings())
                + "</title></head><body><article><h1>" + Entities.escape(entry.title(), new OutputSettings())
                + "</h1>" + entry.html() + "</article></body></html>";
        Optional<URI> address = entry.link();
        return switch (extractor.apply(
                new Document(page.getBytes(StandardCharsets.UTF_8), address, savedAt, Optional.of("UTF-8")))) {
            case Extraction.Page(ExtractedArticle main, List<ExtractedArticle> listed) ->
                Optional.of(main).filter(m -> m.confidence() >= 0.5 && listed.isEmpty());
            case Extraction.Refused refused -> Optional.empty();
        };
    }

    /** The text of a summary, a paragraph for each block; most have no blocks and give one. */
    private static List<String> plain(String html) {
        org.jsoup.nodes.Document parsed = Jsoup.parse(html);
        parsed.select("script, style, figure, figcaption").remove();
        parsed.select("p, br, div, li, h1, h2, h3, h4, blockquote").before("\n");
        return Arrays.stream(parsed.wholeText().split("\\R"))
                .map(line -> line.replaceAll("[\\s\\u00a0]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** An entry without a title is called by its first words. */
    private static String beginning(List<String> paragraphs) {
        String text = paragraphs.isEmpty() ? "" : paragraphs.getFirst();
        if (text.length() <= 80) {
            return text;
        }
        int space = text.lastIndexOf(' ', 80);
        return text.substring(0, space > 20 ? space : 80) + "…";
    }

    /** A date in the future is a mistake and would keep the article on top for ever. */
    private Dating dating(Optional<Instant> stated, boolean approximate, Instant savedAt) {
        return stated.filter(s -> s.isBefore(clock.instant().plus(TOLERANCE)))
                .map(s -> new Dating(s, approximate))
                .orElseGet(() -> new Dating(savedAt, true));
    }

    private record Dating(Instant published, boolean approximate) {}
}
