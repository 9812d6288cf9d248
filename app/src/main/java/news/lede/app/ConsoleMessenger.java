package news.lede.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import news.lede.alert.Limits;
import news.lede.alert.Messenger;
import news.lede.alert.Pacing;
import news.lede.alert.Receipt;
import news.lede.app.ChatLine.Weight;
import news.lede.community.Place;
import org.jspecify.annotations.Nullable;

/**
 * Messages to the console's chat, shown between questions. What stands there cannot be changed, so an edit is said in a line. While no chat is open they wait, as for a platform that is away. Thread-safe.
 */
final class ConsoleMessenger implements Messenger {
    static final String PLATFORM = "console";
    /** Who sits at this machine, and the one place there is. */
    static final String LOCAL = "local";

    private static final Duration NO_CHAT = Duration.ofSeconds(1);
    /** Faster than anybody reads, slower than a screen scrolls away. */
    private static final Limits.Rate RATE = new Limits.Rate(5, Duration.ofSeconds(1));

    private final InstantSource clock;
    private final AtomicLong messages = new AtomicLong();
    private volatile @Nullable Chat chat;

    private record Chat(ChatSession session, ChatWindow window) {}

    ConsoleMessenger(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on messages are shown in this window, whose numbers open their stories. */
    void open(ChatSession session, ChatWindow window) {
        chat = new Chat(session, window);
    }

    /** The window closes. */
    void close() {
        chat = null;
    }

    Platforms.Outlet outlet() {
        return new Platforms.Outlet(this, new Pacing(Limits.of(RATE), System::nanoTime, Thread::sleep));
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public Place inPrivate(String person) {
        return new Place(PLATFORM, person, Optional.empty());
    }

    @Override
    public Result send(Outgoing message) {
        String head = message.replyTo().isPresent() ? "news of what you were told" : "you subscribed to this";
        return show(message, head, lines -> lines);
    }

    @Override
    public Result edit(Receipt sent, Outgoing message) {
        return show(message, "what you were told stands like this now", ConsoleMessenger::ends);
    }

    private Result show(Outgoing message, String head, UnaryOperator<List<ChatLine>> part) {
        Chat open = chat;
        if (open == null) {
            return new Result.RetryAt(NO_CHAT, true, "no chat is open");
        }
        List<ChatLine> lines = new ArrayList<>();
        String time = message.phrases().time(clock.instant(), false);
        lines.add(new ChatLine("— " + time + ", " + head + " —", Weight.FAINT));
        lines.addAll(part.apply(open.session().told(message.answer(), message.phrases())));
        open.window().tell(lines);
        return new Result.Delivered(new Receipt(PLATFORM + "/" + messages.incrementAndGet()));
    }

    /** The title and what stands below it all. */
    private static List<ChatLine> ends(List<ChatLine> lines) {
        List<ChatLine> written =
                lines.stream().filter(line -> !line.text().isBlank()).toList();
        return written.size() < 3 ? written : List.of(written.getFirst(), written.getLast());
    }

    /** What was shown in a window that is closed, nobody has before them. */
    @Override
    public boolean canLook() {
        return true;
    }

    @Override
    public Sighting find(Outgoing message, Instant since) {
        return new Sighting.Absent();
    }
}
