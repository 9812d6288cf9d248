package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.source.SourceId;
import news.lede.store.PortContract;
import news.lede.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Communities} promises. */
public abstract class CommunitiesContract extends PortContract {
    @Nested
    class GivenAWorkspaceIsSeenForTheFirstTime {
        @Test
        void itSpeaksEnglishInUtcAndFollowsTheDefaultPack() {
            Workspace workspace = store.communities().workspace("discord", "123", "Harbour watchers");

            assertThat(workspace)
                    .isEqualTo(new Workspace(
                            workspace.id(), "discord", "123", "Harbour watchers", Language.UNKNOWN, ZoneOffset.UTC));
            assertThat(store.communities().find(workspace.id())).contains(workspace);
            assertThat(store.communities().visibleSources(workspace.id()))
                    .containsExactly(store.sources().imported().id());
        }
    }

    @Nested
    class GivenAKnownWorkspace {
        @Test
        void itIsKnownByPlatformAndKeyTogetherAndKeepsItsTitle() {
            Workspace known = store.communities().workspace("discord", "123", "Harbour watchers");

            assertThat(store.communities().workspace("discord", "123", "Renamed"))
                    .isEqualTo(known);
            assertThat(store.communities().workspace("telegram", "123", "Other").id())
                    .isNotEqualTo(known.id());
            assertThat(store.communities().workspace("discord", "124", "Other").id())
                    .isNotEqualTo(known.id());
        }

        @Test
        void itsSettingsCanBeReplacedButNotWhereItLives() {
            Workspace known = store.communities().workspace("discord", "123", "Harbour watchers");

            store.communities()
                    .update(new Workspace(
                            known.id(), "telegram", "9", "Hafenwacht", new Language("de"), ZoneId.of("Europe/Berlin")));

            assertThat(store.communities().workspace("discord", "123", "x"))
                    .isEqualTo(new Workspace(
                            known.id(),
                            "discord",
                            "123",
                            "Hafenwacht",
                            new Language("de"),
                            ZoneId.of("Europe/Berlin")));
        }

        @Test
        void anUnfollowedPackIsNotFollowedAgainByAskingForTheWorkspace() {
            Workspace known = store.communities().workspace("discord", "123", "Harbour watchers");
            store.communities().unfollowPack(known.id(), Communities.DEFAULT_PACK);

            store.communities().workspace("discord", "123", "Harbour watchers");

            assertThat(store.communities().visibleSources(known.id())).isEmpty();
        }
    }

    @Test
    void anUnknownIdIsNoWorkspace() {
        assertThat(store.communities().find(new WorkspaceId(99))).isEmpty();
        assertThat(store.communities().visibleSources(new WorkspaceId(99))).isEmpty();
    }

    @Test
    void aPlaceIsOneConversationAndKeepsItsWorkspace() {
        WorkspaceId first = store.communities().workspace("discord", "1", "One").id();
        WorkspaceId second =
                store.communities().workspace("discord", "2", "Two").id();
        Place place = new Place("discord", "55", Optional.empty());
        Place thread = new Place("discord", "55", Optional.of("7"));

        Conversation conversation = store.communities().conversation(first, place);

        assertThat(conversation.workspace()).isEqualTo(first);
        assertThat(conversation.place()).isEqualTo(place);
        assertThat(store.communities().conversation(second, place)).isEqualTo(conversation);
        assertThat(store.communities().conversation(first, thread).id()).isNotEqualTo(conversation.id());
        assertThat(store.communities().conversation(first, thread))
                .isEqualTo(store.communities().conversation(first, thread));
    }

    @Test
    void aConversationIsFoundByItsIdAndKnownByItsPlaceOnceSomebodySpokeThere() {
        WorkspaceId workspace =
                store.communities().workspace("discord", "1", "One").id();
        Place place = new Place("discord", "55", Optional.empty());
        Place thread = new Place("discord", "55", Optional.of("7"));
        assertThat(store.communities().known(place)).isEmpty();

        Conversation conversation = store.communities().conversation(workspace, place);
        Conversation inThread = store.communities().conversation(workspace, thread);

        assertThat(store.communities().known(place)).contains(conversation);
        assertThat(store.communities().known(thread)).contains(inThread);
        assertThat(store.communities().find(conversation.id())).contains(conversation);
        assertThat(store.communities().find(inThread.id())).contains(inThread);
        assertThat(store.communities().find(new ConversationId(99))).isEmpty();
    }

    @Test
    void whatAWorkspaceFollowsByItselfIsVisibleToItAlone() {
        WorkspaceId ours = store.communities().workspace("discord", "1", "One").id();
        WorkspaceId theirs =
                store.communities().workspace("discord", "2", "Two").id();
        SourceId imported = store.sources().imported().id();
        SourceId local = source("local");

        store.communities().follow(ours, local);
        store.communities().follow(ours, local);

        assertThat(store.communities().visibleSources(ours)).containsExactlyInAnyOrder(imported, local);
        assertThat(store.communities().visibleSources(theirs)).containsExactly(imported);

        store.communities().unfollow(ours, local);
        store.communities().unfollow(ours, local);

        assertThat(store.communities().visibleSources(ours)).containsExactly(imported);
    }

