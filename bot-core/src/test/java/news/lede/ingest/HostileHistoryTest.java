package news.lede.ingest;

import static news.lede.hostile.Answers.ok;
import static news.lede.hostile.Answers.redirect;
import static news.lede.hostile.Answers.status;
import static news.lede.hostile.Feeds.items;
import static news.lede.hostile.Feeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.lede.hostile.Feeds;
import news.lede.hostile.HostileServer.Row;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What servers do from poll to poll. */
class HostileHistoryTest extends HostileNews {
    @Nested
    class GivenWishesOfTheServer {
        @Test
        void retryAfterIsKeptAndCapped() {
            source("/429", status(429, "Retry-After: 7200"));
            source("/503", status(503, "Retry-After: Mon, 04 May 2026 18:00:00 GMT"));
            source("/absurd", status(429, "Retry-After: 99999999999999"));
            goodOnes();
            poll();
            Instant now = clock.instant();
            assertThat(state("/429").nextPoll().orElseThrow()).isAfterOrEqualTo(now.plus(Duration.ofHours(2)));
            assertThat(state("/503").nextPoll().orElseThrow()).isAfterOrEqualTo(now.plus(Duration.ofHours(5)));
            assertThat(state("/absurd").nextPoll().orElseThrow())
                    .isBetween(now.plus(Duration.ofDays(7)), now.plus(Duration.ofDays(8)));
            assertThat(state("/good0").outcome()).isEqualTo("read, 3 entries");
            for (int round = 0; round < 3; round++) {
                clock.advance(Duration.ofMinutes(35));
                poll();
            }
            assertThat(server.asked("/429")).hasSize(1);
        }

        @Test
        void goneEndsPolling() {
            source("/410", status(410));
            poll();
            assertThat(state("/410").nextPoll()).isEmpty();
            clock.advance(Duration.ofDays(400));
            poll();
            assertThat(server.asked("/410")).hasSize(1);
        }

        @Test
        void freshnessIsWaitedForUpToADay() {
            source("/fresh", ok(rss(items(server.at("").toString(), 0, 1)), "Cache-Control: max-age=30000"));
            source("/eternal", ok(rss(items(server.at("").toString(), 20, 1)), "Cache-Control: max-age=99999999999"));
            poll();
            assertThat(state("/fresh").nextPoll().orElseThrow())
                    .isAfterOrEqualTo(clock.instant().plusSeconds(30_000));
            assertThat(state("/eternal").nextPoll().orElseThrow())
                    .isBetween(
                            clock.instant().plus(Duration.ofDays(1)),
                            clock.instant().plus(Duration.ofDays(2)));
        }

        @Test
        void failuresBackOffAndAGoodAnswerEndsThat() {
            AtomicInteger asked = new AtomicInteger();
            source("/flapping", (request, out) -> {
                boolean down = asked.incrementAndGet() % 4 != 0;
                (down ? status(500) : ok(rss(items(server.at("").toString(), 0, 2)))).answer(request, out);
            });
            poll();
            Duration before = Duration.ZERO;
            for (int failures = 1; failures <= 3; failures++) {
                assertThat(state("/flapping").failures()).isEqualTo(failures);
                Duration wait = Duration.between(
                        clock.instant(), state("/flapping").nextPoll().orElseThrow());
                assertThat(wait).isGreaterThan(before);
                before = wait;
                pollAgainAt("/flapping");
            }
            assertThat(state("/flapping").failures()).isZero();
            for (int i = 0; i < 4; i++) {
                pollAgainAt("/flapping");
            }
            assertThat(titles("/flapping")).hasSize(2);
        }

        @Test
        void cookiesAreNotKept() {
            source("/cookie", ok(rss(items(server.at("").toString(), 0, 1)), "Set-Cookie: spy=1; Path=/"));
            poll();
            pollAgainAt("/cookie");
            assertThat(server.asked("/cookie"))
                    .hasSize(2)
                    .allSatisfy(a -> assertThat(a.header("Cookie")).isEmpty());
        }
    }

    @Nested
    class GivenValidators {
        private final String feed = rss(items(server.at("").toString(), 0, 3));

