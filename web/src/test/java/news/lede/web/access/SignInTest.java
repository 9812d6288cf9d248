package news.lede.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import news.lede.time.SettableClock;
import news.lede.web.Visits;
import news.lede.web.page.Reply;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final String TOKEN = "a-word-that-nobody-guesses";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T08:00:00Z"));
    private final Access access = new Access(Optional.of(TOKEN), Optional.empty(), false, clock);
    private final SignIn page = new SignIn(access, clock);

    private Reply shown(String token, String to) {
        return page.answer(Visits.post("/sign-in", "token=" + token + "&to=" + to, Map.of()));
    }

    private static int status(Reply reply) {
        return ((Reply.Drawn) reply).status();
    }

    @Test
    void theTokenOpensWhatWasAskedFor() {
        Reply reply = shown(TOKEN, "/sources");

        assertThat(reply).isInstanceOf(Reply.Elsewhere.class);
        Reply.Elsewhere elsewhere = (Reply.Elsewhere) reply;
        assertThat(elsewhere.to()).isEqualTo("/sources");
        String cookie = elsewhere.headers().get("Set-Cookie");
        assertThat(cookie).isNotNull();
        assertThat(access.of(Visits.get("/", Map.of("cookie", cookie.substring(0, cookie.indexOf(';'))))))
                .isInstanceOf(Access.Verdict.Welcome.class);
    }

    @Test
    void nobodyIsSentToAnotherServerAfterwards() {
        assertThat(((Reply.Elsewhere) shown(TOKEN, "//evil.example")).to()).isEqualTo("/");
    }

    @Test
    void aWrongTokenIsSaidToBeWrongAndOpensNothing() {
        Reply reply = shown("guess", "/sources");

        assertThat(status(reply)).isEqualTo(403);
        assertThat(((SignIn.Form) ((Reply.Drawn) reply).page()).to()).isEqualTo("/sources");
    }

    @Test
    void afterTenWrongOnesEvenTheRightOneWaitsFiveMinutes() {
        for (int i = 0; i < 10; i++) {
            shown("guess" + i, "/");
        }

        assertThat(status(shown(TOKEN, "/"))).isEqualTo(429);
        clock.set(clock.instant().plus(Duration.ofMinutes(5)).plusSeconds(1));
        assertThat(shown(TOKEN, "/")).isInstanceOf(Reply.Elsewhere.class);
    }

    @Test
    void thoseThatComeTogetherAreNotMoreThanThoseThatComeOneAfterTheOther() throws InterruptedException {
        AtomicInteger looked = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                String guess = "guess" + i;
                threads.execute(() -> {
                    try {
                        all.await();
                    } catch (InterruptedException e) {
                        return;
                    }
                    if (status(shown(guess, "/")) == 403) {
                        looked.incrementAndGet();
                    }
                });
            }
            all.countDown();
        }

        assertThat(looked).hasValue(10);
    }

    @Test
    void aFormOfAnotherSiteSignsNobodyIn() {
        Reply reply = page.answer(Visits.post("/sign-in", "token=" + TOKEN, Map.of("origin", "https://evil.example")));

        assertThat(status(reply)).isEqualTo(403);
    }

    @Test
    void whereNoTokenIsNeededThereIsNothingToSignInto() {
        Access open = new Access(Optional.empty(), Optional.empty(), true, clock);

        assertThat(new SignIn(open, clock).answer(Visits.get("/sign-in"))).isEqualTo(Reply.elsewhere("/"));
    }
}
