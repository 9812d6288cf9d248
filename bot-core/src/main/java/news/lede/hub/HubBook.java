package news.lede.hub;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import news.lede.hub.HubSubscription.State;
import news.lede.source.SourceId;

/** What polling knows of hubs: it tells which hub a source names, and learns whether that hub brings its news. Writes within the caller's transaction. */
public final class HubBook implements HubNews {
    private static final int PLACE_LETTERS = 6;
    private static final int KEY_BYTES = 18;
    private static final int SECRET_BYTES = 32;

    private final HubSubscriptions subscriptions;
    private final String place;
    private final Random random;

    /** @param callbacks where hubs find us: what was agreed for another address counts for nothing */
    public HubBook(HubSubscriptions subscriptions, URI callbacks) {
        this(subscriptions, callbacks, new SecureRandom());
    }

    HubBook(HubSubscriptions subscriptions, URI callbacks, Random random) {
        this.subscriptions = subscriptions;
        this.place = place(callbacks);
        this.random = random;
    }

    @Override
    public void read(SourceId source, Optional<HubNotice> notice, Instant at) {
        Optional<HubSubscription> known = subscriptions.find(source);
        if (known.isEmpty()) {
            notice.ifPresent(n -> subscriptions.add(fresh(source, n, at)));
        } else if (notice.isEmpty()) {
            subscriptions.change(source, s -> s.state() == State.LEAVING ? s : s.leaving(at));
        } else if (!known.get().notice().equals(notice.get())
                || known.get().state() == State.LEAVING
                || !isHere(known.get())) {
            // The old one ends by itself: what it brings finds nobody, and its hub is told so.
            subscriptions.remove(source);
            subscriptions.add(fresh(source, notice.get(), at));
        }
    }

    @Override
    public boolean brings(SourceId source, Instant now) {
        return subscriptions.find(source).filter(s -> brings(s, now)).isPresent();
    }

    private boolean brings(HubSubscription subscription, Instant now) {
        return subscription.brings(now) && isHere(subscription);
    }

    @Override
    public Map<SourceId, HubSubscription> bringing(Collection<SourceId> sources, Instant now) {
        return subscriptions.of(sources).entrySet().stream()
                .filter(one -> brings(one.getValue(), now))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void missed(SourceId source) {
        subscriptions.change(source, HubSubscription::missedOne);
    }

    private HubSubscription fresh(SourceId source, HubNotice notice, Instant at) {
        return HubSubscription.fresh(source, notice, place + word(KEY_BYTES), word(SECRET_BYTES), at);
    }

    private boolean isHere(HubSubscription subscription) {
        return subscription.key().startsWith(place);
    }

    /** A few letters that stand for an address, at the beginning of every key that was made for it. */
    private static String place(URI callbacks) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(callbacks.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, PLACE_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private String word(int bytes) {
        byte[] chance = new byte[bytes];
        random.nextBytes(chance);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    }
}
