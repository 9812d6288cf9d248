package news.lede.alert.simulation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import news.lede.alert.Delivery;
import news.lede.alert.Delivery.State;
import news.lede.alert.DeliveryId;
import news.lede.alert.Limits;
import news.lede.alert.Limits.Rate;
import news.lede.alert.Pacing;
import news.lede.alert.Sender;
import news.lede.alert.simulation.SimPlatform.Posted;
import news.lede.article.InDoubt;
import news.lede.community.ConversationId;
import news.lede.store.InMemoryStore;

/**
 * One life of a bot on two platforms, drawn from a seed: some hours in which everything goes wrong, then quiet, in which it has to put everything in order. Answers which promises were broken.
 */
final class Run {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int PER_SECOND = 6;
    private static final int BUSY = 60;

    private final long seed;
    private final SimTime time = new SimTime();
    private final Faults faults;
    private final InMemoryStore store = new InMemoryStore();
    private final Map<String, SimPlatform> platforms = new LinkedHashMap<>();
    private final SimComposer composer;
    private final World world;
    private final List<String> broken = new ArrayList<>();
    private List<Sender> senders = List.of();
    /** How often the process died between beginning an attempt and knowing its result. */
    private final Map<DeliveryId, Integer> unheard = new HashMap<>();

    private int deaths;

    Run(long seed) {
        this.seed = seed;
        faults = new Faults(time, new Random(seed));
        platforms.put("discord", new SimPlatform("discord", true, PER_SECOND, time, faults));
        platforms.put("telegram", new SimPlatform("telegram", false, PER_SECOND, time, faults));
        composer = new SimComposer(store, time, faults);
        world = new World(store, time, faults, composer, platforms);
    }

    /** The promises that were broken, each in a line. */
    List<String> play() {
        start();
        int rounds = 15 + faults.below(30);
        for (int i = 0; i < rounds; i++) {
            world.happen();
            if (faults.below(6) == 0) {
                faults.dieAfter(1 + faults.below(60));
            }
            int steps = 1 + faults.below(4);
            for (int s = 0; s < steps; s++) {
                work();
                time.pass(Duration.ofMillis(faults.below(faults.below(5) == 0 ? 60_000 : 4_000)));
            }
        }
        world.calm();
        settle();
        check();
        return broken;
    }

    private void start() {
        List<Sender> started = new ArrayList<>();
        for (SimPlatform platform : platforms.values()) {
            Pacing pacing = new Pacing(limits(platform), time::nanos, time::pass);
            Sender sender = new Sender(
                    SimPorts.of(store, faults, BUSY),
                    platform,
                    composer,
                    _ -> faults.below(2) == 0,
                    pacing,
                    new Sender.Time(time, time::nanos),
                    Runnable::run);
            started.add(sender);
        }
        senders = started;
        for (Sender sender : senders) {
            attempt(sender::begin);
        }
    }

    private static Limits limits(SimPlatform platform) {
        Rate account = new Rate(PER_SECOND - 1, SECOND);
        return platform.platform().equals("telegram")
                ? Limits.of(account, new Rate(1, SECOND), new Rate(20, Duration.ofMinutes(1)))
                : Limits.of(account);
    }

    private void work() {
        for (Sender sender : List.copyOf(senders)) {
            if (senders.contains(sender)) {
                attempt(sender::step);
            }
        }
        platforms.values().forEach(SimPlatform::arriveLate);
    }

    /** Until it works, as the program does; a death ends the process, and another one begins some time later. */
    private void attempt(Runnable step) {
        for (int tries = 0; tries < 20; tries++) {
            try {
                step.run();
                return;
            } catch (IllegalStateException | InDoubt e) {
                faults.note("failed: %s", e);
                time.pass(SECOND);
            } catch (Death e) {
                deaths++;
                store.deliveries().all().stream()
                        .filter(row -> row.state() == State.SENDING)
                        .forEach(row -> unheard.merge(row.id(), 1, Integer::sum));
                senders = List.of();
                faults.live();
                time.pass(Duration.ofMillis(2_000 + faults.below(faults.below(3) == 0 ? 4 * 3_600_000 : 20_000)));
                start();
                return;
            }
        }
        broken.add("the store was never free again");
    }

