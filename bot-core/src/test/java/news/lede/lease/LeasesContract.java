package news.lede.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What all {@link Leases} promise. A lease for no time at all has run out as soon as it is taken. */
public abstract class LeasesContract extends PortContract {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration NONE = Duration.ZERO;

    private Lease taken(String name, String holder, Duration span) {
        return store.leases().take(name, holder, span).orElseThrow();
    }

    private void write() {
        store.transactor().inTransaction(() -> stored("Written under a lease"));
    }

    @Test
    void whatIsHeldIsTakenByNobodyElseNorTwice() {
        Lease held = taken("news", "one", LONG);

        assertThat(store.leases().take("news", "two", LONG)).isEmpty();
        assertThat(store.leases().take("news", "one", LONG)).isEmpty();
        assertThat(store.leases().held()).containsExactly(held);
    }

    @Test
    void leasesOfOtherNamesAreTakenFreely() {
        Lease telegram = taken("telegram", "two", LONG);
        Lease discord = taken("discord", "one", LONG);

        assertThat(store.leases().held()).containsExactly(discord, telegram);
    }

    @Test
    void whatRanOutIsTakenWithAHigherToken() {
        Lease old = taken("news", "one", NONE);
        assertThat(store.leases().held()).isEmpty();

        Lease anew = taken("news", "two", LONG);

        assertThat(anew.holder()).isEqualTo("two");
        assertThat(anew.token()).isGreaterThan(old.token());
        assertThat(store.leases().held()).containsExactly(anew);
    }

    @Test
    void whatRanOutAndNobodyTookIsKeptByRenewing() {
        Lease held = taken("news", "one", NONE);

        assertThat(store.leases().renew(held, LONG)).isTrue();

        assertThat(store.leases().take("news", "two", LONG)).isEmpty();
    }

    @Test
    void whatAnotherTookIsNeitherRenewedNorReleased() {
        Lease old = taken("news", "one", NONE);
        Lease anew = taken("news", "two", LONG);

        assertThat(store.leases().renew(old, LONG)).isFalse();
        store.leases().release(old);

        assertThat(store.leases().held()).containsExactly(anew);
    }

    @Test
    void whatIsReleasedIsTakenAtOnceAndNotRenewed() {
        Lease old = taken("news", "one", LONG);
        store.leases().release(old);

        assertThat(store.leases().renew(old, LONG)).isFalse();
        assertThat(taken("news", "two", LONG).token()).isGreaterThan(old.token());
    }

    @Test
    void whatIsWrittenUnderALeaseThatIsHeldIsKept() {
        Lease held = taken("news", "one", LONG);

        store.leases().under(held, this::write);

        assertThat(store.articles().count()).isEqualTo(1);
    }

    @Test
    void whatIsWrittenUnderALostLeaseIsNot() {
        Lease old = taken("news", "one", NONE);
        Lease anew = taken("news", "two", LONG);

        assertThatThrownBy(() -> store.leases().under(old, this::write)).isInstanceOf(LeaseLost.class);
        assertThat(store.articles().count()).isZero();

        store.leases().under(anew, this::write);
        assertThat(store.articles().count()).isEqualTo(1);
    }

    @Test
    void whatIsWrittenUnderAReleasedLeaseIsNot() {
        Lease held = taken("news", "one", LONG);
        store.leases().release(held);

        assertThatThrownBy(() -> store.leases().under(held, this::write)).isInstanceOf(LeaseLost.class);
        assertThat(store.articles().count()).isZero();
    }

    @Test
    void whatRanOutAndNobodyTookStillWrites() {
        store.leases().under(taken("news", "one", NONE), this::write);

        assertThat(store.articles().count()).isEqualTo(1);
    }

    @Test
    void whoeverIsUnderNoLeaseWritesFreely() {
        store.leases().under(taken("news", "one", NONE), () -> {});
        taken("news", "two", LONG);

        write();

        assertThat(store.articles().count()).isEqualTo(1);
    }

    @Test
    void threadsBegunUnderALeaseAreUnderIt() throws InterruptedException {
        Lease old = taken("news", "one", NONE);
        AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());
        AtomicReference<Thread> begun = new AtomicReference<>();
        store.leases().under(old, () -> begun.set(Thread.ofPlatform().unstarted(this::write)));
        begun.get().setUncaughtExceptionHandler((_, e) -> failure.set(Optional.of(e)));
        taken("news", "two", LONG);

        begun.get().start();
        begun.get().join();

        assertThat(failure.get()).hasValueSatisfying(e -> assertThat(e).isInstanceOf(LeaseLost.class));
        assertThat(store.articles().count()).isZero();
    }
}
