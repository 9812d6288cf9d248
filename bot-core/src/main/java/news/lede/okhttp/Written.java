package news.lede.okhttp;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Tells failures before anything of a request was written from those after: only after, the service may have acted on it. OkHttp itself says both in the same way.
 */
public final class Written {
    /** The request never left. */
    public static final class Never extends IOException {
        private static final long serialVersionUID = 1L;

        Never(IOException cause) {
            super(cause);
        }
    }

    private volatile boolean begun;

    private Written() {}

    /** Makes clients of {@code builder} throw {@link Never} where it fits. */
    public static OkHttpClient.Builder watching(OkHttpClient.Builder builder) {
        return watching(builder, () -> true);
    }

    /** The same; and what is not {@code allowed} at the moment when it would leave, never does. */
    public static OkHttpClient.Builder watching(OkHttpClient.Builder builder, BooleanSupplier allowed) {
        return builder.addInterceptor(Written::watch).addNetworkInterceptor(chain -> note(chain, allowed));
    }

    private static Response watch(Interceptor.Chain chain) throws IOException {
        Written written = new Written();
        Request request =
                chain.request().newBuilder().tag(Written.class, written).build();
        try {
            return chain.proceed(request);
        } catch (IOException e) {
            throw written.begun ? e : new Never(e);
        }
    }

    /** Runs when there is a connection, before the first byte goes out. */
    private static Response note(Interceptor.Chain chain, BooleanSupplier allowed) throws IOException {
        if (!allowed.getAsBoolean()) {
            throw new IOException("not sent: another process may have taken over");
        }
        Written written = chain.request().tag(Written.class);
        if (written != null) {
            written.begun = true;
        }
        return chain.proceed(chain.request());
    }
}
