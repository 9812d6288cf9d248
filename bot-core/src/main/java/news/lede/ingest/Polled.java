package news.lede.ingest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.hub.HubNotice;
import news.lede.ingest.Inbox.Carried;
import news.lede.source.DueSource;
import news.lede.source.PollResult;
import news.lede.source.PollState.Known;
import news.lede.source.PollState.Pace;

/** What came of one poll, not yet judged or recorded. */
sealed interface Polled {
    DueSource due();

    /** Nobody was asked: the source's host wants to be left alone until then. */
    record Deferred(DueSource due, Instant until) implements Polled {}

    /**
     * The source was asked; {@code at} is when its answer was there. {@code known}: what to ask with next time, when the answer was good for that. {@code content}: what it carried, when it was read
     * anew. {@code moved}: where permanent redirects led. {@code rest}: that a host wants no requests for a while. {@code unreachable}: the host that could not be reached at all. {@code outcome}: in our words.
     */
    record Asked(
            DueSource due,
            Instant at,
            PollResult result,
            Optional<Known> known,
            Optional<Content> content,
            Optional<URI> moved,
            Optional<Rest> rest,
            Optional<String> unreachable,
            String outcome)
            implements Polled {}

    /** A host that wants no requests before {@code until}. */
    record Rest(String host, Instant until) {}

    /**
     * What a source carried. {@code entries} in the order in which they are to be dealt with; {@code stored}: articles that a page gave at once; {@code hub}: where it can be subscribed to.
     */
    record Content(List<Carried> entries, Pace pace, int stored, Optional<HubNotice> hub) {
        public Content {
            entries = List.copyOf(entries);
        }

        Content(List<Carried> entries, Pace pace, int stored) {
            this(entries, pace, stored, Optional.empty());
        }
    }
}
