package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.alert.Announcements.Announcement;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery.Kind;
import news.lede.alert.Delivery.State;
import news.lede.alert.Matches.Match;
import news.lede.alert.Messenger.Reason;
import news.lede.alert.Outbox.Digest;
import news.lede.alert.Outbox.Growth;
import news.lede.article.Article;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.source.SourceId;
import news.lede.story.Story;
import news.lede.subscription.Channel;
import news.lede.subscription.QuietHours;
import news.lede.subscription.Subscription;
import news.lede.subscription.WishId;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} promises. */
public abstract class OutboxContract extends PlanningContract {
    private static final ConversationId NOBODY = new ConversationId(0);

    @Nested
    class WhenAnAnnouncementIsExpanded {
        @Test
        void eachConversationThatWishesForItIsPlannedOnceWithAllItsReasons() {
            Conversation quay = chat("quay");
            Conversation pier = chat("pier");
            Subscription one = subscribe(quay, FERRIES);
            Subscription other = subscribe(quay, topic("harbour"));
            subscribe(pier, FERRIES);
            Story story = story("Ferry aground");
            Announcement announcement = announced(story);

            store.matches()
                    .matched(
                            announcement,
                            List.of(
                                    new Match(one.wishId(), firstOf(story), 1, Optional.empty()),
                                    new Match(other.wishId(), firstOf(story), 1, Optional.empty())),
                            NOON);
            expandAll(announcement, MANY);
            expandAll(announcement, MANY);

            assertThat(deliveries(quay, story.id())).singleElement().satisfies(planned -> {
                assertThat(planned.kind()).isEqualTo(Kind.FIRST);
                assertThat(planned.state()).isEqualTo(State.PLANNED);
                assertThat(planned.number()).isZero();
                assertThat(planned.revision()).isEqualTo(1);
                assertThat(planned.due()).contains(NOON);
                assertThat(store.outbox().reasons(planned.id())).containsExactly(one.id(), other.id());
            });
            assertThat(deliveries(pier, story.id())).hasSize(1);
        }

        @Test
        void itGoesOnWhereItWasAndReachesEverybodyInPortions() {
            int all = Outbox.BATCH + 7;
            store.transactor().inTransaction(() -> {
                for (int i = 0; i < all; i++) {
                    subscribe(chat("chat " + i), FERRIES);
                }
                return all;
            });
            Story story = story("Ferry aground");
            Announcement announcement = announced(story);
            WishId wish =
                    store.subscriptions().wanted(new WishId(0), 1).getFirst().id();
            store.matches().matched(announcement, List.of(new Match(wish, firstOf(story), 1, Optional.empty())), NOON);

            assertThat(store.outbox().expand(announcement, MANY, NOON)).isTrue();
            assertThat(planned(story)).isEqualTo(Outbox.BATCH);
            expandAll(announcement, MANY);

            assertThat(planned(story)).isEqualTo(all);
        }

        private long planned(Story story) {
            return store.deliveries().due("telegram", NOON, Set.of(), Integer.MAX_VALUE).stream()
                    .filter(row -> row.story().equals(Optional.of(story.id())))
                    .count();
        }

        @Test
        void whoDoesNotSeeTheArticleHearsNothing() {
            Conversation quay = chat("quay");
            Conversation pier = chat("pier");
            SourceId own = source("pierside");
            store.communities().follow(pier.workspace(), own);
            Subscription wishing = subscribe(quay, FERRIES);
            subscribe(pier, FERRIES);
            Story story = story("Ferry aground", own);

            tell(story, wishing);

            assertThat(deliveries(quay, story.id())).isEmpty();
            assertThat(deliveries(pier, story.id())).hasSize(1);
        }

        @Test
        void aSourceThatWasRemovedIsSeenByNobody() {
            Conversation quay = chat("quay");
            Subscription wishing = subscribe(quay, FERRIES);
            Story story = story("Ferry aground");
            store.sources().remove(everybodysSource(), NOON);

            tell(story, wishing);

            assertThat(deliveries(quay, story.id())).isEmpty();
        }

