package news.lede.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.store.PortContract;
import news.lede.subscription.Cadence.ByDigest;
import news.lede.subscription.Cadence.Instantly;
import news.lede.subscription.Subscriptions.Due;
import news.lede.subscription.Subscriptions.Outcome;
import news.lede.subscription.Subscriptions.Wanted;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Subscriptions} promises. */
public abstract class SubscriptionsContract extends PortContract {
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final PersonKey ADA = new PersonKey("discord", "77");
    private static final Wish FERRIES = wish(new Subject.OfTopic("ferries"));
    private static final Cadence NOW_AND_THEN = new Instantly();
    private static final ByDigest MORNINGS = new ByDigest(
            EnumSet.allOf(DayOfWeek.class), new TreeSet<>(Set.of(LocalTime.of(7, 30))), ZoneId.of("Europe/Berlin"));

    private static Wish wish(Subject subject) {
        return new Wish(subject, "", Set.of(), 1);
    }

    private Conversation conversation(String workspace, String chat) {
        WorkspaceId id = store.communities()
                .workspace("discord", workspace, "Harbour watchers")
                .id();
        return store.communities().conversation(id, new Place("discord", chat, Optional.empty()));
    }

    private Subscription subscribed(Conversation where, Wish wish) {
        return subscribed(where, wish, NOW_AND_THEN, Optional.empty());
    }

    private Subscription subscribed(Conversation where, Wish wish, Cadence cadence, Optional<Instant> due) {
        Outcome outcome = store.subscriptions().subscribe(where, wish, cadence, due, ADA, NOW);
        assertThat(outcome).isInstanceOf(Outcome.Subscribed.class);
        return ((Outcome.Subscribed) outcome).subscription();
    }

    @Nested
    class WhatIsSubscribedTo {
        @Test
        void itIsFoundAsItWasAskedFor() {
            Conversation here = conversation("1", "55");
            Wish wish = new Wish(
                    new Subject.OfTopic("ferries"), "-title:delay", Set.of(new Language("de"), Language.ENGLISH), 3);

            Outcome outcome =
                    store.subscriptions().subscribe(here, wish, MORNINGS, Optional.of(NOW.plusSeconds(60)), ADA, NOW);

            Subscription made = ((Outcome.Subscribed) outcome).subscription();
            assertThat(outcome).isEqualTo(new Outcome.Subscribed(made, true));
            assertThat(made)
                    .isEqualTo(new Subscription(
                            made.id(),
                            made.wishId(),
                            wish,
                            here.id(),
                            here.workspace(),
                            MORNINGS,
                            NOW,
                            ADA,
                            Optional.empty()));
            assertThat(store.subscriptions().find(made.id())).contains(made);
            assertThat(store.subscriptions().of(here.id())).containsExactly(made);
            assertThat(store.subscriptions().nextDue(made.id())).contains(NOW.plusSeconds(60));
        }

        @Test
        void everyKindOfSubjectComesBackAsItWas() {
            Conversation here = conversation("1", "55");
            List<Wish> wishes = List.of(
                    wish(new Subject.OfTopic("ferries")),
                    wish(new Subject.OfWords("harbour \"night boat\"")),
                    wish(new Subject.OfSource(source("pier"))),
                    wish(new Subject.Everything()));

            wishes.forEach(wish -> subscribed(here, wish));

            assertThat(store.subscriptions().of(here.id()))
                    .extracting(Subscription::wish)
                    .containsExactlyElementsOf(wishes);
        }

        @Test
        void equalWishesAreOneWhoeverHasThem() {
            Subscription first = subscribed(conversation("1", "55"), FERRIES);
            Subscription second = subscribed(conversation("2", "66"), FERRIES);
            Subscription stricter =
                    subscribed(conversation("2", "66"), new Wish(new Subject.OfTopic("ferries"), "", Set.of(), 2));

            assertThat(second.wishId()).isEqualTo(first.wishId());
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(stricter.wishId()).isNotEqualTo(first.wishId());
        }

        @Test
        void aConversationHasOneOfEachWishAtOnceAndOneByDigests() {
            Conversation here = conversation("1", "55");
            Subscription atOnce = subscribed(here, FERRIES);
            Subscription daily = subscribed(here, FERRIES, MORNINGS, Optional.of(NOW));
            assertThat(daily.id()).isNotEqualTo(atOnce.id());

            Outcome again = store.subscriptions()
                    .subscribe(
                            here,
                            FERRIES,
                            NOW_AND_THEN,
                            Optional.empty(),
                            new PersonKey("discord", "9"),
                            NOW.plusSeconds(9));

            assertThat(again).isEqualTo(new Outcome.Subscribed(atOnce, false));
            assertThat(store.subscriptions().of(here.id())).containsExactly(atOnce, daily);
        }

