package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;

import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link PlatformFacts} promises. */
public abstract class PlatformFactsContract extends PortContract {
    @Test
    void whatWasNeverToldIsUnknown() {
        assertThat(store.platformFacts().told("discord", "1", "commands")).isEmpty();
    }

    @Test
    void whatWasToldIsRememberedForOneAccountOfOnePlatformUnderItsName() {
        store.platformFacts().tell("discord", "1", "commands", "a1b2");

        assertThat(store.platformFacts().told("discord", "1", "commands")).contains("a1b2");
        assertThat(store.platformFacts().told("telegram", "1", "commands")).isEmpty();
        assertThat(store.platformFacts().told("discord", "2", "commands")).isEmpty();
        assertThat(store.platformFacts().told("discord", "1", "menus")).isEmpty();
    }

    @Test
    void theLastThingToldCounts() {
        store.platformFacts().tell("discord", "1", "commands", "a1b2");
        store.platformFacts().tell("discord", "1", "menus", "x");
        store.platformFacts().tell("discord", "1", "commands", "c3d4");

        assertThat(store.platformFacts().told("discord", "1", "commands")).contains("c3d4");
        assertThat(store.platformFacts().told("discord", "1", "menus")).contains("x");
    }

    @Test
    void whatIsUndoneWasNotTold() {
        try {
            store.transactor().inTransaction(() -> {
                store.platformFacts().tell("discord", "1", "commands", "a1b2");
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException undone) {
            assertThat(store.platformFacts().told("discord", "1", "commands")).isEmpty();
        }
    }
}
