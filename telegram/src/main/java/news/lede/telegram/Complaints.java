package news.lede.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.alert.Messenger.Reason;

/** What the service's words mean: it has no numbers for what keeps us from a place, and says it with 403 or 400. */
final class Complaints {
    private record Known(Reason reason, List<String> words) {}

    private static final List<Known> PLACES = List.of(
            new Known(
                    Reason.BLOCKED,
                    List.of("blocked by the user", "can't initiate conversation", "can't send messages to")),
            new Known(Reason.KICKED, List.of("bot was kicked", "bot is not a member")),
            new Known(
                    Reason.DELETED,
                    List.of(
                            "chat not found",
                            "user is deactivated",
                            "chat was deleted",
                            "chat was deactivated",
                            "message thread not found",
                            "topic_deleted",
                            "peer_id_invalid")),
            new Known(Reason.CLOSED, List.of("topic_closed")),
            new Known(
                    Reason.NO_RIGHTS,
                    List.of(
                            "_forbidden",
                            "not enough rights",
                            "have no rights",
                            "need administrator rights",
                            "chat_restricted")));

    private static final List<String> GONE =
            List.of("message to edit not found", "message can't be edited", "message_id_invalid");

    private Complaints() {}

    /** What keeps us from the place, if it is about the place. */
    static Optional<Reason> place(String description) {
        return PLACES.stream()
                .filter(known -> says(description, known.words))
                .map(Known::reason)
                .findFirst();
    }

    /** Whether the message that was to be changed is gone or out of our hands. */
    static boolean gone(String description) {
        return says(description, GONE);
    }

    static boolean unchanged(String description) {
        return says(description, List.of("message is not modified"));
    }

    private static boolean says(String description, List<String> words) {
        String text = description.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(text::contains);
    }
}
