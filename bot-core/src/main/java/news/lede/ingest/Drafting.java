package news.lede.ingest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.lede.article.NewArticle;
import news.lede.article.Pictures;
import news.lede.article.TextMatch;
import news.lede.extract.Document;
import news.lede.extract.ExtractedArticle;
import news.lede.extract.Extraction;
import news.lede.feed.ParsedFeed;
import news.lede.text.WrappedLink;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities;

/** Turns what pages and feeds tell into articles fit to be stored: with an instant and a language in any case. */
final class Drafting {
    /** Publishers' clocks run ahead a little, and some write local time as UTC. */
    private static final Duration TOLERANCE = Duration.ofHours(1);

    /** Shorter texts have no furniture worth the search for it. */
    private static final int WORTH_CLEANING = 60;

    /** As the best-known of these services write them. */
    private static final Pattern HEADLINE_AND_PUBLISHER = Pattern.compile("(.{8,}) - ([^-]{2,60})");

    private static final Pattern CUT_SHORT = Pattern.compile("\\s*(?:…|\\.\\.\\.|\\[…]|\\[\\.\\.\\.])\\s*$");

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

    /** Entries with neither title nor text are left out: there is nothing to show of them. Oldest first. */
    Bundle feed(ParsedFeed.Feed feed, Instant savedAt) {
        return Bundle.feed(CarriedEntry.all(feed).stream()
                .flatMap(of -> entry(of.carried(), savedAt).map(FromFeed::draft).stream())
                .toList());
    }

    /** An article as far as its feed tells it; {@code whole} when that is all of it. */
    record FromFeed(Draft draft, boolean whole) {}

    /** Empty for an entry with neither title nor text. */
    Optional<FromFeed> entry(CarriedEntry entry, Instant savedAt) {
        return entry.link().filter(WrappedLink::isOpaque).isPresent() ? headline(entry, savedAt) : told(entry, savedAt);
    }

    /**
     * The headline alone, for a link that hides where it leads: what such a feed writes below it are other publishers' headlines. Its host stands beside the publisher's
     * name, since that is where the link leads a reader.
     */
    private Optional<FromFeed> headline(CarriedEntry entry, Instant savedAt) {
        Matcher named = HEADLINE_AND_PUBLISHER.matcher(entry.title().strip());
        String title = named.matches() ? named.group(1) : entry.title().strip();
        if (title.isBlank()) {
            return Optional.empty();
        }
        Optional<String> publisher = (named.matches() ? Optional.of(named.group(2)) : entry.feedTitle())
                .map(name -> name + " (" + entry.link().map(URI::getHost).orElse("") + ")");
        Dating dating = dating(entry.published(), false, savedAt);
        NewArticle article = new NewArticle(
                title,
                publisher,
                entry.link(),
                List.of(),
                dating.published(),
                dating.approximate(),
                language.of(entry.feedLanguage(), title, List.of()),
                OptionalInt.empty(),
                entry.image());
        return Optional.of(new FromFeed(draft(article, entry), false));
    }

    private static Draft draft(NewArticle article, CarriedEntry entry) {
        return new Draft(article, entry.guid(), List.of(), entry.linkTells(), Optional.empty());
    }

    private Optional<FromFeed> told(CarriedEntry entry, Instant savedAt) {
        List<String> plain = FeedText.unsigned(plain(entry.html()));
        boolean whole = FeedText.isWhole(plain);
        Optional<ExtractedArticle> clean =
                FeedText.words(plain) >= WORTH_CLEANING ? cleaned(entry, savedAt) : Optional.empty();
        List<String> paragraphs =
                clean.map(c -> FeedText.unsigned(c.paragraphs())).orElse(plain);
        String title = entry.title().isBlank()
                ? clean.map(ExtractedArticle::title).orElseGet(() -> beginning(paragraphs))
                : entry.title().strip();
        if (title.isBlank()) {
            return Optional.empty();
        }
        List<String> text = paragraphs.stream().filter(p -> !p.equals(title)).toList();
        Dating dating = dating(entry.published(), false, savedAt);
        NewArticle article = new NewArticle(
                title,
                entry.feedTitle(),
                entry.link(),
                text,
                dating.published(),
                dating.approximate(),
                language.of(entry.feedLanguage(), title, text),
                clean.map(ExtractedArticle::maxSnippet).orElse(OptionalInt.empty()),
                entry.image());
        return Optional.of(new FromFeed(draft(article, entry), whole));
    }

