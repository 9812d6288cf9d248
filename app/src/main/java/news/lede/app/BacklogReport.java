package news.lede.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import news.lede.alert.Backlog;
import news.lede.alert.Lane;
import news.lede.alert.Messenger;

/** What waits to be told, for whoever looks after an installation. */
final class BacklogReport {
    /** Longer than any pace or wait of a platform keeps the first of a queue that moves. */
    private static final Duration STUCK = Duration.ofHours(1);

    private final Backlog backlog;
    private final Instant now;

    BacklogReport(Backlog backlog, Instant now) {
        this.backlog = backlog;
        this.now = now;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Announcements that are not planned for everybody yet: " + backlog.announcements());
        lines.add("Messages that wait: " + (backlog.queues().isEmpty() ? "none" : ""));
        backlog.queues()
                .forEach(queue -> lines.add("  " + queue.platform() + " " + name(queue.lane()) + ": " + queue.waiting()
                        + ", of which due " + queue.due() + "; the oldest for " + Words.minute(queue.oldest())));
        lines.add("Conversations that cannot be written to: " + (backlog.shut().isEmpty() ? "none" : ""));
        backlog.shut()
                .forEach(shut -> lines.add(
                        "  " + shut.platform() + ": " + shut.conversations() + " (" + reason(shut.reason()) + ")"));
        return lines.stream().map(String::stripTrailing).toList();
    }

    /** What does not move although it should, if anything; {@code on}: whether a platform is sent to. */
    Optional<String> stuck(Predicate<String> on) {
        List<String> stuck = backlog.queues().stream()
                .filter(queue -> on.test(queue.platform()))
                .filter(queue -> queue.due() > 0 && queue.oldest().plus(STUCK).isBefore(now))
                .map(queue -> queue.platform() + " " + name(queue.lane()) + " since " + Words.minute(queue.oldest()))
                .toList();
        return stuck.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", stuck));
    }

    void write(ObjectNode node) {
        node.put("announcements", backlog.announcements());
        ArrayNode queues = node.putArray("queues");
        backlog.queues()
                .forEach(queue -> queues.addObject()
                        .put("platform", queue.platform())
                        .put("lane", queue.lane().name().toLowerCase(Locale.ROOT))
                        .put("waiting", queue.waiting())
                        .put("due", queue.due())
                        .put("oldest", queue.oldest().toString()));
        ArrayNode shut = node.putArray("suspended");
        backlog.shut()
                .forEach(each -> shut.addObject()
                        .put("platform", each.platform())
                        .put("reason", each.reason().name().toLowerCase(Locale.ROOT))
                        .put("conversations", each.conversations()));
    }

    private static String name(Lane lane) {
        return switch (lane) {
            case ANSWER -> "answers";
            case ALERT -> "alerts";
            case DIGEST -> "digests";
            case EDIT -> "edits";
        };
    }

    private static String reason(Messenger.Reason reason) {
        return switch (reason) {
            case BLOCKED -> "blocked by the reader";
            case KICKED -> "removed from the chat";
            case NO_RIGHTS -> "no right to write";
            case DELETED -> "the chat is gone";
            case CLOSED -> "the thread is closed";
            case ACCOUNT -> "our account is limited";
        };
    }
}
