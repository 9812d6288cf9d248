package news.lede.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.subscription.Subscription;
import news.lede.subscription.UntilText;
import news.lede.text.TypedWords;

/** {@code /pause}: lets a subscription, or all of a conversation, rest until some time or until somebody says so; {@code until:now} ends it. */
final class PauseCommand implements Handler {
    /** When nobody said until when. */
    static final Instant OPEN_END = Instant.parse("9999-12-31T00:00:00Z");

    private static final List<String> NOW = List.of("now", "off");
    private static final UntilText TIMES = new UntilText(Texts.LANGUAGES);

    private final Newsroom newsroom;
    private final OwnSubscriptions own;

    PauseCommand(Newsroom newsroom, OwnSubscriptions own) {
        this.newsroom = newsroom;
        this.own = own;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.PAUSE;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        Optional<String> topic = request.arguments().text("topic");
        Optional<String> typed = request.arguments().text("until");
        if (typed.isEmpty() && topic.filter(words -> isTime(request, words)).isPresent()) {
            // "/pause 2h" can mean nothing else, unless something is called that.
            typed = topic;
            topic = Optional.empty();
        }
        boolean ends = typed.filter(PauseCommand::isNow).isPresent();
        ZoneId zone = request.asker().workspace().zone();
        Optional<Instant> until = typed.isEmpty()
                ? Optional.of(OPEN_END)
                : ends ? Optional.empty() : TIMES.parse(typed.get(), request.now(), zone);
        if (until.isEmpty() && !ends) {
            return texts.notice(
                    "pause.until", List.of(), Display.brief(request.arguments().required("until"), CommandLine.ECHOED));
        }
        return topic.isPresent() ? one(request, topic.get(), until) : all(request, until);
    }

    private static boolean isNow(String typed) {
        return NOW.stream().anyMatch(meaning -> TypedWords.mean(meaning, typed));
    }

    private boolean isTime(Request request, String words) {
        boolean time = isNow(words)
                || TIMES.parse(words, request.now(), request.asker().workspace().zone())
                        .isPresent();
        boolean number = words.strip().chars().allMatch(Character::isDigit);
        return time && !number && own.find(request, words) instanceof OwnSubscriptions.Not;
    }

    private Answer one(Request request, String typed, Optional<Instant> until) {
        return switch (own.find(request, typed)) {
            case OwnSubscriptions.Not(Answer.Notice notice) -> notice;
            case OwnSubscriptions.One(Subscription subscription, String name) -> {
                request.ledger()
                        .changing(
                                own.asker(request, subscription),
                                request.matters().subscription(),
                                SubscriptionMatter.subject(subscription.id()),
                                () -> {
                                    newsroom.subscriptions().pause(subscription.id(), until);
                                    return true;
                                });
                yield said(request, name, until, "/pause " + subscription.id() + " until:now");
            }
        };
    }

    private Answer all(Request request, Optional<Instant> until) {
        return switch (Targets.here(request)) {
            case Targets.Refused(Answer.Notice notice) -> notice;
            case Targets.Target target -> {
                request.ledger()
                        .changing(
                                target.asker(),
                                request.matters().channel(),
                                ChannelMatter.subject(target.conversation()),
                                () -> newsroom.subscriptions()
                                        .change(target.conversation(), channel -> channel.pausedUntil(until)));
                yield said(request, request.texts().text("subscription.all"), until, "/pause until:now");
            }
        };
    }

    private Answer said(Request request, String name, Optional<Instant> until, String resume) {
        Texts texts = request.texts();
        if (until.isEmpty()) {
            return texts.notice("pause.ended", List.of(), name);
        }
        List<Action> actions = List.of(new Action(texts.text("action.resume"), resume));
        if (until.get().equals(OPEN_END)) {
            return texts.notice("pause.open", actions, name);
        }
        String end = new SubscriptionWords(newsroom, texts, request.now())
                .moment(until.get(), request.asker().workspace().zone());
        return texts.notice("pause.done", actions, name, end);
    }
}
