package news.lede.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Suspensions.Suspension;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.subscription.Budget;
import news.lede.subscription.Channel;

/** What holds for all messages to one conversation: whether it can be written to, whether it rests or is quiet, and how much of its budget is used. In words, each with what to do about it. */
final class PlaceState {
    private final Dispatch dispatch;
    private final Asker there;
    private final Instant now;
    private final Texts texts;
    private final Moments moments;
    private final SubscriptionWords words;
    private final Channel channel;

    /** {@code there}: whoever asks, as they would ask there. */
    PlaceState(Newsroom newsroom, Request request, Asker there) {
        this.dispatch = newsroom.dispatch();
        this.there = there;
        this.now = request.now();
        this.texts = request.texts();
        this.moments = new Moments(texts, now, there.workspace().zone());
        this.words = new SubscriptionWords(newsroom, texts, now);
        this.channel = newsroom.subscriptions().channel(there.conversation().id());
    }

    Channel channel() {
        return channel;
    }

    boolean isPaused() {
        return channel.pausedUntil().filter(now::isBefore).isPresent();
    }

    /** Until when it is quiet there, if it is. */
    Optional<Instant> quietUntil() {
        return channel.quiet().flatMap(hours -> hours.endAfter(now, zone()));
    }

    int budget() {
        return Budget.of(channel.budget()).aDay();
    }

    /** Messages of this day there. */
    int used() {
        return dispatch.outbox()
                .spentToday(there.conversation().id(), zone(), now)
                .messages();
    }

    boolean isSpent() {
        return used() >= budget();
    }

    /** What keeps all messages back, the worst first. */
    List<Listing.Line> obstacles() {
        List<Listing.Line> lines = new ArrayList<>();
        dispatch.suspensions()
                .find(there.conversation().id())
                .ifPresent(
                        suspension -> lines.add(new Listing.Line(texts.text("why.name.place"), suspended(suspension))));
        dispatch.deliveries()
                .resting(there.conversation().place().platform(), now)
                .ifPresent(until -> lines.add(
                        new Listing.Line(texts.text("why.name.place"), texts.text("why.resting", moments.of(until)))));
        words.paused(channel.pausedUntil(), zone())
                .ifPresent(paused ->
                        lines.add(new Listing.Line(texts.text("why.name.pause"), texts.text("why.paused", paused))));
        quietUntil()
                .ifPresent(until -> lines.add(
                        new Listing.Line(texts.text("why.name.quiet"), texts.text("why.quiet", moments.of(until)))));
        return lines;
    }

    /** {@link #obstacles}, and how much of the budget is used. */
    List<Listing.Line> all() {
        List<Listing.Line> lines = new ArrayList<>(obstacles());
        lines.add(new Listing.Line(texts.text("why.name.budget"), budgetLine()));
        return lines;
    }

    /** "3 of 24 messages of today are used", and what that means when there are none left. */
    String budgetLine() {
        String used = texts.text("why.budget", used(), budget());
        return isSpent() ? used + "; " + texts.text("why.budget-spent") : used;
    }

    private String suspended(Suspension suspension) {
        String mend = switch (suspension.reason()) {
            case BLOCKED -> texts.text("why.shut.blocked");
            case KICKED -> texts.text("why.shut.kicked");
            case NO_RIGHTS -> texts.text("why.shut.no-rights");
            case DELETED -> texts.text("why.shut.deleted");
            case CLOSED -> texts.text("why.shut.closed");
            case ACCOUNT -> texts.text("why.shut.account");
        };
        return texts.text("why.shut", moments.of(suspension.since()), mend);
    }

    private ZoneId zone() {
        return there.workspace().zone();
    }
}
