package news.lede.ingest;

import static news.lede.ingest.FakeWeb.feed;
import static news.lede.ingest.FakeWeb.ok;
import static news.lede.ingest.FakeWeb.tag;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import news.lede.extract.Extraction;
import news.lede.feed.FeedParser;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.fetch.HostGate;
import news.lede.fetch.PageRules;
import news.lede.fetch.Politeness;
import news.lede.fetch.Validators;
import news.lede.source.PollSchedule;
import news.lede.source.PollState;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.story.StoryGrouping;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restart must not change, over SQLite. */
class PollerRestartTest {
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final Duration FLOOR = Duration.ofMinutes(15);

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(START);
    private final FakeWeb web = new FakeWeb(clock);

    private Store open() {
        return SqliteStore.open(folder, Store.Mode.ALONE);
    }

    private Poller poller(Store store) {
        FeedParser feeds = new FeedParser();
        Storing storing = new Storing(
                store.transactor(),
                store.articles(),
                store.revisits(),
                store.vectors(),
                store.sources(),
                new StoryGrouping(store.stories(), store.articles()),
                store.announcements(),
                clock);
        return new Poller(
                new PollBooks(
                        store.transactor(),
                        store.sources(),
                        store.pollStates(),
                        store.inbox(),
                        store.sourceEvents(),
                        store.hostRests()),
                new Web(web, new HostGate(new Politeness(2, Duration.ZERO), clock), PageRules.NONE),
                PollSchedule.over(FLOOR),
                new Poller.Reading(
                        _ -> new Extraction.Refused(Extraction.Refusal.NO_ARTICLE, Optional.empty()),
                        d -> feeds.parse(d.bytes(), d.address(), d.charset()),
                        EntryJson::carry,
                        _ -> Optional.empty(),
                        new Intake(storing)),
                () -> {},
                clock);
    }

    private static SourceId add(Store store, String address) {
        return store.sources().addIfAbsent(SourceKind.FEED, address, address).id();
    }

    private void pollOnce() {
        try (Store store = open();
                Poller poller = poller(store)) {
            poller.pollDue();
        }
    }

    @Test
    void validatorsEntriesAndTheNextPollSurvive() {
        String address = "https://a.example/feed";
        web.answer(address, ok(feed(START, "Light lit"), tag("W/\"1\"")), FakeWeb.unchanged());
        try (Store store = open()) {
            add(store, address);
        }
        pollOnce();
        pollOnce();
        assertThat(web.asked()).hasSize(1);
        clock.advance(Duration.ofHours(3));
        pollOnce();
        assertThat(web.requests().getLast().validators()).isEqualTo(tag("W/\"1\""));
        try (Store store = open()) {
            assertThat(store.inbox().backlog()).isEqualTo(1);
        }
    }

    @Test
    void whoeverIsStoppedBetweenAskingAndWritingDoesNotAskAgainWithinTheFloorAndLosesNothing() {
        String address = "https://a.example/feed";
        web.answer(address, ok(feed(START, "Light lit"), tag("\"1\"")));
        try (Store store = open()) {
            SourceId source = add(store, address);
            store.pollStates().admit(START);
            // As a poller does before it asks; then the power went.
            store.pollStates().begin(List.of(source), START, START.plus(FLOOR));
        }
        clock.advance(FLOOR.minusMillis(1));
        pollOnce();
        assertThat(web.asked()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        pollOnce();
        assertThat(web.requests().getLast().validators()).isEqualTo(Validators.NONE);
        try (Store store = open()) {
            assertThat(store.inbox().waiting(clock.instant(), 9))
                    .extracting(Inbox.Waiting::firstContact)
                    .containsExactly(true);
        }
    }

    @Test
    void overDaysWithRestartsAtRandomNoSourceIsAskedWithinItsFloorAndEachIsAskedAgain() {
        Random random = new Random(4);
        List<String> addresses = new ArrayList<>();
        try (Store store = open()) {
            for (int i = 0; i < 30; i++) {
                String address = "https://s" + i + ".example/feed";
                addresses.add(address);
                add(store, address);
                web.answer(address, anything(random, i));
            }
        }
        for (int run = 0; run < 25; run++) {
            try (Store store = open();
                    Poller poller = poller(store)) {
                for (int turn = 0; turn < 10; turn++) {
                    poller.pollDue();
                    poller.pollSoon(new SourceId(2 + random.nextInt(30)));
                    clock.advance(Duration.ofSeconds(random.nextInt(2_000)));
                }
            }
        }
        Map<String, Instant> last = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (FakeWeb.Asked asked : web.asked()) {
            String address = asked.request().address().toString();
            Instant before = last.put(address, asked.at());
            times.merge(address, 1, Integer::sum);
            if (before != null) {
                assertThat(Duration.between(before, asked.at())).isGreaterThanOrEqualTo(FLOOR);
            }
        }
        assertThat(times.keySet()).containsExactlyInAnyOrderElementsOf(addresses);
        assertThat(times.values()).allMatch(n -> n > 5);
    }

    private static FetchOutcome[] anything(Random random, int source) {
        FetchOutcome[] outcomes = new FetchOutcome[40];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = switch (random.nextInt(5)) {
                case 0 -> new Status(500);
                case 1 -> new Throttled(429, Optional.of(Duration.ofSeconds(random.nextInt(3_000))));
                case 2 -> FakeWeb.unchanged();
                default -> ok(feed(START.plusSeconds(i), "News " + source + " " + i), tag("\"" + i + "\""));
            };
        }
        return outcomes;
    }

    @Test
    void theStateOfEachSourceIsWhatTheNextProcessFinds() {
        String address = "https://a.example/feed";
        web.answer(address, new Status(500));
        try (Store store = open()) {
            add(store, address);
        }
        PollState before;
        try (Store store = open();
                Poller poller = poller(store)) {
            poller.pollDue();
            before = store.pollStates()
                    .find(store.sources().findByAddress(address).orElseThrow().id())
                    .orElseThrow();
        }
        try (Store store = open()) {
            assertThat(store.pollStates().find(before.source())).contains(before);
        }
        assertThat(before.failures()).isEqualTo(1);
    }
}