        @Test
        void askingAgainChangesTheScheduleAndEndsThePause() {
            Conversation here = conversation("1", "55");
            Subscription daily = subscribed(here, FERRIES, MORNINGS, Optional.of(NOW));
            store.subscriptions().pause(daily.id(), Optional.of(NOW.plusSeconds(60)));
            ByDigest evenings = new ByDigest(
                    EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
                    new TreeSet<>(Set.of(LocalTime.of(18, 0), LocalTime.of(21, 15))),
                    ZoneId.of("Asia/Kolkata"));

            Outcome again = store.subscriptions()
                    .subscribe(here, FERRIES, evenings, Optional.of(NOW.plusSeconds(30)), ADA, NOW.plusSeconds(5));

            Subscription changed = ((Outcome.Subscribed) again).subscription();
            assertThat(((Outcome.Subscribed) again).fresh()).isFalse();
            assertThat(changed.id()).isEqualTo(daily.id());
            assertThat(changed.cadence()).isEqualTo(evenings);
            assertThat(changed.pausedUntil()).isEmpty();
            assertThat(changed.created()).isEqualTo(NOW);
            assertThat(store.subscriptions().find(daily.id())).contains(changed);
            assertThat(store.subscriptions().nextDue(daily.id())).contains(NOW.plusSeconds(30));
        }

        @Test
        void itEndsOnce() {
            Conversation here = conversation("1", "55");
            Subscription ferries = subscribed(here, FERRIES, MORNINGS, Optional.of(NOW));

            assertThat(store.subscriptions().unsubscribe(ferries.id())).isTrue();

            assertThat(store.subscriptions().unsubscribe(ferries.id())).isFalse();
            assertThat(store.subscriptions().find(ferries.id())).isEmpty();
            assertThat(store.subscriptions().of(here.id())).isEmpty();
            assertThat(store.subscriptions().due(NOW, 10)).isEmpty();
            assertThat(store.subscriptions().nextDue(ferries.id())).isEmpty();
        }

        @Test
        void aWorkspaceHasThoseOfAllItsConversationsAlone() {
            Subscription one = subscribed(conversation("1", "55"), FERRIES);
            Subscription other = subscribed(conversation("1", "56"), FERRIES);
            subscribed(conversation("2", "66"), FERRIES);

            assertThat(store.subscriptions().of(one.workspace())).containsExactly(one, other);
            assertThat(store.subscriptions().of(one.conversation())).containsExactly(one);
        }

        @Test
        void aPauseHasAnEndOrNone() {
            Subscription ferries = subscribed(conversation("1", "55"), FERRIES);

            store.subscriptions().pause(ferries.id(), Optional.of(NOW.plusSeconds(60)));
            assertThat(store.subscriptions().find(ferries.id()).orElseThrow().pausedUntil())
                    .contains(NOW.plusSeconds(60));

            store.subscriptions().pause(ferries.id(), Optional.empty());
            assertThat(store.subscriptions().find(ferries.id())).contains(ferries);
        }
    }

    @Nested
    class Quotas {
        private void fill(Conversation where, int count) {
            for (int i = 0; i < count; i++) {
                subscribed(where, wish(new Subject.OfTopic("topic-" + where.id() + "-" + i)));
            }
        }

        @Test
        void aFullConversationTakesNoMoreButChangesWhatItHas() {
            Conversation here = conversation("1", "55");
            fill(here, Subscriptions.MOST_OF_A_CONVERSATION - 1);
            Subscription last = subscribed(here, FERRIES);

            assertThat(store.subscriptions().subscribe(here, FERRIES, MORNINGS, Optional.of(NOW), ADA, NOW))
                    .isEqualTo(new Outcome.Full(Subscriptions.MOST_OF_A_CONVERSATION, false));
            assertThat(store.subscriptions().subscribe(here, FERRIES, NOW_AND_THEN, Optional.empty(), ADA, NOW))
                    .isEqualTo(new Outcome.Subscribed(last, false));
            assertThat(store.subscriptions().of(here.id())).hasSize(Subscriptions.MOST_OF_A_CONVERSATION);
            subscribed(conversation("1", "56"), FERRIES);
        }

