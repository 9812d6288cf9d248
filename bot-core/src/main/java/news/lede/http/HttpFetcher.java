package news.lede.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import news.lede.fetch.AddressRules;
import news.lede.fetch.FetchLimits;
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
import news.lede.fetch.FetchRequest;
import news.lede.fetch.Fetcher;
import news.lede.fetch.Validators;
import news.lede.http.CheckingResolver.ForbiddenAddressException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Fetches with Apache HttpClient: no cookies, no retries of its own, redirects walked here so that each hop meets the rules. */
public final class HttpFetcher implements Fetcher {
    private static final int READ_BUFFER = 16 * 1024;

    private final AddressRules rules;
    private final FetchLimits limits;
    private final InstantSource clock;
    private final CloseableHttpClient client;
    /** Cuts an exchange at its total time: a server that sends a byte a second never meets an idle limit. */
    private final ScheduledExecutorService watch;

    /** {@code userAgent} says who we are and how to reach us. */
    public HttpFetcher(AddressRules rules, FetchLimits limits, String userAgent, InstantSource clock) {
        this.rules = rules;
        this.limits = limits;
        this.clock = clock;
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("fetch-watch").factory());
        Timeout connect = Timeout.of(limits.connect());
        this.client = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckingResolver(rules))
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxHeaderCount(200)
                                        .setMaxLineLength(16 * 1024)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(Timeout.of(limits.total()))
                                .setTimeToLive(TimeValue.ofMinutes(1))
                                .build())
                        .setMaxConnTotal(128)
                        .setMaxConnPerRoute(2)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(limits.total()))
                        .setResponseTimeout(Timeout.of(limits.total()))
                        .build())
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        long deadline = System.nanoTime() + limits.total().toNanos();
        URI address = request.address();
        boolean permanent = true;
        for (int hop = 0; hop <= limits.hops(); hop++) {
            Optional<Refusal> refusal = rules.refusal(address);
            if (refusal.isPresent()) {
                return new Refused(refusal.get(), address);
            }
            // Validators belong to the address they came from; after a move nothing is known of the new one.
            Validators validators = hop == 0 ? request.validators() : Validators.NONE;
            Hop result = ask(address, validators, deadline, hop > 0 && permanent);
            if (result instanceof Hop.Done done) {
                return done.outcome();
            }
            Hop.Onward onward = (Hop.Onward) result;
            permanent &= onward.permanent();
            address = onward.to();
        }
        return new Broken(Fault.TOO_MANY_HOPS, "more than " + limits.hops() + " redirects");
    }

    /** What one hop led to. */
    private sealed interface Hop {
        record Done(FetchOutcome outcome) implements Hop {}

        record Onward(URI to, boolean permanent) implements Hop {}
    }

    private Hop ask(URI address, Validators validators, long deadline, boolean movedHere) {
        HttpGet get = new HttpGet(address);
        validators.etag().ifPresent(tag -> get.setHeader("If-None-Match", tag));
        validators.lastModified().ifPresent(date -> get.setHeader("If-Modified-Since", date));
        long left = deadline - System.nanoTime();
        ScheduledFuture<?> cut = watch.schedule(get::cancel, Math.max(left, 0), TimeUnit.NANOSECONDS);
        try {
            return client.execute(get, response -> read(address, response, movedHere));
        } catch (ForbiddenAddressException e) {
            return new Hop.Done(new Refused(Refusal.PRIVATE_ADDRESS, address));
        } catch (IOException | RuntimeException e) {
            boolean late = System.nanoTime() >= deadline;
            return new Hop.Done(new Broken(late ? Fault.TIMEOUT : fault(e), describe(e)));
        } finally {
            cut.cancel(false);
        }
    }

    private Hop read(URI address, ClassicHttpResponse response, boolean movedHere) throws IOException {
        int status = response.getCode();
        Optional<String> location = header(response, "Location");
        if (status >= 300 && status < 400 && status != 304) {
            return location.<Hop>map(to -> onward(address, to, status == 301 || status == 308))
                    .orElseGet(
                            () -> new Hop.Done(new Broken(Fault.BAD_ANSWER, "redirect " + status + " leads nowhere")));
        }
        CacheTimes times = new CacheTimes(clock.instant());
        Validators given = new Validators(header(response, "ETag"), header(response, "Last-Modified"));
        Optional<Duration> freshFor = times.freshFor(
                header(response, "Cache-Control"),
                header(response, "Expires"),
                header(response, "Date"),
                header(response, "Age"));
        return new Hop.Done(
                switch (status) {
                    case 200 -> body(address, response, movedHere, given, freshFor);
                    case 304 -> new NotModified(given, freshFor);
                    case 410 -> new Gone();
                    case 429, 503 -> new Throttled(status, times.retryAfter(header(response, "Retry-After")));
                    default -> new Status(status);
                });
    }

    private static Hop onward(URI from, String location, boolean permanent) {
        try {
            return new Hop.Onward(from.resolve(location.strip()), permanent);
        } catch (IllegalArgumentException e) {
            return new Hop.Done(new Broken(Fault.BAD_ANSWER, "redirect to an unreadable address"));
        }
    }

    private FetchOutcome body(
            URI address, ClassicHttpResponse response, boolean movedHere, Validators given, Optional<Duration> freshFor)
            throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] bytes = new byte[0];
        if (entity != null) {
            try (InputStream in = entity.getContent()) {
                ByteArrayOutputStream kept = new ByteArrayOutputStream();
                byte[] buffer = new byte[READ_BUFFER];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (kept.size() + n > limits.bodyBytes()) {
                        throw new TooLargeException(limits.bodyBytes());
                    }
                    kept.write(buffer, 0, n);
                }
                bytes = kept.toByteArray();
            }
        }
        Optional<ContentType> type = header(response, "Content-Type").flatMap(HttpFetcher::contentType);
        return new Fetched(
                address,
                movedHere ? Optional.of(address) : Optional.empty(),
                bytes,
                type.map(ContentType::getMimeType),
                type.flatMap(t -> Optional.ofNullable(t.getParameter("charset"))),
                given,
                freshFor);
    }

    private static Optional<ContentType> contentType(String value) {
        try {
            return Optional.ofNullable(ContentType.parseLenient(value));
        } catch (RuntimeException e) {
            return Optional.empty(); // an unreadable label is as good as none: the body is sniffed anyway
        }
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name))
                .map(Header::getValue)
                .filter(v -> !v.isBlank());
    }

    /** Signals, inside one exchange, that the body passed the limit; closing it drops the connection. */
    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(int limit) {
            super("more than " + limit + " bytes");
        }
    }

    private static Fault fault(Exception e) {
        return switch (e) {
            case TooLargeException _ -> Fault.TOO_LARGE;
            case UnknownHostException _ -> Fault.UNKNOWN_HOST;
            case SSLException _ -> Fault.TLS;
            case InterruptedIOException _ -> Fault.TIMEOUT;
            case ConnectException _, NoRouteToHostException _ -> Fault.CONNECT;
            case SocketException _ -> Fault.CONNECT;
            default -> Fault.BAD_ANSWER;
        };
    }

    private static String describe(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("closing the HTTP client", e);
        }
    }
}
