package news.lede.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.lede.alert.Delivery;
import news.lede.alert.Hold;
import news.lede.alert.Outbox.Waiting;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.Role;
import news.lede.subscription.Subscription;
import news.lede.subscription.SubscriptionId;

/** Says what became of a planned message. What a platform complained of is for those who can do something about it, without the numbers by which it calls people and chats. */
final class DeliveryWords {
    private static final int PROBLEM_CHARS = 160;
    private static final Pattern PRIVATE = Pattern.compile("\\d{5,}|@\\w+");

    private final Dispatch dispatch;
    private final Texts texts;
    private final Moments moments;
    private final boolean moderates;

    DeliveryWords(Newsroom newsroom, Request request) {
        this.dispatch = newsroom.dispatch();
        this.texts = request.texts();
        this.moments =
                new Moments(texts, request.now(), request.asker().workspace().zone());
        this.moderates = request.asker().role().may(Role.MODERATOR);
    }

    /** "Message - sent 12:04; for Harbours and ships". */
    Listing.Line line(Delivery delivery, List<Subscription> here, SubscriptionWords words) {
        String kind = switch (delivery.kind()) {
            case FIRST -> texts.text("why.name.first");
            case UPDATE -> texts.text("why.name.update");
            case CORRECTION -> texts.text("why.name.correction");
            case DIGEST -> texts.text("why.name.digest");
        };
        List<SubscriptionId> reasons = dispatch.outbox().reasons(delivery.id());
        List<String> names = here.stream()
                .filter(s -> reasons.contains(s.id()))
                .map(s -> words.name(s.wish().subject(), s.workspace()))
                .distinct()
                .toList();
        String state = state(delivery);
        return new Listing.Line(
                kind, names.isEmpty() ? state : state + "; " + texts.text("why.for", texts.list(names)));
    }

    /** What state it is in, with what comes next. */
    String state(Delivery delivery) {
        return switch (delivery.state()) {
            case PLANNED ->
                delivery.due()
                        .map(due -> texts.text("why.state.planned", moments.of(delivery.planned()), moments.of(due)))
                        .orElseGet(() -> texts.text("why.state.waits", moments.of(delivery.planned())));
            case SENDING -> texts.text("why.state.sending", attempted(delivery));
            case SENT -> texts.text("why.state.sent", attempted(delivery));
            case RETRY ->
                delivery.due()
                                .map(due -> texts.text("why.state.retry", delivery.attempts(), moments.of(due)))
                                .orElseGet(() -> texts.text("why.state.waits", moments.of(delivery.planned())))
                        + problem(delivery);
            case UNKNOWN ->
                delivery.due()
                                .map(due -> texts.text("why.state.unknown", attempted(delivery), moments.of(due)))
                                .orElseGet(() -> texts.text("why.state.unknown-waits", attempted(delivery)))
                        + problem(delivery);
            case HELD -> held(delivery);
            case GIVEN_UP -> texts.text("why.state.given-up", delivery.attempts()) + problem(delivery);
            case CANCELLED -> texts.text("why.state.cancelled") + problem(delivery);
        };
    }

    private String held(Delivery delivery) {
        Optional<Hold> why = dispatch.outbox().waiting(delivery.conversation()).stream()
                .filter(waiting -> waiting.id().equals(delivery.id()))
                .findFirst()
                .flatMap(Waiting::why);
        return why.map(hold -> switch (hold) {
                    case BUDGET -> texts.text("why.state.held-budget");
                    case QUIET -> texts.text("why.state.held-quiet");
                })
                .orElseGet(() -> texts.text("why.state.held"));
    }

    private String attempted(Delivery delivery) {
        Instant at = delivery.attempted().orElse(delivery.planned());
        return moments.of(at);
    }

    private String problem(Delivery delivery) {
        return delivery.problem()
                .filter(_ -> moderates)
                .map(problem -> " ("
                        + PRIVATE.matcher(Display.brief(problem, PROBLEM_CHARS)).replaceAll("…") + ")")
                .orElse("");
    }
}
