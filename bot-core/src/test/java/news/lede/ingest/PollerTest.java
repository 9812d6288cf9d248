package news.lede.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import news.lede.extract.Extraction;
import news.lede.feed.FeedParser;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.Gone;
import news.lede.fetch.FetchOutcome.NotModified;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.Fetcher;
import news.lede.fetch.Validators;
import news.lede.source.PollSchedule;
import news.lede.source.PollState;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.InMemoryStore;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollerTest {
    private static final Validators TAG = new Validators(Optional.of("\"1\""), Optional.empty());
    private static final String FEED = "<rss version=\"2.0\"><channel><title>Harbour Post</title><item><title>New light"
            + " lit</title><link>https://a.example/1</link><description>The new light was lit on"
            + " Tuesday.</description></item></channel></rss>";

    private final SettableClock clock = new SettableClock("2026-05-04T08:00:00Z");
    private final InMemoryStore store = new InMemoryStore();
    private final FakeFetcher fetcher = new FakeFetcher();
    private final FeedParser feeds = new FeedParser();
    private final Poller poller = new Poller(
            store.pollStates(),
            fetcher,
            new PollSchedule(Duration.ofMinutes(15), Duration.ofHours(12)),
            new Poller.Reading(
                    _ -> new Extraction.Refused(Extraction.Refusal.NO_ARTICLE, Optional.empty()),
                    d -> feeds.parse(d.bytes(), d.address(), d.charset()),
                    _ -> Optional.empty()),
            new Intake(TestStoring.over(store, clock)),
            clock);
    private final SourceId source = store.sources()
            .addIfAbsent(SourceKind.FEED, "https://a.example/feed", "A")
            .id();

    @AfterEach
    void close() {
        poller.close();
    }

    /** Answers what it was told to, and remembers what it was asked. */
    private static final class FakeFetcher implements Fetcher {
        private final List<FetchRequest> asked = new CopyOnWriteArrayList<>();
        private volatile FetchOutcome answer = fetched(FEED);

        @Override
        public FetchOutcome fetch(FetchRequest request) {
            asked.add(request);
            return answer;
        }

        @Override
        public void close() {}
    }

    private static Fetched fetched(String body) {
        return new Fetched(
                URI.create("https://a.example/feed"),
                Optional.empty(),
                body.getBytes(UTF_8),
                Optional.empty(),
                Optional.empty(),
                TAG,
                Optional.empty());
    }

    private PollState state() {
        return store.pollStates().find(source).orElseThrow();
    }

    private void pollAgain() {
        clock.set(state().nextPoll().orElseThrow());
        poller.pollDue();
    }

    @Test
    void aNewSourceIsPolledAtOnceAndNotAgainBeforeItIsDue() {
        assertThat(poller.pollDue()).isEqualTo(new Poller.Round(1, 1));
        assertThat(poller.pollDue()).isEqualTo(new Poller.Round(0, 0));
        assertThat(store.articles().count()).isEqualTo(1);
        assertThat(state().lastSuccess()).contains(clock.instant());
    }

    @Test
    void validatorsOfAGoodAnswerAreSentBackAndSurviveA304WithoutAny() {
        poller.pollDue();
        fetcher.answer = new NotModified(Validators.NONE, Optional.empty());
        pollAgain();
        pollAgain();
        assertThat(fetcher.asked).extracting(FetchRequest::validators).containsExactly(Validators.NONE, TAG, TAG);
        assertThat(state().failures()).isZero();
    }

    @Test
    void anAnswerThatIsNoFeedIsAFailureAndItsValidatorsAreNotKept() {
        fetcher.answer = fetched("<html><body>Sign in</body></html>");
        poller.pollDue();
        assertThat(state().failures()).isEqualTo(1);
        assertThat(state().known().etag()).isEmpty();
        assertThat(state().outcome()).startsWith("not a feed");
        assertThat(state().lastSuccess()).isEmpty();
    }

    @Test
    void failuresAddUpAndASuccessClearsThem() {
        fetcher.answer = new Status(500);
        poller.pollDue();
        Instant first = state().nextPoll().orElseThrow();
        pollAgain();
        assertThat(state().failures()).isEqualTo(2);
        assertThat(state().nextPoll().orElseThrow()).isAfter(first.plus(Duration.ofMinutes(30)));
        fetcher.answer = fetched(FEED);
        pollAgain();
        assertThat(state().failures()).isZero();
    }

    @Test
    void whatIsGoneIsNeverPolledAgain() {
        fetcher.answer = new Gone();
        poller.pollDue();
        clock.advance(Duration.ofDays(400));
        assertThat(poller.pollDue().polled()).isZero();
        assertThat(state().nextPoll()).isEmpty();
    }

    @Test
    void aSourceThatCannotBeReadCostsOnlyItself() {
        SourceId other = store.sources()
                .addIfAbsent(SourceKind.PAGE, "https://b.example/page", "B")
                .id();
        assertThat(poller.pollDue()).isEqualTo(new Poller.Round(2, 1));
        assertThat(store.pollStates().find(other).orElseThrow().failures()).isEqualTo(1);
        assertThat(state().failures()).isZero();
    }
}
