package news.lede.source;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where the state of polling is kept. Instants are kept to the millisecond. */
public interface PollStates {
    Optional<PollState> find(SourceId source);

    /**
     * Gives every source that is to be read (feeds, sitemaps, pages, folders) and has no state yet one that is due at {@code now}.
     *
     * @return how many
     */
    int admit(Instant now);

    /** Stores states, each replacing its source's former one. */
    void saveAll(Collection<PollState> states);

    default void save(PollState state) {
        saveAll(List.of(state));
    }

    /** At most {@code limit} sources whose next poll is due at {@code now}, longest due first. A source that was removed is never due. */
    List<DueSource> due(Instant now, int limit);

    /**
     * Notes that these are being asked since {@code now}, and are not due again before {@code until} whatever becomes of it. The rest of their states stays.
     */
    void begin(Collection<SourceId> sources, Instant now, Instant until);

    /** When the next source is due; absent when none ever is. */
    Optional<Instant> nextDue();
}
