package news.lede.telegram;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Counts what says that we still listen: questions for updates, or how it is with them, that came to an end, well or not. What we send says nothing of that. Thread-safe. */
final class Signs implements Interceptor {
    private final AtomicLong count = new AtomicLong();

    long count() {
        return count.get();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        String path = chain.request().url().encodedPath().toLowerCase(Locale.ROOT);
        try {
            return chain.proceed(chain.request());
        } finally {
            if (path.endsWith("/getupdates")
                    || path.endsWith("webhook")
                    || path.endsWith("/getwebhookinfo")
                    || path.endsWith("/getme")) {
                count.incrementAndGet();
            }
        }
    }
}
