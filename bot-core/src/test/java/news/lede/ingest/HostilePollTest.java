package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.hostile.HostileRows;
import news.lede.hostile.HostileServer.Row;
import news.lede.source.PollState;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every way in which one poll may be hostile, with honest feeds beside it. */
class HostilePollTest extends HostileNews {
    private void honestOnesWereRead() {
        for (int i = 0; i < GOOD; i++) {
            assertThat(state("/good" + i).outcome()).isEqualTo("read, 3 entries");
            assertThat(titles("/good" + i)).hasSize(3);
        }
    }

    @Test
    void eachRowThatFailsSaysWhyAndLeavesNothingBehind() {
        Map<String, HostileRows.Failing> failing = new HostileRows(server).failing();
        failing.forEach((path, row) -> source(path, row.row()));
        goodOnes();
        poll();
        SoftAssertions softly = new SoftAssertions();
        failing.forEach((path, row) -> {
            PollState state = state(path);
            softly.assertThat(state.outcome()).as(path).contains(row.outcome());
            softly.assertThat(state.failures()).as(path).isEqualTo(1);
            softly.assertThat(state.known()).as(path).isEqualTo(PollState.Known.NOTHING);
            softly.assertThat(state.nextPoll().orElseThrow())
                    .as(path)
                    .isAfterOrEqualTo(clock.instant().plus(FLOOR));
            softly.assertThat(titles(path)).as(path).isEmpty();
        });
        softly.assertAll();
        honestOnesWereRead();
        for (int round = 0; round < 2; round++) {
            clock.set(state("/good0").nextPoll().orElseThrow());
            poller.pollDue();
        }
        assertThat(server.asked("/good0").getLast().header("If-None-Match")).containsExactly("\"good\"");
        assertThat(titles("/good0")).hasSize(3);
    }

    @Test
    void eachRowThatIsTooMuchForAReaderEnds() {
        Map<String, Row> bounded = new HostileRows(server).bounded();
        bounded.forEach(this::source);
        goodOnes();
        poll();
        bounded.keySet()
                .forEach(path ->
                        assertThat(state(path).outcome()).as(path).doesNotContain("TIMEOUT", "Error", "Exception"));
        honestOnesWereRead();
        everythingStoredIsClean();
    }

    @Test
    void eachRowThatCanBeReadIsCleanAndHarmless() {
        Map<String, Row> readable = new HostileRows(server).readable();
        readable.forEach(this::source);
        goodOnes();
        poll();
        SoftAssertions softly = new SoftAssertions();
        readable.keySet().forEach(path -> {
            softly.assertThat(state(path).failures())
                    .as(path + " " + state(path).outcome())
                    .isZero();
            softly.assertThat(titles(path)).as(path).isNotEmpty();
        });
        softly.assertThat(titles("/controls")).hasSize(3);
        softly.assertThat(titles("/windows")).containsExactly("Café reopens at Aldermoor");
        softly.assertThat(titles("/label")).containsExactly("Café closes in Aldermoor");
        softly.assertThat(titles("/script")).containsExactly("Dock fire put out");
        softly.assertThat(titles("/links")).hasSize(3);
        softly.assertThat(titles("/dates")).hasSize(2);
        softly.assertThat(titles("/long-title")).allSatisfy(t -> assertThat(t).hasSizeLessThan(5_000));
        softly.assertAll();
        honestOnesWereRead();
        everythingStoredIsClean();
    }

    private void everythingStoredIsClean() {
        SoftAssertions softly = new SoftAssertions();
        for (Article article : store.articles().after(new ArticleId(0), 10_000)) {
            softly.assertThat(article.title()).doesNotContain("root:", "<script", "onclick", "alert(");
            softly.assertThat(article.title()
                            .codePoints()
                            .filter(HostilePollTest::isUnclean)
                            .count())
                    .as(article.title())
                    .isZero();
            softly.assertThat(article.published())
                    .as(article.title())
                    .isBetween(clock.instant().minus(Duration.ofDays(1)), clock.instant());
            article.url().ifPresent(url -> {
                softly.assertThat(url.getScheme()).startsWith("http");
                softly.assertThat(url.getRawUserInfo()).isNull();
                softly.assertThat(url.toString()).hasSizeLessThan(9_000);
            });
        }
        softly.assertAll();
    }

    private static boolean isUnclean(int c) {
        return c < ' ' || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || (c & 0xFFFE) == 0xFFFE;
    }

    @Test
    void thoseThatHangDoNotKeepTheHonestOnesFromBeingPolledOnTime() {
        Map<String, HostileRows.Failing> failing = new HostileRows(server).failing();
        for (int i = 0; i < 8; i++) {
            for (String slow : List.of("/silence", "/trickle", "/slow-headers")) {
                source(slow + i, Objects.requireNonNull(failing.get(slow)).row());
            }
        }
        goodOnes();
        poller.close();
        poller = poller(InstantSource.system(), Duration.ofMillis(25));
        poller.start();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (int i = 0; i < GOOD; i++) {
                assertThat(server.asked("/good" + i)).hasSizeGreaterThanOrEqualTo(3);
            }
        });
        assertThat(state("/good0").failures()).isZero();
    }
}