    private void settle() {
        for (int i = 0; i < 3_000; i++) {
            work();
            List<Instant> open = open();
            if (open.isEmpty()) {
                return;
            }
            world.letAllIn();
            // What is due may still wait for its place, or for what was planned before it.
            Instant soon = time.instant().plus(SECOND);
            Optional<Instant> next = i % 3 < 2
                    ? Optional.of(soon)
                    : open.stream().filter(soon::isBefore).min(Instant::compareTo);
            time.pass(Duration.between(time.instant(), next.orElse(soon.plusSeconds(600))));
        }
    }

    /** When each of what is not done is to be done. */
    private List<Instant> open() {
        List<Instant> open = new ArrayList<>();
        for (Delivery row : store.deliveries().all()) {
            if (isOpen(row.state())) {
                open.add(row.due().orElse(time.instant()));
            }
        }
        store.edits().all().forEach(told -> told.editDue().ifPresent(open::add));
        return open;
    }

    private static boolean isOpen(State state) {
        return switch (state) {
            case PLANNED, SENDING, RETRY, UNKNOWN -> true;
            case SENT, HELD, GIVEN_UP, CANCELLED -> false;
        };
    }

    private void check() {
        Map<String, List<Posted>> posted = new HashMap<>();
        platforms
                .values()
                .forEach(platform -> platform.posted()
                        .forEach(one -> posted.computeIfAbsent(one.nonce, _ -> new ArrayList<>())
                                .add(one)));
        Map<ConversationId, Posted> before = new HashMap<>();
        for (Delivery row : store.deliveries().all()) {
            SimPlatform platform = requireNonNull(platforms.get(row.place().platform()));
            List<Posted> messages = posted.getOrDefault(row.nonce(), List.of());
            checkEnd(row, messages);
            checkOnce(row, messages, platform);
            if (row.state() == State.SENT && !messages.isEmpty() && !world.isDisturbed(row.conversation())) {
                Posted earlier = before.put(row.conversation(), messages.getFirst());
                if (earlier != null && earlier.at.isAfter(messages.getFirst().at)) {
                    broken.add("out of order: " + row);
                }
            }
        }
        for (SimPlatform platform : platforms.values()) {
            if (platform.mostInASecond() > platform.perSecond()) {
                broken.add(platform.mostInASecond() + " messages within a second on " + platform.platform());
            }
        }
        checkEdits();
    }

    /** Nothing is lost. */
    private void checkEnd(Delivery row, List<Posted> messages) {
        DeliveryId id = row.id();
        boolean right = switch (row.state()) {
            case PLANNED, SENDING, RETRY, UNKNOWN -> false;
            case SENT ->
                messages.stream()
                        .anyMatch(one -> one.receipt.equals(row.receipt().orElse(null)));
            case HELD -> composer.decidedAgainst(id);
            case CANCELLED -> composer.decidedAgainst(id) || world.isLegal(id);
            case GIVEN_UP -> false;
        };
        if (!right) {
            broken.add("lost, messages " + messages.size() + ": " + row);
        }
    }

    /** Nothing is doubled, but on Telegram where an answer was lost, and once for each. */
    private int allowed(SimPlatform platform, Delivery row) {
        return platform.platform().equals("telegram")
                ? 1 + platform.lostAnswers(row.nonce()) + unheard.getOrDefault(row.id(), 0)
                : 1;
    }

    private void checkOnce(Delivery row, List<Posted> messages, SimPlatform platform) {
        if (messages.size() > allowed(platform, row)) {
            broken.add(messages.size() + " times, lost answers " + platform.lostAnswers(row.nonce()) + ": " + row);
        }
    }

    /** What a conversation is said to see it sees. */
    private void checkEdits() {
        store.edits().all().forEach(told -> {
            if (told.editDue().isPresent()) {
                broken.add("never edited: " + told);
            }
            told.receipt()
                    .flatMap(receipt -> platforms.values().stream()
                            .flatMap(platform -> platform.posted().stream())
                            .filter(one -> one.receipt.equals(receipt))
                            .findFirst())
                    // Revisions of a story that was merged are counted by itself.
                    .filter(message -> message.text.startsWith("story " + told.story() + " "))
                    .filter(message -> revision(message.text) < told.shown())
                    .ifPresent(message -> broken.add("shows less than is thought, \"" + message.text + "\": " + told));
        });
    }

    private static int revision(String text) {
        return Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
    }

    int deaths() {
        return deaths;
    }

    int deliveries() {
        return store.deliveries().all().size();
    }

    String story() {
        return "seed " + seed + "\n" + faults.trace();
    }
}
