package news.lede.discord;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import news.lede.lease.Tenure;
import news.lede.lease.Turns;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Spaces logins as Discord wants, where other processes log in to the same account. */
final class SharedLogins extends SessionControllerAdapter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedLogins.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    /** So long a turn is kept that has led to no connection: JDA tries on and on, in longer and longer pauses, and all others would wait for its way to Discord to be mended. */
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private final GatewayUrl url;
    private final Turns turns;
    private final BooleanSupplier permit;
    private final Runnable sign;
    private final Set<SessionConnectNode> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService logins = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService keeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("discord-login-turn").factory());
    private volatile int lanes = 1;
    private volatile @Nullable Attempt attempt;

    /**
     * @param permit nobody logs in while it says no
     * @param sign is run again and again while somebody waits: with many shards that takes minutes, and all is well
     */
    SharedLogins(GatewayUrl url, Turns turns, BooleanSupplier permit, Runnable sign) {
        this.url = url;
        this.turns = turns;
        this.permit = permit;
        this.sign = sign;
    }

    @Override
    public void setConcurrency(int level) {
        lanes = Math.max(1, level);
    }

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
        return url.in(super.getShardedGateway(api));
    }

    @Override
    public String getGateway() {
        return url.orElse(super.getGateway());
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        if (waiting.add(node)) {
            try {
                logins.execute(() -> await(node));
            } catch (RejectedExecutionException stopped) {
                LOG.debug("not logged in: stopped");
            }
        }
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        waiting.remove(node);
    }

    private void await(SessionConnectNode node) {
        try {
            while (waiting.contains(node)) {
                sign.run();
                int lane = node.getShardInfo().getShardId() % lanes;
                Optional<Turns.Turn> turn = turn(lane);
                if (turn.isPresent() && waiting.remove(node)) {
                    login(node, lane, turn.get());
                } else {
                    Thread.sleep(BETWEEN_LOOKS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Turns.Turn> turn(int lane) {
        try {
            return permit.getAsBoolean() ? turns.take(lane) : Optional.empty();
        } catch (RuntimeException e) {
            LOG.debug("whose turn it is to log in is not known", e);
            return Optional.empty();
        }
    }

    /** Whether a connection may be made: one that begins a session only in its turn. */
    boolean mayConnect() {
        Attempt now = attempt;
        return now == null || now.mayConnect();
    }

    /** One login, and its turn for as long as it has one. */
    private final class Attempt {
        private final JDA jda;
        private final int lane;
        private Turns.@Nullable Turn turn;
        private long since = System.nanoTime();

        Attempt(JDA jda, int lane, Turns.Turn turn) {
            this.jda = jda;
            this.lane = lane;
            this.turn = turn;
        }

        /** Keeps the turn, unless nothing has come of it for long and nothing is under way. */
        synchronized void keep() {
            Turns.Turn ours = turn;
            if (ours == null) {
                return;
            }
            boolean pauses = jda.getStatus() == JDA.Status.WAITING_TO_RECONNECT;
            if (pauses && System.nanoTime() - since > TO_CONNECT.toNanos()) {
                turn = null;
                quietly(ours::end);
            } else {
                quietly(ours::keep);
            }
        }

        synchronized boolean mayConnect() {
            if (turn == null) {
                turn = turn(lane).orElse(null);
                since = System.nanoTime();
            }
            return turn != null;
        }

        synchronized void end() {
            Turns.Turn ours = turn;
            turn = null;
            if (ours != null) {
                quietly(ours::end);
            }
        }
    }

    /** Returns when the session stands, or did not come about. */
    private void login(SessionConnectNode node, int lane, Turns.Turn turn) throws InterruptedException {
        long pause = Tenure.BETWEEN_RENEWALS.toMillis();
        Attempt now = new Attempt(node.getJDA(), lane, turn);
        attempt = now;
        Future<?> kept = keeping.scheduleWithFixedDelay(now::keep, pause, pause, TimeUnit.MILLISECONDS);
        try {
            node.run(false);
        } catch (IllegalStateException | ErrorResponseException e) {
            LOG.debug("not logged in, trying again", e);
            waiting.add(node);
        } catch (RejectedExecutionException e) {
            LOG.debug("not logged in: stopped", e);
        } finally {
            kept.cancel(false);
            attempt = null;
            now.end();
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // Then the turn ends by itself, a little later or sooner.
            LOG.debug("the store did not take how long a turn lasts", e);
        }
    }

    @Override
    public void close() {
        waiting.clear();
        logins.shutdownNow();
        keeping.shutdownNow();
    }
}