    @Test
    void aSourceFollowedTwiceOverIsVisibleUntilBothEnd() {
        WorkspaceId workspace =
                store.communities().workspace("discord", "1", "One").id();
        SourceId source = source("pier");
        store.sources().addToPack("coast", source);
        store.communities().unfollowPack(workspace, Communities.DEFAULT_PACK);
        store.communities().followPack(workspace, "coast");
        store.communities().followPack(workspace, "coast");
        store.communities().follow(workspace, source);

        assertThat(store.communities().visibleSources(workspace)).containsExactly(source);
        store.communities().unfollowPack(workspace, "coast");
        assertThat(store.communities().visibleSources(workspace)).containsExactly(source);
        store.communities().unfollow(workspace, source);
        assertThat(store.communities().visibleSources(workspace)).isEmpty();
    }

    @Test
    void aNewWorkspaceFollowsThePacksItIsGivenAndAKnownOneDoesNot() {
        SourceId pier = source("pier");
        store.sources().addToPack("coast", pier);
        Workspace known = store.communities().workspace("discord", "1", "One");

        Workspace made = store.communities().workspace("discord", "2", "Two", Set.of("coast"));
        store.communities().workspace("discord", "1", "One", Set.of("coast"));

        assertThat(store.communities().followedPacks(made.id()))
                .containsExactlyInAnyOrder(Communities.DEFAULT_PACK, "coast");
        assertThat(store.communities().visibleSources(made.id())).contains(pier);
        assertThat(store.communities().followedPacks(known.id())).containsExactly(Communities.DEFAULT_PACK);
    }

    @Test
    void ownSourcesAreThoseFollowedWithoutAPack() {
        Workspace workspace = store.communities().workspace("discord", "1", "One");
        SourceId pier = source("pier");
        SourceId quay = source("quay");
        store.sources().addToPack(Communities.DEFAULT_PACK, quay);
        store.communities().follow(workspace.id(), pier);

        assertThat(store.communities().ownSources(workspace.id())).containsExactly(pier);
    }

    @Test
    void eachWorkspaceCountsOnceAmongTheFollowersOfASource() {
        Workspace one = store.communities().workspace("discord", "1", "One");
        Workspace two = store.communities().workspace("discord", "2", "Two");
        SourceId pier = source("pier");
        assertThat(store.communities().followers(pier)).isZero();

        store.sources().addToPack("coast", pier);
        store.sources().addToPack("boats", pier);
        assertThat(store.communities().followers(pier)).isZero();

        store.communities().followPack(one.id(), "coast");
        store.communities().followPack(one.id(), "boats");
        store.communities().follow(one.id(), pier);
        assertThat(store.communities().followers(pier)).isEqualTo(1);

        store.communities().follow(two.id(), pier);
        assertThat(store.communities().followers(pier)).isEqualTo(2);
    }

    @Test
    void aRoleHoldsForOnePersonInOneWorkspaceUntilChanged() {
        WorkspaceId ours = store.communities().workspace("discord", "1", "One").id();
        WorkspaceId theirs =
                store.communities().workspace("discord", "2", "Two").id();
        PersonKey ada = new PersonKey("discord", "77");

        assertThat(store.communities().role(ours, ada)).isEqualTo(Role.MEMBER);
        store.communities().grant(ours, ada, Role.MODERATOR);

        assertThat(store.communities().role(ours, ada)).isEqualTo(Role.MODERATOR);
        assertThat(store.communities().role(theirs, ada)).isEqualTo(Role.MEMBER);
        assertThat(store.communities().role(ours, new PersonKey("telegram", "77")))
                .isEqualTo(Role.MEMBER);

        assertThat(store.communities().granted(ours)).isEqualTo(Map.of(ada, Role.MODERATOR));
        assertThat(store.communities().granted(theirs)).isEmpty();

        store.communities().grant(ours, ada, Role.MEMBER);
        assertThat(store.communities().role(ours, ada)).isEqualTo(Role.MEMBER);
        assertThat(store.communities().granted(ours)).isEmpty();
    }

    @Nested
    class GivenAChatWithThreads {
        private Workspace town;
        private Conversation chat;
        private Conversation thread;

        @BeforeEach
        void settle() {
            town = store.communities().workspace("telegram", "-5", "Town");
            chat = store.communities().conversation(town.id(), new Place("telegram", "-5", Optional.empty()));
            thread = store.communities().conversation(town.id(), new Place("telegram", "-5", Optional.of("7")));
        }

        @Test
        void itsConversationsAreThoseOfTheChatAndItsThreads() {
            store.communities().conversation(town.id(), new Place("telegram", "-55", Optional.empty()));
            store.communities().conversation(town.id(), new Place("discord", "-5", Optional.empty()));

            assertThat(store.communities().at("telegram", "-5")).containsExactly(chat, thread);
            assertThat(store.communities().at("telegram", "-6")).isEmpty();
        }
    }
}
