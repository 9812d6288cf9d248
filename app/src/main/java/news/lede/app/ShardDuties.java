package news.lede.app;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.lede.lease.Duty;
import news.lede.lease.EvenShare;
import news.lede.lease.Lease;
import news.lede.lease.Leases;
import news.lede.lease.Presence;
import news.lede.lease.Tenure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shards that this process has: an even share of all. Takes what nobody has, whoever has fewest first; lets one go where another has two fewer. Where the count changes, all shards of the old one end
 * everywhere before one of the new begins, so that no server is on two. {@link #look} and {@link #renew} are called again and again, each by one thread.
 */
final class ShardDuties {
    private static final Logger LOG = LoggerFactory.getLogger(ShardDuties.class);
    private static final String PREFIX = "discord-shard-";
    /** A process that is started anew takes longer to be there. */
    private static final Duration UNTIL_HANDED_OVER = Duration.ofSeconds(20);

    /** One of them. */
    record Shard(int number, int of) {
        String lease() {
            return PREFIX + number + "-of-" + of;
        }

        @Override
        public String toString() {
            return number + " of " + of;
        }
    }

    /** What is to be done for a shard. */
    @FunctionalInterface
    interface Work {
        /** As {@link Duty.Work#begin}. */
        AutoCloseable begin(Shard shard, Tenure tenure);
    }

    private final Leases leases;
    private final Presence presence;
    private final ShardCount count;
    private final String holder;
    private final Work work;
    private final LongSupplier nanos;
    private final Executor endings;
    private final Map<Shard, Held> ours = new ConcurrentHashMap<>();
    private final Since free = new Since();
    private final Since uneven = new Since();
    /** When the store did not answer last. */
    private @Nullable Long away;

    /** A shard of ours. */
    private final class Held {
        private final Duty duty;
        private CompletableFuture<Void> ending = CompletableFuture.completedFuture(null);

        private Held(Duty duty) {
            this.duty = duty;
        }

        private void end(Runnable how) {
            if (ending.isDone()) {
                ending = CompletableFuture.runAsync(() -> guarded(duty.name(), how), endings);
            }
        }
    }

    /** How long something has been so. */
    private final class Since {
        private long begun;
        private boolean is;

        private Duration now(boolean holds) {
            long at = nanos.getAsLong();
            if (holds && !is) {
                begun = at;
            }
            is = holds;
            return holds ? Duration.ofNanos(at - begun) : Duration.ZERO;
        }
    }

    /**
     * @param holder names this process
     * @param nanos a clock that only goes on
     * @param endings for what ends, which takes its time
     */
    ShardDuties(Leases leases, ShardCount count, String holder, Work work, LongSupplier nanos, Executor endings) {
        this.leases = leases;
        this.presence = new Presence(leases, holder);
        this.count = count;
        this.holder = holder;
        this.work = work;
        this.nanos = nanos;
        this.endings = endings;
    }

    /** Ends what is lost, takes what is free, lets go of what is too much. */
    void look() {
        ours.values().removeIf(held -> !held.duty.isHeld());
        ours.values().stream().filter(held -> held.duty.isLost()).forEach(held -> held.end(held.duty::settle));
        OptionalInt agreed;
        List<Lease> held;
        try {
            presence.look();
            agreed = count.agreed();
            held = leases.held();
        } catch (RuntimeException e) {
            away = nanos.getAsLong();
            throw e;
        }
        agreed.ifPresent(of -> share(of, held));
    }

    /** Whether the store has been there long enough for everybody to renew what they had. */
    private boolean isSettled() {
        return away == null || nanos.getAsLong() - away >= Tenure.SPAN.toNanos();
    }

    private void share(int of, List<Lease> held) {
        ours.forEach((shard, one) -> {
            if (shard.of() != of) {
                one.end(one.duty::end);
            }
        });
        List<Shard> all = IntStream.range(0, of).mapToObj(i -> new Shard(i, of)).toList();
        Set<String> names = all.stream().map(Shard::lease).collect(Collectors.toSet());
        Set<String> taken = held.stream().map(Lease::name).collect(Collectors.toSet());
        if (taken.stream().anyMatch(name -> name.startsWith(PREFIX) && !names.contains(name))) {
            return;
        }
        EvenShare share = EvenShare.of(holder, held, names);
        boolean mayTake = free.now(share.free() > 0).compareTo(share.patience()) >= 0;
        if (share.free() > 0 && mayTake && isSettled()) {
            // At once where many are free, and else one by one, so that others get theirs.
            all.stream()
                    .filter(shard -> !taken.contains(shard.lease()) && !ours.containsKey(shard))
                    .limit(1 + share.free() / 8)
                    .forEach(this::take);
        }
        if (uneven.now(share.isToHandOver()).compareTo(UNTIL_HANDED_OVER) >= 0) {
            uneven.now(false);
            ours.entrySet().stream()
                    .max(Comparator.comparingInt(one -> one.getKey().number()))
                    .ifPresent(one -> {
                        LOG.info("shard let go for another process shard=\"{}\"", one.getKey());
                        one.getValue().end(one.getValue().duty::end);
                    });
        }
    }

    private void take(Shard shard) {
        Duty duty = new Duty(leases, shard.lease(), holder, tenure -> work.begin(shard, tenure), nanos);
        // Renewed from its first moment on.
        ours.put(shard, new Held(duty));
        try {
            duty.look();
        } finally {
            if (!duty.isHeld()) {
                ours.remove(shard);
            }
        }
    }

    /** Keeps what is ours. */
    void renew() {
        // First, so that it runs out first: whoever does not live is not waited for.
        guarded("saying that we live", presence::renew);
        ours.values().forEach(held -> guarded(held.duty.name(), held.duty::renew));
    }

    /** How many this process has. */
    int held() {
        return (int) ours.values().stream().filter(held -> held.duty.isHeld()).count();
    }

    /** Lets all go, by the thread that looks; returns when that has ended. */
    void end() {
        guarded("saying that we live no more", presence::end);
        List<Held> last = List.copyOf(ours.values());
        last.forEach(held -> held.end(held.duty::end));
        last.forEach(held -> held.ending.join());
    }

    private static void guarded(String what, Runnable how) {
        try {
            how.run();
        } catch (RuntimeException e) {
            LOG.warn("shared work failed, trying again what=\"{}\" reason=\"{}\"", what, e.getMessage());
            LOG.debug("shared work failed what=\"{}\"", what, e);
        }
    }
}
