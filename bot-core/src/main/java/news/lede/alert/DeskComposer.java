package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Places.Spot;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.ConversationId;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.subscription.Channel;
import news.lede.subscription.Subscription;
import news.lede.subscription.SubscriptionId;
import news.lede.subscription.Wish;
import news.lede.summary.Summarizer;
import news.lede.topic.TopicId;

/**
 * Composes messages from the view that the conversation's workspace has at that moment. Thread-safe.
 *
 * <p>What has become needless is found out here, at the last moment: nothing of it can be seen there any more, nobody wants it, it was told meanwhile. During quiet hours nothing is composed: what can wait is
 * held, corrections and digests come afterwards.
 */
public final class DeskComposer implements Composer {
    private static final String UNSEEN = "nothing of it can be seen there";
    /** Whoever asks again then is told of the conversation that took it in. */
    private static final Duration TAKEN_IN = Duration.ofSeconds(1);

    private final Planner.Books books;
    private final Planner.News news;
    private final Places places;
    private final MessageTexts messages;
    private final Thanks thanks;
    private final Withdrawals withdrawals;
    private final BiFunction<StoryView, WorkspaceId, Optional<TopicId>> subjects;
    private final InstantSource clock;

    /** One that does not look for what stories speak of. */
    public DeskComposer(Planner.Books books, Planner.News news, Summarizer summarizer, InstantSource clock) {
        this(books, news, summarizer, (_, _) -> Optional.empty(), clock);
    }

    /** {@code subjects}: the topic that a story speaks of most in a workspace. */
    public DeskComposer(
            Planner.Books books,
            Planner.News news,
            Summarizer summarizer,
            BiFunction<StoryView, WorkspaceId, Optional<TopicId>> subjects,
            InstantSource clock) {
        this.books = books;
        this.news = news;
        this.places = new Places(books.subscriptions(), news.communities(), news.views(), news.ranking());
        this.messages = new MessageTexts(news.stories(), news.articles(), summarizer);
        this.withdrawals = new Withdrawals(news.stories());
        this.thanks = new Thanks(books.credits(), news.articles(), news.stories(), places);
        this.subjects = subjects;
        this.clock = clock;
    }

    @Override
    public Composed compose(Delivery delivery) {
        Optional<Spot> spot = places.find(delivery.conversation());
        if (spot.isEmpty()) {
            return new Composed.Later(clock.instant().plus(TAKEN_IN), "its conversation became part of another");
        }
        Instant now = clock.instant();
        Optional<Instant> quiet = spot.get().quietUntil(now);
        if (quiet.isPresent()) {
            boolean waits = delivery.doubts() == 0
                    && (delivery.kind() == Delivery.Kind.FIRST || delivery.kind() == Delivery.Kind.UPDATE);
            return waits ? new Composed.Held(Hold.QUIET.name()) : new Composed.Later(quiet.get(), "quiet hours");
        }
        return switch (delivery.kind()) {
            case FIRST -> first(delivery, spot.get(), now);
            case UPDATE -> update(delivery, spot.get(), now);
            case CORRECTION -> correction(delivery, spot.get(), now);
            case DIGEST -> digest(delivery, spot.get(), now);
        };
    }

    private Composed first(Delivery delivery, Spot spot, Instant now) {
        Optional<StoryView> visible = view(delivery, spot);
        if (visible.isEmpty()) {
            return new Composed.Needless(UNSEEN);
        }
        Optional<StoryView> view = withdrawals.standing(visible.get());
        if (view.isEmpty()) {
            return new Composed.Needless("its publisher took it down");
        }
        List<Wish> wishes = wishes(books.outbox().reasons(delivery.id()));
        if (wishes.isEmpty()) {
            return new Composed.Needless("nobody wants it any more");
        }
        int voices = places.voices(view.get());
        if (wishes.stream().allMatch(wish -> wish.least() > voices)) {
            return new Composed.Needless("fewer publishers tell it there than were asked for");
        }
        // Of an attempt that is in doubt what was told is not known yet.
        if (told(spot.id(), view.get().id()).isPresent() && delivery.doubts() == 0) {
            return new Composed.Needless("told meanwhile");
        }
        Answer card = messages.card(
                view.get(), spot.channel().style(), texts(spot), subject(view.get(), spot), Optional.empty());
        return message(delivery, spot, card, Optional.empty(), List.of(view.get()), now);
    }

