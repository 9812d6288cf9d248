package news.lede.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What has happened and was not yet confirmed by the bot; hands it to one poller at a time. Thread-safe. */
final class UpdateQueue {
    private static final Set<String> NOT_BY_DEFAULT =
            Set.of("chat_member", "message_reaction", "message_reaction_count");
    private static final String BROUGHT =
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    private static final String CONFLICT =
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(30);

    private final TreeMap<Integer, JsonNode> waiting = new TreeMap<>();
    /** Confirmed, and to be delivered once more all the same. */
    private final TreeMap<Integer, JsonNode> again = new TreeMap<>();

    private int lastId = 700_000_000;
    private long pollers;
    private int ends;
    private boolean secondPoller;
    private boolean brought;
    private Set<String> allowed = Set.of();

    /** Adds an update, which need not be a sensible one, under the next id. */
    synchronized int add(ObjectNode update) {
        lastId++;
        update.put("update_id", lastId);
        waiting.put(lastId, update);
        notifyAll();
        return lastId;
    }

    /**
     * Delivers once more what the bot has confirmed, as a service does that lost the confirmation.
     *
     * @throws IllegalStateException if the bot does not confirm it
     */
    synchronized void addAgain(JsonNode update) throws InterruptedException {
        int id = update.get("update_id").asInt();
        long deadline = System.nanoTime() + CONFIRMED_WITHIN.toNanos();
        while (waiting.containsKey(id)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new IllegalStateException("update " + id + " was never confirmed");
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        again.put(id, update);
        notifyAll();
    }

    synchronized void secondPoller(boolean present) {
        secondPoller = present;
        notifyAll();
    }

    /** Whether updates are brought to the bot from now on; then nobody may ask for them. */
    synchronized void brought(boolean now, JsonNode call) {
        brought = now;
        allow(call);
        notifyAll();
    }

    /** The first that waits; empty when there is none after {@code patience}. */
    synchronized Optional<JsonNode> next(Duration patience) throws InterruptedException {
        if (waiting.isEmpty() && again.isEmpty()) {
            TimeUnit.NANOSECONDS.timedWait(this, patience.toNanos());
        }
        waiting.putAll(again);
        again.clear();
        waiting.values().removeIf(u -> !isAllowed(u));
        return waiting.values().stream().findFirst();
    }

    synchronized void confirmed(int id) {
        waiting.remove(id);
        notifyAll();
    }

    private void allow(JsonNode call) {
        if (call.has("allowed_updates")) {
            Set<String> named = new HashSet<>();
            ApiDescription.unwrapped(call.get("allowed_updates")).forEach(n -> named.add(n.asText()));
            allowed = named;
        }
    }

    synchronized int unconfirmed() {
        return waiting.size();
    }

    /** The service went down while a poll waited: that gets no answer. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Ends every waiting poll, as when the service goes down. */
    synchronized void end() {
        ends++;
        notifyAll();
    }

    /**
     * Waits for updates from {@code offset} on, which confirms those before it.
     *
     * @throws Refusal 409 when another poller came meanwhile
     * @throws Ended when the service went down meanwhile
     */
    synchronized List<JsonNode> poll(JsonNode call) throws InterruptedException {
        long mine = ++pollers;
        int endsBefore = ends;
        int limit = call.path("limit").asInt(100);
        RequestRules.within(limit, 1, 100, "limit must be 1 to 100");
        int offset = call.path("offset").asInt(0);
        allow(call);
        waiting.headMap(offset).clear();
        notifyAll();
        long deadline = System.nanoTime()
                + TimeUnit.SECONDS.toNanos(call.path("timeout").asInt(0));
        while (true) {
            if (ends != endsBefore) {
                throw new Ended();
            }
            if (brought) {
                throw Refusal.ofState(409, BROUGHT);
            }
            if (secondPoller || pollers != mine) {
                throw Refusal.ofState(409, CONFLICT);
            }
            if (!again.isEmpty()) {
                List<JsonNode> found = List.copyOf(again.values());
                again.clear();
                return found;
            }
            waiting.tailMap(offset).values().removeIf(u -> !isAllowed(u));
            List<JsonNode> found =
                    waiting.tailMap(offset).values().stream().limit(limit).toList();
            long left = deadline - System.nanoTime();
            if (!found.isEmpty() || left <= 0) {
                return found;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private boolean isAllowed(JsonNode update) {
        Set<String> kinds = new HashSet<>();
        update.fieldNames().forEachRemaining(kinds::add);
        kinds.remove("update_id");
        return allowed.isEmpty()
                ? kinds.stream().noneMatch(NOT_BY_DEFAULT::contains)
                : kinds.isEmpty() || kinds.stream().anyMatch(k -> allowed.contains(k) || !known(k));
    }

    /** Kinds we made up are delivered, as a newer service would deliver kinds a library has never heard of. */
    private static boolean known(String kind) {
        return List.of(
                        "message",
                        "edited_message",
                        "channel_post",
                        "edited_channel_post",
                        "callback_query",
                        "my_chat_member",
                        "inline_query",
                        "guest_message",
                        "poll")
                .contains(kind);
    }
}
