package news.lede.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands messages of announcement channels on to the servers that follow them. Discord takes about ten an hour from a channel, so what is more waits for its turn, in order; a message in the channel
 * itself never waits for that. Waiting ones are lost when the process ends: they stand in their channel, and anybody may publish them there. Thread-safe.
 */
final class CrossPosts {
    private static final Logger LOG = LoggerFactory.getLogger(CrossPosts.class);
    static final int AN_HOUR = 10;
    /** As many as two hours take; news that is older is handed on by nobody. */
    static final int WAITING = 20;

    private static final Duration HOUR = Duration.ofMinutes(60);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 4;
    private static final int ALREADY = 40033;

    private final Requests requests;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    /** By channel, when its last ones went or will go, oldest first. */
    private final Map<String, Deque<Instant>> turns = new HashMap<>();

    /** @param timer may be kept waiting for Discord */
    CrossPosts(Requests requests, ScheduledExecutorService timer, InstantSource clock) {
        this.requests = requests;
        this.timer = timer;
        this.clock = clock;
    }

    /** Hands a message on as soon as the channel's turn comes; returns at once. */
    void publish(SentMessage message) {
        Instant now = clock.instant();
        Instant turn;
        synchronized (turns) {
            turns.values().removeIf(times -> times.getLast().plus(HOUR).isBefore(now));
            Deque<Instant> channel = turns.computeIfAbsent(message.channel(), _ -> new ArrayDeque<>());
            turn = channel.size() < AN_HOUR
                    ? now
                    : channel.stream()
                            .skip((long) channel.size() - AN_HOUR)
                            .findFirst()
                            .orElseThrow()
                            .plus(HOUR);
            turn = turn.isBefore(now) ? now : turn;
            long waiting = channel.stream().filter(now::isBefore).count();
            if (waiting >= WAITING) {
                LOG.warn("not handed on: too many wait channel={} waiting={}", message.channel(), waiting);
                return;
            }
            channel.add(turn);
        }
        later(message, 1, Duration.between(now, turn));
    }

    private void later(SentMessage message, int attempt, Duration wait) {
        try {
            timer.schedule(() -> attempt(message, attempt), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("not handed on: stopped channel={}", message.channel());
        }
    }

    private void attempt(SentMessage message, int attempt) {
        Reply reply = requests.post(
                "channels/" + message.channel() + "/messages/" + message.message() + "/crosspost",
                "crosspost/" + message.channel(),
                DataObject.empty());
        switch (reply) {
            case Reply.Done _ -> LOG.debug("handed on channel={}", message.channel());
            case Reply.Refused refused
            when refused.code() == ALREADY -> LOG.debug("handed on before channel={}", message.channel());
            case Reply.Refused refused ->
                LOG.warn("not handed on channel={} error=\"{}\"", message.channel(), refused.detail());
            case Reply.TooMany(Duration after, boolean _, String _) -> again(message, attempt, after);
            // A message can be handed on once, so asking twice does no harm.
            case Reply.NotSent _, Reply.Lost _ -> again(message, attempt, AGAIN.multipliedBy(attempt));
        }
    }

    private void again(SentMessage message, int attempt, Duration after) {
        if (attempt < ATTEMPTS) {
            later(message, attempt + 1, after);
        } else {
            LOG.warn("not handed on channel={} attempts={}", message.channel(), attempt);
        }
    }
}
