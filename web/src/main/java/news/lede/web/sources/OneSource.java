package news.lede.web.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import news.lede.answer.Display;
import news.lede.hub.HubNews;
import news.lede.hub.HubSubscription;
import news.lede.source.SourceEvents;
import news.lede.source.SourceId;
import news.lede.source.SourceOverview;
import news.lede.web.chart.Bars;
import news.lede.web.page.Reply;
import news.lede.web.page.When;

/** One source whole. */
public final class OneSource {
    private static final int DAYS = 30;
    private static final int EVENTS = 30;
    private static final int MOST_DIGITS = 18;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final Supplier<SourceOverview> overview;
    private final Supplier<SourceEvents> events;
    private final HubNews hubs;
    private final InstantSource clock;

    OneSource(Supplier<SourceOverview> overview, Supplier<SourceEvents> events, HubNews hubs, InstantSource clock) {
        this.overview = overview;
        this.events = events;
        this.hubs = hubs;
        this.clock = clock;
    }

    /** Something that happened. */
    public record Event(When at, String word, String tone, String detail) {}

    /** Something known of its polling: a text or a time. */
    public record Fact(String name, String text, Optional<When> at) {}

    /** What is drawn. */
    public record View(SourcesPage.Row row, String remedy, Bars volume, List<Event> events, List<Fact> facts) {
        public View {
            events = List.copyOf(events);
            facts = List.copyOf(facts);
        }
    }

    Reply answer(String id) {
        return Optional.of(id)
                .filter(one -> one.length() <= MOST_DIGITS && one.chars().allMatch(c -> c >= '0' && c <= '9'))
                .flatMap(one -> overview.get().find(new SourceId(Long.parseLong(one))))
                .map(this::page)
                .orElseGet(Reply::notFound);
    }

    private Reply page(SourceOverview.Row row) {
        Instant now = clock.instant();
        SourceId id = row.source().id();
        List<Event> happened = events.get().of(id, EVENTS).stream()
                .map(event -> new Event(
                        new When(event.at(), now),
                        Health.word(event.kind()),
                        Health.tone(event.kind()),
                        Display.plain(event.detail())))
                .toList();
        int followers = overview.get().followers(List.of(id)).getOrDefault(id, 0);
        List<Integer> counts = counts(id, now);
        Optional<HubSubscription> brought =
                Optional.ofNullable(hubs.bringing(List.of(id), now).get(id));
        SourcesPage.Row drawn = SourcesPage.row(row, counts, followers, brought, now);
        return Reply.page(
                drawn.title(),
                "source.jte",
                new View(
                        drawn,
                        Health.remedy(row.health(), id.toString()),
                        volume(counts, now),
                        happened,
                        facts(row, followers, brought, now)));
    }

    private static Instant first(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS - 1L));
    }

    private List<Integer> counts(SourceId id, Instant now) {
        return overview.get().volumes(List.of(id), first(now), DAYS).getOrDefault(id, Collections.nCopies(DAYS, 0));
    }

    /** By days of UTC; the last one is not over. */
    private static Bars volume(List<Integer> counts, Instant now) {
        List<Bars.Count> days = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            String day = DAY.format(first(now).plus(Duration.ofDays(i)).atOffset(ZoneOffset.UTC));
            days.add(new Bars.Count(day, counts.get(i), i < DAYS - 1));
        }
        return Bars.of("Articles by the day they were published", "articles", days);
    }

    private static List<Fact> facts(
            SourceOverview.Row row, int followers, Optional<HubSubscription> brought, Instant now) {
        List<Fact> facts = new ArrayList<>();
        facts.add(text("Read as", row.source().kind().name().toLowerCase(Locale.ROOT)));
        facts.add(text("Followed by", followers == 1 ? "one community" : followers + " communities"));
        brought.ifPresent(hub -> {
            facts.add(text("Brought by", Display.plain(hub.hubName())));
            time(facts, "Brought last", hub.pushed(), now);
            time(facts, "Agreed until", hub.lease(), now);
        });
        row.state().ifPresent(state -> {
            facts.add(text("Last outcome", Display.plain(state.outcome())));
            time(facts, "Last asked", state.lastPoll(), now);
            time(facts, "Last good answer", state.lastSuccess(), now);
            time(facts, "Asked next", state.nextPoll(), now);
            time(facts, "Failing since", state.failingSince(), now);
            time(facts, "Newest entry", state.pace().newestEntry(), now);
            state.pace().usualGap().ifPresent(gap -> facts.add(text("Usually publishes every", length(gap))));
            state.pace()
                    .wishes()
                    .interval()
                    .ifPresent(wish -> facts.add(text("Wishes to be asked every", length(wish))));
            facts.add(text("Says when nothing changed", state.known().conditional() ? "yes" : "no"));
            state.move().ifPresent(move -> facts.add(text("Seems to move to", Display.plain(move.to()))));
        });
        return facts;
    }

    private static Fact text(String name, String text) {
        return new Fact(name, text, Optional.empty());
    }

    private static void time(List<Fact> facts, String name, Optional<Instant> at, Instant now) {
        at.ifPresent(instant -> facts.add(new Fact(name, "", Optional.of(new When(instant, now)))));
    }

    private static String length(Duration duration) {
        long minutes = Math.max(1, duration.toMinutes());
        if (minutes < 120) {
            return minutes + " min";
        }
        return minutes < 2880 ? minutes / 60 + " h" : minutes / 1440 + " days";
    }
}
