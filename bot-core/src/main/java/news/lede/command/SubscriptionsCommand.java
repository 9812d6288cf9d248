package news.lede.command;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.subscription.Channel;
import news.lede.subscription.Subscription;

/** {@code /subscriptions}: what this conversation subscribed to, each with a button that ends it. */
final class SubscriptionsCommand implements Handler {
    private static final int BUTTONS = 4;
    private static final int NAME_CHARS = 24;

    private final Newsroom newsroom;

    SubscriptionsCommand(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.SUBSCRIPTIONS;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        ZoneId zone = request.asker().workspace().zone();
        boolean alone = Targets.alone(request).isPresent();
        SubscriptionWords words = new SubscriptionWords(newsroom, texts, request.now());
        List<Subscription> all =
                newsroom.subscriptions().of(request.asker().conversation().id());
        if (all.isEmpty()) {
            return texts.notice(alone ? "subscriptions.none" : "subscriptions.none-here", List.of());
        }
        List<Listing.Line> lines = all.stream()
                .map(s -> new Listing.Line(words.name(s.wish().subject(), s.workspace()), words.line(s, zone)))
                .toList();
        List<String> notes = new ArrayList<>();
        Channel channel =
                newsroom.subscriptions().channel(request.asker().conversation().id());
        words.paused(channel.pausedUntil(), zone).ifPresent(paused -> notes.add(texts.text("note.all", paused)));
        notes.add(texts.text("note.subscriptions", all.getFirst().id().toString()));
        if (!alone) {
            notes.add(texts.text("note.subscriptions-here"));
        }
        return new Listing(
                Listing.Kind.SUBSCRIPTIONS,
                texts.text("title.subscriptions"),
                List.of(new Listing.Section("", lines)),
                actions(texts, all, words, channel, request),
                Optional.of(String.join(" ", notes)));
    }

    private static List<Action> actions(
            Texts texts, List<Subscription> all, SubscriptionWords words, Channel channel, Request request) {
        List<Action> actions = new ArrayList<>();
        for (Subscription s : all.subList(0, Math.min(BUTTONS, all.size()))) {
            String name = Display.brief(words.name(s.wish().subject(), s.workspace()), NAME_CHARS);
            actions.add(new Action(texts.text("action.end", name), "/unsubscribe " + s.id(), Action.Kind.CANCEL));
        }
        boolean paused = channel.pausedUntil().filter(request.now()::isBefore).isPresent();
        actions.add(
                paused
                        ? new Action(texts.text("action.resume"), "/pause until:now")
                        : new Action(texts.text("action.pause"), "/pause"));
        return actions;
    }
}