        @Test
        void aFullWorkspaceTakesNoMoreInAnyConversation() {
            int conversations = Subscriptions.MOST_OF_A_WORKSPACE / Subscriptions.MOST_OF_A_CONVERSATION;
            for (int i = 0; i < conversations; i++) {
                fill(conversation("1", "chat-" + i), Subscriptions.MOST_OF_A_CONVERSATION);
            }

            assertThat(store.subscriptions()
                            .subscribe(conversation("1", "new"), FERRIES, NOW_AND_THEN, Optional.empty(), ADA, NOW))
                    .isEqualTo(new Outcome.Full(Subscriptions.MOST_OF_A_WORKSPACE, true));
            assertThat(store.subscriptions().wanted(new WishId(0), 1_000)).hasSize(Subscriptions.MOST_OF_A_WORKSPACE);
            subscribed(conversation("2", "66"), FERRIES);
        }

        @Test
        void aWorkspaceMayHaveAsManyAsItIsSaidToHave() {
            Conversation here = conversation("1", "chat");
            assertThat(store.subscriptions().subscribe(here, FERRIES, NOW_AND_THEN, Optional.empty(), ADA, NOW, 0))
                    .isEqualTo(new Outcome.Full(0, true));
            assertThat(store.subscriptions().subscribe(here, FERRIES, NOW_AND_THEN, Optional.empty(), ADA, NOW, 1))
                    .isInstanceOf(Outcome.Subscribed.class);
            // What is there already may be changed.
            assertThat(store.subscriptions().subscribe(here, FERRIES, NOW_AND_THEN, Optional.empty(), ADA, NOW, 0))
                    .isInstanceOf(Outcome.Subscribed.class);
        }
    }

    @Nested
    class WhatIsWanted {
        @Test
        void wishesAreReadInPortionsByIdOnceEach() {
            Conversation here = conversation("1", "55");
            Subscription ferries = subscribed(here, FERRIES);
            Subscription all = subscribed(here, wish(new Subject.Everything()));
            subscribed(conversation("2", "66"), FERRIES);

            List<Wanted> first = store.subscriptions().wanted(new WishId(0), 1);
            assertThat(first).containsExactly(new Wanted(ferries.wishId(), FERRIES));
            assertThat(store.subscriptions().wanted(first.getFirst().id(), 5))
                    .containsExactly(new Wanted(all.wishId(), all.wish()));
            assertThat(store.subscriptions().wanted(all.wishId(), 5)).isEmpty();
        }

        @Test
        void whatNobodyHasAnyMoreStaysAndIsTheSameWhenItComesBack() {
            Subscription ferries = subscribed(conversation("1", "55"), FERRIES);
            store.subscriptions().unsubscribe(ferries.id());

            assertThat(store.subscriptions().wanted(new WishId(0), 5))
                    .containsExactly(new Wanted(ferries.wishId(), FERRIES));
            assertThat(subscribed(conversation("1", "55"), FERRIES).wishId()).isEqualTo(ferries.wishId());
        }
    }

    @Nested
    class Digests {
        @Test
        void theyAreDueInOrderAndNotBeforeTheirTime() {
            Subscription later = subscribed(conversation("1", "55"), FERRIES, MORNINGS, Optional.of(NOW));
            Subscription sooner =
                    subscribed(conversation("1", "56"), FERRIES, MORNINGS, Optional.of(NOW.minusSeconds(60)));
            subscribed(conversation("1", "57"), FERRIES, MORNINGS, Optional.of(NOW.plusMillis(1)));
            subscribed(conversation("1", "58"), FERRIES);

            assertThat(store.subscriptions().due(NOW, 10))
                    .containsExactly(new Due(sooner, NOW.minusSeconds(60)), new Due(later, NOW));
            assertThat(store.subscriptions().due(NOW, 1)).containsExactly(new Due(sooner, NOW.minusSeconds(60)));
        }

        @Test
        void oneOfTwoPlannersMovesThem() {
            Subscription daily = subscribed(conversation("1", "55"), FERRIES, MORNINGS, Optional.of(NOW));
            Instant next = NOW.plus(Duration.ofDays(1));

            assertThat(store.subscriptions().nextDue(daily.id(), NOW, next)).isTrue();
            assertThat(store.subscriptions().nextDue(daily.id(), NOW, next.plusSeconds(1)))
                    .isFalse();

            assertThat(store.subscriptions().nextDue(daily.id())).contains(next);
            assertThat(store.subscriptions().due(NOW, 10)).isEmpty();
        }

        @Test
        void anotherScheduleLeavesWhatIsToldAtOnceAsItIs() {
            Conversation here = conversation("1", "55");
            Subscription daily = subscribed(here, FERRIES, MORNINGS, Optional.of(NOW));
            Subscription atOnce = subscribed(here, FERRIES);
            ByDigest moved = new ByDigest(MORNINGS.days(), MORNINGS.times(), ZoneId.of("America/New_York"));

            store.subscriptions().reschedule(daily.id(), moved, NOW.plusSeconds(60));
            store.subscriptions().reschedule(atOnce.id(), moved, NOW.plusSeconds(60));

            assertThat(store.subscriptions().find(daily.id()).orElseThrow().cadence())
                    .isEqualTo(moved);
            assertThat(store.subscriptions().nextDue(daily.id())).contains(NOW.plusSeconds(60));
            assertThat(store.subscriptions().find(atOnce.id())).contains(atOnce);
            assertThat(store.subscriptions().nextDue(atOnce.id())).isEmpty();
        }
    }

