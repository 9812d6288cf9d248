package news.lede.feed;

import static news.lede.feed.Space.FEED;
import static news.lede.feed.Space.IMAGE;
import static news.lede.feed.Space.NEWS;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Maps sitemaps to our words: those for news, plain ones, and lists of sitemaps. */
final class SitemapAdapter {
    private final Links links;
    private final Names names;

    SitemapAdapter(Links links, Names names) {
        this.links = links;
        this.names = names;
    }

    ParsedFeed.SitemapIndex index(Element root) {
        Fields fields = new Fields(root, names);
        List<ParsedFeed.SitemapIndex.Child> children = new ArrayList<>();
        for (Element sitemap : fields.all(FEED, "sitemap")) {
            Fields child = fields.of(sitemap);
            location(child)
                    .ifPresent(a -> children.add(new ParsedFeed.SitemapIndex.Child(
                            a, child.text(FEED, "lastmod").flatMap(Moments::read))));
        }
        return new ParsedFeed.SitemapIndex(Newest.of(children, ParsedFeed.SitemapIndex.Child::lastModified));
    }

    /**
     * A sitemap in the vocabulary of news has its news alone as entries: other pages of it are no articles. {@code declaresNews}: whether the document names
     * that vocabulary, even if nothing is in the news today. Entries of a plain sitemap have an address and the time of the last change, but no title.
     */
    ParsedFeed.Feed pages(Element root, boolean declaresNews) {
        Fields fields = new Fields(root, names);
        List<Element> urls = fields.all(FEED, "url");
        List<Element> news = urls.stream()
                .filter(u -> fields.of(u).first(NEWS, "news").isPresent())
                .toList();
        boolean isNews = declaresNews || !news.isEmpty();
        List<Entry.Builder> entries = new ArrayList<>();
        for (Element url : Newest.of(isNews ? news : urls, u -> date(new Fields(u, names)))) {
            Fields page = new Fields(url, names);
            Optional<URI> address = location(page);
            if (address.isPresent()) {
                entries.add(entry(page, address));
            }
        }
        Optional<Fields> publication = news.stream()
                .flatMap(u -> story(new Fields(u, names)).stream())
                .flatMap(s -> s.first(NEWS, "publication").map(s::of).stream())
                .findFirst();
        return new ParsedFeed.Feed(
                publication.flatMap(p -> p.text(NEWS, "name")).map(Markup::line).orElse(""),
                Optional.empty(),
                publication.flatMap(p -> p.text(NEWS, "language")).flatMap(CleanText::someLine),
                EntryKeys.assign(entries));
    }

    private Entry.Builder entry(Fields page, Optional<URI> address) {
        Optional<Fields> story = story(page);
        List<URI> pictures = page.all(IMAGE, "image").stream()
                .flatMap(i -> page.of(i).text(IMAGE, "loc").flatMap(l -> links.resolve(l, i)).stream())
                .distinct()
                .toList();
        return Entry.builder()
                .id(page.text(FEED, "loc").flatMap(CleanText::someLine))
                .link(address)
                .title(story.flatMap(s -> s.text(NEWS, "title"))
                        .map(Markup::line)
                        .orElse(""))
                .published(story.flatMap(s -> s.text(NEWS, "publication_date")).flatMap(Moments::read))
                .updated(page.text(FEED, "lastmod").flatMap(Moments::read))
                .image(pictures.stream().findFirst())
                .media(pictures)
                .categories(story.map(SitemapAdapter::keywords).orElse(List.of()));
    }

    private static List<String> keywords(Fields story) {
        Set<String> found = new LinkedHashSet<>();
        story.text(NEWS, "keywords").ifPresent(k -> Categories.listed(found, k));
        return List.copyOf(found);
    }

    private static Optional<Fields> story(Fields page) {
        return page.first(NEWS, "news").map(page::of);
    }

    private Optional<Instant> date(Fields page) {
        return story(page)
                .flatMap(s -> s.text(NEWS, "publication_date"))
                .or(() -> page.text(FEED, "lastmod"))
                .flatMap(Moments::read);
    }

    private Optional<URI> location(Fields page) {
        return page.text(FEED, "loc").flatMap(l -> links.resolve(l, page.element()));
    }
}