    private Optional<String> subject(StoryView view, Spot spot) {
        return subjects.apply(view, spot.workspace().id()).map(TopicId::value);
    }

    private Composed update(Delivery delivery, Spot spot, Instant now) {
        Optional<StoryView> view = view(delivery, spot);
        if (view.isEmpty()) {
            return new Composed.Needless(UNSEEN);
        }
        if (!view.get().id().equals(delivery.story().orElseThrow())) {
            return new Composed.Needless("became part of a story that is told anew");
        }
        Optional<Told> told = told(spot.id(), view.get().id());
        if (told.isEmpty() || (told.get().shown() >= delivery.number() && delivery.doubts() == 0)) {
            return new Composed.Needless("told meanwhile");
        }
        if (!isWanted(spot.id(), view.get().id(), told.get())) {
            return new Composed.Needless("nobody wants it any more");
        }
        return messages.update(view.get(), told.get().shown(), texts(spot), phrases(spot, now))
                .map(answer -> message(delivery, spot, answer, told.get().receipt(), List.of(view.get()), now))
                .orElseGet(() -> new Composed.Needless("nothing of it is new there"));
    }

    /** Whether anybody who asked for the story is still subscribed. */
    private boolean isWanted(ConversationId conversation, StoryId story, Told told) {
        TreeSet<Long> reasons = new TreeSet<>();
        List<DeliveryId> telling = new ArrayList<>(books.outbox().of(conversation, story));
        telling.add(told.by());
        telling.forEach(id -> books.outbox().reasons(id).forEach(reason -> reasons.add(reason.value())));
        return reasons.stream()
                .anyMatch(
                        id -> books.subscriptions().find(new SubscriptionId(id)).isPresent());
    }

    private Composed correction(Delivery delivery, Spot spot, Instant now) {
        Optional<StoryView> view = view(delivery, spot);
        if (view.isEmpty()) {
            return new Composed.Needless(UNSEEN);
        }
        Optional<Told> told = told(spot.id(), view.get().id());
        boolean known = told.filter(row -> row.shown() >= delivery.number()
                        && view.get().id().equals(delivery.story().orElseThrow()))
                .isPresent();
        if (told.isEmpty() || (known && delivery.doubts() == 0)) {
            return new Composed.Needless("told as it is now");
        }
        StoryId where = delivery.story().orElseThrow();
        return messages.correction(view.get(), where, delivery.number(), texts(spot), phrases(spot, now))
                .map(answer -> message(delivery, spot, answer, told.get().receipt(), List.of(view.get()), now))
                .orElseGet(() -> new Composed.Needless("what was corrected cannot be seen there"));
    }

    private Composed digest(Delivery delivery, Spot spot, Instant now) {
        List<SubscriptionId> reasons = books.outbox().reasons(delivery.id());
        if (!reasons.isEmpty() && wishes(reasons).isEmpty()) {
            return new Composed.Needless("nobody wants it any more");
        }
        List<Shown> planned = books.outbox().storiesOf(delivery.id());
        Map<StoryId, StoryView> seen =
                places.views(planned.stream().map(Shown::story).toList(), spot);
        Map<StoryId, Told> told = books.outbox()
                .told(spot.id(), seen.values().stream().map(StoryView::id).toList());
        List<StoryView> stories = planned.stream()
                .flatMap(one -> Optional.ofNullable(seen.get(one.story()))
                        .filter(view -> Optional.ofNullable(told.get(view.id()))
                                .filter(row ->
                                        row.shown() >= one.revision() || Known.nothingNew(view, row, news.stories()))
                                .isEmpty())
                        .flatMap(withdrawals::standing)
                        .stream())
                .distinct()
                .toList();
        if (stories.isEmpty()) {
            return new Composed.Needless(seen.isEmpty() ? UNSEEN : "told meanwhile");
        }
        List<StoryView> shown = stories.subList(0, Math.min(MessageTexts.MOST_IN_DIGEST, stories.size()));
        Answer briefing = messages.digest(
                shown,
                stories.size() - shown.size(),
                thanks.words(delivery.id(), spot, texts(spot)),
                spot.channel().style(),
                phrases(spot, now),
                now);
        return message(delivery, spot, briefing, Optional.empty(), shown, now);
    }

