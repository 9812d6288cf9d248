package news.lede.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.lede.ingest.FakeWeb.feed;
import static news.lede.ingest.FakeWeb.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import news.lede.extract.Extraction;
import news.lede.feed.FeedParser;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.HostGate;
import news.lede.fetch.PageRules;
import news.lede.fetch.Politeness;
import news.lede.hub.HubBook;
import news.lede.hub.HubNotice;
import news.lede.hub.HubSubscription;
import news.lede.source.PollSchedule;
import news.lede.source.PollState;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.InMemoryStore;
import news.lede.story.StoryGrouping;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What polling does about hubs: finds them, slows down while they bring, and takes in what they bring. */
class HubPollTest {
    private static final String ADDRESS = "https://a.example/feed";
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final Duration FLOOR = Duration.ofMinutes(15);
    private static final Duration NET = FLOOR.multipliedBy(16);
    private static final String LINKS = "<atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"hub\""
            + " href=\"https://hub.example/\"/><atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"self\""
            + " href=\"https://a.example/self\"/>";

    private final SettableClock clock = new SettableClock(START);
    private final InMemoryStore store = new InMemoryStore();
    private final FakeWeb web = new FakeWeb(clock);
    private final AtomicInteger received = new AtomicInteger();
    private final FeedParser feeds = new FeedParser();
    private final HubBook hubs = new HubBook(store.hubs(), URI.create("https://news.example/hubs/"));
    private final Poller poller = new Poller(
            new PollBooks(
                    store.transactor(),
                    store.sources(),
                    store.pollStates(),
                    store.inbox(),
                    store.sourceEvents(),
                    store.hostRests(),
                    hubs),
            new Web(web, new HostGate(new Politeness(2, Duration.ZERO), clock), PageRules.NONE),
            PollSchedule.over(FLOOR),
            new Poller.Reading(
                    _ -> new Extraction.Refused(Extraction.Refusal.NO_ARTICLE, Optional.empty()),
                    d -> feeds.parse(d.bytes(), d.address(), d.charset()),
                    EntryJson::carry,
                    _ -> Optional.empty(),
                    new Intake(new Storing(
                            store.transactor(),
                            store.articles(),
                            store.revisits(),
                            store.vectors(),
                            store.sources(),
                            new StoryGrouping(store.stories(), store.articles()),
                            store.announcements(),
                            clock))),
            received::incrementAndGet,
            clock);
    private final SourceId source =
            store.sources().addIfAbsent(SourceKind.FEED, ADDRESS, "A").id();

    @AfterEach
    void close() {
        poller.close();
    }

    private Optional<HubNotice> subscribed() {
        return store.hubs().find(source).map(HubSubscription::notice);
    }

    private PollState state() {
        return store.pollStates().find(source).orElseThrow();
    }

    private Duration untilNext() {
        return Duration.between(clock.instant(), state().nextPoll().orElseThrow());
    }

    private void pollAgain() {
        clock.set(state().nextPoll().orElseThrow());
        poller.pollDue();
    }

    private void change(UnaryOperator<HubSubscription> change) {
        store.hubs().change(source, change);
    }

    /** Subscribed, and the hub has asked back. */
    private void granted(FetchOutcome... later) {
        List<FetchOutcome> all = new ArrayList<>(List.of(ok(feed(LINKS, START, "A", "B", "C", "D"))));
        all.addAll(List.of(later));
        web.answer(ADDRESS, all.toArray(FetchOutcome[]::new));
        poller.pollDue();
        change(s -> s.asked(clock.instant()).granted(Optional.of(Duration.ofDays(9)), clock.instant()));
    }

    private boolean bring(String body) throws InterruptedException {
        return poller.bring(source, URI.create("https://a.example/self"), body.getBytes(UTF_8), Optional.of("utf-8"));
    }

    @Test
    void theHubThatAFeedNamesIsNoted() {
        web.answer(ADDRESS, ok(feed(LINKS, START, "A")));
        poller.pollDue();
        assertThat(subscribed())
                .contains(new HubNotice(URI.create("https://hub.example/"), URI.create("https://a.example/self")));
        assertThat(untilNext()).isLessThan(NET);
    }

    @Test
    void soIsTheOneThatTheHeadersName() {
        Fetched plain = ok(feed(START, "A"));
        web.answer(
                ADDRESS,
                new Fetched(
                        plain.address(),
                        plain.moved(),
                        plain.body(),
                        plain.contentType(),
                        plain.charset(),
                        plain.validators(),
                        plain.freshFor(),
                        Optional.of("<https://other.example/>; rel=hub")));
        poller.pollDue();
        assertThat(subscribed()).contains(new HubNotice(URI.create("https://other.example/"), plain.address()));
    }

    @Test
    void aFeedWithoutOneIsNotSubscribedTo() {
        web.answer(ADDRESS, ok(feed(START, "A")));
        poller.pollDue();
        assertThat(subscribed()).isEmpty();
    }

    @Test
    void whileTheHubBringsPollingIsANetAndAfterItsLeaseItIsNot() {
        granted();
        pollAgain();
        assertThat(untilNext()).isBetween(NET, NET.plus(NET.dividedBy(10)));
        change(s -> s.granted(Optional.of(Duration.ofMinutes(5)), clock.instant()));
        pollAgain();
        assertThat(untilNext()).isLessThan(NET);
    }

    @Test
    void whatAHubBringsIsTakenInOnceWhoeverTellsItFirst() throws InterruptedException {
        granted(ok(feed(LINKS, START.plusSeconds(60), "New", "A")));
        int before = store.inbox().waiting(clock.instant(), 99).size();
        int told = received.get();
        PollState known = state();

        assertThat(bring(feed(START.plusSeconds(60), "New"))).isTrue();
        assertThat(store.inbox().waiting(clock.instant(), 99)).hasSize(before + 1);
        assertThat(store.inbox().waiting(clock.instant(), 99).getLast().firstContact())
                .isFalse();
        assertThat(received).hasValue(told + 1);
        assertThat(state()).isEqualTo(known);
        assertThat(bring(feed(START.plusSeconds(60), "New"))).isTrue();
        assertThat(received).hasValue(told + 1);

        pollAgain();
        assertThat(store.inbox().waiting(clock.instant(), 99)).hasSize(before + 1);
        assertThat(store.hubs().find(source).orElseThrow().missed()).isZero();
    }

    @Test
    void whatIsNoFeedIsNotTakenIn() throws InterruptedException {
        granted();
        int told = received.get();
        assertThat(bring("<html><body>Hello</body></html>")).isFalse();
        assertThat(bring("")).isFalse();
        assertThat(received).hasValue(told);
    }

    @Test
    void aNetThatCatchesSomethingTwiceIsPulledInAtTheUsualPace() {
        granted(
                ok(feed(LINKS, START.plusSeconds(60), "One", "A", "B", "C")),
                ok(feed(LINKS, START.plusSeconds(120), "Two", "One", "A", "B")));
        pollAgain();
        assertThat(store.hubs().find(source).orElseThrow().missed()).isEqualTo(1);
        assertThat(untilNext()).isGreaterThanOrEqualTo(NET);
        pollAgain();
        assertThat(store.hubs().find(source).orElseThrow().missed()).isEqualTo(2);
        assertThat(untilNext()).isLessThan(NET);
    }

    @Test
    void aFailureIsWaitedForAsEver() {
        granted(new FetchOutcome.Status(500));
        pollAgain();
        assertThat(state().failures()).isEqualTo(1);
        assertThat(subscribed()).isPresent();
    }
}
