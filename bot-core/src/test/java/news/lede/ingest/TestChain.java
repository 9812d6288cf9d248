package news.lede.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.extract.Document;
import news.lede.extract.DocumentExtractor;
import news.lede.extract.Extraction;
import news.lede.feed.FeedParser;
import news.lede.ingest.EntryIntake.Taken;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.InMemoryStore;
import news.lede.store.Store;
import news.lede.text.Language;
import news.lede.time.SettableClock;

/** The chain from what a source carried to stored articles, over one store. */
final class TestChain {
    static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    private static final DocumentExtractor EXTRACTOR = new DocumentExtractor();

    final SettableClock clock = new SettableClock(NOW);
    final TestPages pages = new TestPages();
    final Store store;
    private final Duration patience;
    private PageReader reader = pages;

    TestChain() {
        this(new InMemoryStore(), Duration.ofSeconds(30));
    }

    TestChain(Store store, Duration patience) {
        this.store = store;
        this.patience = patience;
    }

    void readPagesBy(PageReader other) {
        reader = other;
    }

    SourceId source(String name) {
        return store.sources()
                .addIfAbsent(SourceKind.FEED, "https://" + name + ".example/feed", name)
                .id();
    }

    /** What a poll does: everything the feed carries goes into the inbox. */
    Inbox.Received polled(SourceId source, boolean firstContact, List<TestFeed.Item> items) {
        return store.inbox()
                .receive(source, EntryJson.carry(TestFeed.of("Harbour Courier", items)), firstContact, clock.instant());
    }

    Inbox.Received polled(SourceId source, TestFeed.Item... items) {
        return polled(source, false, List.of(items));
    }

    Taken take() {
        return intake(store).take(100);
    }

    /** The intake after a restart, over {@code other}, which may fail where this store does not. */
    EntryIntake intake(Store other) {
        return new EntryIntake(TestStoring.over(other, clock), other.inbox(), reading(other), reader, patience);
    }

    EntryReading reading(Store other) {
        FeedParser feeds = new FeedParser();
        return new EntryReading(
                this::extract,
                document -> feeds.parse(document.bytes(), document.address(), document.charset()),
                _ -> Optional.of(Language.ENGLISH),
                other.articles(),
                clock);
    }

    private Extraction extract(Document document) {
        return EXTRACTOR.extract(document);
    }

    List<Article> articles() {
        return store.articles().after(new ArticleId(0), 10_000);
    }

    List<String> titles() {
        List<String> titles = new ArrayList<>();
        articles().forEach(article -> titles.add(article.title()));
        return titles;
    }

    int announced() {
        return store.announcements().after(0, 10_000).size();
    }
}
