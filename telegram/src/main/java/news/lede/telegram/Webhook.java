package news.lede.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Takes updates that the service brings to an address of ours, instead of being polled for them. What is answered with {@link Taken#KEPT} is confirmed, so that waits until the update
 * is kept, as a poll does; those that arrive together are kept by one write. Thread-safe.
 */
public final class Webhook {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_TOGETHER = 100;
    private static final String PURPOSE = "lede telegram webhook";

    private final byte[] secret;
    private final Duration patience;
    private final Supplier<Instant> serviceTime;
    private final BlockingQueue<Arrived> arrived = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ConcurrentMap<Integer, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private volatile Instant lastKept = Instant.EPOCH;
    private volatile boolean open;

    /**
     * @param patience how long the service is let wait for an update to be kept
     * @param serviceTime the time by the service's clock
     */
    Webhook(Token token, Duration patience, Supplier<Instant> serviceTime) {
        this.secret = secretOf(token).getBytes(StandardCharsets.US_ASCII);
        this.patience = patience;
        this.serviceTime = serviceTime;
    }

    /** What became of something that was brought. */
    public enum Taken {
        /** We have it; it need not come again. */
        KEPT,
        /** Whoever brought it does not know our secret. */
        FORBIDDEN,
        /** It is no update. */
        UNREADABLE,
        /** Not now; it is to be brought again. */
        LATER
    }

    private record Arrived(Update update, CompletableFuture<Void> kept) {}

    /** Where updates go on to; returns when they are kept. */
    interface Taking {
        void take(List<Update> updates) throws InterruptedException;
    }

    /** What the service is told to show with every update. Of the token alone, so that every instance of a bot takes what is brought for any of them. */
    String secret() {
        return new String(secret, StandardCharsets.US_ASCII);
    }

    /** Whether something could be taken just now. */
    public boolean isOpen() {
        return open;
    }

    /** When something was brought and kept last, by the service's clock; long ago when nothing ever was. */
    Instant lastKept() {
        return lastKept;
    }

    /** How many have arrived and nobody has begun to keep yet. */
    int waiting() {
        return arrived.size();
    }

    private static String secretOf(Token token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Whether whoever shows that knows our secret. */
    public boolean isOurs(String shown) {
        return MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes one update; blocks until it is kept.
     *
     * @param shown the secret as it was shown
     * @param body the update as JSON
     */
    public Taken take(String shown, byte[] body) {
        if (!isOurs(shown)) {
            return Taken.FORBIDDEN;
        }
        if (!open) {
            return Taken.LATER;
        }
        String json = new String(body, StandardCharsets.UTF_8);
        Optional<Integer> number = number(json);
        if (number.isEmpty()) {
            return Taken.UNREADABLE;
        }
        // What this version cannot read would come again for ever.
        return LenientGetUpdates.read(json)
                .map(update -> keep(number.get(), update))
                .map(this::await)
                .orElse(Taken.KEPT);
    }

    private static Optional<Integer> number(String json) {
        try {
            JsonNode id = JSON.readTree(json).path("update_id");
            return id.isInt() ? Optional.of(id.intValue()) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** One that is brought again while the first is not kept yet waits for the same: it must not be confirmed before. */
    private CompletableFuture<Void> keep(int number, Update update) {
        CompletableFuture<Void> fresh = new CompletableFuture<>();
        CompletableFuture<Void> known = underWay.putIfAbsent(number, fresh);
        if (known != null) {
            return known;
        }
        var _ = fresh.whenComplete((_, _) -> underWay.remove(number, fresh));
        if (!arrived.offer(new Arrived(update, fresh))) {
            fresh.completeExceptionally(new IOException("too many updates wait to be kept"));
        }
        return fresh;
    }

    private Taken await(CompletableFuture<Void> kept) {
        try {
            kept.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            lastKept = serviceTime.get();
            return Taken.KEPT;
        } catch (TimeoutException | ExecutionException e) {
            return Taken.LATER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Taken.LATER;
        }
    }

    /** Hands on what arrives, until interrupted; then whatever waits is to be brought again. */
    void run(Taking taking) {
        List<Arrived> together = new ArrayList<>();
        open = true;
        try {
            while (true) {
                together.add(arrived.take());
                arrived.drainTo(together, MOST_TOGETHER - 1);
                hand(together, taking);
                together.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open = false;
            arrived.drainTo(together);
            together.forEach(one -> one.kept().completeExceptionally(new IOException("stopped")));
        }
    }

    private static void hand(List<Arrived> together, Taking taking) throws InterruptedException {
        try {
            taking.take(together.stream().map(Arrived::update).toList());
            together.forEach(one -> one.kept().complete(null));
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            // What left this would leave the address open and nobody behind it.
            together.forEach(one -> one.kept().completeExceptionally(e));
            LOG.error("telegram updates failed count={}", together.size(), e);
        }
    }
}
