package news.lede.alert.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.alert.Messenger;
import news.lede.alert.Receipt;
import news.lede.answer.Answer;
import news.lede.community.Place;

/**
 * A platform that takes messages, refuses them, takes them and does not say so, or takes them late. Discord remembers nonces for {@link #MEMORY} and shows its channels; Telegram does neither. What it knows
 * outlives every process.
 */
final class SimPlatform implements Messenger {
    private static final Duration MEMORY = Duration.ofSeconds(140);
    private static final Duration LATEST = Duration.ofSeconds(25);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** A message as it stands there. */
    static final class Posted {
        final Place place;
        final String nonce;
        final Receipt receipt;
        final Instant at;
        /** What the clock on the wall showed when it was sent. */
        final Instant shown;

        final Answer answer;
        String text;
        boolean gone;

        private Posted(Place place, String nonce, Receipt receipt, Instant at, Instant shown, Answer answer) {
            this.place = place;
            this.nonce = nonce;
            this.receipt = receipt;
            this.at = at;
            this.shown = shown;
            this.answer = answer;
            this.text = text(answer);
        }
    }

    private record Late(Instant at, Outgoing message) {}

    private record Named(String chat, String nonce) {}

    private final String name;
    private final boolean remembers;
    private final int perSecond;
    private final SimTime time;
    private final Faults faults;
    private final List<Posted> posted = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private final Map<Named, Posted> nonces = new HashMap<>();
    /** Of messages that were taken and whose answer was lost. */
    private final Map<String, Integer> lostAnswers = new HashMap<>();

    private final Deque<Instant> arrivals = new ArrayDeque<>();
    private final Map<String, Instant> floods = new HashMap<>();
    private Instant accountFlood = Instant.MIN;
    private final Map<String, Reason> shut = new HashMap<>();
    private final Map<String, String> moved = new HashMap<>();
    private int mostInASecond;
    private long last;

    SimPlatform(String name, boolean remembers, int perSecond, SimTime time, Faults faults) {
        this.name = name;
        this.remembers = remembers;
        this.perSecond = perSecond;
        this.time = time;
        this.faults = faults;
    }

    @Override
    public String platform() {
        return name;
    }

    @Override
    public Place inPrivate(String person) {
        return new Place(name, "alone:" + person, Optional.empty());
    }

    @Override
    public Result send(Outgoing message) {
        travel("send " + message.nonce());
        arriveLate();
        if (faults.once(25)) {
            faults.note("%s: lost on the way there %s", name, message.nonce());
            return faults.below(2) == 0
                    ? new Result.RetryAt(Duration.ofSeconds(5), true, "no connection")
                    : lost("no answer");
        }
        Optional<Result> refused = refused(message.place());
        if (refused.isPresent()) {
            faults.note("%s: %s %s", name, refused.get(), message.nonce());
            return refused.get();
        }
        if (faults.once(25)) {
            faults.note("%s: taken later %s", name, message.nonce());
            late.add(new Late(time.truly().plusMillis(faults.below((int) LATEST.toMillis())), message));
            lostAnswers.merge(message.nonce(), 1, Integer::sum);
            return lost("no answer in time");
        }
        Posted taken = take(message, time.truly());
        boolean answered = false;
        try {
            if (faults.once(15)) {
                faults.note("%s: answer lost %s", name, message.nonce());
                return lost("answer lost");
            }
            travel("answer to " + message.nonce());
            answered = true;
            return new Result.Delivered(taken.receipt);
        } finally {
            if (!answered) {
                lostAnswers.merge(message.nonce(), 1, Integer::sum);
            }
        }
    }

    private Result lost(String detail) {
        time.pass(Duration.ofSeconds(faults.below(12)));
        return new Result.Unknown(detail);
    }

    private Posted take(Outgoing message, Instant at) {
        Named named = new Named(message.place().chat(), message.nonce());
        Posted known = nonces.get(named);
        if (remembers && known != null && known.at.plus(MEMORY).isAfter(at)) {
            faults.note("%s: known %s", name, message.nonce());
            return known;
        }
        Posted taken = new Posted(
                message.place(), message.nonce(), new Receipt(name + ++last), at, time.instant(), message.answer());
        posted.add(taken);
        nonces.put(named, taken);
        faults.note(
                "%s: posted %s in %s", name, message.nonce(), message.place().chat());
        return taken;
    }

    private static String text(Answer answer) {
        return answer.title();
    }

