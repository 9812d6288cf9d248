package news.lede.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
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
import news.lede.fetch.Poster;
import news.lede.fetch.Validators;
import news.lede.fetch.WebAddress;
import news.lede.http.Lookup.ForbiddenAddressException;
import org.apache.hc.core5.http.ContentType;

/**
 * Fetches over HTTP/1.1, one connection for each hop: no cookies, no retries, no proxies; redirects are walked here so that each hop meets the rules. The messages are
 * read by Apache HttpComponents Core; docs/decisions/0027 tells why not by the client built on it.
 */
public final class HttpFetcher implements Fetcher, Poster {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Half of the requests that are usually under way at once; nearly all servers that answer at all do so within five seconds. */
    private static final int MOST_SILENT = 64;

    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final AddressRules rules;
    private final FetchLimits limits;
    private final Question question;
    private final InstantSource clock;
    private final Lookup lookup;
    private final Connector connector;
    private final BodyReader bodies;
    private final FormPost forms;
    private final Watch watch = new Watch(MOST_SILENT, SILENCE);
    private final Destinations destinations = new Destinations();

    /** {@code userAgent} says who we are and how to reach us. */
    public HttpFetcher(AddressRules rules, FetchLimits limits, String userAgent, InstantSource clock) {
        this(rules, limits, userAgent, clock, InetAddress::getAllByName, () ->
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** {@code names} and {@code tls} stand in for the machine's own in tests. */
    HttpFetcher(
            AddressRules rules,
            FetchLimits limits,
            String userAgent,
            InstantSource clock,
            Lookup.NameService names,
            Supplier<SSLSocketFactory> tls) {
        this.rules = rules;
        this.limits = limits;
        this.question = new Question(userAgent);
        this.clock = clock;
        this.lookup = new Lookup(rules, names);
        this.connector = new Connector(lookup, limits.connect(), tls);
        this.bodies = new BodyReader(limits.bodyBytes());
        this.forms = new FormPost(
                rules::refusal,
                limits,
                question,
                connector,
                after -> new CacheTimes(clock.instant()).retryAfter(after));
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        return fetch(request, Onward.ANYWHERE);
    }

    @Override
    public FetchOutcome fetch(FetchRequest request, Onward onward) {
        Exchange exchange = new Exchange(limits.total());
        watch.add(exchange);
        try (exchange) {
            return walk(request, exchange, onward);
        } finally {
            watch.remove(exchange);
        }
    }

    @Override
    public FetchOutcome post(URI address, Map<String, String> form, Duration patience) {
        Exchange exchange = new Exchange(limits.total());
        watch.add(exchange);
        try (exchange) {
            return forms.send(address, form, exchange);
        } finally {
            watch.remove(exchange);
        }
    }

    private FetchOutcome walk(FetchRequest request, Exchange exchange, Onward onward) {
        Hop hop = Hop.first(request.address());
        while (hop.number() <= limits.hops()) {
            Optional<Refusal> refusal = rules.refusal(hop.address());
            if (refusal.isPresent()) {
                return new Refused(refusal.get(), WebAddress.withoutCredentials(hop.address()));
            }
            if (hop.number() > 0) {
                URI next = hop.address();
                Optional<FetchOutcome> objection = exchange.apart(() -> onward.objection(next));
                if (objection.isPresent()) {
                    return objection.get();
                }
            }
            Step step = ask(request, hop, exchange);
            switch (step) {
                case Step.Onward(Hop next) -> hop = next;
                case Step.Done(FetchOutcome outcome) -> {
                    return outcome;
                }
            }
        }
        return new Broken(Fault.TOO_MANY_HOPS, "more than " + limits.hops() + " redirects");
    }

    /** One stop on the way. {@code moved} while every redirect so far was a permanent one; {@code notBefore} is the longest wait that one of them asked for. */
    private record Hop(URI address, int number, boolean moved, Optional<Duration> notBefore) {
        static Hop first(URI address) {
            return new Hop(address, 0, false, Optional.empty());
        }

        Hop to(URI next, boolean permanent, Optional<Duration> wait) {
            return new Hop(next, number + 1, permanent && (moved || number == 0), longer(notBefore, wait));
        }

        Optional<URI> movedTo() {
            return moved ? Optional.of(address) : Optional.empty();
        }
    }

    /** What one hop led to. */
    private sealed interface Step {
        record Done(FetchOutcome outcome) implements Step {}

        record Onward(Hop next) implements Step {}

        static Step broken(Fault fault, String detail) {
            return new Done(new Broken(fault, detail));
        }
    }

    private Step ask(FetchRequest request, Hop hop, Exchange exchange) {
        Validators validators = destinations.belongsTo(request, hop.address()) ? request.validators() : Validators.NONE;
        try {
            Socket socket = connector.connect(hop.address(), exchange);
            if (exchange.isLate(System.nanoTime())) {
                // This process was paused meanwhile, and another may have asked in its place.
                throw new SocketTimeoutException("connected too late to ask");
            }
            exchange.allow(limits.firstByte());
            byte[] bytes = question.bytes(hop.address(), validators, request.wanted(), request.followers());
            socket.getOutputStream().write(bytes);
            InputStream in = new FirstByte(socket.getInputStream(), exchange);
            return read(request, hop, AnswerHead.read(in, limits.headBytes()), validators, exchange);
        } catch (ForbiddenAddressException e) {
            return new Step.Done(new Refused(Refusal.PRIVATE_ADDRESS, hop.address()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Step.broken(Fault.BAD_ANSWER, "interrupted");
        } catch (TimeoutException e) {
            return Step.broken(Fault.TIMEOUT, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            return exchange.wasCut()
                    ? Step.broken(Fault.TIMEOUT, "no whole answer in time")
                    : Step.broken(fault(e), describe(e));
        }
    }

    private Step read(FetchRequest request, Hop hop, AnswerHead head, Validators sent, Exchange exchange)
            throws IOException {
        int status = head.status();
        CacheTimes times = new CacheTimes(clock.instant());
        Optional<Duration> retryAfter = times.retryAfter(head.first("Retry-After"));
        if (REDIRECTS.contains(status)) {
            return onward(hop, head, retryAfter);
        }
        Validators given = new Validators(head.first("ETag"), head.first("Last-Modified"));
        Optional<Duration> freshFor = longer(
                hop.notBefore(),
                times.freshFor(
                        head.all("Cache-Control"), head.first("Expires"), head.first("Date"), head.first("Age")));
        return switch (status) {
            case 200, 203 -> {
                Fetched fetched = fetched(hop, head, bodies.read(head, exchange::left), given, freshFor);
                destinations.note(request.address(), hop.address(), given);
                yield new Step.Done(fetched);
            }
            case 304 -> {
                if (sent.equals(Validators.NONE)) {
                    yield Step.broken(Fault.BAD_ANSWER, "\"not modified\" to a question without conditions");
                }
                Validators kept = sent.updatedBy(given);
                destinations.note(request.address(), hop.address(), kept);
                yield new Step.Done(new NotModified(kept, freshFor, hop.movedTo()));
            }
            case 410 -> new Step.Done(new Gone());
            case 429, 503 -> new Step.Done(new Throttled(status, retryAfter));
            default -> new Step.Done(new Status(status));
        };
    }

    private static Step onward(Hop hop, AnswerHead head, Optional<Duration> wait) {
        int status = head.status();
        Optional<String> location = head.first("Location").map(WebAddress::fromHeader);
        if (location.isEmpty()) {
            return Step.broken(Fault.BAD_ANSWER, "redirect " + status + " leads nowhere");
        }
        return WebAddress.resolve(hop.address(), location.get())
                .<Step>map(next -> new Step.Onward(hop.to(next, status == 301 || status == 308, wait)))
                .orElseGet(() -> Step.broken(Fault.BAD_ANSWER, "redirect to an unreadable address"));
    }

    private static Fetched fetched(
            Hop hop, AnswerHead head, byte[] body, Validators given, Optional<Duration> freshFor) {
        Optional<ContentType> type = head.first("Content-Type").flatMap(HttpFetcher::contentType);
        return new Fetched(
                hop.address(),
                hop.movedTo(),
                body,
                type.map(ContentType::getMimeType),
                type.flatMap(t -> Optional.ofNullable(t.getParameter("charset"))),
                given,
                freshFor,
                head.all("Link").map(WebAddress::fromHeader));
    }

    private static Optional<ContentType> contentType(String value) {
        try {
            return Optional.ofNullable(ContentType.parseLenient(value));
        } catch (RuntimeException e) {
            return Optional.empty(); // an unreadable label is as good as none: the body is sniffed anyway
        }
    }

    private static Optional<Duration> longer(Optional<Duration> a, Optional<Duration> b) {
        return a.isPresent() && (b.isEmpty() || a.get().compareTo(b.get()) > 0) ? a : b;
    }

    static Fault fault(Exception e) {
        return switch (e) {
            case TooLargeException _ -> Fault.TOO_LARGE;
            case UnknownHostException _ -> Fault.UNKNOWN_HOST;
            case SSLException _ -> Fault.TLS;
            case SocketTimeoutException _ -> Fault.TIMEOUT;
            case InterruptedIOException _ -> Fault.TIMEOUT;
            case SocketException _ -> Fault.CONNECT;
            default -> Fault.BAD_ANSWER;
        };
    }

    static String describe(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /** How many fetches are under way. */
    int running() {
        return watch.size();
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        watch.close();
        lookup.close();
    }
}