        @Test
        void whoIsPausedOrCameLaterIsLeftOut() {
            Conversation paused = chat("paused");
            Conversation pausedWhole = chat("paused whole");
            Conversation late = chat("late");
            Conversation again = chat("again");
            store.subscriptions().pause(subscribe(paused, FERRIES).id(), Optional.of(NOON.plusSeconds(1)));
            subscribe(pausedWhole, FERRIES);
            store.subscriptions()
                    .save(Channel.standard(pausedWhole.id()).pausedUntil(Optional.of(NOON.plusSeconds(1))));
            subscribe(late, FERRIES, NOON.plusSeconds(1));
            Subscription wishing = subscribe(again, FERRIES);
            store.subscriptions().pause(wishing.id(), Optional.of(NOON));
            Story story = story("Ferry aground");

            tell(story, wishing);

            assertThat(deliveries(paused, story.id())).isEmpty();
            assertThat(deliveries(pausedWhole, story.id())).isEmpty();
            assertThat(deliveries(late, story.id())).isEmpty();
            assertThat(deliveries(again, story.id())).hasSize(1);
        }

        @Test
        void whoHasATopicOfTheirOwnIsToldByThatAlone() {
            Conversation own = chat("own");
            Conversation shared = chat("shared");
            Subscription wishing = subscribe(own, FERRIES);
            subscribe(shared, FERRIES);
            store.topics().define(own.workspace(), Topic.ofName(new TopicId("ferries"), "Ferries"));
            Story meant = story("Ferry aground");
            Story meantThere = story("Boats for all");

            tell(meant, wishing);
            tell(announced(meantThere), firstOf(meantThere), wishing, Optional.of(own.workspace()));

            assertThat(deliveries(own, meant.id())).isEmpty();
            assertThat(deliveries(shared, meant.id())).hasSize(1);
            assertThat(deliveries(own, meantThere.id())).hasSize(1);
            assertThat(deliveries(shared, meantThere.id())).isEmpty();
        }

        @Test
        void whoWasToldIsNotToldAgain() {
            Conversation quay = chat("quay");
            Subscription wishing = subscribe(quay, FERRIES);
            Story story = story("Ferry aground");
            tell(story, wishing);
            sent(quay, story, NOON);
            Article more = stored("Ferry afloat", NOON, everybodysSource());
            Story grown = store.stories().join(story.id(), more.id(), NOON);

            tell(grown, wishing);

            assertThat(deliveries(quay, story.id())).hasSize(1);
        }

        @Test
        void whatWasCancelledUnsentIsPlannedWhenItIsWantedAgain() {
            Conversation quay = chat("quay");
            Subscription wishing = subscribe(quay, FERRIES);
            Story story = story("Ferry aground");
            tell(story, wishing);
            DeliveryId id = deliveries(quay, story.id()).getFirst().id();
            store.deliveries().cancel(id, "nothing of it is seen", NOON);
            Article more = stored("Ferry afloat", NOON, everybodysSource());

            tell(store.stories().join(story.id(), more.id(), NOON), wishing);

            assertThat(deliveries(quay, story.id())).singleElement().satisfies(planned -> {
                assertThat(planned.id()).isEqualTo(id);
                assertThat(planned.state()).isEqualTo(State.PLANNED);
                assertThat(planned.due()).contains(NOON);
                assertThat(planned.problem()).isEmpty();
            });
        }

        @Test
        void aStoryThatBecamePartOfAnotherIsPlannedAsThatOne() {
            Conversation quay = chat("quay");
            Subscription wishing = subscribe(quay, FERRIES);
            Story kept = story("Ferry aground");
            Story gone = story("A ferry runs aground");
            Announcement announcement = announced(gone);
            store.stories().merge(kept.id(), gone.id(), NOON);

            tell(announcement, firstOf(gone), wishing, Optional.empty());

            assertThat(deliveries(quay, kept.id()))
                    .singleElement()
                    .satisfies(planned -> assertThat(planned.revision()).isEqualTo(2));
            assertThat(deliveries(quay, gone.id())).isEmpty();
        }

