package news.lede.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.Gone;
import news.lede.fetch.FetchOutcome.Refusal;
import news.lede.fetch.FetchOutcome.Refused;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchRequest.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * The robots.txt of every server whose pages we read, asked for at most once a day (RFC 9309). For pages only: a feed is published for programs. A server without one
 * (any 4xx but 429) forbids nothing; one that cannot say now forbids everything for a while, unless it has said something before. Thread-safe; one question per server
 * at a time.
 */
public final class Robots implements PageRules {
    /** RFC 9309 section 2.4: not longer than a day. */
    static final Duration GOOD_FOR = Duration.ofHours(24);

    static final Duration RETRY_AFTER = Duration.ofMinutes(10);
    /** How long an older answer stands in for one that cannot be had. */
    static final Duration STAND_IN = Duration.ofDays(7);

    private static final int SERVERS = 5_000;

    private final Fetcher fetcher;
    private final String token;
    private final InstantSource clock;
    private final Cache<String, Server> servers =
            Caffeine.newBuilder().maximumSize(SERVERS).build();

    /** {@code userAgent} begins with the name that robots.txt files call us by. */
    public Robots(Fetcher fetcher, String userAgent, InstantSource clock) {
        this.fetcher = fetcher;
        this.token = userAgent.split("[/ ]", 2)[0];
        this.clock = clock;
    }

    /** {@code instead} is set while the server cannot say. */
    private record Said(
            RobotsRules rules,
            Instant read,
            Instant until,
            @Nullable FetchOutcome instead) {}

    private static final class Server {
        private final ReentrantLock asking = new ReentrantLock();
        private volatile @Nullable Said said;
    }

    @Override
    public Optional<FetchOutcome> objection(URI page) {
        URI file =
                URI.create(page.getScheme().toLowerCase(Locale.ROOT) + "://" + page.getRawAuthority() + "/robots.txt");
        Server server = servers.get(file.toString().toLowerCase(Locale.ROOT), _ -> new Server());
        Said said = current(server, file);
        if (said.instead() != null) {
            return Optional.of(said.instead());
        }
        return said.rules().allows(page) ? Optional.empty() : Optional.of(new Refused(Refusal.ROBOTS, page));
    }

    private Said current(Server server, URI file) {
        Said known = server.said;
        if (known != null && clock.instant().isBefore(known.until())) {
            return known;
        }
        server.asking.lock();
        try {
            Said before = server.said;
            if (before != null && clock.instant().isBefore(before.until())) {
                return before;
            }
            FetchOutcome outcome = fetcher.fetch(FetchRequest.of(file).wanting(Wanted.ANYTHING));
            Said fresh = said(outcome, Optional.ofNullable(before));
            server.said = fresh;
            return fresh;
        } finally {
            server.asking.unlock();
        }
    }

    private Said said(FetchOutcome outcome, Optional<Said> before) {
        Instant now = clock.instant();
        Instant tomorrow = now.plus(GOOD_FOR);
        return switch (outcome) {
            case Fetched fetched -> new Said(RobotsRules.parse(fetched.body(), token), now, tomorrow, null);
            case Status(int status)
            when status >= 400 && status < 500 -> new Said(RobotsRules.ALL_ALLOWED, now, tomorrow, null);
            case Gone _ -> new Said(RobotsRules.ALL_ALLOWED, now, tomorrow, null);
            // RFC 9309 section 2.3.1.2: after five redirects there is none.
            case Broken(Fault fault, String _)
            when fault == Fault.TOO_MANY_HOPS -> new Said(RobotsRules.ALL_ALLOWED, now, tomorrow, null);
            default ->
                before.filter(b -> b.instead() == null && now.isBefore(b.read().plus(STAND_IN)))
                        .map(b -> new Said(b.rules(), b.read(), now.plus(RETRY_AFTER), null))
                        .orElseGet(() -> new Said(RobotsRules.NONE_ALLOWED, now, now.plus(RETRY_AFTER), outcome));
        };
    }
}
