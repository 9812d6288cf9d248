package news.lede.hub;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import news.lede.source.SourceId;

/** What polling tells of hubs, and asks about them, within its own transaction. */
public interface HubNews {
    /** Of an installation that nobody can bring anything to. */
    HubNews NONE = new HubNews() {
        @Override
        public void read(SourceId source, Optional<HubNotice> notice, Instant at) {}

        @Override
        public boolean brings(SourceId source, Instant now) {
            return false;
        }

        @Override
        public void missed(SourceId source) {}

        @Override
        public Map<SourceId, HubSubscription> bringing(Collection<SourceId> sources, Instant now) {
            return Map.of();
        }
    };

    /** The source was read anew, and names that hub, or none. */
    void read(SourceId source, Optional<HubNotice> notice, Instant at);

    /** Whether a hub brings what is new of the source, so that polling it is only a net. */
    boolean brings(SourceId source, Instant now);

    /** A poll found what the hub had not brought. */
    void missed(SourceId source);

    /** Those of {@code sources} that a hub {@linkplain #brings brings}, with what was agreed. */
    Map<SourceId, HubSubscription> bringing(Collection<SourceId> sources, Instant now);
}