    /**
     * The article of a feed's entry as its page tells it. The feed keeps the last word on date and headline, unless it cut its headline short; the page on text, publisher
     * and language. {@code aliases}: further addresses that the page is known by.
     */
    Draft fromPage(Draft feed, ExtractedArticle page, List<URI> aliases) {
        NewArticle known = feed.article();
        boolean dated = !known.approximate() || page.published().isEmpty();
        Dating dating = dated
                ? new Dating(known.published(), known.approximate())
                : dating(page.published(), page.approximate(), known.published());
        NewArticle article = new NewArticle(
                isCutShort(known.title(), page.title()) ? page.title() : known.title(),
                page.publisher().or(known::publisher),
                known.url(),
                page.paragraphs(),
                dating.published(),
                dating.approximate(),
                language.of(page.language(), page.title(), page.paragraphs()),
                page.maxSnippet(),
                // What a page names for sharing is larger than the thumbnails of feeds.
                picture(page.image(), known.image()));
        return new Draft(article, feed.guid(), aliases, feed.linkTells(), feed.file());
    }

    /** The article of an entry that says nothing but where it is. Sitemaps state when a page was last changed, so its own date counts first. */
    Draft fromPageAlone(CarriedEntry entry, ExtractedArticle page, List<URI> aliases, Instant savedAt) {
        Dating dating = page.published().isPresent()
                ? dating(page.published(), page.approximate(), savedAt)
                : dating(entry.published(), true, savedAt);
        NewArticle article = new NewArticle(
                page.title(),
                page.publisher().or(entry::feedTitle),
                entry.link(),
                page.paragraphs(),
                dating.published(),
                dating.approximate(),
                language.of(page.language(), page.title(), page.paragraphs()),
                page.maxSnippet(),
                picture(page.image(), entry.image()));
        return new Draft(article, entry.guid(), aliases, entry.linkTells(), Optional.empty());
    }

    /** The article of a page that somebody asked for, which stands at {@code address}; a page that names no publisher is told by its host. */
    NewArticle alone(ExtractedArticle page, URI address) {
        NewArticle article = article(page, clock.instant());
        return new NewArticle(
                article.title(),
                article.publisher().or(() -> Optional.ofNullable(address.getHost())),
                Optional.of(address),
                article.paragraphs(),
                article.published(),
                article.approximate(),
                article.language(),
                article.maxSnippet(),
                article.image());
    }

    private static Optional<URI> picture(Optional<URI> page, Optional<URI> feed) {
        return Pictures.best(Stream.concat(page.stream(), feed.stream()).toList());
    }

    private static boolean isCutShort(String feedTitle, String pageTitle) {
        Matcher cut = CUT_SHORT.matcher(feedTitle);
        return cut.find() && TextMatch.fold(pageTitle).startsWith(TextMatch.fold(feedTitle.substring(0, cut.start())));
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
                a.maxSnippet(),
                a.image());
    }

    /** The entry's own text without what is no part of it, when that can be told. */
    private Optional<ExtractedArticle> cleaned(CarriedEntry entry, Instant savedAt) {
        String page = "<!DOCTYPE html><html><head><title>" + Entities.escape(entry.title(), new OutputSettings())
                + "</title></head><body><article><h1>" + Entities.escape(entry.title(), new OutputSettings())
                + "</h1>" + entry.html() + "</article></body></html>";
        return switch (extractor.apply(
                new Document(page.getBytes(StandardCharsets.UTF_8), entry.link(), savedAt, Optional.of("UTF-8")))) {
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