        @Test
        void thoseOfTheNewestGoodAnswerAreSent() {
            List<Row> answers = List.of(
                    ok(feed, "ETag: W/\"one, \"", "Last-Modified: Mon,  04 May 2026"),
                    ok("rubbish", "ETag: \"rubbish\""),
                    status(500, "ETag: \"error\""),
                    ok(feed, "ETag: \"two\""),
                    status(304));
            AtomicInteger asked = new AtomicInteger();
            source(
                    "/tags",
                    (request, out) -> answers.get(asked.getAndIncrement()).answer(request, out));
            poll();
            for (int i = 1; i < answers.size(); i++) {
                pollAgainAt("/tags");
            }
            assertThat(server.asked("/tags"))
                    .extracting(a -> String.join("|", a.header("If-None-Match")))
                    .containsExactly("", "W/\"one, \"", "W/\"one, \"", "W/\"one, \"", "\"two\"");
            assertThat(server.asked("/tags").get(1).header("If-Modified-Since")).containsExactly("Mon,  04 May 2026");
            assertThat(state("/tags").failures()).isZero();
            assertThat(titles("/tags")).hasSize(3);
        }

        @Test
        void aTagThatChangesEachTimeTellsNothingTwice() {
            AtomicInteger asked = new AtomicInteger();
            source(
                    "/restless",
                    (request, out) -> ok(feed, "ETag: \"" + asked.incrementAndGet() + "\"")
                            .answer(request, out));
            poll();
            long told = store.announcements().after(0, 1_000).size();
            for (int i = 0; i < 3; i++) {
                pollAgainAt("/restless");
            }
            assertThat(titles("/restless")).hasSize(3);
            assertThat(store.announcements().after(0, 1_000)).hasSize((int) told);
            assertThat(server.asked("/restless").getLast().header("If-None-Match"))
                    .containsExactly("\"3\"");
        }
    }

    @Nested
    class GivenFeedsThatDoNotKnowTheirEntries {
        @Test
        void eachStoryIsStoredOnceWhateverItsGuidAndPlace() {
            AtomicInteger asked = new AtomicInteger();
            source("/shuffled", (request, out) -> {
                int turn = asked.incrementAndGet();
                String[] entries = IntStream.range(0, 6)
                        .map(i -> (i * 5 + turn) % 6)
                        .filter(i -> i != turn % 6) // vanishes now, and returns
                        .mapToObj(i -> Feeds.item(i, server.at("/story/" + i).toString())
                                .replace("tag:", "tag:" + turn + "-"))
                        .toArray(String[]::new);
                ok(rss(entries)).answer(request, out);
            });
            poll();
            for (int i = 0; i < 7; i++) {
                pollAgainAt("/shuffled");
            }
            assertThat(titles("/shuffled")).hasSize(6).doesNotHaveDuplicates();
        }

        @Test
        void floodsAreCapped() {
            AtomicInteger asked = new AtomicInteger();
            source(
                    "/flood",
                    (request, out) -> ok(rss(items(server.at("").toString(), asked.getAndIncrement() * 2_000, 2_000)))
                            .answer(request, out));
            assertThat(poller.pollDue().entries()).isEqualTo(1_000);
            clock.set(state("/flood").nextPoll().orElseThrow());
            assertThat(poller.pollDue().entries()).isEqualTo(1_000);
            assertThat(store.inbox().backlog()).isEqualTo(2_000);
        }
    }

    @Nested
    class GivenAMove {
        @Test
        void aPermanentOneIsFollowedAtOnceBelievedLaterAndTellsNothingTwice() {
            String feed = rss(items(server.at("").toString(), 0, 3));
            server.serve("/new", ok(feed, "ETag: \"new\""));
            source("/moved", redirect(301, "/new"));
            source("/away", redirect(302, "/new2"));
            server.serve("/new2", ok(rss(items(server.at("").toString(), 30, 3))));
            poll();
            assertThat(titles("/moved")).hasSize(3);
            assertThat(address("/moved")).isEqualTo(server.at("/moved"));
            for (int i = 0; i < 6; i++) {
                clock.advance(Duration.ofHours(13));
                poll();
            }
            assertThat(address("/moved")).isEqualTo(server.at("/new"));
            assertThat(address("/away")).isEqualTo(server.at("/away"));
            assertThat(titles("/moved")).hasSize(3);
            int before = server.asked("/moved").size();
            clock.advance(Duration.ofHours(13));
            poll();
            assertThat(server.asked("/moved")).hasSize(before);
        }

        private URI address(String path) {
            return URI.create(store.sources().find(id(path)).orElseThrow().address());
        }
    }
}
