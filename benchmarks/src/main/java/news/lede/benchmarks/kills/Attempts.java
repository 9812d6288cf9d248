package news.lede.benchmarks.kills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import news.lede.telegram.server.TelegramServer;
import news.lede.telegram.server.Traffic;

/** What the local Telegram knows of each attempt to write into a chat: whether it took it, whether its answer went out, and when. Thread-safe. */
final class Attempts {
    /** A new process takes longer to its first message: what is answered within this after a kill is answered to the dead. */
    private static final long DEAD = Duration.ofMillis(500).toNanos();

    /** The bot waits no longer for an answer: what is answered later is answered to nobody. */
    private static final long GIVEN_UP = Duration.ofSeconds(15).toNanos();

    private final Map<Long, List<Attempt>> byChat = new ConcurrentHashMap<>();
    /** By the request itself: the server makes one {@link Traffic} of each. */
    private final Map<Traffic, Attempt> open = Collections.synchronizedMap(new IdentityHashMap<>());

    private final TreeSet<Long> kills = new TreeSet<>();

    private static final class Attempt {
        final String text;
        final int status;
        final long arrived;
        volatile OptionalLong answered = OptionalLong.empty();

        Attempt(Traffic traffic) {
            text = traffic.call().path("text").asText();
            status = traffic.status();
            arrived = System.nanoTime() - traffic.took().toNanos();
        }

        /** Taken, or cut before or after it was: the bot cannot know which. */
        boolean mayBeThere() {
            return status == 0 || status == 200;
        }
    }

    Attempts(TelegramServer telegram) {
        telegram.watch(this::began);
        telegram.watchAnswers(this::answered);
    }

    private void began(Traffic traffic) {
        if (!traffic.method().equals("sendMessage")) {
            return;
        }
        Attempt attempt = new Attempt(traffic);
        open.put(traffic, attempt);
        List<Attempt> there =
                byChat.computeIfAbsent(traffic.call().path("chat_id").asLong(), _ -> new ArrayList<>());
        synchronized (there) {
            there.add(attempt);
        }
    }

    private void answered(Traffic traffic) {
        Attempt attempt = open.remove(traffic);
        if (attempt != null) {
            attempt.answered = OptionalLong.of(System.nanoTime());
        }
    }

    /** The process is about to be killed. */
    synchronized void killed() {
        kills.add(System.nanoTime());
    }

    /** How an attempt was lost that another followed. */
    sealed interface Loss {
        /** Its answer never left the server, or found nobody any more. */
        record Unanswered() implements Loss {}

        /** The process was killed so many nanoseconds after the answer had left the server. */
        record Killed(long after) implements Loss {}

        /** There was an answer, and nobody was killed: it should not have been sent again. */
        record None() implements Loss {}
    }

    /** Of the attempts to tell {@code sign} in a chat: how each but the last was lost, if it was. Attempts that the server refused are left out. */
    synchronized List<Loss> losses(long chat, String sign) {
        List<Attempt> there = byChat.getOrDefault(chat, List.of());
        List<Attempt> taken;
        synchronized (there) {
            taken = there.stream()
                    .filter(a -> a.text.contains(sign) && a.mayBeThere())
                    .toList();
        }
        return taken.stream()
                .limit(Math.max(0, taken.size() - 1))
                .map(this::loss)
                .toList();
    }

    private Loss loss(Attempt attempt) {
        if (attempt.answered.isEmpty() || attempt.answered.getAsLong() - attempt.arrived > GIVEN_UP) {
            return new Loss.Unanswered();
        }
        long answered = attempt.answered.getAsLong();
        Long before = kills.floor(answered);
        if (before != null && answered - before < DEAD) {
            return new Loss.Unanswered();
        }
        Long next = kills.ceiling(answered);
        return next == null ? new Loss.None() : new Loss.Killed(next - answered);
    }
}
