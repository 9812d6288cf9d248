package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Answer.Notice;
import news.lede.answer.Texts;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.Gone;
import news.lede.fetch.FetchOutcome.NotModified;
import news.lede.fetch.FetchOutcome.Refusal;
import news.lede.fetch.FetchOutcome.Refused;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.fetch.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FetchNoticesTest {
    private static final URI ASKED = URI.create("https://news.example.org/feed");

    private final FetchNotices english = new FetchNotices(Texts.in(Locale.ENGLISH));
    private final FetchNotices german = new FetchNotices(Texts.in(Locale.GERMAN));

    @Test
    void anAddressThatAnsweredNeedsNoNotice() {
        assertThat(english.of(ASKED, new NotModified(Validators.NONE, Optional.empty())))
                .isEmpty();
        assertThat(english.of(
                        ASKED,
                        new Fetched(
                                ASKED,
                                Optional.empty(),
                                new byte[0],
                                Optional.empty(),
                                Optional.empty(),
                                Validators.NONE,
                                Optional.empty())))
                .isEmpty();
    }

    static Stream<FetchOutcome> failures() {
        return Stream.of(
                        Stream.of(Fault.values()).map(f -> (FetchOutcome) new Broken(f, "SocketException: secret")),
                        Stream.of(Refusal.values()).map(r -> (FetchOutcome) new Refused(r, ASKED)),
                        Stream.of(
                                new Gone(),
                                new Status(404),
                                new Status(500),
                                new Status(418),
                                new Throttled(429, Optional.empty())))
                .flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureIsExplainedInEachLanguageWithoutWhatTheLogSays(FetchOutcome outcome) {
        Notice told = english.of(ASKED, outcome).orElseThrow();
        assertThat(told.text()).doesNotContain("secret", "{", "Exception").hasSizeGreaterThan(40);
        assertThat(german.of(ASKED, outcome).orElseThrow().text())
                .isNotEqualTo(told.text())
                .doesNotContain("{");
    }

    @Test
    void aPrivateAddressIsNamedAsWhatARedirectLedTo() {
        URI inside = URI.create("http://169.254.169.254/meta");
        assertThat(english.of(ASKED, new Refused(Refusal.PRIVATE_ADDRESS, inside)))
                .hasValueSatisfying(notice -> assertThat(notice.text())
                        .startsWith("http://169.254.169.254/meta leads into a private network")
                        .contains("public internet"));
    }

    @Test
    void aPasswordIsNotRepeated() {
        URI secret = URI.create("https://user:hunter2@news.example.org/feed");
        assertThat(english.of(secret, new Refused(Refusal.CREDENTIALS, secret)))
                .hasValueSatisfying(notice -> assertThat(notice.text()).doesNotContain("hunter2", "user:"));
    }

    @ParameterizedTest
    @CsvSource({"20, 1 minute", "60, 1 minute", "61, 2 minutes", "3600, 60 minutes", "3601, 2 hours", "86400, 24 hours"
    })
    void aWaitIsToldInRoundNumbersThatAreNotTooShort(long seconds, String told) {
        assertThat(english.of(ASKED, new Throttled(429, Optional.of(Duration.ofSeconds(seconds)))))
                .hasValueSatisfying(notice -> assertThat(notice.text())
                        .isEqualTo("news.example.org wants fewer requests at the moment. Try again in " + told + "."));
    }

    @ParameterizedTest
    @CsvSource({
        "401, Not for everybody",
        "403, Not for everybody",
        "404, Nothing there",
        "500, Trouble over there",
        "502, Trouble over there",
        "400, No usable answer"
    })
    void statusesAreGroupedByWhatCanBeDone(int status, String title) {
        assertThat(english.of(ASKED, new Status(status)))
                .hasValueSatisfying(notice -> assertThat(notice.title()).isEqualTo(title));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void aRefusalSaysWhatToDoInstead(Refusal refusal) {
        assertThat(english.of(ASKED, new Refused(refusal, ASKED)).orElseThrow().text())
                .containsAnyOf("Give ", "Copy ", "looks like this", "look for");
    }

    @Test
    void aLongAddressIsCut() {
        URI huge = URI.create("https://news.example.org/" + "x".repeat(5_000));
        assertThat(english.notAFeed(huge).text()).hasSizeLessThan(400).startsWith("What stands at https://news.");
    }
}
