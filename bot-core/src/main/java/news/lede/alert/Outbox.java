package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.alert.Announcements.Announcement;
import news.lede.alert.Deliveries.Shown;
import news.lede.article.ArticleId;
import news.lede.community.ConversationId;
import news.lede.story.StoryId;
import news.lede.subscription.Budget;
import news.lede.subscription.SubscriptionId;

/**
 * Where messages are planned. Each call is one short transaction. It makes the rows of {@code delivery}, {@code delivery_reason} and {@code delivery_story}, moves deliveries out of {@code HELD}, and writes {@code told.wanted} and {@code told.edit_due} when a story grows, {@code delivery.recall} when a publisher takes something down. Attempts, results and what was told are written by {@link Deliveries} and {@link Edits} alone.
 */
public interface Outbox {
    /** Subscriptions and conversations that one transaction looks at. */
    int BATCH = 1_000;

    /**
     * Plans the first message of an announced story for the next {@link #BATCH} subscriptions that are told at once and have a wish it fits: those that see the article, are not paused, are older than
     * the announcement and were not told. Who was planned already is given one more reason. A conversation that chose a budget or quiet hours, or that has had {@code most} messages within a day, gets
     * it {@link Delivery.State#HELD}, until {@link #release}. True when there may be more.
     */
    boolean expand(Announcement announcement, int most, Instant now);

    /**
     * What became of a told story.
     *
     * @param article that brought it: who does not see it hears nothing
     * @param news the kind of message that tells it; empty: the messages that told the story are edited, no more
     */
    record Growth(StoryId story, int revision, ArticleId article, Optional<Delivery.Kind> news) {}

    /**
     * Has the next {@link #BATCH} conversations that know a story, or are being told right now, catch up with it: messages younger than {@code youngest} are to be edited at {@code editDue}, unless that
     * is planned; news is planned as by {@link #expand}. Empty when there are none after {@code after}, else the last one looked at.
     */
    Optional<ConversationId> grow(
            Growth growth, ConversationId after, int most, Instant youngest, Instant editDue, Instant now);

    /**
     * The publisher of {@code article} took it down: messages planned after {@code oldest} that told its story where it is seen, in digests too, are to be changed. Corrections stay: they say so. How many
     * messages.
     */
    int recall(StoryId story, ArticleId article, Instant oldest, Instant at);

    /** What a conversation knows of stories, by the survivor of each. */
    Map<StoryId, Told> told(ConversationId conversation, Collection<StoryId> stories);

    /** When anybody was first told of a story. */
    Optional<Instant> firstTold(StoryId story);

    /** Deliveries that are held, with ids above {@code after}, by id: who keeps up with them knows every conversation for which something has to be decided. */
    List<Held> held(DeliveryId after, int limit);

    record Held(DeliveryId id, ConversationId conversation) {}

    /** Something held. {@code why}: empty until that is decided. */
    record Waiting(DeliveryId id, Delivery.Kind kind, Optional<StoryId> story, Instant planned, Optional<Hold> why) {}

    /** What is held for a conversation, oldest first. */
    List<Waiting> waiting(ConversationId conversation);

    /**
     * How many messages a conversation got in a span, with all that are planned, under way or in doubt.
     *
     * @param digests of those
     */
    record Spent(int messages, int digests) {}

    /** From {@code from} until before {@code until}. */
    Spent spent(ConversationId conversation, Instant from, Instant until);

    /** So long what a fast clock dated ahead is known to be of today. Longer, and a clock that was off by a year would silence a channel for a year. */
    Duration CLOCK_WAS_WRONG = Duration.ofHours(12);

    /** On the day that {@code now} belongs to in that zone, with what was sent while a clock was fast and is dated ahead of now, even of tomorrow: readers had it today. */
    default Spent spentToday(ConversationId conversation, ZoneId zone, Instant now) {
        Budget.Day day = Budget.dayOf(now, zone);
        Instant ahead = now.plus(CLOCK_WAS_WRONG);
        return spent(conversation, day.from(), ahead.isAfter(day.until()) ? ahead : day.until());
    }

    /** Held no longer: due now. */
    void release(DeliveryId id, Instant now);

    /** What is held is not wanted any more. */
    void drop(DeliveryId id, String why, Instant now);

    /** Says why something is held. */
    void hold(Collection<DeliveryId> ids, Hold why);

    /**
     * A digest to plan.
     *
     * @param number the instant it was due
     * @param stories the best first
     * @param folded what was held and is told by it
     */
    record Digest(
            ConversationId conversation,
            Instant number,
            List<Shown> stories,
            Collection<SubscriptionId> reasons,
            Collection<DeliveryId> folded) {
        public Digest {
            stories = List.copyOf(stories);
            reasons = List.copyOf(reasons);
            folded = List.copyOf(folded);
        }
    }

    /** Plans a digest, due at {@code due}, and cancels what it folds. Empty when one of that number was planned before; then nothing was done. */
    Optional<DeliveryId> plan(Digest digest, Instant due, Instant now);

    /** What a planned digest is to tell, the best first. */
    List<Shown> storiesOf(DeliveryId digest);

    /** When the last digest that told a subscription was planned, of those that were due before {@code before}. */
    Optional<Instant> lastDigest(ConversationId conversation, SubscriptionId subscription, Instant before);

    /** Which subscriptions wanted a delivery; some may be gone. */
    List<SubscriptionId> reasons(DeliveryId id);

    /** The deliveries that told a conversation of a story by itself, or were to, oldest first. */
    List<DeliveryId> of(ConversationId conversation, StoryId story);

    /** When each subscription of a conversation was last told something, as far as the {@code latest} messages that were sent or ended there say. */
    Map<SubscriptionId, Instant> lastTold(ConversationId conversation, int latest);

    /** The latest deliveries of a conversation, the newest first, at most {@code limit}. */
    List<DeliveryId> latest(ConversationId conversation, int limit);
}
