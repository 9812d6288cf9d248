package news.lede.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Matches.Fitting;
import news.lede.alert.Told;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.community.ConversationId;
import news.lede.story.StoryView;
import news.lede.subscription.Cadence;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;

/** What became of a story in the conversation where somebody asks: which subscriptions it fitted, which messages told it. */
final class StoryTrail {
    /** Those that a story fits come first. */
    private static final int MOST_SUBSCRIPTIONS = 12;

    private final Newsroom newsroom;
    private final Request request;
    private final Texts texts;
    private final SubscriptionWords words;
    private final WishWords wishWords;
    private final List<Subscription> here;

    StoryTrail(Newsroom newsroom, Request request) {
        this.newsroom = newsroom;
        this.request = request;
        this.texts = request.texts();
        this.words = new SubscriptionWords(newsroom, texts, request.now());
        this.wishWords = new WishWords(newsroom, request);
        this.here = newsroom.subscriptions().of(conversation());
    }

    /** Subscriptions of the conversation. */
    List<Subscription> here() {
        return here;
    }

    /** A line for each subscription: whether the story fits, else what keeps it out. */
    List<Listing.Line> wishes(StoryView story) {
        List<Fitting> fittings = fittings(story);
        List<Subscription> ordered = here.stream()
                .sorted(Comparator.comparing(
                        (Subscription s) -> fitting(s, fittings).isEmpty()))
                .toList();
        List<Listing.Line> lines = new ArrayList<>();
        for (Subscription s : ordered.subList(0, Math.min(MOST_SUBSCRIPTIONS, ordered.size()))) {
            String fits = fitting(s, fittings)
                    .map(fitting -> wishWords.fits(s, story, fitting) + "; " + whatNext(s, story, fitting))
                    .orElseGet(() -> wishWords.keptOut(s, story));
            lines.add(new Listing.Line(words.name(s.wish().subject(), s.workspace()), fits));
        }
        int left = ordered.size() - lines.size();
        if (left > 0) {
            lines.add(new Listing.Line(request.phrases().more(left), ""));
        }
        return lines;
    }

    /** How a story got here, as far as one of its visible articles fitted. */
    List<Fitting> fittings(StoryView story) {
        Set<ArticleId> visible = story.articles().stream().map(Article::id).collect(Collectors.toSet());
        return newsroom
                .dispatch()
                .matches()
                .of(story.id(), request.asker().workspace().id())
                .stream()
                .filter(fitting -> visible.contains(fitting.article()))
                .toList();
    }

    private static Optional<Fitting> fitting(Subscription subscription, List<Fitting> fittings) {
        return fittings.stream()
                .filter(fitting -> fitting.wish().equals(subscription.wishId()))
                .findFirst();
    }

    /** What came of it for a subscription that it fits. */
    String whatNext(Subscription subscription, StoryView story, Fitting fitting) {
        Optional<Delivery> told = deliveries(story).stream()
                .max(Comparator.comparing((Delivery delivery) -> delivery.id().value()));
        if (told.isPresent()) {
            return new DeliveryWords(newsroom, request).state(told.get());
        }
        if (isPaused(subscription)) {
            return texts.text("why.paused-then");
        }
        if (subscription.cadence() instanceof Cadence.ByDigest) {
            return newsroom.subscriptions()
                    .nextDue(subscription.id())
                    .map(due -> texts.text("why.next-digest", moments().of(due)))
                    .orElseGet(() -> texts.text("why.planning"));
        }
        if (subscription.created().isAfter(fitting.at())) {
            return texts.text("why.late");
        }
        return wishWords.isOpen(story) ? texts.text("why.planning") : texts.text("why.not-planned");
    }

    private boolean isPaused(Subscription subscription) {
        return subscription.pausedUntil().filter(request.now()::isBefore).isPresent()
                || newsroom.subscriptions()
                        .channel(conversation())
                        .pausedUntil()
                        .filter(request.now()::isBefore)
                        .isPresent();
    }

    /** A line for each message that told it or was to, the oldest first. */
    List<Listing.Line> messages(StoryView story) {
        DeliveryWords delivered = new DeliveryWords(newsroom, request);
        return deliveries(story).stream()
                .map(delivery -> delivered.line(delivery, here, words))
                .toList();
    }

    /** The messages that told it or were to, digests among them. */
    private List<Delivery> deliveries(StoryView story) {
        Dispatch dispatch = newsroom.dispatch();
        Set<DeliveryId> ids = new LinkedHashSet<>(dispatch.outbox().of(conversation(), story.id()));
        Optional.ofNullable(dispatch.outbox()
                        .told(conversation(), List.of(story.id()))
                        .get(story.id()))
                .map(Told::by)
                .ifPresent(ids::add);
        return ids.stream()
                .flatMap(id -> dispatch.deliveries().find(id).stream())
                .sorted(Comparator.comparing(
                        (Delivery delivery) -> delivery.id().value()))
                .toList();
    }

    /** Whether a message that told it was sent. */
    boolean isTold(StoryView story) {
        return deliveries(story).stream().anyMatch(delivery -> delivery.state() == Delivery.State.SENT);
    }

    /** Whether somebody here asked for a topic by that name. */
    static boolean wants(Subscription subscription, String topic) {
        return subscription.wish().subject() instanceof Subject.OfTopic(String name) && name.equals(topic);
    }

    private ConversationId conversation() {
        return request.asker().conversation().id();
    }

    private Moments moments() {
        return new Moments(texts, request.now(), request.asker().workspace().zone());
    }
}
