package news.lede.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.lede.source.SourceId;

/**
 * Our subscription to one source at a hub: a value, and what becomes of it.
 *
 * @param key tells this subscription from all others in the address it is brought to; not to be guessed
 * @param secret what the hub signs with; empty when we could not tell it one unheard
 * @param due when the hub is to be asked for something, for the first time or again
 * @param failures tries in a row that came to nothing
 * @param lease until when the hub brings what is new
 * @param pushed when it last brought something
 * @param missed polls in a row that found what it had not brought
 * @param outcome the last happening in our words, for operators
 * @param version counts changes of the row
 */
public record HubSubscription(
        SourceId source,
        HubNotice notice,
        String key,
        String secret,
        State state,
        Instant due,
        int failures,
        Optional<Instant> lease,
        Optional<Instant> pushed,
        int missed,
        String outcome,
        long version) {
    /** What we ask for; hubs may grant another time. */
    static final Duration ASKED_LEASE = Duration.ofDays(10);

    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);
    private static final Duration LONGEST_LEASE = Duration.ofDays(60);
    /** Hubs verify within seconds as a rule, some by batches. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final Duration AFTER_NO = Duration.ofDays(7);
    /** Once is chance: the poll was quicker than the hub. */
    private static final int MISSED_TOO_MUCH = 2;
    /** A hub that does not let us go brings what nobody takes; it is told so then. */
    private static final int MOST_FAREWELLS = 3;

    /** How far it is. */
    public enum State {
        /** The hub is to be asked to bring what is new. */
        WANTED,
        /** It was asked, and has to ask back whether it was us. */
        ASKED,
        /** It has asked back; asked again before the lease ends. */
        ACTIVE,
        /** The hub is to be asked to bring nothing more. */
        LEAVING
    }

    /** One that the hub is asked for at once. */
    static HubSubscription fresh(SourceId source, HubNotice notice, String key, String secret, Instant now) {
        return new HubSubscription(
                source,
                notice,
                key,
                notice.isSecret() ? secret : "",
                State.WANTED,
                now,
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                "to be asked for",
                0);
    }

    /** Whether the hub can be relied on to bring what is new, so that polling is only a net. */
    public boolean brings(Instant now) {
        return state != State.LEAVING && lease.filter(now::isBefore).isPresent() && missed < MISSED_TOO_MUCH;
    }

    /** The hub as readers know it: its host. */
    public String hubName() {
        String host = notice.hub().getHost();
        return host == null ? notice.hub().toString() : host;
    }

    /** Before the hub is asked: it may ask back before it answers. Asked again later if it never does. */
    public HubSubscription asked(Instant now) {
        return with(state == State.LEAVING ? State.LEAVING : State.ASKED, now.plus(pause()), failures + 1, lease)
                .saying("asked, not answered yet");
    }

    /** The hub asked back, and it was us. */
    public HubSubscription granted(Optional<Duration> given, Instant now) {
        Duration time = given.orElse(ASKED_LEASE);
        Duration kept = time.compareTo(SHORTEST_LEASE) < 0
                ? SHORTEST_LEASE
                : time.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : time;
        // Early enough that a day's outage of a hub with the usual lease costs nothing.
        Instant renewal = now.plus(kept.multipliedBy(3).dividedBy(4));
        HubSubscription granted = with(State.ACTIVE, renewal, 0, Optional.of(now.plus(kept)));
        return granted.counting(0, pushed).saying("brought by the hub until " + now.plus(kept));
    }

    /** The hub wants to be asked again after that, or does not say. */
    HubSubscription putOff(Optional<Duration> after, String why, Instant now) {
        Instant again = after.map(now::plus).filter(due::isBefore).orElse(due);
        return with(state, again, failures, lease).saying(why);
    }

    /** The hub will not bring it; of one that we are leaving that is all there was to ask. */
    HubSubscription denied(String why, Instant now) {
        if (state == State.LEAVING) {
            return with(State.LEAVING, now, MOST_FAREWELLS, Optional.empty()).saying(why);
        }
        return with(State.WANTED, now.plus(AFTER_NO), 0, Optional.empty()).saying(why);
    }

    HubSubscription leaving(Instant now) {
        return with(State.LEAVING, now, 0, Optional.empty()).saying("no longer wanted");
    }

    /** Whether the hub was asked to bring nothing more, and never asked back. */
    boolean isPastFarewell() {
        return state == State.LEAVING && failures >= MOST_FAREWELLS;
    }

    HubSubscription brought(Instant now) {
        return counting(0, Optional.of(now));
    }

    HubSubscription missedOne() {
        return counting(missed + 1, pushed);
    }

    private Duration pause() {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private HubSubscription with(State now, Instant next, int count, Optional<Instant> until) {
        return new HubSubscription(
                source, notice, key, secret, now, next, count, until, pushed, missed, outcome, version);
    }

    private HubSubscription counting(int misses, Optional<Instant> last) {
        return new HubSubscription(
                source, notice, key, secret, state, due, failures, lease, last, misses, outcome, version);
    }

    private HubSubscription saying(String words) {
        return new HubSubscription(
                source, notice, key, secret, state, due, failures, lease, pushed, missed, words, version);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "HubSubscription[source=" + source + ", hub=" + notice.hub() + ", state=" + state + "]";
    }
}
