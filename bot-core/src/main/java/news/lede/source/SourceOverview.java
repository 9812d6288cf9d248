package news.lede.source;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sources at a glance, for whoever looks after them. Reads alone. */
public interface SourceOverview {
    /**
     * One source with what is known of it.
     *
     * @param state of polling; absent for one that was never asked, or is none to ask
     * @param latest what happened to it last
     */
    record Row(Source source, Optional<PollState> state, Optional<SourceEvent> latest) {
        /** How it is doing; absent for the built-in one, which is never asked. */
        public Optional<SourceHealth> health() {
            return source.kind() == SourceKind.IMPORTED
                    ? Optional.empty()
                    : Optional.of(SourceHealth.of(state, latest));
        }
    }

    /** Every source that {@link Sources#all} has, in its order. */
    List<Row> all();

    /** One of them. */
    Optional<Row> find(SourceId source);

    /** How many workspaces follow each of {@code sources}, by pack or by themselves; each is there. */
    Map<SourceId, Integer> followers(Collection<SourceId> sources);

    /**
     * How many articles each of {@code sources} carried that were published on each of {@code days} days of 24 hours, the first of which begins at {@code since}. Each is there, with zeros where it
     * carried none.
     */
    Map<SourceId, List<Integer>> volumes(Collection<SourceId> sources, Instant since, int days);
}
