package news.lede.alert.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import news.lede.alert.Composer.Composed;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.FakeTopicFits;
import news.lede.answer.Answer;
import news.lede.store.Store;

/**
 * One life of a whole desk, drawn from a seed: a day or two in which news comes and everything goes wrong, in planning as in sending, then two quiet days, in which it has to put everything in order. Answers
 * which promises were broken.
 */
final class PlannedLife {
    private static final int PER_SECOND = 6;
    private static final Duration QUIET_DAYS = Duration.ofHours(76);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST_STEP = Duration.ofMinutes(10);
    private static final int LONGEST_GAP = 200;

    /** What a message was to tell when it was composed, after so many mergers. */
    record Meant(int mergers, Instant shownAt, Delivery delivery, Answer answer, List<Shown> shown) {}

    private final long seed;
    private final SimTime time = new SimTime();
    private final Faults faults;
    private final Store store;
    private final Map<String, SimPlatform> platforms = new LinkedHashMap<>();
    private final Newsroom newsroom;
    private final Readers readers;
    private final Desk desk;
    private final Map<String, List<Meant>> meant = new HashMap<>();
    /** How often the process died between beginning an attempt and knowing its result. */
    private final Map<DeliveryId, Integer> unheard = new HashMap<>();

    PlannedLife(long seed, Store store) {
        this.seed = seed;
        this.store = store;
        faults = new Faults(time, new Random(seed));
        platforms.put("discord", new SimPlatform("discord", true, PER_SECOND, time, faults));
        platforms.put("telegram", new SimPlatform("telegram", false, PER_SECOND, time, faults));
        FakeTopicFits topics = new FakeTopicFits();
        newsroom = new Newsroom(store, time, faults, topics);
        readers = new Readers(store, time, faults, platforms);
        desk = new Desk(store, time, faults, topics, platforms.values(), new Notes());
    }

    private final class Notes implements Desk.Record {
        @Override
        public void composed(Delivery delivery, Composed composed) {
            if (composed instanceof Composed.Message message) {
                meant.computeIfAbsent(delivery.nonce(), _ -> new ArrayList<>())
                        .add(new Meant(
                                newsroom.mergers(),
                                time.instant(),
                                delivery,
                                message.outgoing().answer(),
                                message.shown()));
            } else {
                faults.note("not composed %s %s", delivery.id(), composed);
            }
        }

        @Override
        public void died() {
            rows().stream()
                    .filter(row -> row.state() == Delivery.State.SENDING)
                    .forEach(row -> unheard.merge(row.id(), 1, Integer::sum));
        }
    }

    /** The promises that were broken, each in a line. */
    List<String> play() {
        desk.start();
        int rounds = 12 + faults.below(20);
        for (int i = 0; i < rounds; i++) {
            if (faults.below(3) > 0) {
                newsroom.happen();
            } else {
                readers.happen();
            }
            if (faults.below(4) == 0) {
                faults.dieAfter(1 + faults.below(250));
            }
            desk.work();
            time.pass(Duration.ofSeconds(
                    switch (faults.below(8)) {
                        case 0 -> faults.below(8 * 3_600);
                        case 1, 2 -> faults.below(2 * 3_600);
                        case 3, 4 -> faults.below(600);
                        default -> faults.below(5);
                    }));
        }
        faults.calm();
        readers.calm();
        settle();
        return new PlannedPromises(store, newsroom, readers, platforms, meant, unheard, time.instant()).broken(rows());
    }

    private void settle() {
        Instant until = time.instant().plus(QUIET_DAYS);
        List<Delivery> before = List.of();
        Duration step = SECOND;
        while (time.instant().isBefore(until)) {
            desk.work();
            readers.letAllIn();
            Instant now = time.instant();
            List<Delivery> open = rows().stream()
                    .filter(row -> PlannedPromises.isOpen(row.state()))
                    .toList();
            // What is due and does not go waits for something else, for hours after a clock was set: ever longer steps
            // get there.
            step = open.equals(before) ? shorter(step.multipliedBy(2), LONGEST_STEP) : SECOND;
            before = open;
            Instant soon = now.plus(step);
            Instant next = open.stream()
                    .map(row -> row.due().filter(now::isBefore).orElse(soon))
                    .min(Instant::compareTo)
                    .filter(now.plus(HOUR)::isAfter)
                    .orElse(now.plus(HOUR));
            time.pass(Duration.between(now, next));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Everything that was ever planned, by id. */
    private List<Delivery> rows() {
        List<Delivery> rows = new ArrayList<>();
        long last = 0;
        // A database numbers what it turns away as well.
        for (long id = 1; id <= last + LONGEST_GAP; id++) {
            Optional<Delivery> row = store.deliveries().find(new DeliveryId(id));
            if (row.isPresent()) {
                rows.add(row.get());
                last = id;
            }
        }
        return rows;
    }

    int deaths() {
        return desk.deaths();
    }

    int deliveries() {
        return rows().size();
    }

    String story() {
        return "seed " + seed + "\n" + faults.trace();
    }
}
