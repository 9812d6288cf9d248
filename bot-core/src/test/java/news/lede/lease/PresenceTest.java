package news.lede.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PresenceTest {
    private final InMemoryLeases leases = new InMemoryLeases();
    private final Presence one = new Presence(leases, "one");
    private final Presence two = new Presence(leases, "two");

    @Test
    void whoeverRenewsLives() {
        one.look();
        two.look();
        leases.pass(Tenure.SPAN.minusMillis(1));
        one.renew();
        leases.pass(Tenure.BETWEEN_RENEWALS);

        assertThat(Presence.living(leases.held())).containsExactly("one");
    }

    @Test
    void whoeverEndsDoesNotLiveAndDoesNotComeBack() {
        one.look();
        one.end();
        one.renew();
        one.look();

        assertThat(Presence.living(leases.held())).isEmpty();
    }

    @Test
    void placesOfThoseThatAreGoneAreTakenAgain() {
        one.look();
        two.look();
        one.end();
        Presence three = new Presence(leases, "three");
        three.look();

        assertThat(leases.held()).extracting(Lease::name).containsExactly("process-0", "process-1");
        assertThat(Presence.living(leases.held())).containsExactlyInAnyOrder("two", "three");
    }

    @Test
    void whoLostItsPlaceToAnotherTakesTheNext() {
        one.look();
        leases.pass(Tenure.SPAN);
        two.look();
        one.renew();
        assertThat(leases.held()).extracting(Lease::holder).containsExactly("two");
        one.look();

        assertThat(leases.held()).extracting(Lease::holder).containsExactly("two", "one");
    }

    @Test
    void oneThatHasAPlaceTakesNoOther() {
        one.look();
        one.look();

        assertThat(leases.held()).hasSize(1);
    }

    @Test
    void whoHasNoPlaceRenewsNone() {
        one.renew();

        assertThat(leases.held()).isEmpty();
    }

    @Test
    void whoCouldNotRenewWhileTheStoreWasAwayLivesWhenItIsBack() {
        one.look();
        leases.away(true);
        assertThatThrownBy(one::renew).isInstanceOf(IllegalStateException.class);
        leases.away(false);
        leases.pass(Tenure.SPAN);
        one.renew();

        assertThat(Presence.living(leases.held())).containsExactly("one");
    }
}
