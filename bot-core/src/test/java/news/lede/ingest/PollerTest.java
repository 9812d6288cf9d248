package news.lede.ingest;

import static news.lede.ingest.FakeWeb.feed;
import static news.lede.ingest.FakeWeb.fresh;
import static news.lede.ingest.FakeWeb.moved;
import static news.lede.ingest.FakeWeb.ok;
import static news.lede.ingest.FakeWeb.tag;
import static news.lede.ingest.FakeWeb.unchanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.lede.community.Workspace;
import news.lede.extract.Extraction;
import news.lede.feed.FeedParser;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Gone;
import news.lede.fetch.FetchOutcome.NotModified;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.HostGate;
import news.lede.fetch.PageRules;
import news.lede.fetch.Politeness;
import news.lede.fetch.Validators;
import news.lede.ingest.Inbox.Waiting;
import news.lede.ingest.Poller.Round;
import news.lede.source.PollSchedule;
import news.lede.source.PollState;
import news.lede.source.PollState.Known;
import news.lede.source.PollState.Move;
import news.lede.source.Source;
import news.lede.source.SourceEvent;
import news.lede.source.SourceEvent.Kind;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.InMemoryStore;
import news.lede.story.StoryGrouping;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollerTest {
    private static final String ADDRESS = "https://a.example/feed";
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final Duration FLOOR = Duration.ofMinutes(15);

    private final SettableClock clock = new SettableClock(START);
    private final InMemoryStore store = new InMemoryStore();
    private final FakeWeb web = new FakeWeb(clock);
    private final HostGate gate = new HostGate(new Politeness(2, Duration.ZERO), clock);
    private final AtomicInteger received = new AtomicInteger();
    private final FeedParser feeds = new FeedParser();
    private Poller poller = poller(gate);
    private final SourceId source =
            store.sources().addIfAbsent(SourceKind.FEED, ADDRESS, "A").id();

    private Poller poller(HostGate at) {
        Intake intake = new Intake(new Storing(
                store.transactor(),
                store.articles(),
                store.revisits(),
                store.vectors(),
                store.sources(),
                new StoryGrouping(store.stories(), store.articles()),
                store.announcements(),
                clock));
        return new Poller(
                new PollBooks(
                        store.transactor(),
                        store.sources(),
                        store.pollStates(),
                        store.inbox(),
                        store.sourceEvents(),
                        store.hostRests()),
                new Web(web, at, PageRules.NONE),
                PollSchedule.over(FLOOR),
                new Poller.Reading(
                        _ -> new Extraction.Refused(Extraction.Refusal.NO_ARTICLE, Optional.empty()),
                        d -> feeds.parse(d.bytes(), d.address(), d.charset()),
                        EntryJson::carry,
                        _ -> Optional.empty(),
                        intake),
                received::incrementAndGet,
                clock);
    }

    @AfterEach
    void close() {
        poller.close();
    }

    private PollState state(SourceId id) {
        return store.pollStates().find(id).orElseThrow();
    }

    private PollState state() {
        return state(source);
    }

    private Round pollAgain() {
        clock.set(state().nextPoll().orElseThrow());
        return poller.pollDue();
    }

    private List<Kind> events() {
        return store.sourceEvents().of(source, 100).reversed().stream()
                .map(SourceEvent::kind)
                .toList();
    }

    private List<String> waiting() {
        return store.inbox().waiting(clock.instant(), 100).stream()
                .map(w -> ((EntryJson.Payload.OfFeed) EntryJson.read(w.payload()))
                        .entry()
                        .title())
                .toList();
    }

    @Nested
    class GivenAFeed {
        @Test
        void aNewSourceIsPolledAtOnceAndNotAgainBeforeItIsDue() {
            web.answer(ADDRESS, ok(feed(START, "Light lit", "Boat late")));
            assertThat(poller.pollDue()).isEqualTo(new Round(1, 2, 0));
            assertThat(poller.pollDue()).isEqualTo(new Round(0, 0, 0));
            assertThat(state().lastSuccess()).contains(START);
            assertThat(state().nextPoll().orElseThrow()).isAfterOrEqualTo(START.plus(FLOOR));
            assertThat(state().outcome()).isEqualTo("read, 2 entries");
            assertThat(received).hasValue(1);
        }

        @Test
        void whatWasThereAtFirstContactIsNoNewsAndWhatComesLaterIsOldestFirst() {
            web.answer(ADDRESS, ok(feed(START, "Old")), ok(feed(START.plusSeconds(3_600), "Newest", "Newer", "Old")));
            poller.pollDue();
            assertThat(store.inbox().waiting(clock.instant(), 9))
                    .extracting(Waiting::firstContact)
                    .containsExactly(true);
            assertThat(pollAgain().entries()).isEqualTo(2);
            assertThat(waiting()).containsExactly("Old", "Newer", "Newest");
            assertThat(store.inbox().waiting(clock.instant(), 9))
                    .extracting(Waiting::firstContact)
                    .containsExactly(true, false, false);
        }

        @Test
        void anAnswerWithoutEntriesIsAFirstContactToo() {
            web.answer(ADDRESS, ok(feed(START)), ok(feed(START, "First ever")));
            poller.pollDue();
            pollAgain();
            assertThat(store.inbox().waiting(clock.instant(), 9))
                    .extracting(Waiting::firstContact)
                    .containsExactly(false);
        }

        @Test
        void thePaceAndTheWishesOfTheFeedAreKeptAndDecideWhenItIsAskedNext() {
            web.answer(ADDRESS, ok(feed("<ttl>300</ttl>", START, "A", "B", "C", "D")), unchanged());
            poller.pollDue();
            assertThat(state().pace().newestEntry()).contains(START);
            assertThat(state().pace().usualGap()).contains(Duration.ofHours(1));
            assertThat(state().pace().wishes().interval()).contains(Duration.ofHours(5));
            assertThat(state().nextPoll().orElseThrow()).isAfterOrEqualTo(START.plus(Duration.ofHours(5)));
        }

        @Test
        void freshnessIsWaitedFor() {
            web.answer(ADDRESS, fresh(feed(START, "A", "B", "C", "D"), Duration.ofHours(9)));
            poller.pollDue();
            assertThat(state().nextPoll().orElseThrow()).isAfterOrEqualTo(START.plus(Duration.ofHours(9)));
        }

        @Test
        void theNumberOfFollowersIsTold() {
            Workspace workspace = store.communities().workspace("console", "1", "One");
            store.communities().follow(workspace.id(), source);
            web.answer(ADDRESS, ok(feed(START, "A")));
            poller.pollDue();
            assertThat(web.requests()).extracting(FetchRequest::followers).containsExactly(OptionalInt.of(1));
        }

        @Test
        void aSourceWithoutAReadableAddressFailsByItselfAndNobodyIsAsked() {
            SourceId odd = store.sources()
                    .addIfAbsent(SourceKind.FEED, "no address at all", "Odd")
                    .id();
            web.answer(ADDRESS, ok(feed(START, "A")));
            assertThat(poller.pollDue().polled()).isEqualTo(2);
            assertThat(state(odd).failures()).isEqualTo(1);
            assertThat(state(odd).outcome()).startsWith("its address cannot be read");
            assertThat(state().failures()).isZero();
            assertThat(web.asked()).hasSize(1);
        }

        @Test
        void aFolderOfThisMachineIsLookedIntoAtTheFloorAndNobodyIsAsked(@TempDir Path folder) throws IOException {
            poller.pollDue();
            int asked = web.asked().size();
            Path file = Files.writeString(folder.resolve("ferry.txt"), "Ferry aground. It was towed free.");
            Files.setLastModifiedTime(file, FileTime.from(clock.instant().minusSeconds(60)));
            SourceId added = store.sources()
                    .addIfAbsent(SourceKind.FOLDER, folder.toUri().toString(), "Desk")
                    .id();

            assertThat(poller.pollDue()).isEqualTo(new Round(1, 1, 0));
            assertThat(state(added).outcome()).isEqualTo("read, 1 files");
            assertThat(state(added).nextPoll().orElseThrow())
                    .isBetween(clock.instant().plus(FLOOR), clock.instant().plus(FLOOR.multipliedBy(2)));
            Files.delete(file);
            Files.delete(folder);
            clock.set(state(added).nextPoll().orElseThrow());
            poller.pollDue();

            assertThat(state(added).failures()).isEqualTo(1);
            assertThat(state(added).outcome()).isEqualTo("there is no such folder");
            assertThat(web.asked()).hasSizeLessThanOrEqualTo(asked + 1);
        }

        @Test
        void thousandsAreAllPolledOnce() {
            for (int i = 0; i < 3_000; i++) {
                String address = "https://s" + i + ".example/feed";
                store.sources().addIfAbsent(SourceKind.FEED, address, "S" + i);
                web.answer(address, ok(feed(START, "News " + i)));
            }
            web.answer(ADDRESS, ok(feed(START, "A")));
            assertThat(poller.pollDue()).isEqualTo(new Round(3_001, 3_001, 0));
            assertThat(web.asked()).hasSize(3_001);
            assertThat(store.pollStates().due(START.plus(FLOOR).minusMillis(1), 9))
                    .isEmpty();
        }
    }

    @Nested
    class GivenConditionalRequests {
        @Test
        void validatorsOfAGoodAnswerAreSentBackAndSurviveA304WithoutAny() {
            web.answer(ADDRESS, ok(feed(START, "A"), tag("W/\"1, 2\"")), unchanged());
            poller.pollDue();
            pollAgain();
            pollAgain();
            assertThat(web.requests())
                    .extracting(FetchRequest::validators)
                    .containsExactly(Validators.NONE, tag("W/\"1, 2\""), tag("W/\"1, 2\""));
            assertThat(state().failures()).isZero();
            assertThat(state().lastSuccess()).contains(clock.instant());
            assertThat(state().outcome()).isEqualTo("nothing new");
        }

        @Test
        void newerOnesReplaceOlderOnesAlsoFromA304() {
            web.answer(
                    ADDRESS,
                    ok(feed(START, "A"), tag("\"1\"")),
                    ok(feed(START, "B", "A"), tag("\"2\"")),
                    new NotModified(tag("\"3\""), Optional.empty()));
            poller.pollDue();
            pollAgain();
            assertThat(state().known().etag()).contains("\"2\"");
            Optional<String> digest = state().known().digest();
            pollAgain();
            assertThat(state().known()).isEqualTo(new Known(Optional.of("\"3\""), Optional.empty(), digest));
        }

        @Test
        void ofAnAnswerThatCannotBeReadNothingIsKept() {
            web.answer(ADDRESS, ok(feed(START, "A"), tag("\"good\"")), ok("rubbish", tag("\"bad\"")));
            poller.pollDue();
            Known good = state().known();
            pollAgain();
            assertThat(state().failures()).isEqualTo(1);
            assertThat(state().known()).isEqualTo(good);
            assertThat(state().outcome()).isEqualTo("not a feed: it is plain text");
            assertThat(waiting()).containsExactly("A");
        }

        @Test
        void anUnasked304IsAFailure() {
            web.answer(ADDRESS, unchanged());
            poller.pollDue();
            assertThat(state().failures()).isEqualTo(1);
            assertThat(state().lastSuccess()).isEmpty();
            assertThat(state().outcome()).contains("without having been asked");
        }

        @Test
        void anEqualBodyIsNotReadAgainButItsValidatorsAreKept() {
            web.answer(ADDRESS, ok(feed(START, "A"), tag("\"1\"")), ok(feed(START, "A"), tag("\"2\"")));
            poller.pollDue();
            assertThat(pollAgain()).isEqualTo(new Round(1, 0, 0));
            assertThat(state().outcome()).isEqualTo("the same as before");
            assertThat(state().known().etag()).contains("\"2\"");
            assertThat(state().pace().newestEntry()).contains(START);
        }

        @Test
        void nowAndThenAServerIsAskedWithoutConditionsSoThatA304ForEverIsNotBelieved() {
            web.answer(ADDRESS, ok(feed(START, "A"), tag("\"1\"")), unchanged());
            poller.pollDue();
            IntStream.range(0, 1_000).forEach(_ -> pollAgain());
            long full = web.requests().stream()
                    .filter(r -> r.validators().equals(Validators.NONE))
                    .count();
            assertThat(full).isBetween(3L, 30L);
        }
    }

    @Nested
    class GivenTrouble {
        @Test
        void failuresAddUpAndASuccessClearsThem() {
            web.answer(ADDRESS, new Status(500), new Broken(Fault.TIMEOUT, "no whole answer"), ok(feed(START, "A")));
            poller.pollDue();
            pollAgain();
            assertThat(state().failures()).isEqualTo(2);
            assertThat(state().failingSince()).contains(START);
            assertThat(state().outcome()).isEqualTo("TIMEOUT: no whole answer");
            pollAgain();
            assertThat(state().failures()).isZero();
            assertThat(state().failingSince()).isEmpty();
            assertThat(events()).isEmpty();
        }

        @Test
        void whatIsGoneIsToldOnceAndNeverPolledAgain() {
            web.answer(ADDRESS, new Gone());
            poller.pollDue();
            clock.advance(Duration.ofDays(400));
            assertThat(poller.pollDue().polled()).isZero();
            assertThat(state().nextPoll()).isEmpty();
            assertThat(events()).containsExactly(Kind.ENDED);
        }

        @Test
        void whatStaysMissingIsDeadAfterWeeksTriedWeeklyAndBackWhenItAnswers() {
            web.answer(ADDRESS, new Status(404));
            poller.pollDue();
            int polls = 1;
            while (events().isEmpty()) {
                pollAgain();
                polls++;
            }
            assertThat(polls).isBetween(20, 40);
            assertThat(events()).containsExactly(Kind.DEAD);
            assertThat(clock.instant()).isBetween(START.plus(Duration.ofDays(14)), START.plus(Duration.ofDays(28)));
            assertThat(Duration.between(clock.instant(), state().nextPoll().orElseThrow()))
                    .isBetween(Duration.ofDays(7), Duration.ofDays(8));
            pollAgain();
            assertThat(events()).containsExactly(Kind.DEAD);
            web.answer(ADDRESS, ok(feed(clock.instant(), "A")));
            pollAgain();
            assertThat(events()).containsExactly(Kind.DEAD, Kind.BACK);
        }

        @Test
        void whoDoesNotWantUsIsToldOnce() {
            web.answer(ADDRESS, new Status(403));
            poller.pollDue();
            pollAgain();
            assertThat(events()).containsExactly(Kind.SHUT);
        }

        @Test
        void aPageInPlaceOfAFeedIsToldWithTheFeedItNamesAndNeverFollowed() {
            String page = "<!DOCTYPE html><html><head><link rel=\"alternate\" type=\"application/rss+xml\""
                    + " href=\"/new-feed\"></head><body>Moved!</body></html>";
            web.answer(ADDRESS, ok(feed(START, "A"), tag("\"1\"")), ok(page, tag("\"page\"")));
            poller.pollDue();
            pollAgain();
            pollAgain();
            assertThat(store.sourceEvents().of(source, 9))
                    .extracting(SourceEvent::kind, SourceEvent::detail)
                    .containsExactly(tuple(
                            Kind.NOT_A_FEED, "not a feed but a page; it names the feed https://a.example/new-feed"));
            assertThat(web.requests()).extracting(FetchRequest::address).containsOnly(URI.create(ADDRESS));
            assertThat(waiting()).containsExactly("A");
            assertThat(store.sources().find(source)).map(Source::address).contains(ADDRESS);
        }

        @Test
        void aSourceThatCannotBeReadCostsOnlyItself() {
            SourceId page = store.sources()
                    .addIfAbsent(SourceKind.PAGE, "https://b.example/page", "B")
                    .id();
            web.answer(ADDRESS, ok(feed(START, "A")));
            web.answer("https://b.example/page", ok("<html><body>Nothing</body></html>"));
            assertThat(poller.pollDue()).isEqualTo(new Round(2, 1, 0));
            assertThat(state(page).outcome()).isEqualTo("no article: NO_ARTICLE");
            assertThat(state().failures()).isZero();
        }
    }

    @Nested
    class GivenWeAreCutOff {
        private static final Broken NOBODY = new Broken(Fault.UNKNOWN_HOST, "no such host");

        private List<SourceId> more(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> {
                        String address = "https://s" + i + ".example/feed";
                        web.answer(address, NOBODY);
                        return store.sources()
                                .addIfAbsent(SourceKind.FEED, address, "S" + i)
                                .id();
                    })
                    .toList();
        }

        @Test
        void noSourceIsBlamedAndAllAreAskedAgainAfterTheFloor() {
            web.answer(ADDRESS, NOBODY);
            List<SourceId> others = more(30);
            poller.pollDue();
            assertThat(others).filteredOn(id -> state(id).failures() > 0).hasSize(9 - state().failures());
            for (int i = 0; i < 9; i++) {
                clock.advance(Duration.ofHours(12));
                poller.pollDue();
            }
            assertThat(others).allMatch(id -> state(id).failures() <= 1);
            others.stream()
                    .filter(id -> state(id).failures() == 0)
                    .forEach(id -> assertThat(state(id).nextPoll())
                            .contains(clock.instant().plus(FLOOR)));

            web.answer(ADDRESS, ok(feed(START, "A")));
            clock.advance(Duration.ofDays(1));
            poller.pollDue();
            assertThat(state().lastSuccess()).contains(clock.instant());
        }

        @Test
        void fewerThanTenHostsMayWellBeGone() {
            web.answer(ADDRESS, NOBODY);
            List<SourceId> others = more(8);
            poller.pollDue();
            assertThat(others).allMatch(id -> state(id).failures() == 1);
        }
    }

    @Nested
    class GivenAHostThatAsksForRest {
        private static final String SISTER = "https://a.example/sport";

        @Test
        void retryAfterHoldsForTheHostAndForWhoeverStartsAnew() {
            web.answer(ADDRESS, new Throttled(429, Optional.of(Duration.ofHours(2))));
            poller.pollDue();
            assertThat(state().nextPoll().orElseThrow()).isAfterOrEqualTo(START.plus(Duration.ofHours(2)));
            SourceId sister = store.sources()
                    .addIfAbsent(SourceKind.FEED, SISTER, "Sport")
                    .id();
            assertThat(poller.pollDue().polled()).isEqualTo(1);
            assertThat(web.asked()).hasSize(1);
            assertThat(state(sister).failures()).isZero();
            assertThat(state(sister).nextPoll().orElseThrow())
                    .isBetween(START.plus(Duration.ofHours(2)), START.plus(Duration.ofMinutes(121)));
            assertThat(store.hostRests().resting(clock.instant()))
                    .isEqualTo(Map.of("a.example", START.plus(Duration.ofHours(2))));

            poller.close();
            poller = poller(new HostGate(new Politeness(2, Duration.ZERO), clock));
            SourceId third = store.sources()
                    .addIfAbsent(SourceKind.FEED, "https://a.example/arts", "Arts")
                    .id();
            poller.pollDue();
            assertThat(web.asked()).hasSize(1);
            assertThat(state(third).lastSuccess()).isEmpty();

            web.answer(SISTER, ok(feed(START, "Match won")));
            clock.set(state(sister).nextPoll().orElseThrow());
            poller.pollDue();
            assertThat(state(sister).lastSuccess()).contains(clock.instant());
        }

        @Test
        void absurdWaitsAreCapped() {
            web.answer(ADDRESS, new Throttled(503, Optional.of(Duration.ofDays(4_000))));
            poller.pollDue();
            assertThat(state().nextPoll().orElseThrow()).isBefore(START.plus(Duration.ofDays(8)));
            assertThat(store.hostRests().resting(START)).containsValue(START.plus(Duration.ofDays(7)));
        }

        @Test
        void withoutANumberOnlyTheSourceBacksOff() {
            web.answer(ADDRESS, new Throttled(429, Optional.empty()));
            poller.pollDue();
            assertThat(state().failures()).isEqualTo(1);
            assertThat(store.hostRests().resting(START)).isEmpty();
        }
    }

    @Nested
    class GivenAPermanentRedirect {
        private static final String NEW = "https://new.example/feed";

        private void pollUntil(Instant end) {
            poller.pollDue();
            while (state().nextPoll().filter(next -> next.isBefore(end)).isPresent()) {
                pollAgain();
            }
        }

        @Test
        void itIsBelievedAfterADayAndThenTheValidatorsOfTheOldAddressAreDropped() {
            web.answer(ADDRESS, moved(feed(START, "A"), NEW));
            pollUntil(START.plus(Duration.ofHours(23)));
            assertThat(store.sources().find(source)).map(Source::address).contains(ADDRESS);
            assertThat(state().move()).map(Move::to).contains(NEW);

            pollUntil(START.plus(Duration.ofDays(2)).minusSeconds(3_600));
            assertThat(store.sources().find(source)).map(Source::address).contains(NEW);
            assertThat(events()).containsExactly(Kind.MOVED);
            assertThat(store.sourceEvents().latest(source))
                    .map(SourceEvent::detail)
                    .contains("moved from " + ADDRESS + " to " + NEW);
            FetchRequest first = web.requests().stream()
                    .filter(r -> r.address().toString().equals(NEW))
                    .findFirst()
                    .orElseThrow();
            assertThat(first.validators()).isEqualTo(Validators.NONE);
            assertThat(state().move()).isEmpty();
        }

        @Test
        void onceOrTwiceIsNotEnoughAndAnAnswerInBetweenBeginsAnew() {
            web.answer(ADDRESS, moved(feed(START, "A"), NEW), moved(feed(START, "A"), NEW), ok(feed(START, "A")));
            poller.pollDue();
            pollAgain();
            assertThat(state().move()).map(Move::sightings).contains(2);
            pollAgain();
            assertThat(state().move()).isEmpty();
        }

        @Test
        void whoeverMovesToAnotherSourcesAddressIsMergedIntoIt() {
            SourceId other =
                    store.sources().addIfAbsent(SourceKind.FEED, NEW, "New").id();
            Workspace workspace = store.communities().workspace("console", "1", "One");
            store.communities().follow(workspace.id(), source);
            web.answer(ADDRESS, moved(feed(START, "A"), NEW));
            web.answer(NEW, ok(feed(START, "A")));
            pollUntil(START.plus(Duration.ofDays(2)));

            assertThat(state().nextPoll()).isEmpty();
            assertThat(events()).containsExactly(Kind.MOVED);
            assertThat(store.communities().visibleSources(workspace.id()))
                    .contains(other)
                    .doesNotContain(source);
            assertThat(store.sources().all()).extracting(Source::id).doesNotContain(source);
            assertThat(state(other).nextPoll()).isPresent();
        }
    }

    @Nested
    class GivenASitemapInParts {
        private static final String INDEX = """
                <?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>https://a.example/1.xml</loc><lastmod>2026-05-01</lastmod></sitemap>
                <sitemap><loc>https://a.example/2.xml</loc><lastmod>2026-05-03</lastmod></sitemap>
                <sitemap><loc>https://a.example/3.xml</loc><lastmod>2026-05-02</lastmod></sitemap>
                <sitemap><loc>https://a.example/4.xml</loc><lastmod>2026-05-04</lastmod></sitemap>
                </sitemapindex>""";

        private static String part(String name) {
            return "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>"
                    + "https://a.example/" + name + "</loc><lastmod>2026-05-04</lastmod></url></urlset>";
        }

        @Test
        void theNewestThreeAreReadInTheSamePollAndTheIndexIsNeverTakenForUnchanged() {
            web.answer(ADDRESS, ok(INDEX, tag("\"index\"")));
            web.answer("https://a.example/2.xml", ok(part("two")));
            web.answer("https://a.example/4.xml", ok(part("four")));
            assertThat(poller.pollDue()).isEqualTo(new Round(1, 2, 0));
            assertThat(web.requests())
                    .extracting(r -> r.address().getPath())
                    .containsExactly("/feed", "/4.xml", "/2.xml", "/3.xml");
            assertThat(state().known()).isEqualTo(Known.NOTHING);
            assertThat(state().outcome()).isEqualTo("read, 2 entries in 2 parts");
        }

        @Test
        void whenNoPartCanBeReadThePollFailed() {
            web.answer(ADDRESS, ok(INDEX));
            poller.pollDue();
            assertThat(state().failures()).isEqualTo(1);
        }
    }

    @Nested
    class GivenAWishForAPollNow {
        @Test
        void theFloorHoldsWhoeverWishes() {
            web.answer(ADDRESS, ok(feed(START, "A")));
            poller.pollDue();
            clock.advance(Duration.ofMinutes(5));
            assertThat(poller.pollSoon(source)).contains(START.plus(FLOOR));
            assertThat(poller.pollDue().polled()).isZero();
            clock.set(START.plus(FLOOR));
            assertThat(poller.pollDue().polled()).isEqualTo(1);
        }

        @Test
        void whatWasNeverPolledIsPolledAtOnceAndWhatHadStoppedToo() {
            assertThat(poller.pollSoon(source)).contains(START);
            web.answer(ADDRESS, new Gone());
            poller.pollDue();
            clock.advance(Duration.ofDays(9));
            web.answer(ADDRESS, ok(feed(START, "A")));
            assertThat(poller.pollSoon(source)).contains(clock.instant());
            poller.pollDue();
            assertThat(events()).containsExactly(Kind.ENDED, Kind.BACK);
            assertThat(poller.pollSoon(new SourceId(999))).isEmpty();
        }
    }

    @Nested
    class GivenTheLoopRuns {
        @Test
        void itPollsWhatIsAddedWhileItRuns() {
            web.answer(ADDRESS, ok(feed(START, "A")));
            poller.start();
            await().until(() -> store.pollStates()
                    .find(source)
                    .flatMap(PollState::lastSuccess)
                    .isPresent());
            SourceId later = store.sources()
                    .addIfAbsent(SourceKind.FEED, "https://b.example/feed", "B")
                    .id();
            web.answer("https://b.example/feed", ok(feed(START, "B")));
            poller.wake();
            await().until(() -> store.pollStates()
                    .find(later)
                    .flatMap(PollState::lastSuccess)
                    .isPresent());
            assertThat(web.requests()).extracting(r -> r.address().getHost()).containsExactly("a.example", "b.example");
            assertThat(Set.copyOf(waiting())).isEqualTo(Set.of("A", "B"));
        }
    }
}
