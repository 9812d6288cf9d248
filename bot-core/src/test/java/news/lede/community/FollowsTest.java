package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import news.lede.community.Follows.Outcome;
import news.lede.opml.Listed;
import news.lede.opml.Pack;
import news.lede.source.PollState;
import news.lede.source.Source;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.InMemoryStore;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FollowsTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final String PIER = "https://pier.example/feed";
    private static final String QUAY = "https://quay.example/feed";
    private static final Duration FLOOR = Duration.ofMinutes(15);

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryStore store = new InMemoryStore();
    private List<Pack> shipped = List.of(new Pack("coast", "The coast", List.of(listed(PIER), listed(QUAY))));
    private final Limits limits = new Limits(store.quotas(), () -> Map.of(Quotas.Kind.SOURCES, 3));
    private final Follows follows = new Follows(
            store.transactor(),
            store.sources(),
            store.communities(),
            store.pollStates(),
            () -> shipped,
            limits,
            FLOOR,
            clock);
    private final WorkspaceId ours =
            store.communities().workspace("discord", "1", "Ours").id();
    private final WorkspaceId theirs =
            store.communities().workspace("discord", "2", "Theirs").id();

    private static Listed listed(String address) {
        return new Listed(
                SourceKind.FEED, address, "Of " + address, Optional.empty(), Optional.empty(), List.of(), Set.of());
    }

    private Source followed(WorkspaceId workspace, String address) {
        if (follows.follow(workspace, SourceKind.FEED, address, "Title")
                instanceof Outcome.Followed(Source source, boolean _)) {
            return source;
        }
        throw new AssertionError("full");
    }

    private Set<SourceId> seenBy(WorkspaceId workspace) {
        return store.communities().visibleSources(workspace);
    }

    private boolean isRead(String address) {
        return store.sources().findByAddress(address).isPresent();
    }

    @Nested
    class GivenAWorkspaceAddsASource {
        @Test
        void thenItAloneSeesIt() {
            SourceId pier = followed(ours, PIER).id();

            assertThat(seenBy(ours)).contains(pier);
            assertThat(seenBy(theirs)).doesNotContain(pier);
        }

        @Test
        void thenAnotherThatAddsItSeesTheSameSource() {
            SourceId pier = followed(ours, PIER).id();

            assertThat(followed(theirs, PIER).id()).isEqualTo(pier);
            assertThat(seenBy(theirs)).contains(pier);
        }

        @Test
        void thenAddingItAgainChangesNothingAndSaysSo() {
            Source pier = followed(ours, PIER);

            assertThat(follows.follow(ours, SourceKind.PAGE, PIER, "Other"))
                    .isEqualTo(new Outcome.Followed(pier, true));
        }

        @Test
        void thenItIsReadUntilTheLastOneGoes() {
            Source pier = followed(ours, PIER);
            followed(theirs, PIER);

            follows.unfollow(ours, pier.id());
            assertThat(isRead(PIER)).isTrue();
            assertThat(seenBy(ours)).doesNotContain(pier.id());

            follows.unfollow(theirs, pier.id());
            assertThat(isRead(PIER)).isFalse();
        }

        @Test
        void thenWhatTheOperatorHasInAPackIsReadOnWithoutFollowers() {
            Source pier = followed(ours, PIER);
            store.sources().addToPack("operators", pier.id());

            follows.unfollow(ours, pier.id());

            assertThat(isRead(PIER)).isTrue();
        }

        @Test
        void thenTheNumberIsLimited() {
            for (int i = 0; i < 3; i++) {
                followed(ours, "https://s" + i + ".example/");
            }

            assertThat(follows.follow(ours, SourceKind.FEED, PIER, "Title")).isEqualTo(new Outcome.Full(3));
            assertThat(isRead(PIER)).isFalse();
            assertThat(followed(theirs, PIER)).isNotNull();

            store.quotas().say(ours, Quotas.Kind.SOURCES, OptionalInt.of(4));
            assertThat(followed(ours, PIER)).isNotNull();
        }

        @Test
        void thenOneThatHadEndedIsAskedAgainButNotBeforeTheFloor() {
            Source pier = followed(ours, PIER);
            store.pollStates().save(ended(pier.id(), NOON.minus(Duration.ofMinutes(5))));
            follows.unfollow(ours, pier.id());

            followed(ours, PIER);

            assertThat(store.pollStates().find(pier.id()).orElseThrow().nextPoll())
                    .contains(NOON.plus(Duration.ofMinutes(10)));
        }

        @Test
        void thenOneThatHadEndedLongAgoIsAskedAtOnce() {
            Source pier = followed(ours, PIER);
            store.pollStates().save(ended(pier.id(), NOON.minus(Duration.ofDays(5))));
            follows.unfollow(ours, pier.id());

            followed(ours, PIER);

            assertThat(store.pollStates().find(pier.id()).orElseThrow().nextPoll())
                    .contains(NOON);
        }

        private PollState ended(SourceId source, Instant lastPoll) {
            return new PollState(
                    source,
                    PollState.Known.NOTHING,
                    Optional.empty(),
                    Optional.of(lastPoll),
                    Optional.empty(),
                    1,
                    Optional.of(lastPoll),
                    PollState.Pace.UNKNOWN,
                    Optional.empty(),
                    "gone");
        }
    }

    @Nested
    class GivenAPackThatShips {
        @Test
        void thenNothingOfItIsReadBeforeSomebodyFollowsIt() {
            assertThat(store.sources().all()).containsExactly(store.sources().imported());
            assertThat(follows.packs()).contains("coast");
            assertThat(follows.title("coast")).isEqualTo("The coast");
        }

        @Test
        void thenFollowingItLetsItsSourcesBeReadAndSeen() {
            follows.followPack(ours, "coast");

            assertThat(store.sources().inPack("coast"))
                    .extracting(Source::address)
                    .containsExactlyInAnyOrder(PIER, QUAY);
            assertThat(seenBy(ours)).hasSize(3);
            assertThat(seenBy(theirs)).hasSize(1);
        }

        @Test
        void thenItsSourcesRestWhenTheLastFollowerGoesAndComeBackWithTheNext() {
            follows.followPack(ours, "coast");
            follows.followPack(theirs, "coast");

            follows.unfollowPack(ours, "coast");
            assertThat(isRead(PIER)).isTrue();
            follows.unfollowPack(theirs, "coast");
            assertThat(isRead(PIER)).isFalse();

            follows.followPack(theirs, "coast");
            assertThat(isRead(PIER)).isTrue();
        }

        @Test
        void thenASourceThatSomebodyAlsoFollowsByItselfIsReadOn() {
            followed(theirs, PIER);
            follows.followPack(ours, "coast");

            follows.unfollowPack(ours, "coast");

            assertThat(isRead(PIER)).isTrue();
            assertThat(isRead(QUAY)).isFalse();
        }

        @Test
        void thenWhatTheOperatorRemovedStaysRemoved() {
            follows.followPack(ours, "coast");
            store.sources()
                    .remove(store.sources().findByAddress(PIER).orElseThrow().id(), NOON);

            follows.followPack(theirs, "coast");
            follows.refresh(List.of("coast"));

            assertThat(isRead(PIER)).isFalse();
            assertThat(isRead(QUAY)).isTrue();
        }

        @Test
        void thenANewVersionBringsItsNewSourcesToThoseWhoFollow() {
            shipped = List.of(new Pack("coast", "The coast", List.of(listed(PIER))));
            follows.followPack(ours, "coast");
            shipped = List.of(
                    new Pack("coast", "The coast", List.of(listed(PIER), listed(QUAY))),
                    new Pack("valley", "The valley", List.of(listed("https://mill.example/feed"))));

            follows.refresh(List.of());

            assertThat(isRead(QUAY)).isTrue();
            assertThat(isRead("https://mill.example/feed")).isFalse();
        }

        @Test
        void thenADefaultOneIsReadFromTheStart() {
            follows.refresh(List.of("coast"));

            assertThat(isRead(PIER)).isTrue();
        }
    }

    @Nested
    class GivenAListNamesASourceNoMore {
        @Test
        void thenItIsReadNoMoreUnlessSomebodyFollowsItOtherwise() {
            follows.followPack(ours, "coast");
            followed(theirs, QUAY);
            shipped = List.of(new Pack("coast", "The coast", List.of()));

            assertThat(follows.withdraw("coast", List.of(PIER, QUAY, "https://never.example/feed")))
                    .isEqualTo(2);

            assertThat(store.sources().all())
                    .extracting(Source::address)
                    .contains(QUAY)
                    .doesNotContain(PIER);
            assertThat(seenBy(ours)).doesNotContain(followed(theirs, QUAY).id());
        }

        @Test
        void whenItIsNamedAgain_thenItIsReadAgain() {
            follows.followPack(ours, "coast");
            follows.withdraw("coast", List.of(PIER));
            assertThat(store.sources().all()).extracting(Source::address).doesNotContain(PIER);

            follows.refresh(List.of());

            assertThat(store.sources().all()).extracting(Source::address).contains(PIER);
        }

        @Test
        void whenThePackWasAddedToAtTheCommandLine_thenOnlyWhatTheListNamedIsWithdrawn() {
            follows.followPack(ours, "coast");
            follows.addToPack("coast", SourceKind.FEED, "https://mole.example/feed", "Mole");

            follows.withdraw("coast", List.of(PIER));

            assertThat(store.sources().inPack("coast"))
                    .extracting(Source::address)
                    .containsExactlyInAnyOrder(QUAY, "https://mole.example/feed");
        }
    }

    @Nested
    class GivenAPackThatTheOperatorMade {
        @Test
        void thenItIsNamedAfterThoseThatShipAndKeptWhenNobodyFollows() {
            Source pier = store.sources().addIfAbsent(SourceKind.FEED, PIER, "Pier");
            store.sources().addToPack("mine", pier.id());
            follows.followPack(ours, "mine");

            follows.unfollowPack(ours, "mine");

            assertThat(follows.packs()).containsExactly("coast", Communities.DEFAULT_PACK, "mine");
            assertThat(follows.title("mine")).isEqualTo("mine");
            assertThat(isRead(PIER)).isTrue();
        }
    }
}
