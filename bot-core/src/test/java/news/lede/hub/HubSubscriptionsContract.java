package news.lede.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.hub.HubSubscription.State;
import news.lede.source.SourceId;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link HubSubscriptions} promises. */
public abstract class HubSubscriptionsContract extends PortContract {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");

    private static HubSubscription fresh(SourceId source, String key, Instant due) {
        HubNotice notice =
                new HubNotice(URI.create("https://hub.example/"), URI.create("https://a.example/feed?x=" + key));
        return HubSubscription.fresh(source, notice, key, "secret of " + key, due);
    }

    @Test
    void everyPartOfOneIsKept() {
        SourceId source = source("a");
        assertThat(store.hubs().add(fresh(source, "k", NOON))).isTrue();
        HubSubscription kept = store.hubs().find(source).orElseThrow();
        assertThat(kept).usingRecursiveComparison().ignoringFields("version").isEqualTo(fresh(source, "k", NOON));

        HubSubscription full = kept.asked(NOON)
                .granted(Optional.of(Duration.ofHours(9)), NOON.plusMillis(5))
                .brought(NOON.plusSeconds(60))
                .missedOne();
        assertThat(store.hubs().replace(kept, full)).isTrue();
        assertThat(store.hubs().byKey("k").orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(full);
    }

    @Test
    void aSourceHasOneAtMost() {
        SourceId source = source("a");
        store.hubs().add(fresh(source, "k", NOON));
        assertThat(store.hubs().add(fresh(source, "l", NOON))).isFalse();
        assertThat(store.hubs().byKey("l")).isEmpty();
        store.hubs().remove(source);
        assertThat(store.hubs().find(source)).isEmpty();
        assertThat(store.hubs().byKey("k")).isEmpty();
        assertThat(store.hubs().add(fresh(source, "l", NOON))).isTrue();
    }

    @Test
    void thoseOfSeveralSourcesAreFoundAtOnce() {
        SourceId a = source("a");
        SourceId b = source("b");
        SourceId c = source("c");
        store.hubs().add(fresh(a, "ka", NOON));
        store.hubs().add(fresh(b, "kb", NOON));
        store.hubs().add(fresh(c, "kc", NOON));
        assertThat(store.hubs().of(List.of(c, a, new SourceId(999))))
                .containsOnlyKeys(a, c)
                .hasEntrySatisfying(c, one -> assertThat(one.key()).isEqualTo("kc"));
        assertThat(store.hubs().of(List.of())).isEmpty();
    }

    @Test
    void whoeverIsSlowerReplacesNothing() {
        SourceId source = source("a");
        store.hubs().add(fresh(source, "k", NOON));
        HubSubscription seen = store.hubs().find(source).orElseThrow();
        assertThat(store.hubs().replace(seen, seen.asked(NOON))).isTrue();
        assertThat(store.hubs().replace(seen, seen.leaving(NOON))).isFalse();
        assertThat(store.hubs().find(source).orElseThrow().state()).isEqualTo(State.ASKED);
        store.hubs().remove(source);
        assertThat(store.hubs().replace(seen, seen.leaving(NOON))).isFalse();
    }

    @Test
    void aChangeIsMadeOfWhatIsThereAndNoneOfWhatIsNot() {
        SourceId source = source("a");
        assertThat(store.hubs().change(source, HubSubscription::missedOne)).isEmpty();
        store.hubs().add(fresh(source, "k", NOON));
        store.hubs().change(source, HubSubscription::missedOne);
        store.hubs().change(source, HubSubscription::missedOne);
        assertThat(store.hubs().find(source).orElseThrow().missed()).isEqualTo(2);
    }

    @Test
    void thoseAreDueWhoseTimeHasComeTheLongestFirst() {
        SourceId a = source("a");
        SourceId b = source("b");
        SourceId c = source("c");
        store.hubs().add(fresh(a, "ka", NOON));
        store.hubs().add(fresh(b, "kb", NOON.minusMillis(1)));
        store.hubs().add(fresh(c, "kc", NOON.plusMillis(1)));
        assertThat(store.hubs().due(NOON, 9))
                .extracting(HubSubscription::source)
                .containsExactly(b, a);
        assertThat(store.hubs().due(NOON, 1))
                .extracting(HubSubscription::source)
                .containsExactly(b);
    }

    @Test
    void thoseOfRemovedSourcesAreAbandonedUntilTheyLeave() {
        SourceId a = source("a");
        SourceId b = source("b");
        store.hubs().add(fresh(a, "ka", NOON));
        store.hubs().add(fresh(b, "kb", NOON));
        assertThat(store.hubs().abandoned(9)).isEmpty();
        store.sources().remove(a, NOON);
        assertThat(store.hubs().abandoned(9))
                .extracting(HubSubscription::source)
                .containsExactly(a);
        store.hubs().change(a, s -> s.leaving(NOON));
        assertThat(store.hubs().abandoned(9)).isEmpty();
    }
}
