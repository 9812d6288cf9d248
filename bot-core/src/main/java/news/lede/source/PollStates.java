package news.lede.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the state of polling is kept. */
public interface PollStates {
    Optional<PollState> find(SourceId source);

    /** Sources that are to be fetched (feeds and pages) and have no state yet, oldest first. */
    List<SourceId> neverPolled();

    /** Stores a state, replacing the source's former one. */
    void save(PollState state);

    /** At most {@code limit} states whose next poll is due at {@code now}, longest due first. */
    List<PollState> due(Instant now, int limit);
}
