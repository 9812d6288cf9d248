package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.lede.alert.Deliveries.Planned;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery.Kind;
import news.lede.alert.Delivery.State;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.story.StoryId;
import news.lede.subscription.Channel;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Deliveries} promises. */
public abstract class DeliveriesContract extends TellingContract {
    @Nested
    class Planning {
        @Test
        void aPlannedMessageSaysWhereItGoesAndWhatItTells() {
            ConversationId here = conversation("a");
            StoryId story = story("One");

            DeliveryId id = planned(here, story, Kind.UPDATE, 3, Lane.ALERT, NOON.plusSeconds(5));

            Delivery row = row(id);
            assertThat(row.conversation()).isEqualTo(here);
            assertThat(row.place()).isEqualTo(new Place("discord", "a", Optional.empty()));
            assertThat(row.workspace())
                    .isEqualTo(store.communities().workspace("discord", "a", "").id());
            assertThat(row.kind()).isEqualTo(Kind.UPDATE);
            assertThat(row.story()).contains(story);
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.revision()).isEqualTo(1);
            assertThat(row.state()).isEqualTo(State.PLANNED);
            assertThat(row.lane()).isEqualTo(Lane.ALERT);
            assertThat(row.planned()).isEqualTo(NOON);
            assertThat(row.due()).contains(NOON.plusSeconds(5));
            assertThat(row.attempts()).isZero();
            assertThat(row.doubts()).isZero();
            assertThat(row.attempted()).isEmpty();
            assertThat(row.receipt()).isEmpty();
            assertThat(row.problem()).isEmpty();
        }

        @Test
        void aDigestTellsOfNoOneStory() {
            assertThat(row(plannedDigest(conversation("a"), NOON)).story()).isEmpty();
        }

        @Test
        void conversationStoryKindAndNumberTogetherAreOneMessage() {
            ConversationId here = conversation("a");
            StoryId story = story("One");
            planned(here, story);

            assertThat(store.deliveries()
                            .plan(new Planned(
                                    here, Kind.FIRST, Optional.of(story), 0, 2, Lane.ALERT, NOON.plusSeconds(9), NOON)))
                    .isEmpty();
            planned(here, story, Kind.UPDATE, 0, Lane.ALERT, NOON);
            planned(here, story, Kind.UPDATE, 1, Lane.ALERT, NOON);
            planned(here, story("Two"));
            planned(conversation("b"), story);
            plannedDigest(here, NOON);
            plannedDigest(here, NOON.plusMillis(1));
        }

        @Test
        void whatWasSentIsNotPlannedAgain() {
            ConversationId here = conversation("a");
            StoryId story = story("One");
            sent(planned(here, story), "m1");

            assertThat(store.deliveries()
                            .plan(new Planned(here, Kind.FIRST, Optional.of(story), 0, 1, Lane.ALERT, NOON, NOON)))
                    .isEmpty();
        }

