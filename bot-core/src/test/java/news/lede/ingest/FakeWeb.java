package news.lede.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.NotModified;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.Fetcher;
import news.lede.fetch.Validators;

/** Answers what it was told to, the last answer of an address again and again, 404 elsewhere; remembers what it was asked, and when. Thread-safe. */
final class FakeWeb implements Fetcher {
    /** A request, and when it came. */
    record Asked(FetchRequest request, Instant at) {}

    private final InstantSource clock;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<FetchOutcome>> answers = new ConcurrentHashMap<>();

    FakeWeb(InstantSource clock) {
        this.clock = clock;
    }

    FakeWeb answer(String address, FetchOutcome... outcomes) {
        answers.put(address, new ArrayDeque<>(List.of(outcomes)));
        return this;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    List<FetchRequest> requests() {
        return asked.stream().map(Asked::request).toList();
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        asked.add(new Asked(request, clock.instant()));
        Deque<FetchOutcome> mine = answers.get(request.address().toString());
        if (mine == null) {
            return new Status(404);
        }
        synchronized (mine) {
            return mine.size() > 1 ? mine.removeFirst() : mine.getFirst();
        }
    }

    @Override
    public void close() {}

    static Validators tag(String etag) {
        return new Validators(Optional.of(etag), Optional.empty());
    }

    static Fetched ok(String body, Validators validators) {
        return new Fetched(
                URI.create("https://a.example/feed"),
                Optional.empty(),
                body.getBytes(UTF_8),
                Optional.empty(),
                Optional.empty(),
                validators,
                Optional.empty());
    }

    static Fetched ok(String body) {
        return ok(body, Validators.NONE);
    }

    static Fetched moved(String body, String to) {
        Fetched here = ok(body, tag("\"moved\""));
        return new Fetched(
                URI.create(to),
                Optional.of(URI.create(to)),
                here.body(),
                here.contentType(),
                here.charset(),
                here.validators(),
                here.freshFor());
    }

    static Fetched fresh(String body, Duration freshFor) {
        Fetched here = ok(body);
        return new Fetched(
                here.address(),
                here.moved(),
                here.body(),
                here.contentType(),
                here.charset(),
                here.validators(),
                Optional.of(freshFor));
    }

    static NotModified unchanged() {
        return new NotModified(Validators.NONE, Optional.empty());
    }

    /** An RSS feed with entries of these titles, newest first, an hour apart before {@code newest}. */
    static String feed(Instant newest, String... titles) {
        return feed("", newest, titles);
    }

    static String feed(String wishes, Instant newest, String... titles) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < titles.length; i++) {
            items.append("<item><title>")
                    .append(titles[i])
                    .append("</title><link>https://a.example/")
                    .append(titles[i].replace(' ', '-'))
                    .append("</link><pubDate>")
                    .append(newest.minus(Duration.ofHours(i)))
                    .append("</pubDate><description>Word of ")
                    .append(titles[i])
                    .append(" came by the morning boat.</description></item>");
        }
        return "<rss version=\"2.0\"><channel><title>Harbour Post</title>" + wishes + items + "</channel></rss>";
    }
}
