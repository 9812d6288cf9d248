package news.lede.ingest;

import static news.lede.hostile.Answers.ok;
import static news.lede.hostile.Answers.status;
import static news.lede.hostile.Feeds.items;
import static news.lede.hostile.Feeds.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.extract.DocumentExtractor;
import news.lede.feed.FeedParser;
import news.lede.fetch.AddressRules;
import news.lede.fetch.AllowedAddress;
import news.lede.fetch.FetchLimits;
import news.lede.fetch.HostGate;
import news.lede.fetch.PageRules;
import news.lede.fetch.PoliteFetcher;
import news.lede.fetch.Politeness;
import news.lede.fetch.Robots;
import news.lede.hostile.HostileServer;
import news.lede.hostile.HostileServer.Row;
import news.lede.http.HttpFetcher;
import news.lede.source.PollSchedule;
import news.lede.source.PollState;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.SqliteStore;
import news.lede.store.SqliteStores;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a server that means harm to the articles of a store. Only the server's own address and port are allowed, and nothing else is ever asked. */
abstract class HostileNews {
    static final String AGENT = "Lede/test (+https://lede.example/bot)";
    static final Duration FLOOR = Duration.ofMinutes(15);
    private static final DocumentExtractor EXTRACTOR = new DocumentExtractor();
    static final int GOOD = 5;

    @TempDir
    static Path stores;

    final SettableClock clock = new SettableClock("2026-05-04T13:00:00Z");
    final HostileServer server = new HostileServer();
    final SqliteStore store = SqliteStores.openNew(stores);
    final AddressRules rules = new AddressRules(List.of(AllowedAddress.parse("127.0.0.1:" + server.port())));
    final HttpFetcher fetcher = new HttpFetcher(rules, FetchLimits.DEFAULT.within(Duration.ofSeconds(5)), AGENT, clock);
    final FeedParser feeds = new FeedParser();
    final Map<String, SourceId> sources = new LinkedHashMap<>();
    Poller poller = poller(clock, FLOOR);
    final EntryIntake intake = intake();

    final Poller poller(InstantSource at, Duration floor) {
        return new Poller(
                new PollBooks(
                        store.transactor(),
                        store.sources(),
                        store.pollStates(),
                        store.inbox(),
                        store.sourceEvents(),
                        store.hostRests()),
                new Web(fetcher, new HostGate(Politeness.DEFAULT, rules, at), PageRules.NONE),
                PollSchedule.over(floor),
                new Poller.Reading(
                        EXTRACTOR::extract,
                        d -> feeds.parse(d.bytes(), d.address(), d.charset()),
                        EntryJson::carry,
                        _ -> Optional.empty(),
                        new Intake(TestStoring.over(store, clock))),
                () -> {},
                at);
    }

    private EntryIntake intake() {
        HostGate gate = new HostGate(Politeness.DEFAULT, rules, clock);
        PoliteFetcher polite = new PoliteFetcher(fetcher, gate, new Robots(fetcher, AGENT, clock), clock);
        return new EntryIntake(
                TestStoring.over(store, clock),
                store.inbox(),
                new EntryReading(
                        EXTRACTOR::extract,
                        d -> feeds.parse(d.bytes(), d.address(), d.charset()),
                        _ -> Optional.empty(),
                        store.articles(),
                        clock),
                new WebPages(polite, EXTRACTOR::extract, clock));
    }

    @AfterEach
    void nothingInternalWasAskedAndNothingIsLeftOpen() {
        poller.close();
        fetcher.close();
        store.close();
        await().until(() -> server.open() == 0);
        assertThat(server.internalHits()).isZero();
        server.close();
    }

    final void source(String path, Row row) {
        server.serve(path, row);
        URI address = server.at(path);
        sources.put(
                path,
                store.sources()
                        .addIfAbsent(SourceKind.FEED, address.toString(), path)
                        .id());
    }

    final SourceId id(String path) {
        return Objects.requireNonNull(sources.get(path), path);
    }

    final PollState state(String path) {
        return store.pollStates().find(id(path)).orElseThrow();
    }

    /** Polls all that is due, and stores what came of it. */
    final void poll() {
        poller.pollDue();
        while (intake.take(500).entries() > 0) {
            // until nothing waits
        }
    }

    final void pollAgainAt(String path) {
        clock.set(state(path).nextPoll().orElseThrow());
        poll();
    }

    final List<Article> articles(String path) {
        return store.articles().after(new ArticleId(0), 10_000).stream()
                .filter(a -> store.articles().sourcesOf(a.id()).contains(id(path)))
                .toList();
    }

    final List<String> titles(String path) {
        return articles(path).stream().map(Article::title).toList();
    }

    final void goodOnes() {
        for (int i = 0; i < GOOD; i++) {
            String feed = rss(items(server.at("").toString(), i * 10, 3));
            source("/good" + i, (asked, out) -> {
                boolean known = asked.header("If-None-Match").contains("\"good\"");
                (known ? status(304) : ok(feed, "ETag: \"good\"")).answer(asked, out);
            });
        }
    }
}
