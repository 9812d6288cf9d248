package news.lede.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.lede.text.Dates;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads {@link PageFacts} from all places where pages state them, surest place first. Immutable. */
final class FactsReader {
    private static final List<String> DATE_METAS = List.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "article:published",
            "datepublished",
            "date_published",
            "parsely-pub-date",
            "sailthru.date",
            "publish-date",
            "publish_date",
            "publication_date",
            "pubdate",
            "published",
            "dc.date.issued",
            "dcterms.created",
            "dcterms.date",
            "dc.date",
            "dc.date.created",
            "dcterms.issued",
            "citation_publication_date",
            "citation_date",
            "article.published",
            "article_date_original",
            "originalpublicationdate",
            "cxenseparse:recs:publishtime",
            "rnews:datepublished",
            "bt:pubdate",
            "displaydate",
            "publishdate",
            "vr:published_time",
            "date",
            "article:post_date",
            "created",
            "last-modified");
    private static final List<String> AUTHOR_METAS = List.of(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "og:author",
            "citation_author",
            "cxenseparse:author",
            "article:author_name",
            "article.author",
            "twitter:creator:name",
            "shareaholic:article_author_name",
            "vr:author",
            "rbauthors");
    private static final String AUTHOR_ELEMENTS =
            "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .author-name, .author__name, .byline__name, .byline-name, .article-author, .post-author, .entry-author, .c-byline__author,"
                    + " .article__author, .byline a, .byline, .author a, .author, .autor, .auteur, .fn";
    private static final Pattern URL_DATE =
            Pattern.compile("/(20[0-3]\\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\\d|3[01])(?:[/-]|$)");
    private static final Pattern SNIPPET = Pattern.compile("max-snippet\\s*:\\s*(-?\\d{1,6})");
    private static final Pattern BY = Pattern.compile(
            "^(?:(?:written |posted |published |reporting |story |words |text )?by|von|par|por|di|da|door|av|af|od|przez|автор|текст|autor|autore|auteur|author|redaktion)\\s*[:：]?\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Titles titles = new Titles();

    PageFacts read(Document page, Optional<URI> address) {
        JsonLd jsonLd = new JsonLd(page);
        Optional<String> rough = meta(page, "og:title")
                .or(() -> first(page, "h1").map(Element::text))
                .or(() -> Optional.of(page.title()).filter(t -> !t.isBlank()));
        Optional<JsonNode> article = jsonLd.article(rough);
        Optional<String> publisher = meta(page, "og:site_name")
                .filter(n -> !n.contains("/"))
                .or(() -> article.flatMap(
                        a -> jsonLd.names(a, "publisher").stream().findFirst()))
                .or(() -> meta(page, "application-name"));
        Optional<URI> url = url(page, address);
        Optional<String> language = language(page, article);
        return new PageFacts(
                titles.vote(page, article.flatMap(a -> JsonLd.text(a, "headline")), publisher, url.or(() -> address)),
                publisher.map(Spaces::single),
                author(page, jsonLd, article, publisher),
                published(page, article, url.or(() -> address), language),
                url,
                language,
                maxSnippet(page),
                article.flatMap(JsonLd::body),
                meta(page, "og:description").or(() -> meta(page, "description")),
                article.map(a -> a.path("isAccessibleForFree")
                                .asText("")
                                .toLowerCase(Locale.ROOT)
                                .contains("false"))
                        .orElse(false));
    }

    static Optional<String> meta(Document page, String name) {
        return page
                .select("meta[property=\"" + name + "\"], meta[name=\"" + name + "\"], meta[itemprop=\"" + name + "\"]")
                .stream()
                .map(m -> Spaces.single(m.attr("content")))
                .filter(c -> !c.isEmpty())
                .findFirst();
    }

    private static Optional<Element> first(Element root, String query) {
        return Optional.ofNullable(root.selectFirst(query));
    }

    private static Optional<URI> url(Document page, Optional<URI> address) {
        return Stream.of(first(page, "link[rel=canonical]").map(l -> l.attr("href")), meta(page, "og:url"))
                .flatMap(Optional::stream)
                .map(u -> web(u, address))
                .flatMap(Optional::stream)
                .filter(u -> hasPath(u))
                .findFirst()
                .or(() -> address.filter(a -> "http".equals(a.getScheme()) || "https".equals(a.getScheme())));
    }

    /** A home page as canonical address is a site's mistake. */
    private static boolean hasPath(URI uri) {
        String path = uri.getRawPath();
        return (path != null && path.length() > 1) || uri.getRawQuery() != null;
    }

    private static Optional<URI> web(String text, Optional<URI> address) {
        try {
            URI uri = new URI(text.strip().replace(" ", "%20"));
            URI absolute =
                    uri.isAbsolute() || address.isEmpty() ? uri : address.get().resolve(uri);
            boolean web =
                    "http".equalsIgnoreCase(absolute.getScheme()) || "https".equalsIgnoreCase(absolute.getScheme());
            return web && absolute.getHost() != null ? Optional.of(absolute) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> language(Document page, Optional<JsonNode> article) {
        return Stream.of(
                        first(page, "html").map(h -> h.attr("lang").isBlank() ? h.attr("xml:lang") : h.attr("lang")),
                        article.flatMap(a -> JsonLd.text(a, "inLanguage")),
                        meta(page, "content-language"),
                        first(page, "meta[http-equiv=content-language]").map(m -> m.attr("content")),
                        meta(page, "og:locale"))
                .flatMap(Optional::stream)
                .map(l -> l.strip().toLowerCase(Locale.ROOT).split("[-_,; ]")[0])
                .filter(l -> l.matches("[a-z]{2,3}"))
                .findFirst();
    }

    private static OptionalInt maxSnippet(Document page) {
        int least = Integer.MAX_VALUE;
        for (Element meta :
                page.select("meta[name=robots], meta[name=googlebot], meta[name=googlebot-news], meta[name=bingbot]")) {
            String rules = meta.attr("content").toLowerCase(Locale.ROOT);
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

    private static Optional<String> author(
            Document page, JsonLd jsonLd, Optional<JsonNode> article, Optional<String> publisher) {
        List<String> stated = article.map(a -> jsonLd.names(a, "author")).orElse(List.of());
        Optional<String> structured = joined(stated, publisher);
        if (structured.isPresent()) {
            return structured;
        }
        for (String name : AUTHOR_METAS) {
            List<String> values = page.select("meta[property=\"" + name + "\"], meta[name=\"" + name + "\"]").stream()
                    .map(m -> m.attr("content"))
                    .toList();
            Optional<String> names = joined(values, publisher);
            if (names.isPresent()) {
                return names;
            }
        }
        List<String> visible = new ArrayList<>();
        for (String query : AUTHOR_ELEMENTS.split(",")) {
            page.select(query.strip()).stream()
                    .limit(3)
                    .map(Element::text)
                    .filter(t -> t.length() < 80)
                    .forEach(visible::add);
            Optional<String> names = joined(visible.stream().distinct().limit(2).toList(), publisher);
            if (names.isPresent()) {
                return names;
            }
            visible.clear();
        }
        return Optional.empty();
    }

    private static Optional<String> joined(List<String> names, Optional<String> publisher) {
        List<String> clean = names.stream()
                .map(n -> BY.matcher(Spaces.single(n)).replaceFirst(""))
                .map(n -> n.replaceFirst("\\s*[|•·(@].*$", "").strip())
                .filter(n -> !n.isEmpty()
                        && n.length() < 120
                        && !n.startsWith("http")
                        && !n.contains("://")
                        && !n.contains(".com"))
                .filter(n -> publisher.isEmpty() || !n.equalsIgnoreCase(publisher.get()))
                .distinct()
                .toList();
        return clean.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", clean));
    }

    private static Optional<Instant> published(
            Document page, Optional<JsonNode> article, Optional<URI> url, Optional<String> language) {
        boolean dayFirst = !language.equals(Optional.of("en"))
                || url.map(u -> String.valueOf(u.getHost()).endsWith(".uk")).orElse(false);
        List<String> texts = new ArrayList<>();
        article.flatMap(a -> JsonLd.text(a, "datePublished")).ifPresent(texts::add);
        DATE_METAS.stream()
                .limit(DATE_METAS.size() - 3L)
                .forEach(name -> metaDate(page, name).ifPresent(texts::add));
        page
                .select(
                        "[itemprop=datePublished], time[pubdate], time.published, time.entry-date, .published time, time[datetime]")
                .stream()
                .limit(4)
                .map(FactsReader::dateOf)
                .forEach(texts::add);
        Optional<Instant> stated = firstDate(texts, dayFirst);
        if (stated.isPresent()) {
            return stated;
        }
        Optional<Instant> inUrl = url.map(u -> URL_DATE.matcher(u.toString()))
                .filter(Matcher::find)
                .flatMap(m -> instant(m.group(1) + "-" + m.group(2) + "-" + m.group(3), true));
        if (inUrl.isPresent()) {
            return inUrl;
        }
        texts.clear();
        article.flatMap(a -> JsonLd.text(a, "dateCreated")).ifPresent(texts::add);
        page
                .select(
                        "time, [class*=date], [class*=Date], [class*=time], [class*=publish], [class*=byline], [class*=meta], [id*=date], .posted-on")
                .stream()
                .limit(60)
                .map(FactsReader::dateOf)
                .filter(t -> t.length() < 120)
                .forEach(texts::add);
        DATE_METAS
                .subList(DATE_METAS.size() - 3, DATE_METAS.size())
                .forEach(name -> metaDate(page, name).ifPresent(texts::add));
        return firstDate(texts, dayFirst)
                .or(() -> firstDate(texts.stream().flatMap(FactsReader::windows).toList(), dayFirst));
    }

    /** Pieces of a line that may be a date among other words ("Updated by the desk on 4 March 2026"). */
    private static Stream<String> windows(String text) {
        String[] words = text.strip().split("\\s+");
        List<String> out = new ArrayList<>();
        for (int from = 0; from < Math.min(words.length, 14); from++) {
            for (int size = 5; size >= 1; size--) {
                if (from + size <= words.length
                        && !words[from].isEmpty()
                        && Character.isLetterOrDigit(words[from].codePointAt(0))) {
                    String window = String.join(" ", List.of(words).subList(from, from + size));
                    if (window.chars().anyMatch(Character::isDigit) && window.length() > 7) {
                        out.add(window);
                    }
                }
            }
        }
        return out.stream();
    }

    private static Optional<String> metaDate(Document page, String name) {
        return page.select("meta").stream()
                .filter(m -> m.attr("property").equalsIgnoreCase(name)
                        || m.attr("name").equalsIgnoreCase(name)
                        || m.attr("itemprop").equalsIgnoreCase(name))
                .map(m -> m.attr("content").strip())
                .filter(c -> !c.isEmpty())
                .findFirst();
    }

    private static String dateOf(Element element) {
        String machine = element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content");
        return machine.isBlank() ? Spaces.single(element.text()) : machine.strip();
    }

    private static Optional<Instant> firstDate(List<String> texts, boolean dayFirst) {
        return texts.stream()
                .map(t -> instant(t, dayFirst))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<Instant> instant(String text, boolean dayFirst) {
        return Dates.read(text, dayFirst).map(r -> r.dateOnly() ? r.instant().plus(Duration.ofHours(12)) : r.instant());
    }
}
