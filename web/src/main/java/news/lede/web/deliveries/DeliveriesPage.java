package news.lede.web.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import news.lede.alert.Backlog;
import news.lede.alert.Backlogs;
import news.lede.alert.Delivery;
import news.lede.alert.Fate;
import news.lede.alert.Hold;
import news.lede.alert.Lane;
import news.lede.alert.Messenger;
import news.lede.answer.Phrases;
import news.lede.community.Asker;
import news.lede.web.chat.Rooms;
import news.lede.web.chat.Rooms.Room;
import news.lede.web.chat.Service;
import news.lede.web.page.Page;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** What waits to be told, what is kept back and why, what failed, and how long alerts took. */
public final class DeliveriesPage implements Page {
    /** So many of the latest messages are looked at: enough for a day of most, and read in milliseconds. */
    private static final int LOOKED_AT = 5_000;

    private static final int TROUBLES = 30;
    private static final Duration LATE = Duration.ofMinutes(5);
    private static final Set<Delivery.State> TROUBLED =
            EnumSet.of(Delivery.State.RETRY, Delivery.State.UNKNOWN, Delivery.State.GIVEN_UP);

    private final Supplier<Backlogs> backlogs;
    private final Supplier<Rooms> rooms;
    private final Function<Visit, Asker> eyes;
    private final InstantSource clock;

    public DeliveriesPage(
            Supplier<Backlogs> backlogs, Supplier<Rooms> rooms, Function<Visit, Asker> eyes, InstantSource clock) {
        this.backlogs = backlogs;
        this.rooms = rooms;
        this.eyes = eyes;
        this.clock = clock;
    }

    /** A lane of a platform. {@code late}: what is due there has been so for too long. */
    public record Queue(String platform, String lane, int waiting, int due, String oldest, boolean late) {}

    /** So many messages or conversations of a platform, for a reason. */
    public record Counted(String platform, String why, int count, String since) {}

    /** A message that failed, or that it is not known of whether it came. {@code path}: where more of its conversation is shown; empty for a private one. */
    public record Trouble(
            String when,
            String path,
            String name,
            String platform,
            String kind,
            String state,
            int attempts,
            String problem) {}

    /** What is drawn. {@code open}: announcements that are not planned for everybody yet. */
    public record View(
            List<Queue> queues,
            List<Counted> kept,
            List<Counted> shut,
            List<DelayChart> charts,
            List<Trouble> troubles,
            int open,
            boolean unused) {
        public View {
            queues = List.copyOf(queues);
            kept = List.copyOf(kept);
            shut = List.copyOf(shut);
            charts = List.copyOf(charts);
            troubles = List.copyOf(troubles);
        }

        /** All that waits in lanes. */
        public int waiting() {
            return queues.stream().mapToInt(Queue::waiting).sum();
        }

        /** All that is kept back. */
        public int held() {
            return kept.stream().mapToInt(Counted::count).sum();
        }

        /** All conversations that cannot be written to. */
        public int closed() {
            return shut.stream().mapToInt(Counted::count).sum();
        }
    }

    @Override
    public String path() {
        return "/deliveries";
    }

    @Override
    public String name() {
        return "Deliveries";
    }

    @Override
    public List<String> styles() {
        return List.of("deliveries.css");
    }

    /** Changes with the newest message and with whatever waits. */
    @Override
    public Optional<String> mark() {
        Backlog backlog = backlogs.get().at(clock.instant());
        String latest = backlogs.get().latest(1).stream()
                .map(fate -> fate.id() + " " + fate.state())
                .findFirst()
                .orElse("");
        int waiting = backlog.queues().stream().mapToInt(Backlog.Queue::waiting).sum();
        return Optional.of(latest + " " + waiting + " " + backlog.shut().size());
    }