    @Override
    public Composed compose(Edit edit) {
        Optional<Spot> spot = places.find(edit.conversation());
        if (spot.isEmpty()) {
            return new Composed.Later(clock.instant().plus(TAKEN_IN), "its conversation became part of another");
        }
        Instant now = clock.instant();
        Optional<Instant> quiet = spot.get().quietUntil(now);
        if (quiet.isPresent()) {
            return new Composed.Later(quiet.get(), "quiet hours");
        }
        Optional<StoryView> view = news.views().view(edit.story(), spot.get().viewer());
        if (view.isEmpty()) {
            return new Composed.Needless(UNSEEN);
        }
        Texts texts = texts(spot.get());
        Phrases phrases = phrases(spot.get(), now);
        if (!view.get().id().equals(edit.story())) {
            Optional<Told> first = told(edit.conversation(), view.get().id());
            return outgoing(
                    edit,
                    spot.get(),
                    messages.toldBefore(view.get(), first, texts, phrases),
                    first.flatMap(Told::receipt),
                    edit.wanted(),
                    phrases);
        }
        Answer shown = withdrawals
                .standing(view.get())
                .map(standing -> grown(standing, spot.get(), phrases))
                .orElseGet(() -> messages.withdrawn(view.get(), phrases));
        return outgoing(edit, spot.get(), shown, Optional.empty(), view.get().revision(), phrases);
    }

    private Answer grown(StoryView standing, Spot spot, Phrases phrases) {
        String footer = messages.grown(places.voices(standing), clock.instant(), phrases.texts(), phrases);
        return messages.card(
                standing, spot.channel().style(), phrases.texts(), subject(standing, spot), Optional.of(footer));
    }

    /** At any hour: the change is without a sound, and what was taken back shall not stand. */
    @Override
    public Composed compose(Retraction retraction) {
        Optional<Spot> spot = places.find(retraction.conversation());
        if (spot.isEmpty()) {
            return new Composed.Later(clock.instant().plus(TAKEN_IN), "its conversation became part of another");
        }
        Phrases phrases = phrases(spot.get(), clock.instant());
        Answer answer = retraction
                .story()
                .map(story -> toldStory(story, spot.get(), phrases))
                .orElseGet(() -> toldDigest(retraction.delivery(), spot.get(), phrases));
        return new Composed.Message(
                new Outgoing(
                        spot.get().conversation().place(),
                        retraction.delivery().toString(),
                        answer,
                        phrases,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        spot.get().channel().style()),
                List.of());
    }

    private Answer toldStory(StoryId story, Spot spot, Phrases phrases) {
        return news.views()
                .view(story, spot.viewer())
                .map(view -> withdrawals
                        .standing(view)
                        .map(standing -> messages.card(
                                standing,
                                spot.channel().style(),
                                phrases.texts(),
                                subject(standing, spot),
                                Optional.empty()))
                        .orElseGet(() -> messages.withdrawn(view, phrases)))
                .orElseGet(() -> notThere(story, spot, phrases));
    }

    /** Moderators took it back, or nothing of it is read there any more. */
    private Answer notThere(StoryId story, Spot spot, Phrases phrases) {
        boolean takenBack =
                news.views().view(story, Places.seeingAll(spot).viewer()).isPresent();
        return takenBack ? messages.takenBack(phrases.texts()) : messages.removed(phrases.texts());
    }

