package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import news.lede.alert.Matches.Fitting;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Places.Spot;
import news.lede.answer.Answer;
import news.lede.community.ConversationId;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.subscription.Subscription;
import news.lede.summary.Summarizer;
import news.lede.topic.TopicId;

/** Composes what a conversation would be sent right now. Nothing is planned, sent or written down. Thread-safe. */
public final class Foresight {
    private static final Duration A_DAY = Duration.ofDays(1);
    /** Looked at of what fitted a subscription. */
    private static final int REACH = 200;

    private static final String UNNUMBERED = "preview";

    private final Planner.Books books;
    private final Planner.News news;
    private final Backlogs backlogs;
    private final Places places;
    private final MessageTexts messages;
    private final BiFunction<StoryView, WorkspaceId, Optional<TopicId>> subjects;
    private final Composer composer;
    private final InstantSource clock;

    /** {@code subjects} and {@code composer}: as those that send for real. */
    public Foresight(
            Planner.Books books,
            Planner.News news,
            Backlogs backlogs,
            Summarizer summarizer,
            BiFunction<StoryView, WorkspaceId, Optional<TopicId>> subjects,
            Composer composer,
            InstantSource clock) {
        this.books = books;
        this.news = news;
        this.backlogs = backlogs;
        this.places = new Places(books.subscriptions(), news.communities(), news.views(), news.ranking());
        this.messages = new MessageTexts(news.stories(), news.articles(), summarizer);
        this.subjects = subjects;
        this.composer = composer;
        this.clock = clock;
    }

    /** A message in the outbox, and what would become of it if it were its turn now. */
    public record Open(Delivery delivery, Composer.Composed composed) {}

    /** What is in the outbox for a conversation and not done with, the oldest first, at most {@code limit}. */
    public List<Open> open(ConversationId conversation, int limit) {
        return backlogs.open(conversation, limit).stream()
                .flatMap(id -> books.deliveries().find(id).stream())
                .map(delivery -> new Open(delivery, composer.compose(delivery)))
                .toList();
    }

    /** A message that is not planned. {@code asked}: it tells what somebody there subscribed to; else it tells of what is followed there, to show how it would look. */
    public record Supposed(Outgoing message, boolean asked) {}

    /** The message that the newest story of the last day would be. Empty when nothing can be seen there. */
    public Optional<Supposed> story(ConversationId conversation) {
        Instant now = clock.instant();
        return places.find(conversation).flatMap(spot -> {
            List<StoryView> wanted = wanted(spot, now);
            return (wanted.isEmpty() ? newest(spot, 1) : wanted)
                    .stream()
                            .max(Comparator.comparing(StoryView::published).thenComparing(StoryView::id))
                            .map(view -> new Supposed(card(spot, view, now), !wanted.isEmpty()));
        });
    }

    private Outgoing card(Spot spot, StoryView view, Instant now) {
        Optional<String> subject = subjects.apply(view, spot.workspace().id()).map(TopicId::value);
        Answer card = messages.card(view, spot.channel().style(), DeskComposer.texts(spot), subject, Optional.empty());
        return DeskComposer.outgoing(spot, false, UNNUMBERED, card, Optional.empty(), now);
    }

    /** The message that a digest of the last day would be. Empty when nothing can be seen there. */
    public Optional<Supposed> digest(ConversationId conversation) {
        Instant now = clock.instant();
        return places.find(conversation).flatMap(spot -> {
            List<StoryView> wanted = wanted(spot, now);
            List<StoryView> told =
                    places.ranked(wanted.isEmpty() ? newest(spot, MessageTexts.MOST_IN_DIGEST) : wanted, now);
            return told.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Supposed(digest(spot, told, now), !wanted.isEmpty()));
        });
    }

    private Outgoing digest(Spot spot, List<StoryView> told, Instant now) {
        int shown = Math.min(MessageTexts.MOST_IN_DIGEST, told.size());
        Answer digest = messages.digest(
                told.subList(0, shown),
                told.size() - shown,
                Optional.empty(),
                spot.channel().style(),
                DeskComposer.phrases(spot, now),
                now);
        return DeskComposer.outgoing(spot, true, UNNUMBERED, digest, Optional.empty(), now);
    }

    /** What fitted a subscription there within a day, as it is seen there. */
    private List<StoryView> wanted(Spot spot, Instant now) {
        Map<StoryId, StoryView> wanted = new HashMap<>();
        for (Subscription subscription : books.subscriptions().of(spot.id())) {
            Set<StoryId> fitting = books
                    .matches()
                    .fitting(subscription.wishId(), spot.workspace().id(), now.minus(A_DAY), now.plus(A_DAY), REACH)
                    .stream()
                    .map(Fitting::story)
                    .collect(Collectors.toSet());
            places.views(fitting, spot).values().stream()
                    .filter(view -> places.voices(view) >= subscription.wish().least())
                    .forEach(view -> wanted.put(view.id(), view));
        }
        return List.copyOf(wanted.values());
    }

    private List<StoryView> newest(Spot spot, int most) {
        return news.views().views(news.stories().newest(spot.viewer().sources(), most), spot.viewer());
    }
}
