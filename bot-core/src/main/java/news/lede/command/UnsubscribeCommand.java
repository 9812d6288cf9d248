package news.lede.command;

import java.util.List;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Texts;
import news.lede.subscription.Subscription;

/** {@code /unsubscribe}: ends a subscription, by number or by name. */
final class UnsubscribeCommand implements Handler {
    private final Newsroom newsroom;
    private final OwnSubscriptions own;

    UnsubscribeCommand(Newsroom newsroom, OwnSubscriptions own) {
        this.newsroom = newsroom;
        this.own = own;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.UNSUBSCRIBE;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        return switch (own.find(request, request.arguments().required("topic"))) {
            case OwnSubscriptions.Not(Answer.Notice notice) -> notice;
            case OwnSubscriptions.One(Subscription subscription, String name) -> {
                request.ledger()
                        .changing(
                                own.asker(request, subscription),
                                request.matters().subscription(),
                                SubscriptionMatter.subject(subscription.id()),
                                () -> newsroom.subscriptions().unsubscribe(subscription.id()));
                yield texts.notice(
                        "unsubscribed",
                        List.of(new Action(texts.text("action.subscriptions"), "/subscriptions")),
                        name);
            }
        };
    }
}
