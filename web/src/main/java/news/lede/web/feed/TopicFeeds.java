package news.lede.web.feed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.article.Article;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.text.Language;
import news.lede.web.access.Access;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Outward;
import news.lede.web.page.Reply;
import news.lede.web.page.Seats;
import news.lede.web.page.Visit;

/**
 * The newest stories of each topic as a feed: {@code /feed/economy.rss}, {@code /feed/economy.json}; {@code all} stands for everything, {@code ?of=} says as whom a reader sees it. A reader of feeds can
 * neither sign in nor show a header, so where a token protects the desk the address itself carries a key, which opens the feeds of one community and nothing else.
 */
public final class TopicFeeds implements Endpoint {
    /** What stands for every topic. */
    public static final String ALL = "all";

    private static final String PATH = "/feed";
    private static final String STORIES = "20";

    private final Supplier<NewsDesk> desk;
    private final Seats seats;
    private final Access access;
    private final Optional<URI> publicUrl;
    private final InstantSource clock;

    /**
     * @param seats whose view a reader can be shown
     * @param access says which of them a visit may read
     * @param publicUrl where readers reach us; else feeds name the address they were asked at
     */
    public TopicFeeds(
            Supplier<NewsDesk> desk, Seats seats, Access access, Optional<URI> publicUrl, InstantSource clock) {
        this.desk = desk;
        this.seats = seats;
        this.access = access;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** How a feed is written. */
    public enum Form {
        RSS("rss", "application/rss+xml; charset=utf-8"),
        JSON("json", "application/feed+json; charset=utf-8");

        private final String ending;
        private final String type;

        Form(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        private String write(Channel channel) {
            return this == RSS ? Rss.write(channel) : JsonFeed.write(channel);
        }
    }

    /** Where a topic's feed is as a seat sees it, from the root of the desk, with what opens it. */
    static String address(String topic, Form form, String seat, Optional<String> key) {
        String of = seat.isEmpty() ? "" : "of=" + coded(seat);
        String opens = key.map(k -> "key=" + coded(k)).orElse("");
        String query = of + (of.isEmpty() || opens.isEmpty() ? "" : "&") + opens;
        return PATH + "/" + coded(topic) + "." + form.ending + (query.isEmpty() ? "" : "?" + query);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Audience audience() {
        return Audience.ANYBODY;
    }

    @Override
    public Reply answer(Visit visit) {
        String seat = visit.query().text("of").orElse("");
        if (!access.opensFeeds(visit, seat)) {
            return Reply.text(
                    403,
                    "This address opens no feed: its key is missing or old. Copy it anew from the page Feeds of the desk.\n");
        }
        // Whoever takes a seat that is gone would sit in the operator's.
        if (seats.all().stream().noneMatch(one -> one.key().equals(seat))) {
            return noSuchFeed();
        }
        List<String> below = visit.below(PATH);
        Optional<Form> form = below.size() == 1
                ? Arrays.stream(Form.values())
                        .filter(f -> below.getFirst().endsWith("." + f.ending))
                        .findFirst()
                : Optional.empty();
        if (form.isEmpty()) {
            return noSuchFeed();
        }
        String name = below.getFirst();
        String topic = name.substring(0, name.length() - form.get().ending.length() - 1);
        Asker who = inTheirLanguage(seats.take(seat));
        return title(who, topic)
                .map(title -> feed(visit, who, seat, new Wanted(topic, title, form.get())))
                .orElseGet(TopicFeeds::noSuchFeed);
    }

    /** The desk is in English, a feed is for its readers. */
    private static Asker inTheirLanguage(Asker who) {
        Language theirs = who.workspace().language();
        return theirs.equals(Language.UNKNOWN) ? who : who.speaking(Locale.forLanguageTag(theirs.code()));
    }

    /** {@code title} is empty where it is everything. */
    private record Wanted(String topic, String title, Form form) {}

    private static Reply noSuchFeed() {
        return Reply.text(
                404,
                "There is no such feed. Feeds are named like their topic: /feed/economy.rss or /feed/economy.json, and /feed/all.rss.\n");
    }

    /** What the topic is called; empty when there is none of that id. */
    private Optional<String> title(Asker who, String topic) {
        if (topic.equals(ALL)) {
            return Optional.of("");
        }
        return desk.get().answer(who, new Invocation("topics", Map.of())) instanceof Answer.Listing listing
                ? listing.sections().stream()
                        .flatMap(section -> section.lines().stream())
                        .filter(line -> line.name().equals(topic))
                        .map(line -> line.text().isEmpty() ? line.name() : line.text())
                        .findFirst()
                : Optional.empty();
    }

    private Reply feed(Visit visit, Asker who, String seat, Wanted wanted) {
        Map<String, String> options = wanted.topic().equals(ALL)
                ? Map.of("count", STORIES)
                : Map.of("count", STORIES, "topic", wanted.topic());
        Answer answer = desk.get().answer(who, new Invocation("latest", options));
        Phrases phrases = Phrases.of(who, clock.instant());
        StoryHtml html = new StoryHtml(phrases);
        URI home = home(visit);
        String path = address(wanted.topic(), wanted.form(), seat, visit.query().text("key"))
                .substring(1);
        Channel channel = new Channel(
                wanted.title().isEmpty() ? "Lede" : "Lede · " + wanted.title(),
                answer instanceof Answer.Notice notice ? notice.text() : answer.title(),
                home,
                home.resolve(path),
                who.locale(),
                answer instanceof Answer.StoryList list
                        ? list.stories().stream().map(item -> item(item, html)).toList()
                        : List.of());
        return unlessKnown(visit, wanted.form(), wanted.form().write(channel).getBytes(StandardCharsets.UTF_8));
    }

    private static Channel.Item item(StoryItem item, StoryHtml html) {
        return new Channel.Item(
                "lede:story:" + item.view().id(),
                item.view().title(),
                Stream.concat(item.quoted().stream(), item.sources().stream())
                        .map(Article::url)
                        .flatMap(url -> Outward.of(url).stream())
                        .findFirst(),
                html.of(item),
                item.view().published(),
                item.subject().or(item::topic).stream().toList());
    }

    private URI home(Visit visit) {
        String base = publicUrl.orElse(visit.base()).toString();
        return URI.create(base.endsWith("/") ? base : base + "/");
    }

    /** Readers ask every few minutes for years: what has not changed is not sent again. */
    private static Reply unlessKnown(Visit visit, Form form, byte[] body) {
        String tag = "\"" + digest(body) + "\"";
        Map<String, String> headers = Map.of("ETag", tag, "Cache-Control", "private, max-age=60");
        boolean known = visit.header("if-none-match")
                .map(told -> Arrays.stream(told.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals(tag) || one.equals("*")))
                .orElse(false);
        return known
                ? new Reply.Plain(304, form.type, new byte[0], headers)
                : new Reply.Plain(200, form.type, body, headers);
    }

    private static String digest(byte[] body) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(whole, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
