package news.lede.hub;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.Poster;
import news.lede.hub.HubSubscription.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deals with hubs: asks them to bring what is new, answers when they ask back, checks that what they bring is theirs, and renews in time. Anybody can call the address that hubs call, so a
 * subscription is found only by its key, and content counts only with a good signature; without one it is a hint at most. Thread-safe; blocks.
 */
public final class HubDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubDesk.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final Duration TO_ASK = Duration.ofMinutes(2);
    private static final int AT_A_TIME = 20;
    private static final int LONGEST_CHALLENGE = 2_000;
    private static final int LONGEST_REASON = 200;

    private final HubSubscriptions subscriptions;
    private final Poster poster;
    private final URI callbacks;
    private final Carrier carrier;
    private final InstantSource clock;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hubs").daemon().factory());

    /** @param callbacks the public address below which each subscription has its own, ending in a slash */
    public HubDesk(HubSubscriptions subscriptions, Poster poster, URI callbacks, Carrier carrier, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.poster = poster;
        this.callbacks = callbacks;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** Looks after subscriptions from now on, on a thread of its own. */
    public void start() {
        var _ = looking.scheduleWithFixedDelay(this::lookGuarded, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whatever left this would end the looks for good, without a word. */
    void lookGuarded() {
        try {
            look();
        } catch (Throwable e) {
            LOG.error("hubs not looked after; trying again", e);
        }
    }

    /** Asks for everything that is due; how many requests went out. */
    public int look() {
        Instant now = clock.instant();
        subscriptions
                .abandoned(AT_A_TIME)
                .forEach(s -> subscriptions.change(s.source(), c -> c.state() == State.LEAVING ? c : c.leaving(now)));
        int sent = 0;
        for (HubSubscription due : subscriptions.due(now, AT_A_TIME)) {
            if (due.isPastFarewell()) {
                subscriptions.remove(due.source());
            } else {
                HubSubscription asked = due.asked(now);
                // Whoever replaces it is the one who asks.
                if (subscriptions.replace(due, asked)) {
                    ask(asked);
                    sent++;
                }
            }
        }
        return sent;
    }

    private void ask(HubSubscription subscription) {
        boolean leaving = subscription.state() == State.LEAVING;
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.mode", leaving ? "unsubscribe" : "subscribe");
        form.put("hub.topic", subscription.notice().topic().toString());
        form.put("hub.callback", callback(subscription).toString());
        if (!leaving) {
            form.put("hub.lease_seconds", String.valueOf(HubSubscription.ASKED_LEASE.toSeconds()));
            if (!subscription.secret().isEmpty()) {
                form.put("hub.secret", subscription.secret());
            }
        }
        FetchOutcome outcome;
        try {
            outcome = poster.post(subscription.notice().hub(), form, TO_ASK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return; // it is due again
        }
        note(subscription, outcome);
    }

    /** Of a hub that has asked back meanwhile, nothing its answer says matters any more. */
    private void note(HubSubscription asked, FetchOutcome outcome) {
        Instant now = clock.instant();
        subscriptions.change(
                asked.source(),
                current -> !current.key().equals(asked.key()) || current.state() != asked.state()
                        ? current
                        : noted(current, outcome, now));
    }

    private static HubSubscription noted(HubSubscription asked, FetchOutcome outcome, Instant now) {
        return switch (outcome) {
            case FetchOutcome.Status(int status)
            when status / 100 == 2 -> asked.putOff(Optional.empty(), "asked; the hub has not asked back yet", now);
            case FetchOutcome.Fetched _ -> asked.putOff(Optional.empty(), "asked; the hub has not asked back yet", now);
            case FetchOutcome.Throttled(int status, Optional<Duration> after) ->
                asked.putOff(after, "the hub asked to wait, status " + status, now);
            case FetchOutcome.Status(int status)
            when status / 100 == 4 && asked.state() != State.LEAVING ->
                asked.denied("the hub refused, status " + status, now);
            case FetchOutcome.Status(int status) -> asked.putOff(Optional.empty(), "the hub answered " + status, now);
            case FetchOutcome.Gone _ -> asked.denied("the hub is gone, status 410", now);
            case FetchOutcome.Refused(FetchOutcome.Refusal why, URI at) ->
                asked.denied("not asked: " + why + " at " + at, now);
            case FetchOutcome.Broken(FetchOutcome.Fault fault, String detail) ->
                asked.putOff(Optional.empty(), fault + ": " + detail, now);
            case FetchOutcome.NotModified _ -> asked.putOff(Optional.empty(), "the hub answered 304", now);
        };
    }

    private URI callback(HubSubscription subscription) {
        return callbacks.resolve(subscription.key());
    }

    /** A hub asks back whether it was us, or says no. {@code asked}: its parameters, one value each. */
    public HubReply verify(String key, Map<String, String> asked) {
        Optional<HubSubscription> found = subscriptions.byKey(key);
        String mode = asked.getOrDefault("hub.mode", "");
        if (found.isEmpty()
                || !asked.getOrDefault("hub.topic", "")
                        .equals(found.get().notice().topic().toString())) {
            return new HubReply.Unknown();
        }
        HubSubscription subscription = found.get();
        String challenge = asked.getOrDefault("hub.challenge", "");
        boolean canBeEchoed = !challenge.isEmpty() && challenge.length() <= LONGEST_CHALLENGE;
        return switch (mode) {
            case "denied" -> {
                String why = "the hub will not bring it: " + shortened(asked.getOrDefault("hub.reason", "no reason"));
                change(subscription, s -> s.denied(why, clock.instant()));
                yield new HubReply.Taken();
            }
            case "subscribe" ->
                canBeEchoed && subscription.state() != State.LEAVING
                        ? granted(subscription, asked, challenge)
                        : new HubReply.Unknown();
            case "unsubscribe" -> {
                if (!canBeEchoed || subscription.state() != State.LEAVING) {
                    yield new HubReply.Unknown();
                }
                subscriptions.remove(subscription.source());
                yield new HubReply.Echo(challenge);
            }
            default -> new HubReply.Unknown();
        };
    }

    private HubReply granted(HubSubscription subscription, Map<String, String> asked, String challenge) {
        if (subscription.state() == State.WANTED) {
            return new HubReply.Unknown(); // nobody has asked yet, or the hub has said no
        }
        Optional<Duration> lease = seconds(asked.getOrDefault("hub.lease_seconds", ""));
        change(subscription, s -> s.granted(lease, clock.instant()));
        LOG.info(
                "source is brought by a hub source={} hub={} lease={}",
                subscription.source(),
                subscription.notice().hub(),
                lease.orElse(HubSubscription.ASKED_LEASE));
        return new HubReply.Echo(challenge);
    }

    private void change(HubSubscription one, UnaryOperator<HubSubscription> change) {
        subscriptions.change(one.source(), s -> s.key().equals(one.key()) ? change.apply(s) : s);
    }

    private static Optional<Duration> seconds(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Duration.ofSeconds(Integer.parseInt(text))) : Optional.empty();
    }

    private static String shortened(String reason) {
        String line = reason.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }

    /**
     * A hub brings something. What is not signed as agreed is passed over; from hubs that share no secret with us it is a hint to poll.
     *
     * @param signature its header {@code X-Hub-Signature}, empty when it has none
     * @param charset as the body's type says
     */
    public HubReply deliver(String key, String signature, byte[] body, Optional<String> charset)
            throws InterruptedException {
        Optional<HubSubscription> found = wanted(key);
        if (found.isEmpty()) {
            return new HubReply.Gone();
        }
        HubSubscription subscription = found.get();
        if (!subscription.secret().isEmpty() && !Signature.isGood(signature, subscription.secret(), body)) {
            return passedOver(subscription);
        }
        try {
            take(subscription, body, charset);
            return new HubReply.Taken();
        } catch (RuntimeException e) {
            LOG.error("hub delivery not taken, it is to come again source={}", subscription.source(), e);
            return new HubReply.Later();
        }
    }

    /** What is answered to something brought before its body is read, when whatever the body says would make no difference. */
    public Optional<HubReply> refuse(String key, String signature) {
        Optional<HubSubscription> found = wanted(key);
        if (found.isEmpty()) {
            return Optional.of(new HubReply.Gone());
        }
        return found.filter(s -> !s.secret().isEmpty() && !Signature.canBeOne(signature))
                .map(HubDesk::passedOver);
    }

    private Optional<HubSubscription> wanted(String key) {
        return subscriptions.byKey(key).filter(s -> s.state() != State.LEAVING);
    }

    private static HubReply passedOver(HubSubscription subscription) {
        LOG.info(
                "hub delivery passed over, its signature is not by our secret source={} hub={}",
                subscription.source(),
                subscription.notice().hub());
        return new HubReply.Taken();
    }

    private void take(HubSubscription subscription, byte[] body, Optional<String> charset) throws InterruptedException {
        boolean proven = !subscription.secret().isEmpty();
        boolean whole = proven
                && carrier.bring(subscription.source(), subscription.notice().topic(), body, charset);
        // Before the poll, which will find what the hub did tell of.
        change(subscription, s -> s.brought(clock.instant()));
        if (!whole) {
            carrier.pollSoon(subscription.source());
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
