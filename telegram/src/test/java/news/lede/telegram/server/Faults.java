package news.lede.telegram.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;

/** The script of what goes wrong next, per method. Thread-safe. */
public final class Faults {
    private final Map<String, Queue<Fault>> next = new HashMap<>();
    private final Map<String, Fault> always = new HashMap<>();

    private record Sometimes(String method, double share, Random random, Fault fault) {}

    private final Map<Long, Queue<Fault>> inChats = new HashMap<>();
    private final List<Sometimes> random = new ArrayList<>();

    /** The next {@code times} calls of a method meet the fault, after those planned before. */
    public synchronized void next(String method, int times, Fault fault) {
        Queue<Fault> queue = next.computeIfAbsent(key(method), _ -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    /** Every call of a method meets the fault until {@link #clear}. */
    public synchronized void always(String method, Fault fault) {
        always.put(key(method), fault);
    }

    /** The next {@code times} messages to a chat, or edits there, meet the fault. */
    public synchronized void nextIn(Chat chat, int times, Fault fault) {
        Queue<Fault> queue = inChats.computeIfAbsent(chat.id(), _ -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    /** From now on, this share of the calls of a method meets the fault, chosen by {@code seed}. */
    public synchronized void sometimes(double share, long seed, String method, Fault fault) {
        random.add(new Sometimes(key(method), share, new Random(seed), fault));
    }

    public synchronized void clear() {
        next.clear();
        always.clear();
        inChats.clear();
        random.clear();
    }

    synchronized Optional<Fault> take(String method, long chat) {
        Queue<Fault> there = inChats.get(chat);
        if (there != null && !there.isEmpty()) {
            return Optional.ofNullable(there.poll());
        }
        Optional<Fault> struck = random.stream()
                .filter(s -> s.method.equals(key(method)) && s.random.nextDouble() < s.share)
                .map(Sometimes::fault)
                .findFirst();
        if (struck.isPresent()) {
            return struck;
        }
        Queue<Fault> queue = next.get(key(method));
        Fault planned = queue == null ? null : queue.poll();
        return Optional.ofNullable(planned != null ? planned : always.get(key(method)));
    }

    private static String key(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
