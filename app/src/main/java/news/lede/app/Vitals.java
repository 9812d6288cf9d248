package news.lede.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.lede.alert.Backlog;
import news.lede.app.metrics.Meters;
import news.lede.app.metrics.Meters.Row;
import news.lede.app.watch.Watchdog;
import news.lede.store.Store;
import news.lede.web.health.Condition;
import news.lede.web.health.Part;

/** How a running Lede is, in figures: what waits, how its parts do, what room is left. Counts what waits at most every ten seconds, however often it is asked. Thread-safe. */
final class Vitals implements Condition {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Supplier<Store> store;
    private final Meters meters;
    private final InstantSource clock;
    private final Path data;
    private final Supplier<List<Part>> platforms;
    private final Supervision supervision;
    private final LongSupplier nanos;
    private Look last = new Look(Optional.empty(), 0, "not looked yet");
    private long looked;
    private boolean never = true;

    /** What waits. {@code trouble}: why that is not known. */
    private record Look(Optional<Backlog> backlog, long entries, String trouble) {}

    /** What is asked for how it is. {@code data}: the folder whose disk fills up. */
    record Asked(
            Supplier<Store> store, Path data, Supplier<List<Part>> platforms, Supervision supervision, Meters meters) {}

    Vitals(Asked asked, InstantSource clock, LongSupplier nanos) {
        this.store = asked.store();
        this.data = asked.data();
        this.platforms = asked.platforms();
        this.supervision = asked.supervision();
        this.meters = asked.meters();
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Has the figures counted that nobody else counts; once they are counted at all. */
    void begin() {
        meters.gauge("lede.disk.free.bytes", this::free);
        for (String file : List.of("lede.db", "lede.db-wal")) {
            meters.gauge("lede.store.bytes", () -> size(file), "file", file);
        }
        meters.gauge("lede.log.lines", LogLines::warnings, "level", "warn");
        meters.gauge("lede.log.lines", LogLines::errors, "level", "error");
    }

    private double free() {
        try {
            return Files.getFileStore(data).getUsableSpace();
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private double size(String file) {
        try {
            return Files.size(data.resolve(file));
        } catch (IOException e) {
            return 0;
        }
    }

    private synchronized Look look() {
        long now = nanos.getAsLong();
        if (never || now - looked > FRESH.toNanos()) {
            never = false;
            looked = now;
            try {
                Instant time = clock.instant();
                last = new Look(
                        Optional.of(store.get().backlogs().at(time)),
                        store.get().inbox().backlog(),
                        "");
            } catch (RuntimeException e) {
                last = new Look(Optional.empty(), 0, String.valueOf(e.getMessage()));
            }
        }
        return last;
    }

    @Override
    public List<Part> parts() {
        return Stream.of(platforms.get(), supervision.parts())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String figures() {
        Look look = look();
        Instant now = clock.instant();
        look.backlog().ifPresent(backlog -> lanes(backlog, now));
        meters.rows("lede.inbox.waiting", List.of(new Row(look.entries())));
        meters.rows("lede.store.up", List.of(new Row(look.backlog().isPresent() ? 1 : 0)));
        meters.rows(
                "lede.part.up",
                parts().stream()
                        .map(part -> new Row(part.state() == Part.State.READY ? 1 : 0, "part", part.name()))
                        .toList());
        List<Row> restarts = new ArrayList<>();
        List<Row> silent = new ArrayList<>();
        for (Watchdog.Finding found : supervision.findings()) {
            restarts.add(new Row(found.restarts(), "part", found.name()));
            silent.add(new Row(found.silent().toMillis() / 1e3, "part", found.name()));
        }
        meters.rows("lede.part.restarts", restarts);
        meters.rows("lede.part.silent.seconds", silent);
        return meters.page();
    }

    private void lanes(Backlog backlog, Instant now) {
        List<Row> waiting = new ArrayList<>();
        List<Row> due = new ArrayList<>();
        List<Row> age = new ArrayList<>();
        for (Backlog.Queue queue : backlog.queues()) {
            String[] tags = {"platform", queue.platform(), "lane", name(queue)};
            waiting.add(new Row(queue.waiting(), tags));
            due.add(new Row(queue.due(), tags));
            age.add(new Row(late(queue, now).toMillis() / 1e3, tags));
        }
        meters.rows("lede.lane.waiting", waiting);
        meters.rows("lede.lane.due", due);
        meters.rows("lede.lane.late.seconds", age);
        meters.rows("lede.announcements.open", List.of(new Row(backlog.announcements())));
        meters.rows(
                "lede.conversations.suspended",
                backlog.shut().stream()
                        .map(shut -> new Row(
                                shut.conversations(),
                                "platform",
                                shut.platform(),
                                "reason",
                                shut.reason().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private static String name(Backlog.Queue queue) {
        return queue.lane().name().toLowerCase(Locale.ROOT);
    }

    /** How long the oldest has been due. */
    private static Duration late(Backlog.Queue queue, Instant now) {
        return queue.oldest().isBefore(now) ? Duration.between(queue.oldest(), now) : Duration.ZERO;
    }

    @Override
    public boolean alive() {
        return supervision.lost().isEmpty();
    }

    @Override
    public Map<String, Object> told(boolean inside) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("status", alive() ? "alive" : "stuck");
        if (!alive()) {
            told.put("stuck", supervision.lost());
        }
        Look look = look();
        look.backlog().ifPresent(backlog -> told.put("backlog", backlog(backlog, look.entries())));
        if (!look.trouble().isEmpty()) {
            told.put("store", inside ? look.trouble() : "cannot be read");
        }
        return told;
    }

    private Map<String, Object> backlog(Backlog backlog, long entries) {
        Instant now = clock.instant();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("entries", entries);
        told.put("announcements", backlog.announcements());
        for (Backlog.Queue queue : backlog.queues()) {
            told.put(
                    queue.platform() + " " + name(queue),
                    Map.of(
                            "waiting", queue.waiting(),
                            "due", queue.due(),
                            "lateSeconds", late(queue, now).toSeconds()));
        }
        return told;
    }
}
