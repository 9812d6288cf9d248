package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Delivery.State;
import news.lede.alert.Messenger.Reason;
import news.lede.alert.Suspensions.Suspension;
import news.lede.community.ConversationId;
import org.junit.jupiter.api.Test;

/** What every {@link Suspensions} promises. */
public abstract class SuspensionsContract extends TellingContract {
    private static final Instant LATER = NOON.plusSeconds(7_200);

    @Test
    void whatWaitsInASuspendedConversationIsDueAgainWhenItResumes() {
        ConversationId here = conversation("a");
        DeliveryId first = planned(here, story("One"));
        DeliveryId second = planned(here, story("Two"));
        DeliveryId other = planned(conversation("b"), story("Three"));
        store.deliveries().begin(first, NOON);
        store.deliveries().retry(first, NOON, "blocked");

        assertThat(store.suspensions().suspend(here, Reason.BLOCKED, "403", NOON))
                .isTrue();
        DeliveryId meanwhile = planned(here, story("Four"));

        assertThat(due(LATER)).containsExactly(other);
        assertThat(row(first).state()).isEqualTo(State.RETRY);
        assertThat(row(second).state()).isEqualTo(State.PLANNED);

        assertThat(store.suspensions().resume(here, LATER)).isTrue();
        assertThat(due(LATER)).containsExactlyInAnyOrder(other, first);
        assertThat(row(meanwhile).due()).contains(LATER);
        sent(first, "m1");
        assertThat(due(LATER)).contains(second);
    }

    @Test
    void whatIsUnderWayMayStillEnd() {
        ConversationId here = conversation("a");
        DeliveryId id = planned(here, story("One"));
        store.deliveries().begin(id, NOON);

        store.suspensions().suspend(here, Reason.KICKED, "", NOON);
        store.deliveries().sent(id, new Receipt("m1"), List.of(), NOON);

        assertThat(row(id).state()).isEqualTo(State.SENT);
    }

    @Test
    void whatWasHeldOrTakenBackDoesNotComeBack() {
        ConversationId here = conversation("a");
        DeliveryId held = planned(here, story("One"));
        DeliveryId cancelled = planned(here, story("Two"));
        store.deliveries().hold(held, "budget");
        store.deliveries().cancel(cancelled, "merged", NOON);
        store.suspensions().suspend(here, Reason.KICKED, "", NOON);

        store.suspensions().resume(here, NOON);

        assertThat(due(LATER)).isEmpty();
    }

    @Test
    void whatWaitedForLongerThanADayIsNoNewsAnyMore() {
        ConversationId here = conversation("a");
        DeliveryId waiting = planned(here, story("One"));
        DeliveryId held = planned(here, story("Two"));
        store.deliveries().hold(held, "budget");
        DeliveryId doubted = planned(here, story("Three"));
        store.deliveries().begin(doubted, NOON);
        store.deliveries().unknown(doubted, NOON, "no answer");
        store.suspensions().suspend(here, Reason.KICKED, "", NOON);
        Instant later = NOON.plus(Suspensions.STALE).plusSeconds(1);

        store.suspensions().resume(here, later);

        assertThat(List.of(row(waiting), row(held), row(doubted))).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(State.CANCELLED);
            assertThat(row.problem()).contains(Suspensions.STALE_PROBLEM);
            assertThat(row.due()).isEmpty();
        });
        assertThat(due(later.plusSeconds(1))).isEmpty();
    }

    @Test
    void whatWaitedForADayOrWasSuspendedForLessComesBack() {
        ConversationId here = conversation("a");
        ConversationId lately = conversation("b");
        DeliveryId first = planned(here, story("One"));
        DeliveryId old = planned(lately, story("Two"));
        DeliveryId held = planned(lately, story("Three"));
        store.deliveries().hold(held, "budget");
        store.suspensions().suspend(here, Reason.KICKED, "", NOON);
        Instant later = NOON.plus(Suspensions.STALE);
        store.suspensions().suspend(lately, Reason.KICKED, "", later.minusSeconds(60));

        store.suspensions().resume(here, later);
        store.suspensions().resume(lately, later.plusSeconds(9));

        assertThat(due(later.plusSeconds(9))).containsExactlyInAnyOrder(first, old);
        assertThat(row(held).state()).isEqualTo(State.HELD);
    }

    @Test
    void aSuspensionSaysWhySinceWhenAndIsToldOnceForEachReason() {
        ConversationId here = conversation("a");
        assertThat(store.suspensions().find(here)).isEmpty();

        store.suspensions().suspend(here, Reason.NO_RIGHTS, "50013", NOON);
        assertThat(store.suspensions().find(here))
                .contains(new Suspension(here, Reason.NO_RIGHTS, "50013", NOON, Optional.empty()));
        assertThat(store.suspensions().untold("discord", 10)).hasSize(1);
        store.suspensions().told(here, NOON.plusSeconds(1));

        assertThat(store.suspensions().suspend(here, Reason.NO_RIGHTS, "again", LATER))
                .isFalse();
        assertThat(store.suspensions().find(here).orElseThrow().told()).contains(NOON.plusSeconds(1));
        assertThat(store.suspensions().untold("discord", 10)).isEmpty();

        assertThat(store.suspensions().suspend(here, Reason.DELETED, "10003", LATER))
                .isTrue();
        assertThat(store.suspensions().find(here))
                .contains(new Suspension(here, Reason.DELETED, "10003", NOON, Optional.empty()));
    }

    @Test
    void onlyThoseOfAPlatformThatNobodyWasToldOfAreUntoldTheOldestFirst() {
        ConversationId late = conversation("a");
        ConversationId early = conversation("b");
        ConversationId elsewhere = conversation("telegram", "c");
        store.suspensions().suspend(late, Reason.KICKED, "", LATER);
        store.suspensions().suspend(early, Reason.KICKED, "", NOON);
        store.suspensions().suspend(elsewhere, Reason.KICKED, "", NOON);

        assertThat(store.suspensions().untold("discord", 10))
                .extracting(Suspension::conversation)
                .containsExactly(early, late);
        assertThat(store.suspensions().untold("discord", 1)).hasSize(1);
    }

    @Test
    void whatIsNotSuspendedDoesNotResume() {
        assertThat(store.suspensions().resume(conversation("a"), NOON)).isFalse();
    }
}
