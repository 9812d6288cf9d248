package news.lede.hub;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import news.lede.source.SourceId;

/** Where subscriptions at hubs are kept, one for each source at most. Instants are kept to the millisecond. Thread-safe. */
public interface HubSubscriptions {
    Optional<HubSubscription> find(SourceId source);

    /** Those that {@code sources} have. */
    Map<SourceId, HubSubscription> of(Collection<SourceId> sources);

    Optional<HubSubscription> byKey(String key);

    /** Adds it, unless its source has one. */
    boolean add(HubSubscription fresh);

    /** Puts {@code after} in the place of {@code before}, unless that has changed meanwhile, or is gone. */
    boolean replace(HubSubscription before, HubSubscription after);

    void remove(SourceId source);

    /** At most {@code limit} that are due at {@code now}, longest due first. */
    List<HubSubscription> due(Instant now, int limit);

    /** At most {@code limit} whose source was removed, and which are not leaving yet. */
    List<HubSubscription> abandoned(int limit);

    /** Changes the one of a source, whoever else does meanwhile; {@code change} may be called several times. Empty when there is none; the same value changes nothing. */
    default Optional<HubSubscription> change(SourceId source, UnaryOperator<HubSubscription> change) {
        while (true) {
            Optional<HubSubscription> before = find(source);
            if (before.isEmpty()) {
                return before;
            }
            HubSubscription after = change.apply(before.get());
            if (after.equals(before.get()) || replace(before.get(), after)) {
                return Optional.of(after);
            }
        }
    }
}
