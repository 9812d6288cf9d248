package news.lede.alert;

import java.time.Instant;
import java.util.List;

/**
 * What waits to be told.
 *
 * @param queues those in which something waits, by platform, then lane
 * @param shut where nothing can be sent, by platform, then reason
 * @param announcements that are not planned for everybody yet
 */
public record Backlog(List<Queue> queues, List<Shut> shut, int announcements) {
    public Backlog {
        queues = List.copyOf(queues);
        shut = List.copyOf(shut);
    }

    /**
     * Messages of one lane of a platform, or edits.
     *
     * @param waiting all that are to be sent, without those of conversations that cannot be written to
     * @param due of those: by now
     * @param oldest when the one was due that is so for longest, or will be first
     */
    public record Queue(String platform, Lane lane, int waiting, int due, Instant oldest) {}

    /** So many conversations of a platform. */
    public record Shut(String platform, Messenger.Reason reason, int conversations) {}
}