        @Test
        void whereMessagesAreCountedOrHoursAreQuietTheyAreHeldUntilReleased() {
            Conversation counted = chat("counted");
            Conversation quiet = chat("quiet");
            Subscription wishing = subscribe(counted, FERRIES);
            subscribe(quiet, FERRIES);
            budget(counted, 6);
            store.subscriptions()
                    .save(Channel.standard(quiet.id())
                            .withQuiet(Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)))));
            Story story = story("Ferry aground");

            tell(story, wishing);

            Delivery held = deliveries(counted, story.id()).getFirst();
            assertThat(held.state()).isEqualTo(State.HELD);
            assertThat(held.due()).isEmpty();
            assertThat(deliveries(quiet, story.id()).getFirst().state()).isEqualTo(State.HELD);
            assertThat(store.outbox().held(new DeliveryId(0), 10))
                    .extracting(Outbox.Held::conversation)
                    .containsExactly(counted.id(), quiet.id());
            assertThat(store.outbox().held(held.id(), 10)).hasSize(1);
            store.outbox().hold(List.of(held.id()), Hold.BUDGET);
            assertThat(store.outbox().waiting(counted.id())).singleElement().satisfies(waiting -> {
                assertThat(waiting.story()).contains(story.id());
                assertThat(waiting.why()).contains(Hold.BUDGET);
            });

            store.outbox().release(held.id(), NOON.plusSeconds(60));

            Delivery released = deliveries(counted, story.id()).getFirst();
            assertThat(released.state()).isEqualTo(State.PLANNED);
            assertThat(released.due()).contains(NOON.plusSeconds(60));
            assertThat(store.outbox().waiting(counted.id())).isEmpty();
        }

        @Test
        void whoGotTheMostOfADayIsHeldToo() {
            Conversation quay = chat("quay");
            Subscription wishing = subscribe(quay, FERRIES);
            Story first = story("Ferry aground");
            tell(first, wishing);
            sent(quay, first, NOON.minusSeconds(60));
            Story second = story("Pier closed");
            Announcement announcement = announced(second);
            store.matches()
                    .matched(
                            announcement,
                            List.of(new Match(wishing.wishId(), firstOf(second), 1, Optional.empty())),
                            NOON);

            expandAll(announcement, 1);

            assertThat(deliveries(quay, second.id()).getFirst().state()).isEqualTo(State.HELD);
        }

        @Test
        void whereNothingCanBeSentItWaits() {
            Conversation quay = chat("quay");
            Subscription wishing = subscribe(quay, FERRIES);
            store.suspensions().suspend(quay.id(), Messenger.Reason.KICKED, "403", NOON);
            Story story = story("Ferry aground");

            tell(story, wishing);

            Delivery planned = deliveries(quay, story.id()).getFirst();
            assertThat(planned.state()).isEqualTo(State.PLANNED);
            assertThat(planned.due()).isEmpty();
        }
    }

    @Nested
    class WhenATellingIsCounted {
        @Test
        void whatWasSentInTheSpanAndWhatIsUnderWayIsSpent() {
            Conversation quay = chat("quay");
            Subscription wishing = subscribe(quay, FERRIES);
            for (String title : List.of("One", "Two", "Three")) {
                tell(story(title), wishing);
            }
            Delivery first =
                    store.deliveries().due("telegram", NOON, Set.of(), 1).getFirst();
            store.deliveries().begin(first.id(), NOON);
            store.deliveries().sent(first.id(), new Receipt("1"), List.of(), NOON);
            Delivery second =
                    store.deliveries().due("telegram", NOON, Set.of(), 1).getFirst();
            store.deliveries().cancel(second.id(), "needless", NOON);

            assertThat(store.outbox().spent(quay.id(), NOON, NOON.plusSeconds(1)))
                    .isEqualTo(new Outbox.Spent(2, 0));
            assertThat(store.outbox().spent(quay.id(), NOON.minusSeconds(9), NOON))
                    .as("sent at its end is not in the span")
                    .isEqualTo(new Outbox.Spent(1, 0));
            store.suspensions().suspend(quay.id(), Reason.KICKED, "", NOON);
            assertThat(store.outbox().spent(quay.id(), NOON.minusSeconds(9), NOON))
                    .as("what rests with its conversation goes when that is let in again")
                    .isEqualTo(new Outbox.Spent(1, 0));
            assertThat(store.outbox().latest(quay.id(), 1)).hasSize(1);
        }

        @Test
        void whatAFastClockDatedOfTomorrowWasSentTodayToo() {
            Conversation quay = chat("quay");
            tell(story("One"), subscribe(quay, FERRIES));
            Delivery only =
                    store.deliveries().due("telegram", NOON, Set.of(), 1).getFirst();
            Instant sent = Instant.parse("2026-05-05T06:00:00Z");
            store.deliveries().begin(only.id(), sent);
            store.deliveries().sent(only.id(), new Receipt("1"), List.of(), sent);

            assertThat(spentAt(quay, sent.minus(Duration.ofHours(11))))
                    .as("the evening before, to which the clock was set back")
                    .isEqualTo(1);
            assertThat(spentAt(quay, sent.plus(Duration.ofHours(17))))
                    .as("the day it is dated of")
                    .isEqualTo(1);
            assertThat(spentAt(quay, sent.minus(Duration.ofHours(13))))
                    .as("no clock is believed to have been so wrong")
                    .isZero();
        }

        private int spentAt(Conversation conversation, Instant now) {
            return store.outbox()
                    .spentToday(conversation.id(), ZoneOffset.UTC, now)
                    .messages();
        }

        @Test
        void whenASubscriptionWasLastToldSomethingIsKnownForAllOfAConversation() {
            Conversation quay = chat("quay");
            Subscription ferries = subscribe(quay, FERRIES);
            Subscription never = subscribe(quay, topic("tunnel"));
            for (String title : List.of("One", "Two", "Three")) {
                tell(story(title), ferries);
            }
            for (int minute = 0; minute < 2; minute++) {
                Instant at = NOON.plusSeconds(60L * minute);
                Delivery next =
                        store.deliveries().due("telegram", at, Set.of(), 1).getFirst();
                store.deliveries().begin(next.id(), at);
                store.deliveries().sent(next.id(), new Receipt("m" + minute), List.of(), at.plusSeconds(1));
            }
            Delivery last = store.deliveries()
                    .due("telegram", NOON.plusSeconds(300), Set.of(), 1)
                    .getFirst();
            store.deliveries().cancel(last.id(), "needless", NOON.plusSeconds(300));

            assertThat(store.outbox().lastTold(quay.id(), 50))
                    .as("what was cancelled told nothing")
                    .containsExactly(Map.entry(ferries.id(), NOON.plusSeconds(60)))
                    .doesNotContainKey(never.id());
            assertThat(store.outbox().lastTold(quay.id(), 1))
                    .as("only the latest message")
                    .isEmpty();
        }
    }

    @Nested
    class WhenAToldStoryGrows {
        private final Duration kept = Duration.ofHours(24);
        private final Instant editDue = NOON.plusSeconds(120);

        private Conversation quay;
        private Subscription wishing;
        private Story story;

        @BeforeEach
        void aConversationAndAStory() {
            quay = chat("quay");
            wishing = subscribe(quay, FERRIES);
            story = story("Ferry aground");
        }

        private Story grown(SourceId by, String title) {
            Article more = stored(title, NOON, by);
            return store.stories().join(story.id(), more.id(), NOON);
        }

        private void toldAtNoon() {
            tell(story, wishing);
            sent(quay, story, NOON);
        }

        private Optional<ConversationId> grow(Story now, Optional<Kind> news, Instant at) {
            return store.outbox()
                    .grow(
                            new Growth(now.id(), now.revision(), now.members().getLast(), news),
                            NOBODY,
                            MANY,
                            at.minus(kept),
                            editDue,
                            at);
        }

        private Told told() {
            return store.outbox()
                    .told(quay.id(), List.of(story.id()))
                    .values()
                    .iterator()
                    .next();
        }

        @Test
        void itsMessageIsToBeEditedSoonAndNoMessageFollows() {
            toldAtNoon();
            Story now = grown(everybodysSource(), "Ferry afloat");

            assertThat(grow(now, Optional.empty(), NOON)).contains(quay.id());

            assertThat(told().wanted()).isEqualTo(2);
            assertThat(told().shown()).isEqualTo(1);
            assertThat(told().editDue()).contains(editDue);
            assertThat(deliveries(quay, story.id())).hasSize(1);
        }

        @Test
        void anEditThatIsPlannedStaysWhenItIs() {
            toldAtNoon();
            grow(grown(everybodysSource(), "Ferry afloat"), Optional.empty(), NOON);
            Story later = grown(everybodysSource(), "Ferry in dock");

            store.outbox()
                    .grow(
                            new Growth(later.id(), 3, later.members().getLast(), Optional.empty()),
                            NOBODY,
                            MANY,
                            NOON.minus(kept),
                            editDue.plusSeconds(60),
                            NOON.plusSeconds(60));

            assertThat(told().wanted()).isEqualTo(3);
            assertThat(told().editDue()).contains(editDue);
        }

        @Test
        void aMessageOfYesterdayIsNotEdited() {
            toldAtNoon();

            grow(grown(everybodysSource(), "Ferry afloat"), Optional.empty(), NOON.plus(kept));

            assertThat(told().wanted()).isEqualTo(2);
            assertThat(told().editDue()).isEmpty();
        }

        @Test
        void newsOfItIsAMessageOfItsOwnOnce() {
            toldAtNoon();
            Story now = grown(everybodysSource(), "Ferry sunk");

            grow(now, Optional.of(Kind.UPDATE), NOON);
            grow(now, Optional.of(Kind.UPDATE), NOON);

            assertThat(deliveries(quay, story.id()))
                    .extracting(Delivery::kind)
                    .containsExactly(Kind.FIRST, Kind.UPDATE);
            assertThat(deliveries(quay, story.id()).getLast().number()).isEqualTo(2);
        }

        @Test
        void whoDoesNotSeeWhatIsNewHearsNothingOfIt() {
            toldAtNoon();

            grow(grown(source("elsewhere"), "Ferry sunk"), Optional.of(Kind.UPDATE), NOON);

            assertThat(told().wanted()).isEqualTo(1);
            assertThat(told().editDue()).isEmpty();
            assertThat(deliveries(quay, story.id())).hasSize(1);
        }

        @Test
        void whoIsBeingToldRightNowHearsOfACorrectionAfterwards() {
            tell(story, wishing);
            store.deliveries().begin(deliveries(quay, story.id()).getFirst().id(), NOON);

            grow(grown(everybodysSource(), "Corrected"), Optional.of(Kind.CORRECTION), NOON);

            assertThat(deliveries(quay, story.id()))
                    .extracting(Delivery::kind)
                    .containsExactly(Kind.FIRST, Kind.CORRECTION);
        }

        @Test
        void whoWillBeToldLaterAnywayHearsOfItThen() {
            tell(story, wishing);

            grow(grown(everybodysSource(), "Corrected"), Optional.of(Kind.CORRECTION), NOON);

            assertThat(deliveries(quay, story.id())).hasSize(1);
        }

        @Test
        void whoHeardOfItInADigestIsCorrectedButGetsNoUpdate() {
            DeliveryId digest = store.outbox()
                    .plan(digest(quay, NOON, List.of(new Shown(story.id(), 1)), wishing), NOON, NOON)
                    .orElseThrow();
            store.deliveries().begin(digest, NOON);
            store.deliveries().sent(digest, new Receipt("1"), List.of(new Shown(story.id(), 1)), NOON);

            grow(grown(everybodysSource(), "Ferry sunk"), Optional.of(Kind.UPDATE), NOON);
            grow(grown(everybodysSource(), "Corrected"), Optional.of(Kind.CORRECTION), NOON);

            assertThat(deliveries(quay, story.id())).extracting(Delivery::kind).containsExactly(Kind.CORRECTION);
            assertThat(told().receipt()).isEmpty();
            assertThat(told().editDue()).isEmpty();
        }

        @Test
        void itReachesEverybodyInPortions() {
            toldAtNoon();
            Story now = grown(everybodysSource(), "Ferry afloat");

            Optional<ConversationId> last = grow(now, Optional.empty(), NOON);
            Optional<ConversationId> none = store.outbox()
                    .grow(
                            new Growth(now.id(), 2, now.members().getLast(), Optional.empty()),
                            last.orElseThrow(),
                            MANY,
                            NOON.minus(kept),
                            editDue,
                            NOON);

            assertThat(none).isEmpty();
        }
    }

    private static Digest digest(Conversation conversation, Instant number, List<Shown> stories, Subscription wishing) {
        return new Digest(conversation.id(), number, stories, List.of(wishing.id()), List.of());
    }

    @Nested
    class WhenADigestIsPlanned {
        @Test
        void itIsPlannedOnceWithItsStoriesAndReasonsAndTakesOverWhatWasHeld() {
            Conversation quay = chat("quay");
            Subscription wishing = subscribe(quay, FERRIES);
            budget(quay, 6);
            Story one = story("Ferry aground");
            Story other = story("Pier closed");
            tell(one, wishing);
            DeliveryId held = deliveries(quay, one.id()).getFirst().id();
            List<Shown> stories = List.of(new Shown(other.id(), 1), new Shown(one.id(), 1));
            Digest digest = new Digest(quay.id(), NOON, stories, List.of(wishing.id()), List.of(held));

            Optional<DeliveryId> planned = store.outbox().plan(digest, NOON.plusSeconds(30), NOON);
            Optional<DeliveryId> again = store.outbox().plan(digest, NOON.plusSeconds(30), NOON);

            assertThat(again).isEmpty();
            Delivery row = store.deliveries().find(planned.orElseThrow()).orElseThrow();
            assertThat(row.kind()).isEqualTo(Kind.DIGEST);
            assertThat(row.lane()).isEqualTo(Lane.DIGEST);
            assertThat(row.story()).isEmpty();
            assertThat(row.number()).isEqualTo(NOON.toEpochMilli());
            assertThat(row.due()).contains(NOON.plusSeconds(30));
            assertThat(store.outbox().storiesOf(row.id())).isEqualTo(stories);
            assertThat(store.outbox().reasons(row.id())).containsExactly(wishing.id());
            assertThat(store.deliveries().find(held).orElseThrow().state()).isEqualTo(State.CANCELLED);
        }

        @Test
        void whatADigestTookOverIsWantedFromThatAndPlannedAgainOnlyIfItCameToNothing() {
            Conversation quay = chat("quay");
            Subscription wishing = subscribe(quay, FERRIES);
            Subscription other = subscribe(quay, topic("harbour"));
            budget(quay, 6);
            Story story = story("Ferry aground");
            tell(story, wishing);
            DeliveryId held = deliveries(quay, story.id()).getFirst().id();
            DeliveryId digest = store.outbox()
                    .plan(
                            new Digest(
                                    quay.id(),
                                    NOON,
                                    List.of(new Shown(story.id(), 1)),
                                    List.of(wishing.id()),
                                    List.of(held)),
                            NOON,
                            NOON)
                    .orElseThrow();
            Article more = stored("Ferry afloat", NOON, everybodysSource());

            tell(store.stories().join(story.id(), more.id(), NOON), other);

            assertThat(deliveries(quay, story.id())).extracting(Delivery::state).containsExactly(State.CANCELLED);
            assertThat(store.outbox().reasons(digest)).containsExactly(wishing.id(), other.id());

            store.deliveries().cancel(digest, "nobody wants it any more", NOON);
            Article most = stored("Ferry moored", NOON, everybodysSource());
            tell(store.stories().join(story.id(), most.id(), NOON), other);

            assertThat(deliveries(quay, story.id())).extracting(Delivery::state).containsExactly(State.HELD);
        }

        @Test
        void theLastOneOfASubscriptionIsKnown() {
            Conversation quay = chat("quay");
            Subscription wishing = subscribe(quay, FERRIES);
            Subscription other = subscribe(quay, topic("harbour"));
            Story story = story("Ferry aground");
            List<Shown> stories = List.of(new Shown(story.id(), 1));
            Instant yesterday = NOON.minus(Duration.ofDays(1));
            store.outbox().plan(digest(quay, yesterday, stories, wishing), NOON, NOON.minusSeconds(99));
            store.outbox().plan(digest(quay, NOON, stories, wishing), NOON, NOON);
            DeliveryId cancelled = store.outbox()
                    .plan(digest(quay, NOON.minusSeconds(5), stories, wishing), NOON, NOON)
                    .orElseThrow();
            store.deliveries().cancel(cancelled, "nothing of it is seen", NOON);

            assertThat(store.outbox().lastDigest(quay.id(), wishing.id(), NOON)).contains(NOON.minusSeconds(99));
            assertThat(store.outbox().lastDigest(quay.id(), wishing.id(), yesterday))
                    .isEmpty();
            assertThat(store.outbox().lastDigest(quay.id(), other.id(), NOON)).isEmpty();
        }
    }

    @Nested
    class WhenTwoStoriesBecomeOne {
        private final Instant later = NOON.plusSeconds(600);

        private Conversation quay;
        private Subscription wishing;
        private Story kept;
        private Story gone;

        @BeforeEach
        void twoStories() {
            quay = chat("quay");
            wishing = subscribe(quay, FERRIES);
            kept = story("Ferry aground");
            gone = story("A boat has run aground");
        }

        private Story merged() {
            return store.stories().merge(kept.id(), gone.id(), later);
        }

        private Optional<Told> told(Story story) {
            return Optional.ofNullable(
                    store.outbox().told(quay.id(), List.of(story.id())).get(story.id()));
        }

        @Test
        void whoWasToldOfTheAbsorbedOneKnowsTheSurvivor() {
            tell(gone, wishing);
            Delivery sent = sent(quay, gone, NOON);

            Story now = merged();

            assertThat(told(gone)).isEmpty();
            Told told = told(kept).orElseThrow();
            assertThat(told.by()).isEqualTo(sent.id());
            assertThat(told.wanted()).isEqualTo(now.revision());
            assertThat(told.shown()).isEqualTo(now.revision() - 1);
            assertThat(told.editDue()).contains(later.plusSeconds(120));
        }

        @Test
        void whereBothWereToldTheLaterMessageGetsOneLastEdit() {
            tell(kept, wishing);
            Delivery first = sent(quay, kept, NOON);
            tell(gone, wishing);
            Delivery second = sent(quay, gone, NOON.plusSeconds(60));

            merged();

            assertThat(told(kept).orElseThrow().by()).isEqualTo(first.id());
            Told last = told(gone).orElseThrow();
            assertThat(last.by()).isEqualTo(second.id());
            assertThat(last.editDue()).contains(later);
            Edit edit = store.edits().due("telegram", later, Set.of(), 9).getFirst();
            assertThat(edit.delivery()).isEqualTo(second.id());
            store.edits().shown(edit, edit.wanted());
            assertThat(store.edits().due("telegram", later.plusSeconds(999), Set.of(), 9))
                    .isEmpty();
        }

        @Test
        void theEarlierMessageIsTheStorysWhicheverSurvives() {
            tell(gone, wishing);
            Delivery first = sent(quay, gone, NOON);
            tell(kept, wishing);
            Delivery second = sent(quay, kept, NOON.plusSeconds(60));

            merged();

            assertThat(told(kept).orElseThrow().by()).isEqualTo(first.id());
            assertThat(told(kept).orElseThrow().at()).isEqualTo(NOON);
            assertThat(told(gone).orElseThrow().by()).isEqualTo(second.id());
        }

        @Test
        void whatWasNotSentIsNotSentWhereTheSurvivorWasTold() {
            tell(kept, wishing);
            sent(quay, kept, NOON);
            tell(gone, wishing);

            merged();

            assertThat(deliveries(quay, gone.id())).extracting(Delivery::state).containsExactly(State.CANCELLED);
        }

        @Test
        void whatOfTheSurvivorWasNotSentIsNotSentWhereTheAbsorbedOneWasTold() {
            tell(gone, wishing);
            sent(quay, gone, NOON);
            tell(kept, wishing);

            merged();

            assertThat(deliveries(quay, kept.id())).extracting(Delivery::state).containsExactly(State.CANCELLED);
        }

        @Test
        void whatWasNotSentIsSentUnderTheSurvivorsName() {
            tell(gone, wishing);

            merged();

            assertThat(deliveries(quay, gone.id())).isEmpty();
            assertThat(deliveries(quay, kept.id())).extracting(Delivery::state).containsExactly(State.PLANNED);
        }

        @Test
        void whatIsTakenBackIsNotSentAndNobodyWasToldOfIt() {
            tell(kept, wishing);
            sent(quay, kept, NOON);
            tell(gone, wishing);
            SourceId source =
                    store.articles().sourcesOf(firstOf(kept)).iterator().next();

            store.purge().purge(source, later);

            assertThat(told(kept)).isEmpty();
            assertThat(deliveries(quay, gone.id())).extracting(Delivery::state).containsExactly(State.CANCELLED);
            assertThat(store.deliveries().due("telegram", later, Set.of(), 9)).isEmpty();
        }

        @Test
        void whenAStoryWasFirstToldIsKnown() {
            assertThat(store.outbox().firstTold(kept.id())).isEmpty();
            tell(kept, wishing);
            sent(quay, kept, NOON);

            assertThat(store.outbox().firstTold(kept.id())).contains(NOON);
        }
    }
}
