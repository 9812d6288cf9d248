package news.lede.http;

import static news.lede.hostile.Answers.ok;
import static news.lede.hostile.Answers.redirect;
import static news.lede.hostile.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.NotModified;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server may tell us about an answer, and what it is told. */
class HostileHeaderTest extends HostileSetting {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"a\"",
                "\"a, b\"",
                "\"a\" , \"b\"",
                "no quotes at all",
                "\"\"",
                "\"caf\u00C3\u00A9 \u00C3\u009C \u0085\"",
                "\"tab\tinside  and   blanks\""
            })
    void anEtagGoesBackByteForByte(String tag) {
        FetchOutcome first = fetch(ok("<rss/>", "ETag: " + tag));
        assertThat(first).isInstanceOf(Fetched.class);
        fetcher.fetch(new FetchRequest(server.at("/row"), ((Fetched) first).validators()));
        assertThat(server.asked().getLast().header("If-None-Match")).containsExactly(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mon,  04 May 2026  07:00:00 GMT", "yesterday", "2026-05-04T07:00:00+02:00", "0"})
    void aDateGoesBackByteForByteTogetherWithTheTag(String date) {
        FetchOutcome first = fetch(ok("<rss/>", "ETag: \"t\"", "Last-Modified: " + date));
        fetcher.fetch(new FetchRequest(server.at("/row"), ((Fetched) first).validators()));
        assertThat(server.asked().getLast().header("If-Modified-Since")).containsExactly(date);
        assertThat(server.asked().getLast().header("If-None-Match")).containsExactly("\"t\"");
    }

    @Test
    void notModifiedWithoutConditionsIsABadAnswer() {
        assertThat(fault(fetch(status(304, "ETag: \"t\"")))).isEqualTo(Fault.BAD_ANSWER);
    }

    @Test
    void notModifiedRenewsWhatItNamesAndKeepsTheRest() {
        server.serve("/row", status(304, "ETag: \"new\""));
        Validators old = new Validators(Optional.of("\"old\""), Optional.of("long ago"));
        assertThat(fetcher.fetch(new FetchRequest(server.at("/row"), old)))
                .isEqualTo(new NotModified(
                        new Validators(Optional.of("\"new\""), Optional.of("long ago")), Optional.empty()));
    }

    @Test
    void nothingIsToldButWhoWeAre() {
        server.serve("/row", redirect(302, "/there", "Set-Cookie: spy=1; Path=/"))
                .serve("/there", ok("<rss/>", "Set-Cookie: spy=2"));
        fetcher.fetch(FetchRequest.of(server.at("/row")).forFollowers(12));
        fetcher.fetch(FetchRequest.page(server.at("/row")).forFollowers(1));
        fetcher.fetch(FetchRequest.of(server.at("/there")).forFollowers(0));
        assertThat(server.asked())
                .hasSize(5)
                .allSatisfy(asked -> assertThat(asked.lines())
                        .extracting(l -> l.substring(0, l.indexOf(':')))
                        .containsExactly("Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"));
        assertThat(server.asked().getFirst().header("User-Agent"))
                .containsExactly("Lede/test (+https://lede.example/bot; 12 followers)");
        assertThat(server.asked().get(3).header("User-Agent"))
                .containsExactly("Lede/test (+https://lede.example/bot; 1 follower)");
        assertThat(server.asked().getLast().header("User-Agent"))
                .containsExactly("Lede/test (+https://lede.example/bot)");
        assertThat(server.asked().getFirst().header("Accept").getFirst()).startsWith("application/atom+xml");
        assertThat(server.asked().get(3).header("Accept").getFirst()).startsWith("text/html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429|120|PT2M",
                "503|Mon, 04 May 2026 08:05:00 GMT|PT5M",
                "429|99999999999999|PT168H",
                "503|Fri, 31 Dec 9999 23:59:59 GMT|PT168H",
                "429|soon|",
                "503|-5|"
            })
    void theWishToBeLeftAloneIsToldAndAbsurdOnesAreCapped(int status, String wish, Duration after) {
        assertThat(fetch(status(status, "Retry-After: " + wish)))
                .isEqualTo(new Throttled(status, Optional.ofNullable(after)));
    }
}
