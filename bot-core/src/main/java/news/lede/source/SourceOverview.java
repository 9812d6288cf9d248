package news.lede.source;

import java.time.Instant;
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
     * @param followers how many workspaces follow it, by pack or by themselves
     */
    record Row(Source source, Optional<PollState> state, Optional<SourceEvent> latest, int followers) {
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

    /**
     * How many articles each source carried that were published on each of {@code days} days of 24 hours, the first of which begins at {@code since}. Sources that carried none are left out.
     */
    Map<SourceId, List<Integer>> volumes(Instant since, int days);

    /** The same of one source, zeros where it carried none. */
    List<Integer> volume(SourceId source, Instant since, int days);
}
