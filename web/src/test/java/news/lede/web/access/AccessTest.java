package news.lede.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.lede.time.SettableClock;
import news.lede.web.Visits;
import news.lede.web.access.Access.Verdict;
import news.lede.web.page.Visit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final String TOKEN = "a-word-that-nobody-guesses";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T08:00:00Z"));

    private Access access(Optional<String> token, Optional<String> publicUrl, boolean loopback) {
        return new Access(token, publicUrl.map(URI::create), loopback, clock);
    }

    private static Session session(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Welcome.class);
        return ((Verdict.Welcome) verdict).session();
    }

    /** What a browser sends of a cookie. */
    private static String sent(String setCookie) {
        return setCookie.substring(0, setCookie.indexOf(';'));
    }

    private static Visit with(Session session, String form, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(Map.of("host", "127.0.0.1:8080", "cookie", sent(session.cookie())));
        headers.putAll(more);
        return Visits.post("/topics", form, headers);
    }

    @Nested
    class WithoutAToken {
        private final Access access = access(Optional.empty(), Optional.empty(), true);

        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1:8080", "localhost", "LOCALHOST:99", "[::1]:8080"})
        void thisMachineIsWelcomeByItsOwnName(String host) {
            Session session = session(access.of(Visits.get("/", Map.of("host", host))));

            assertThat(session.formKey()).isNotEmpty();
            assertThat(session.signedIn()).isFalse();
            assertThat(session.cookie())
                    .contains("HttpOnly", "SameSite=Strict", "Path=/")
                    .doesNotContain("Secure");
        }

        @ParameterizedTest
        @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "192.168.0.7:8080", "localhost.evil.example"})
        void anyOtherNameMayBeOneThatSomebodyPointedHere(String host) {
            assertThat(access.of(Visits.get("/", Map.of("host", host)))).isInstanceOf(Verdict.Refused.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"forwarded", "x-forwarded-for", "x-real-ip", "via"})
        void whatWasHandedOnFromOutsideIsRefused(String header) {
            assertThat(access.of(Visits.get("/", Map.of("host", "127.0.0.1", header, "203.0.113.4"))))
                    .isEqualTo(new Verdict.Refused(
                            "Something hands requests from outside on to the desk, and no token protects it."
                                    + " Set web.token to a long word of your own and start again."));
        }

        @Test
        void aPublicAddressOrAnOpenPortNeedsOne() {
            assertThat(access(Optional.empty(), Optional.of("https://news.example.org/"), true)
                            .of(Visits.get("/")))
                    .isInstanceOf(Verdict.Refused.class);
            assertThat(access(Optional.empty(), Optional.empty(), false).of(Visits.get("/")))
                    .isInstanceOf(Verdict.Refused.class);
        }

        @Test
        void aBrowserIsKnownAgainAndNotGivenAnotherCookie() {
            Session first = session(access.of(Visits.get("/")));

            Session again = session(access.of(
                    Visits.get("/", Map.of("host", "127.0.0.1", "cookie", "other=1; " + sent(first.cookie())))));

            assertThat(again.formKey()).isEqualTo(first.formKey());
            assertThat(again.cookie()).isEmpty();
        }
    }

    @Nested
    class WithAToken {
        private final Access access = access(Optional.of(TOKEN), Optional.of("https://news.example.org/"), false);

        @Test
        void aStrangerIsAskedForIt() {
            assertThat(access.of(Visits.get("/"))).isEqualTo(new Verdict.Stranger());
        }

        @Test
        void aProgramSendsItWithEveryRequest() {
            assertThat(access.of(Visits.get("/", Map.of("authorization", "Bearer " + TOKEN))))
                    .isInstanceOf(Verdict.Welcome.class);
            assertThat(access.of(Visits.get("/", Map.of("authorization", "bearer wrong"))))
                    .isEqualTo(new Verdict.Stranger());
            assertThat(access.of(Visits.get("/", Map.of("authorization", TOKEN))))
                    .isEqualTo(new Verdict.Stranger());
        }

        @Test
        void afterAHundredWrongOnesNoProgramIsHeardForFiveMinutes() {
            Visit right = Visits.get("/", Map.of("authorization", "Bearer " + TOKEN));
            Session browser = access.fresh(true);
            for (int i = 0; i < 100; i++) {
                assertThat(access.of(Visits.get("/", Map.of("authorization", "Bearer guess" + i))))
                        .isEqualTo(new Verdict.Stranger());
            }

            assertThat(access.of(right)).isInstanceOf(Verdict.Refused.class);
            assertThat(access.of(Visits.get("/", Map.of("cookie", sent(browser.cookie())))))
                    .isInstanceOf(Verdict.Welcome.class);
            clock.set(clock.instant().plus(Duration.ofMinutes(5)).plusSeconds(1));
            assertThat(access.of(right)).isInstanceOf(Verdict.Welcome.class);
        }

        @Test
        void aClockThatIsSetBackLocksNobodyOut() {
            for (int i = 0; i < 100; i++) {
                access.of(Visits.get("/", Map.of("authorization", "Bearer guess" + i)));
            }
            clock.set(clock.instant().minus(Duration.ofDays(1)));
            assertThat(access.of(Visits.get("/", Map.of("authorization", "Bearer " + TOKEN))))
                    .isInstanceOf(Verdict.Welcome.class);
        }

        @Test
        void theCookieOfASecurePageStaysThere() {
            assertThat(access.fresh(true).cookie()).startsWith("__Host-lede=").endsWith("; Secure");
        }

        @Test
        void aSessionOutlivesARestartAndEndsAfterAWeekOrWithTheToken() {
            String cookie = sent(access.fresh(true).cookie());
            Visit visit = Visits.get("/", Map.of("cookie", cookie));
            Access restarted = access(Optional.of(TOKEN), Optional.of("https://news.example.org/"), false);
            Access changed = access(Optional.of(TOKEN + "2"), Optional.of("https://news.example.org/"), false);

            assertThat(session(restarted.of(visit)).signedIn()).isTrue();
            assertThat(changed.of(visit)).isEqualTo(new Verdict.Stranger());
            clock.set(clock.instant().plus(Access.LASTS).plusSeconds(1));
            assertThat(restarted.of(visit)).isEqualTo(new Verdict.Stranger());
        }

        @Test
        void aSessionThatWasSignedOutOfOpensNothingByAnyCookieItEverHad() {
            String first = sent(access.fresh(true).cookie());
            clock.advance(Duration.ofDays(2));
            Visit visit = Visits.get("/", Map.of("cookie", first));
            String prolonged = sent(session(access.of(visit)).cookie());
            Visit other =
                    Visits.get("/", Map.of("cookie", sent(access.fresh(true).cookie())));

            new SignOut(access).answer(Visits.post("/sign-out", "", Map.of("cookie", prolonged)));

            assertThat(access.of(visit)).isEqualTo(new Verdict.Stranger());
            assertThat(access.of(Visits.get("/", Map.of("cookie", prolonged)))).isEqualTo(new Verdict.Stranger());
            assertThat(access.of(other)).isInstanceOf(Verdict.Welcome.class);
        }

        @Test
        void whoFollowsALinkToSigningOutStaysIn() {
            Visit visit = Visits.get(
                    "/sign-out", Map.of("cookie", sent(access.fresh(true).cookie())));

            new SignOut(access).answer(visit);

            assertThat(access.of(visit)).isInstanceOf(Verdict.Welcome.class);
        }

        @Test
        void aSessionInUseIsProlonged() {
            String cookie = sent(access.fresh(true).cookie());
            clock.set(clock.instant().plus(Duration.ofDays(2)));

            assertThat(session(access.of(Visits.get("/", Map.of("cookie", cookie))))
                            .cookie())
                    .isNotEmpty();
        }

        @Test
        void aCookieThatSomebodyChangedIsWorthNothing() {
            String cookie = sent(access.fresh(true).cookie());
            String name = cookie.substring(0, cookie.indexOf('=') + 1);
            String[] parts = cookie.substring(name.length()).split("\\.");
            String later = name + (Long.parseLong(parts[0]) + 1) + "." + parts[1] + "." + parts[2];

            for (String forged : new String[] {later, name + "..", name, name + "x.y.z", cookie + ".more"}) {
                assertThat(access.of(Visits.get("/", Map.of("cookie", forged))))
                        .as(forged)
                        .isEqualTo(new Verdict.Stranger());
            }
        }
    }

    @Nested
    class WhatIsPosted {
        private final Access access = access(Optional.empty(), Optional.empty(), true);
        private final Session session = session(access.of(Visits.get("/")));

        @Test
        void comesFromOursWithTheKeyOfItsSession() {
            assertThat(access.isOwnPost(with(session, "key=" + session.formKey(), Map.of()), session))
                    .isTrue();
            assertThat(access.isOwnPost(with(session, "", Map.of("x-lede-key", session.formKey())), session))
                    .isTrue();
        }

        @Test
        void isRefusedWithoutItOrWithAnothers() {
            Session other = session(access.of(Visits.get("/")));

            assertThat(access.isOwnPost(with(session, "", Map.of()), session)).isFalse();
            assertThat(access.isOwnPost(with(session, "key=" + other.formKey(), Map.of()), session))
                    .isFalse();
        }

        @Test
        void isRefusedFromAnotherSiteWhateverItCarries() {
            String form = "key=" + session.formKey();

            assertThat(access.isOwnPost(with(session, form, Map.of("origin", "http://evil.example")), session))
                    .isFalse();
            assertThat(access.isOwnPost(with(session, form, Map.of("origin", "null")), session))
                    .isFalse();
            assertThat(access.isOwnPost(with(session, form, Map.of("sec-fetch-site", "cross-site")), session))
                    .isFalse();
            assertThat(access.isOwnPost(with(session, form, Map.of("origin", "http://127.0.0.1:8080")), session))
                    .isTrue();
        }

        @Test
        void mayComeFromThePublicAddress() {
            Access behind = access(Optional.of(TOKEN), Optional.of("https://news.example.org/desk/"), true);
            Session there = behind.fresh(true);

            assertThat(behind.isOwnPost(
                            with(there, "key=" + there.formKey(), Map.of("origin", "https://news.example.org")), there))
                    .isTrue();
        }
    }
}