        @Test
        void messagesHaveNamesOfTheirOwnThatStay() {
            ConversationId here = conversation("a");
            DeliveryId one = planned(here, story("One"));
            DeliveryId two = planned(here, story("Two"));
            String nonce = row(one).nonce();

            store.deliveries().begin(one, NOON);
            store.deliveries().retry(one, NOON, "busy");

            assertThat(row(one).nonce()).isEqualTo(nonce).isNotEqualTo(row(two).nonce());
            assertThat(nonce).matches("[0-9a-z-]{1,25}");
        }
    }

    private static Channel pausedUntil(ConversationId conversation, Instant until) {
        Channel usual = Channel.standard(conversation);
        return new Channel(
                conversation,
                usual.budget(),
                usual.quiet(),
                usual.silence(),
                usual.mention(),
                usual.style(),
                Optional.of(until));
    }

    @Nested
    class Choosing {
        @Test
        void theOldestOfEachConversationIsDue() {
            ConversationId here = conversation("a");
            ConversationId there = conversation("b");
            DeliveryId first = planned(here, story("One"));
            planned(here, story("Two"));
            DeliveryId other = planned(there, story("Three"));

            assertThat(due(NOON)).containsExactly(first, other);
        }

        @Test
        void whatWaitsHoldsBackWhatWasPlannedLaterInItsConversationAlone() {
            ConversationId here = conversation("a");
            DeliveryId first = planned(here, story("One"));
            DeliveryId second = planned(here, story("Two"));
            DeliveryId other = planned(conversation("b"), story("Three"));
            store.deliveries().begin(first, NOON);
            store.deliveries().retry(first, NOON.plusSeconds(3_600), "flood");

            assertThat(due(NOON.plusSeconds(3_599))).containsExactly(other);
            assertThat(due(NOON.plusSeconds(3_600))).containsExactly(other, first);
            store.deliveries().cancel(first, "not wanted", NOON);
            assertThat(due(NOON)).containsExactly(second, other);
        }

        @Test
        void alertsGoBeforeDigestsHoweverLongTheseWait() {
            DeliveryId digest = plannedDigest(conversation("a"), NOON.minusSeconds(900));
            DeliveryId late = planned(conversation("b"), story("One"), Kind.FIRST, 0, Lane.ALERT, NOON);
            DeliveryId early =
                    planned(conversation("c"), story("Two"), Kind.FIRST, 0, Lane.ALERT, NOON.minusSeconds(1));

            assertThat(due(NOON)).containsExactly(early, late, digest);
            assertThat(store.deliveries().due("discord", NOON, List.of(), 2))
                    .extracting(Delivery::id)
                    .containsExactly(early, late);
        }

        @Test
        void aDigestThatIsOlderGoesFirstInItsConversation() {
            ConversationId here = conversation("a");
            DeliveryId digest = plannedDigest(here, NOON);
            planned(here, story("One"));

            assertThat(due(NOON)).containsExactly(digest);
        }

        @Test
        void nothingIsDueBeforeItsTime() {
            DeliveryId id = planned(conversation("a"), story("One"));

            assertThat(due(NOON.minusMillis(1))).isEmpty();
            assertThat(due(NOON)).containsExactly(id);
        }

        @Test
        void otherPlatformsAndConversationsThatAreBusyAreLeftOut() {
            ConversationId here = conversation("a");
            planned(here, story("One"));
            DeliveryId there = planned(conversation("b"), story("Two"));
            planned(conversation("telegram", "c"), story("Three"));

            assertThat(due(NOON, here)).containsExactly(there);
            assertThat(due(NOON, here, conversation("b"))).isEmpty();
            assertThat(store.deliveries().due("telegram", NOON, List.of(here), 10))
                    .hasSize(1);
        }

        @Test
        void howeverManyAreBusyTheOthersAreFound() {
            List<ConversationId> all = IntStream.range(0, 70)
                    .mapToObj(i -> conversation("room " + i))
                    .toList();
            List<DeliveryId> planned = all.stream()
                    .map(where -> planned(where, story("In " + where)))
                    .toList();

            for (int busy : List.of(1, 63, 64, 65, 69)) {
                assertThat(store.deliveries().due("discord", NOON, all.subList(0, busy), 2))
                        .as("%d busy", busy)
                        .extracting(Delivery::id)
                        .containsExactlyElementsOf(planned.subList(busy, Math.min(busy + 2, planned.size())));
            }
        }

        @Test
        void whatIsUnderWayIsNotChosenAgainAndHoldsBackTheNext() {
            ConversationId here = conversation("a");
            DeliveryId first = planned(here, story("One"));
            planned(here, story("Two"));

            store.deliveries().begin(first, NOON);

            assertThat(due(NOON.plusSeconds(999))).isEmpty();
        }

        @Test
        void aChannelThatIsPausedGetsNothingUntilThen() {
            ConversationId here = conversation("a");
            DeliveryId id = planned(here, story("One"));
            store.subscriptions().save(pausedUntil(here, NOON.plusSeconds(60)));

            assertThat(due(NOON.plusMillis(59_999))).isEmpty();
            assertThat(due(NOON.plusSeconds(60))).containsExactly(id);
        }

        @Test
        void itGoesWhereTheConversationIsNow() {
            ConversationId here = conversation("a");
            DeliveryId id = planned(here, story("One"));

            assertThat(store.deliveries().due("discord", NOON, List.of(), 10)).containsExactly(row(id));
        }
    }

    @Nested
    class Attempting {
        @Test
        void anAttemptIsCountedAndCannotBeBegunTwice() {
            DeliveryId id = planned(conversation("a"), story("One"));

            Delivery begun = store.deliveries().begin(id, NOON.plusSeconds(2)).orElseThrow();

            assertThat(begun.state()).isEqualTo(State.SENDING);
            assertThat(begun.attempts()).isEqualTo(1);
            assertThat(begun.attempted()).contains(NOON.plusSeconds(2));
            assertThat(row(id)).isEqualTo(begun);
            assertThat(store.deliveries().begin(id, NOON)).isEmpty();
            assertThat(store.deliveries().begin(new DeliveryId(99), NOON)).isEmpty();
        }

        @Test
        void whatWasTakenBackHeldOrSuspendedIsNotBegun() {
            ConversationId here = conversation("a");
            DeliveryId cancelled = planned(here, story("One"));
            DeliveryId held = planned(here, story("Two"));
            DeliveryId suspended = planned(here, story("Three"));
            store.deliveries().cancel(cancelled, "merged", NOON);
            store.deliveries().hold(held, "budget");
            store.suspensions().suspend(here, Messenger.Reason.BLOCKED, "", NOON);

            assertThat(store.deliveries().begin(cancelled, NOON)).isEmpty();
            assertThat(store.deliveries().begin(held, NOON)).isEmpty();
            assertThat(store.deliveries().begin(suspended, NOON)).isEmpty();
        }

        @Test
        void whatIsSentIsDoneAndMakesWay() {
            ConversationId here = conversation("a");
            DeliveryId first = planned(here, story("One"));
            DeliveryId second = planned(here, story("Two"));

            sent(first, "m1");

            assertThat(row(first).state()).isEqualTo(State.SENT);
            assertThat(row(first).due()).isEmpty();
            assertThat(row(first).receipt()).contains(new Receipt("m1"));
            assertThat(due(NOON)).containsExactly(second);
        }

        @Test
        void whatWasNotTakenIsDueAgainThen() {
            DeliveryId id = planned(conversation("a"), story("One"));
            store.deliveries().begin(id, NOON);

            store.deliveries().retry(id, NOON.plusSeconds(30), "flood");

            assertThat(row(id).state()).isEqualTo(State.RETRY);
            assertThat(row(id).due()).contains(NOON.plusSeconds(30));
            assertThat(row(id).doubts()).isZero();
            assertThat(row(id).problem()).contains("flood");
            assertThat(store.deliveries()
                            .begin(id, NOON.plusSeconds(30))
                            .orElseThrow()
                            .attempts())
                    .isEqualTo(2);
        }

        @Test
        void lostAnswersAreCountedAndRememberedThroughOtherResults() {
            DeliveryId id = planned(conversation("a"), story("One"));
            store.deliveries().begin(id, NOON);
            store.deliveries().unknown(id, NOON.plusSeconds(30), "no answer");
            assertThat(row(id).state()).isEqualTo(State.UNKNOWN);
            assertThat(row(id).doubts()).isEqualTo(1);

            store.deliveries().postpone(id, NOON.plusSeconds(60), "cannot look");
            assertThat(row(id).state()).isEqualTo(State.UNKNOWN);
            assertThat(row(id).doubts()).isEqualTo(1);
            assertThat(row(id).due()).contains(NOON.plusSeconds(60));

            store.deliveries().begin(id, NOON.plusSeconds(60));
            store.deliveries().retry(id, NOON.plusSeconds(90), "flood");
            assertThat(row(id).state()).isEqualTo(State.RETRY);
            assertThat(row(id).doubts()).isEqualTo(1);

            store.deliveries().begin(id, NOON.plusSeconds(90));
            store.deliveries().unknown(id, NOON.plusSeconds(120), "no answer");
            assertThat(row(id).doubts()).isEqualTo(2);
            assertThat(row(id).attempts()).isEqualTo(3);
        }

        @Test
        void whatWasNeverTriedCanBePutOff() {
            DeliveryId id = planned(conversation("a"), story("One"));

            store.deliveries().postpone(id, NOON.plusSeconds(60), "quiet hours");

            assertThat(row(id).state()).isEqualTo(State.RETRY);
            assertThat(row(id).attempts()).isZero();
            assertThat(due(NOON)).isEmpty();
            assertThat(due(NOON.plusSeconds(60))).containsExactly(id);
        }

        @Test
        void whatIsGivenUpTakenBackOrHeldIsNotDueAndSaysWhy() {
            ConversationId here = conversation("a");
            DeliveryId refused = planned(here, story("One"));
            DeliveryId cancelled = planned(here, story("Two"));
            DeliveryId held = planned(here, story("Three"));
            store.deliveries().begin(refused, NOON);

            store.deliveries().giveUp(refused, "too long", NOON);
            store.deliveries().cancel(cancelled, "merged", NOON);
            store.deliveries().hold(held, "budget");

            assertThat(row(refused).state()).isEqualTo(State.GIVEN_UP);
            assertThat(row(cancelled).state()).isEqualTo(State.CANCELLED);
            assertThat(row(held).state()).isEqualTo(State.HELD);
            assertThat(row(refused).problem()).contains("too long");
            assertThat(row(cancelled).problem()).contains("merged");
            assertThat(row(held).problem()).contains("budget");
            assertThat(due(NOON.plusSeconds(99_999))).isEmpty();
        }

        @Test
        void whatIsDoneStaysDone() {
            ConversationId here = conversation("a");
            DeliveryId sent = planned(here, story("One"));
            DeliveryId cancelled = planned(here, story("Two"));
            sent(sent, "m1");
            store.deliveries().cancel(cancelled, "merged", NOON);

            store.deliveries().retry(sent, NOON, "late");
            store.deliveries().cancel(sent, "late", NOON);
            store.deliveries().unknown(cancelled, NOON, "late");
            store.deliveries().hold(cancelled, "late");

            assertThat(row(sent).state()).isEqualTo(State.SENT);
            assertThat(row(cancelled).state()).isEqualTo(State.CANCELLED);
            assertThat(due(NOON)).isEmpty();
        }
    }

    @Nested
    class GivenAProcessEnded {
        @Test
        void whatItHadBegunIsInDoubtAndDueAtOnce() {
            DeliveryId begun = planned(conversation("a"), story("One"));
            DeliveryId waiting = planned(conversation("b"), story("Two"));
            DeliveryId elsewhere = planned(conversation("telegram", "c"), story("Three"));
            store.deliveries().begin(begun, NOON);
            store.deliveries().begin(elsewhere, NOON);

            Instant later = NOON.plusSeconds(600);
            assertThat(store.deliveries().interrupted("discord", later)).isEqualTo(1);

            assertThat(row(begun).state()).isEqualTo(State.UNKNOWN);
            assertThat(row(begun).doubts()).isEqualTo(1);
            assertThat(row(begun).attempts()).isEqualTo(1);
            assertThat(row(begun).due()).contains(later);
            assertThat(row(waiting).state()).isEqualTo(State.PLANNED);
            assertThat(row(elsewhere).state()).isEqualTo(State.SENDING);
            assertThat(store.deliveries().interrupted("discord", later)).isZero();
        }
    }

    @Nested
    class Telling {
        @Test
        void whatAMessageShowsIsTold() {
            ConversationId here = conversation("a");
            StoryId story = story("One");

            sent(planned(here, story), "m1", new Shown(story, 1));

            assertThat(store.edits().due("discord", NOON.plusSeconds(9), List.of(), 10))
                    .isEmpty();
        }

        @Test
        void aMessageThatWasSentWhileItsStoryGrewIsToBeEdited() {
            ConversationId here = conversation("a");
            StoryId story = story("One");
            store.stories().join(story, stored("More").id(), NOON);

            sent(planned(here, story), "m1", new Shown(story, 1));

            List<Edit> edits = store.edits().due("discord", NOON.plusSeconds(9), List.of(), 10);
            assertThat(edits).extracting(Edit::story).containsExactly(story);
            assertThat(edits.getFirst().shown()).isEqualTo(1);
            assertThat(edits.getFirst().wanted()).isEqualTo(2);
        }

        @Test
        void whatWasMergedMeanwhileIsKnownByItsSurvivor() {
            ConversationId here = conversation("a");
            StoryId absorbed = story("One");
            StoryId survivor = story("Two");
            DeliveryId id = planned(here, absorbed);
            store.deliveries().begin(id, NOON);
            store.stories().merge(survivor, absorbed, NOON);

            store.deliveries().sent(id, new Receipt("m1"), List.of(new Shown(absorbed, 1)), NOON);

            assertThat(store.edits().due("discord", NOON.plusSeconds(9), List.of(), 10))
                    .extracting(Edit::story)
                    .containsExactly(survivor);
        }

        @Test
        void aLaterMessageOfAStoryTakesThePlaceOfTheOneBefore() {
            ConversationId here = conversation("a");
            StoryId story = story("One");
            sent(planned(here, story), "m1", new Shown(story, 1));
            store.stories().join(story, stored("More").id(), NOON);
            store.stories().join(story, stored("Still more").id(), NOON);

            DeliveryId update = planned(here, story, Kind.UPDATE, 2, Lane.ALERT, NOON);
            sent(update, "m2", new Shown(story, 2));

            List<Edit> edits = store.edits().due("discord", NOON.plusSeconds(9), List.of(), 10);
            assertThat(edits).extracting(Edit::receipt).containsExactly(new Receipt("m2"));
            assertThat(edits).extracting(Edit::delivery).containsExactly(update);
        }

        @Test
        void whatADigestToldIsKnownAndTheMessageOfTheStoryStaysTheOneToEdit() {
            ConversationId here = conversation("a");
            StoryId story = story("One");
            DeliveryId message = planned(here, story);
            sent(message, "m1", new Shown(story, 1));
            store.stories().join(story, stored("More").id(), NOON);

            sent(plannedDigest(here, NOON.plusSeconds(60)), "m2", new Shown(story, 2));

            assertThat(store.outbox().told(here, List.of(story)).get(story))
                    .returns(2, Told::shown)
                    .returns(2, Told::wanted)
                    .returns(message, Told::by)
                    .returns(Optional.of(new Receipt("m1")), Told::receipt);
        }

        @Test
        void aDigestIsNeverEditedAndLeavesTheMessageOfAStoryToBeEdited() {
            ConversationId here = conversation("a");
            StoryId told = story("One");
            StoryId fresh = story("Two");
            sent(planned(here, told), "m1", new Shown(told, 1));
            store.stories().join(told, stored("More").id(), NOON);
            store.stories().join(fresh, stored("Other").id(), NOON);

            sent(plannedDigest(here, NOON), "m2", new Shown(told, 2), new Shown(fresh, 1));

            assertThat(store.edits().due("discord", NOON.plusSeconds(9), List.of(), 10))
                    .isEmpty();
        }
    }

    @Nested
    class Resting {
        @Test
        void aPlatformRestsUntilTheLatestInstantItAskedFor() {
            assertThat(store.deliveries().resting("telegram", NOON)).isEmpty();

            store.deliveries().rest("telegram", NOON.plusSeconds(60));
            store.deliveries().rest("telegram", NOON.plusSeconds(30));

            assertThat(store.deliveries().resting("telegram", NOON)).contains(NOON.plusSeconds(60));
            assertThat(store.deliveries().resting("telegram", NOON.plusSeconds(60)))
                    .isEmpty();
            assertThat(store.deliveries().resting("discord", NOON)).isEmpty();
        }
    }
}
