package news.lede.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads {@link PageFacts} from all places where pages state them. Immutable. */
final class FactsReader {
    private static final Pattern SNIPPET = Pattern.compile("max-snippet\\s*:\\s*(-?\\d{1,6})");
    /** English-speaking countries that write the day before the month. */
    private static final Pattern DAY_FIRST_HOST = Pattern.compile(".*\\.(?:uk|ie|au|nz|in|za|ng|ke|gh|sg|my|pk|bd|lk)");

    private static final Pattern DAY_FIRST_LANGUAGE = Pattern.compile("(?i)en[-_](?:gb|au|nz|ie|in|za).*");

    private final Titles titles = new Titles();
    private final Folds folds = new Folds();
    private final DateFinder dates = new DateFinder();
    private final AuthorFinder authors = new AuthorFinder();

    PageFacts read(Document page, Optional<URI> address) {
        return read(page, new Landmarks(page), address);
    }

    PageFacts read(Document page, Landmarks landmarks, Optional<URI> address) {
        Metas metas = new Metas(landmarks);
        JsonLd jsonLd = new JsonLd(landmarks);
        Optional<String> rough = metas.first("og:title")
                .or(() -> first(page, "h1").map(Element::text))
                .or(() -> Optional.of(page.title()).filter(t -> !t.isBlank()));
        Optional<JsonNode> article = jsonLd.article(rough);
        Optional<String> publisher = metas.first("og:site_name")
                .filter(n -> !n.contains("/"))
                .or(() -> article.flatMap(
                        a -> jsonLd.names(a, "publisher").stream().findFirst()))
                .or(() -> metas.first("application-name"))
                .map(Spaces::single);
        Optional<URI> url = CanonicalAddress.of(landmarks, metas, address);
        Optional<Fact<String>> title = titles.vote(
                page,
                landmarks,
                metas,
                article.flatMap(a -> JsonLd.text(a, "headline")),
                publisher,
                url.or(() -> address));
        Supplier<Outline> outline = new Once<>(() -> new Outline(page, title.map(Fact::value), folds));
        Optional<String> language = language(page, metas, article);
        Optional<Fact<Published>> published = dates.find(
                landmarks,
                metas,
                article,
                outline,
                url.or(() -> address),
                dayFirst(page, language, url.or(() -> address)));
        Optional<Fact<String>> author = authors.find(metas, jsonLd, article, outline, publisher);
        return new PageFacts(
                title.map(Fact::value),
                publisher,
                author.map(Fact::value),
                published.map(Fact::value),
                new Origins(title.map(Fact::place), author.map(Fact::place), published.map(Fact::place)),
                url,
                language,
                maxSnippet(metas),
                article.flatMap(JsonLd::body),
                metas.first("og:description").or(() -> metas.first("description")),
                article.map(FactsReader::isClosed).orElse(false),
                PagePicture.of(metas, url.or(() -> address)));
    }

    private static Optional<Element> first(Element root, String query) {
        return Optional.ofNullable(root.selectFirst(query));
    }

    private static boolean isClosed(JsonNode article) {
        return article.path("isAccessibleForFree")
                .asText("")
                .toLowerCase(Locale.ROOT)
                .contains("false");
    }

    private static Optional<String> language(Document page, Metas metas, Optional<JsonNode> article) {
        return Stream.of(
                        first(page, "html").map(h -> h.attr("lang").isBlank() ? h.attr("xml:lang") : h.attr("lang")),
                        article.flatMap(a -> JsonLd.text(a, "inLanguage")),
                        metas.first("content-language"),
                        metas.first("og:locale"))
                .flatMap(Optional::stream)
                .map(l -> l.strip().toLowerCase(Locale.ROOT).split("[-_,; ]")[0])
                .filter(l -> l.matches("[a-z]{2,3}"))
                .findFirst();
    }

    private static boolean dayFirst(Document page, Optional<String> language, Optional<URI> url) {
        return !language.equals(Optional.of("en"))
                || first(page, "html")
                        .map(h -> DAY_FIRST_LANGUAGE.matcher(h.attr("lang")).matches())
                        .orElse(false)
                || url.map(u -> DAY_FIRST_HOST
                                .matcher(String.valueOf(u.getHost()))
                                .matches())
                        .orElse(false);
    }

    private static OptionalInt maxSnippet(Metas metas) {
        int least = Integer.MAX_VALUE;
        for (String rules : Stream.of("robots", "googlebot", "googlebot-news", "bingbot")
                .flatMap(n -> metas.all(n).stream())
                .map(r -> r.toLowerCase(Locale.ROOT))
                .toList()) {
            if (rules.contains("nosnippet")) {
                return OptionalInt.of(0);
            }
            Matcher matcher = SNIPPET.matcher(rules);
            if (matcher.find() && !matcher.group(1).startsWith("-")) {
                least = Math.min(least, Integer.parseInt(matcher.group(1)));
            }
        }
        return least == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(least);
    }

    /** The instant of a time as people write it; noon UTC of a day. */
    static Optional<Instant> instant(String text, boolean dayFirst) {
        return Moment.read(text, dayFirst).map(Moment::instant);
    }

    /** A value made when first asked for; most pages state enough for programs that their lines need not be read. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> maker;
        private @Nullable T value;

        Once(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public T get() {
            T made = value;
            if (made == null) {
                made = maker.get();
                value = made;
            }
            return made;
        }
    }
}