    @Nested
    class GivenASourceMovedToTheAddressOfAnother {
        @Test
        void whoHadItGetsTheOtherAndWhoHadBothGetsThatOnce() {
            SourceId old = source("pier");
            SourceId kept = source("quay");
            Subscription moved = subscribed(conversation("1", "55"), wish(new Subject.OfSource(old)));
            subscribed(conversation("1", "56"), wish(new Subject.OfSource(old)));
            Subscription there = subscribed(conversation("1", "56"), wish(new Subject.OfSource(kept)));
            Subscription daily =
                    subscribed(conversation("1", "56"), wish(new Subject.OfSource(old)), MORNINGS, Optional.of(NOW));
            Subscription other = subscribed(conversation("1", "56"), FERRIES);

            store.sources().mergeInto(old, "https://quay.example/feed", NOW);

            assertThat(store.subscriptions().of(moved.conversation()))
                    .extracting(Subscription::id, s -> s.wish().subject(), Subscription::wishId)
                    .containsExactly(tuple(moved.id(), new Subject.OfSource(kept), there.wishId()));
            assertThat(store.subscriptions().of(there.conversation()))
                    .extracting(Subscription::id)
                    .containsExactly(there.id(), daily.id(), other.id());
            assertThat(store.subscriptions().of(there.conversation()))
                    .extracting(s -> s.wish().subject())
                    .doesNotContain(new Subject.OfSource(old));
        }
    }

    @Nested
    class SettingsOfAChannel {
        @Test
        void theyAreTheStandardOnesUntilSomethingIsChosen() {
            ConversationId here = conversation("1", "55").id();

            assertThat(store.subscriptions().channel(here)).isEqualTo(Channel.standard(here));
        }

        @Test
        void theyAreKeptWholeAndReplacedWhole() {
            ConversationId here = conversation("1", "55").id();
            ConversationId other = conversation("1", "56").id();
            Channel chosen = new Channel(
                    here,
                    OptionalInt.of(6),
                    Optional.of(new QuietHours(LocalTime.of(22, 30), LocalTime.of(6, 45))),
                    Channel.Silence.ALL,
                    Optional.of("4711"),
                    Channel.Style.HEADLINES,
                    Optional.of(NOW),
                    true,
                    true,
                    true);

            store.subscriptions().save(chosen);
            assertThat(store.subscriptions().channel(here)).isEqualTo(chosen);
            assertThat(store.subscriptions().channel(other)).isEqualTo(Channel.standard(other));

            store.subscriptions().save(Channel.standard(here));
            assertThat(store.subscriptions().channel(here)).isEqualTo(Channel.standard(here));
        }

        @Test
        void aChangeLeavesTheOthersAsTheyAre() {
            ConversationId here = conversation("1", "55").id();
            store.subscriptions().save(Channel.standard(here).withStyle(Channel.Style.COMPACT));

            Channel now = store.subscriptions().change(here, channel -> channel.withBudget(OptionalInt.of(6)));

            assertThat(now)
                    .isEqualTo(Channel.standard(here)
                            .withStyle(Channel.Style.COMPACT)
                            .withBudget(OptionalInt.of(6)));
            assertThat(store.subscriptions().channel(here)).isEqualTo(now);
        }

        @Test
        void whereReportsAreReadIsKnownByPlatform() {
            Conversation here = conversation("1", "55");
            conversation("1", "56");
            store.subscriptions().save(Channel.standard(here.id()).withReports(true));

            String platform = here.place().platform();
            assertThat(store.subscriptions().hearingReports(platform)).containsExactly(here);
            assertThat(store.subscriptions().hearingReports("elsewhere")).isEmpty();
            store.subscriptions().save(Channel.standard(here.id()));
            assertThat(store.subscriptions().hearingReports(platform)).isEmpty();
        }

        @Test
        void midnightIsATimeAsAnyOther() {
            ConversationId here = conversation("1", "55").id();
            Channel chosen = Channel.standard(here)
                    .withQuiet(Optional.of(new QuietHours(LocalTime.MIDNIGHT, LocalTime.of(6, 0))));

            store.subscriptions().save(chosen);

            assertThat(store.subscriptions().channel(here)).isEqualTo(chosen);
        }
    }
}
