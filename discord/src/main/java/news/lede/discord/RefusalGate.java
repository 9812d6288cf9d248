package news.lede.discord;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Counts what Discord refuses of JDA's requests, and keeps JDA from asking while too much was refused. */
final class RefusalGate implements Interceptor {
    private static final Pattern ANSWER = Pattern.compile(".*/(?:interactions|webhooks)/.*");

    /** Nothing was sent. */
    static final class HeldBack extends IOException {
        private static final long serialVersionUID = 1L;

        HeldBack(Duration after) {
            super("held back for " + after.toSeconds() + " s: Discord refused too much within ten minutes");
        }
    }

    private final RefusalCount refusals;

    RefusalGate(RefusalCount refusals) {
        this.refusals = refusals;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        boolean answer = ANSWER.matcher(chain.request().url().encodedPath()).matches();
        Optional<Duration> pause = answer ? refusals.pauseAnswering() : refusals.pause();
        if (pause.isPresent()) {
            throw new HeldBack(pause.get());
        }
        Response response = chain.proceed(chain.request());
        if (RefusalCount.counts(response.code())) {
            refusals.add();
        }
        return response;
    }
}