    /** The stories that it told, without those that were taken back. */
    private Answer toldDigest(DeliveryId digest, Spot spot, Phrases phrases) {
        List<StoryId> planned =
                books.outbox().storiesOf(digest).stream().map(Shown::story).toList();
        Map<StoryId, StoryView> all = places.views(planned, Places.seeingAll(spot));
        Map<StoryId, StoryView> seen = places.views(planned, spot);
        List<StoryView> told = planned.stream()
                .flatMap(story -> Optional.ofNullable(all.get(story)).stream())
                .distinct()
                .toList();
        List<StoryView> left = told.stream()
                .limit(MessageTexts.MOST_IN_DIGEST)
                .filter(seen::containsValue)
                .toList();
        List<StoryView> shown = left.stream()
                .flatMap(view -> withdrawals.standing(view).stream())
                .toList();
        Instant at = books.deliveries().find(digest).map(Delivery::planned).orElse(clock.instant());
        if (shown.isEmpty() && !left.isEmpty()) {
            return messages.withdrawn(left.getFirst(), phrases);
        }
        if (shown.isEmpty()) {
            return told.isEmpty() ? messages.removed(phrases.texts()) : messages.takenBack(phrases.texts());
        }
        return messages.digest(
                shown,
                Math.max(0, told.size() - MessageTexts.MOST_IN_DIGEST),
                thanks.words(digest, spot, phrases.texts()),
                spot.channel().style(),
                phrases,
                at);
    }

    private static Composed outgoing(
            Edit edit, Spot spot, Answer answer, Optional<Receipt> pointsTo, int shown, Phrases phrases) {
        return new Composed.Message(
                new Outgoing(
                        spot.conversation().place(),
                        edit.delivery().toString(),
                        answer,
                        phrases,
                        true,
                        Optional.empty(),
                        pointsTo,
                        spot.channel().style()),
                List.of(new Shown(edit.story(), shown)));
    }

    private Composed message(
            Delivery delivery,
            Spot spot,
            Answer answer,
            Optional<Receipt> replyTo,
            List<StoryView> shown,
            Instant now) {
        boolean digest = delivery.kind() == Delivery.Kind.DIGEST;
        return new Composed.Message(
                outgoing(spot, digest, delivery.nonce(), answer, replyTo, now),
                shown.stream()
                        .map(view -> new Shown(view.id(), view.revision()))
                        .toList());
    }

    /** What tells an answer in a conversation as it wants to be told. */
    static Outgoing outgoing(
            Spot spot, boolean digest, String nonce, Answer answer, Optional<Receipt> replyTo, Instant now) {
        Channel channel = spot.channel();
        boolean silent =
                channel.silence() == Channel.Silence.ALL || (digest && channel.silence() == Channel.Silence.DIGESTS);
        return new Outgoing(
                spot.conversation().place(),
                nonce,
                answer,
                phrases(spot, now),
                silent,
                digest ? Optional.empty() : channel.mention(),
                replyTo,
                channel.style());
    }

    private Optional<StoryView> view(Delivery delivery, Spot spot) {
        return delivery.story().flatMap(story -> news.views().view(story, spot.viewer()));
    }

    private Optional<Told> told(ConversationId conversation, StoryId story) {
        return Optional.ofNullable(
                books.outbox().told(conversation, List.of(story)).get(story));
    }

    /** Of those subscriptions that still are. */
    private List<Wish> wishes(List<SubscriptionId> reasons) {
        return reasons.stream()
                .flatMap(id -> books.subscriptions().find(id).stream())
                .map(Subscription::wish)
                .toList();
    }

    static Texts texts(Spot spot) {
        return Texts.in(Locale.forLanguageTag(spot.workspace().language().code()));
    }

    static Phrases phrases(Spot spot, Instant now) {
        return new Phrases(texts(spot), now, spot.zone());
    }
}
