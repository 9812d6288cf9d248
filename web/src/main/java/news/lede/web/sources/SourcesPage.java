package news.lede.web.sources;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.lede.answer.Display;
import news.lede.hub.HubNews;
import news.lede.hub.HubSubscription;
import news.lede.source.SourceEvents;
import news.lede.source.SourceHealth;
import news.lede.source.SourceId;
import news.lede.source.SourceOverview;
import news.lede.web.chart.Counted;
import news.lede.web.chart.Spark;
import news.lede.web.page.Page;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;
import news.lede.web.page.When;

/** All sources, those that need somebody first; {@code /sources/12} is one of them. */
public final class SourcesPage implements Page {
    private static final String PATH = "/sources";
    private static final int AT_ONCE = 50;
    private static final int MOST_PAGES = 1_000;
    private static final int DAYS = 14;
    private static final int ADDRESS_CHARS = 90;

    private final Supplier<SourceOverview> overview;
    private final HubNews hubs;
    private final InstantSource clock;
    private final OneSource one;

    public SourcesPage(
            Supplier<SourceOverview> overview, Supplier<SourceEvents> events, HubNews hubs, InstantSource clock) {
        this.overview = overview;
        this.hubs = hubs;
        this.clock = clock;
        this.one = new OneSource(overview, events, hubs, clock);
    }

    /** A line of the table. {@code broughtBy}: the hub that brings what is new, where polls are only a net. */
    public record Row(
            String path,
            String title,
            String address,
            String word,
            String tone,
            String detail,
            Optional<When> lastGood,
            Optional<When> next,
            Optional<String> broughtBy,
            Spark trend,
            int followers) {}

    /** What is drawn. */
    public record View(
            String summary,
            List<Row> rows,
            boolean careOnly,
            String named,
            Optional<String> before,
            Optional<String> after) {
        public View {
            rows = List.copyOf(rows);
        }
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String name() {
        return "Sources";
    }

    /** The page tells of minutes, and polls come all the time; what matters shows within one. */
    @Override
    public Optional<String> mark() {
        return Optional.of(Long.toString(clock.instant().getEpochSecond() / 60));
    }

    @Override
    public Reply answer(Visit visit) {
        List<String> below = visit.below(PATH);
        if (!below.isEmpty()) {
            return below.size() == 1 ? one.answer(below.getFirst()) : Reply.notFound();
        }
        boolean careOnly = visit.query().text("show").filter("care"::equals).isPresent();
        String named = visit.query().text("named").orElse("");
        int page = visit.query().number("page", 1, MOST_PAGES).orElse(1);
        List<SourceOverview.Row> all = overview.get().all();
        List<SourceOverview.Row> wanted = all.stream()
                .filter(row -> !careOnly || needsSomebody(row))
                .filter(row -> isNamed(row, named.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingInt(row -> Health.urgency(row.health())))
                .toList();
        List<SourceOverview.Row> shown =
                wanted.stream().skip((page - 1L) * AT_ONCE).limit(AT_ONCE).toList();
        Instant now = clock.instant();
        // Counting for all of them would take longer than drawing the page.
        List<SourceId> ids = shown.stream().map(row -> row.source().id()).toList();
        Map<SourceId, List<Integer>> volumes = overview.get().volumes(ids, now.minus(Duration.ofDays(DAYS)), DAYS);
        Map<SourceId, Integer> followers = overview.get().followers(ids);
        Map<SourceId, HubSubscription> brought = hubs.bringing(ids, now);
        String asked = PATH + "?" + (careOnly ? "show=care&" : "")
                + (named.isEmpty() ? "" : "named=" + URLEncoder.encode(named, StandardCharsets.UTF_8) + "&") + "page=";
        return Reply.page(
                name(),
                "sources.jte",
                new View(
                        summary(all),
                        shown.stream()
                                .map(row -> row(
                                        row,
                                        volumes.getOrDefault(row.source().id(), List.of()),
                                        followers.getOrDefault(row.source().id(), 0),
                                        Optional.ofNullable(
                                                brought.get(row.source().id())),
                                        now))
                                .toList(),
                        careOnly,
                        named,
                        page > 1 ? Optional.of(asked + (page - 1)) : Optional.empty(),
                        wanted.size() > (long) page * AT_ONCE ? Optional.of(asked + (page + 1)) : Optional.empty()));
    }

    private static String summary(List<SourceOverview.Row> all) {
        long care = all.stream().filter(SourcesPage::needsSomebody).count();
        String count = all.size() == 1 ? "One source. " : all.size() + " sources. ";
        return count
                + (care == 0
                        ? "None needs anybody."
                        : care == 1 ? "One needs somebody." : care + " need somebody; they stand first.");
    }

    private static boolean needsSomebody(SourceOverview.Row row) {
        return row.health().filter(health -> health.word().needsSomebody()).isPresent();
    }

    private static boolean isNamed(SourceOverview.Row row, String part) {
        return row.source().title().toLowerCase(Locale.ROOT).contains(part)
                || row.source().address().toLowerCase(Locale.ROOT).contains(part);
    }

    /** {@code counts}: articles by days. {@code brought}: what was agreed with the hub that brings it. */
    static Row row(
            SourceOverview.Row row,
            List<Integer> counts,
            int followers,
            Optional<HubSubscription> brought,
            Instant now) {
        Optional<SourceHealth> health = row.health();
        int sum = counts.stream().mapToInt(Integer::intValue).sum();
        return new Row(
                PATH + "/" + row.source().id(),
                Display.plain(row.source().title()),
                Display.brief(row.source().address(), ADDRESS_CHARS),
                Health.word(health),
                Health.tone(health),
                Display.plain(Health.detail(health)),
                health.flatMap(SourceHealth::lastGood).map(at -> new When(at, now)),
                health.flatMap(SourceHealth::next).map(at -> new When(at, now)),
                brought.map(hub -> Display.brief(hub.hubName(), ADDRESS_CHARS)),
                Spark.of(counts, Counted.of(sum, "articles") + " in " + counts.size() + " days"),
                followers);
    }
}