    private Optional<Result> refused(Place place) {
        Instant now = time.truly();
        arrivals.add(now);
        while (!arrivals.getFirst().plus(SECOND).isAfter(now)) {
            arrivals.removeFirst();
        }
        mostInASecond = Math.max(mostInASecond, arrivals.size());
        if (accountFlood.isAfter(now)) {
            return Optional.of(new Result.RetryAt(Duration.between(now, accountFlood), true, "429 account"));
        }
        Instant flood = floods.getOrDefault(place.chat(), Instant.MIN);
        if (flood.isAfter(now)) {
            return Optional.of(new Result.RetryAt(Duration.between(now, flood), false, "429 chat"));
        }
        if (faults.once(120)) {
            accountFlood = now.plusSeconds(1 + faults.below(90));
            return Optional.of(new Result.RetryAt(Duration.between(now, accountFlood), true, "429 account"));
        }
        if (faults.once(40)) {
            flood = now.plusSeconds(1 + faults.below(faults.below(4) == 0 ? 20_000 : 60));
            floods.put(place.chat(), flood);
            return Optional.of(new Result.RetryAt(Duration.between(now, flood), false, "429 chat"));
        }
        if (moved.containsKey(place.chat())) {
            return Optional.of(new Result.Moved(new Place(name, moved.get(place.chat()), place.thread())));
        }
        if (shut.containsKey(place.chat())) {
            return Optional.of(new Result.Unreachable(shut.get(place.chat()), "403"));
        }
        return Optional.empty();
    }

    /** What was still on its way arrives. */
    void arriveLate() {
        Iterator<Late> each = late.iterator();
        while (each.hasNext()) {
            Late one = each.next();
            if (!one.at().isAfter(time.truly())) {
                each.remove();
                if (!moved.containsKey(one.message().place().chat())) {
                    take(one.message(), one.at());
                }
            }
        }
    }

    @Override
    public Result edit(Receipt sent, Outgoing message) {
        travel("edit " + sent.value());
        if (faults.once(20)) {
            return lost("no answer");
        }
        Optional<Result> refused = refused(message.place());
        if (refused.isPresent()) {
            return refused.get();
        }
        Posted standing = posted.stream()
                .filter(one -> one.receipt.equals(sent) && !one.gone)
                .findFirst()
                .orElse(null);
        if (standing == null || !standing.place.equals(message.place())) {
            faults.note("%s: no message %s", name, sent.value());
            return new Result.Gone("no such message");
        }
        standing.text = text(message.answer());
        faults.note("%s: edited %s to \"%s\"", name, sent.value(), standing.text);
        return faults.once(20) ? lost("answer lost") : new Result.Delivered(sent);
    }

    @Override
    public boolean canLook() {
        return remembers;
    }

    @Override
    public Sighting find(Outgoing message, Instant since) {
        if (!remembers) {
            return new Sighting.Unseeable();
        }
        travel("find " + message.nonce());
        arriveLate();
        if (faults.once(15)) {
            return new Sighting.Failed(lost("no answer"));
        }
        Optional<Result> refused = refused(message.place());
        if (refused.isPresent()) {
            return new Sighting.Failed(refused.get());
        }
        return posted.stream()
                .filter(one -> one.nonce.equals(message.nonce()) && !one.gone)
                .filter(one -> one.place.equals(message.place()) && !one.at.isBefore(since))
                .findFirst()
                .<Sighting>map(one -> new Sighting.Found(one.receipt))
                .orElseGet(Sighting.Absent::new);
    }

    private void travel(String what) {
        faults.step(what);
        time.pass(Duration.ofMillis(faults.below(faults.below(8) == 0 ? 400 : 12)));
        faults.step(what);
    }

    void shut(String chat, Reason reason) {
        shut.put(chat, reason);
    }

    void open(String chat) {
        shut.remove(chat);
    }

    boolean isShut(String chat) {
        return shut.containsKey(chat);
    }

    /** A chat becomes another one; what stood in it stands there still, under another name. */
    void move(String chat, String to) {
        moved.put(chat, to);
    }

    void calm() {
        floods.clear();
        accountFlood = Instant.MIN;
        shut.clear();
    }

    List<Posted> posted() {
        return posted;
    }

    int lostAnswers(String nonce) {
        return lostAnswers.getOrDefault(nonce, 0);
    }

    int mostInASecond() {
        return mostInASecond;
    }

    int perSecond() {
        return perSecond;
    }
}