    @Override
    public Reply answer(Visit visit) {
        Instant now = clock.instant();
        Asker who = eyes.apply(visit);
        Phrases phrases = Phrases.of(who, now);
        Backlog backlog = backlogs.get().at(now);
        List<Fate> fates = backlogs.get().latest(LOOKED_AT);
        Set<String> platforms = new TreeSet<>();
        fates.forEach(fate -> platforms.add(fate.platform()));
        View view = new View(
                backlog.queues().stream()
                        .map(queue -> queue(queue, phrases, now))
                        .toList(),
                backlogs.get().kept().stream()
                        .map(kept -> new Counted(
                                title(kept.platform()),
                                held(kept.why()),
                                kept.messages(),
                                phrases.age(kept.oldest(), false)))
                        .toList(),
                backlog.shut().stream()
                        .map(shut ->
                                new Counted(title(shut.platform()), reason(shut.reason()), shut.conversations(), ""))
                        .toList(),
                platforms.stream()
                        .map(platform -> Delays.of(platform, fates, now))
                        .filter(delays -> delays.sum() > 0)
                        .map(delays -> DelayChart.of(delays, who.workspace().zone()))
                        .toList(),
                fates.stream()
                        .filter(fate -> TROUBLED.contains(fate.state()))
                        .limit(TROUBLES)
                        .map(fate -> trouble(fate, phrases))
                        .toList(),
                backlog.announcements(),
                fates.isEmpty());
        return Reply.page("Deliveries", "deliveries.jte", view);
    }

    private static Queue queue(Backlog.Queue queue, Phrases phrases, Instant now) {
        boolean late = queue.due() > 0 && queue.oldest().plus(LATE).isBefore(now);
        String oldest = queue.due() == 0
                ? "due at " + phrases.time(queue.oldest(), false)
                : "due " + phrases.age(queue.oldest(), false);
        return new Queue(title(queue.platform()), lane(queue.lane()), queue.waiting(), queue.due(), oldest, late);
    }

    private Trouble trouble(Fate fate, Phrases phrases) {
        Optional<Room> room = rooms.get().find(fate.conversation());
        return new Trouble(
                phrases.age(fate.finished().orElse(fate.planned()), false),
                room.map(one -> "/preview/" + one.id().value()).orElse(""),
                room.map(Room::title).orElse("A private chat"),
                title(fate.platform()),
                kind(fate.kind()),
                state(fate.state()),
                fate.attempts(),
                fate.problem().orElse(""));
    }

    /** What people call a platform. */
    public static String title(String platform) {
        return Service.of(platform).map(Service::title).orElse("Console");
    }

    private static String lane(Lane lane) {
        return switch (lane) {
            case ANSWER -> "answers";
            case ALERT -> "alerts";
            case DIGEST -> "digests";
            case EDIT -> "edits";
        };
    }

    private static String kind(Delivery.Kind kind) {
        return switch (kind) {
            case FIRST -> "a story";
            case UPDATE -> "an update";
            case CORRECTION -> "a correction";
            case DIGEST -> "a digest";
        };
    }

    private static String state(Delivery.State state) {
        return switch (state) {
            case RETRY -> "to be tried again";
            case UNKNOWN -> "not known whether it came";
            case GIVEN_UP -> "given up";
            case PLANNED, SENDING, SENT, HELD, CANCELLED -> "";
        };
    }

    private static String held(String why) {
        if (why.equals(Hold.BUDGET.name())) {
            return "the day's budget";
        }
        return why.equals(Hold.QUIET.name()) ? "quiet hours" : why.isBlank() ? "not decided yet" : why;
    }

    private static String reason(Messenger.Reason reason) {
        return switch (reason) {
            case BLOCKED -> "blocked by the reader";
            case KICKED -> "removed from the chat";
            case NO_RIGHTS -> "no right to write there";
            case DELETED -> "the chat is gone";
            case CLOSED -> "the thread is closed";
            case ACCOUNT -> "the bot's account is limited";
        };
    }
}
