package news.lede.telegram;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import okhttp3.Interceptor;
import okhttp3.Response;

/** The service's clock, which dates messages; ours may be wrong. It says its time with every answer, and each is listened to. Thread-safe. */
final class ServiceClock implements Interceptor {
    private final InstantSource clock;
    private volatile Duration ahead = Duration.ZERO;

    ServiceClock(InstantSource clock) {
        this.clock = clock;
    }

    /** What time it is there, as far as we know. */
    Instant now() {
        return clock.instant().plus(ahead);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        Date said = response.headers().getDate("Date");
        if (said != null) {
            ahead = Duration.between(clock.instant(), said.toInstant());
        }
        return response;
    }
}
