package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.lede.source.InMemorySources;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AskersTest {
    private static final PersonKey ADA = new PersonKey("discord", "77");
    private static final PersonKey OPERATOR = new PersonKey("discord", "1");

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryCommunities communities = new InMemoryCommunities(sources);
    private final InMemoryDelegations delegations = new InMemoryDelegations();
    private final Askers askers = new Askers(communities, delegations, List.of(OPERATOR));

    private static Introduction inServer(PersonKey person, Role role) {
        return new Introduction(
                person,
                new Place("discord", "55", Optional.of("7")),
                "guild:5",
                "Harbour watchers",
                false,
                role,
                Optional.of(Locale.GERMAN));
    }

    private static Introduction inPrivate(PersonKey person) {
        return new Introduction(
                person,
                new Place("discord", "dm", Optional.empty()),
                "user:" + person.id(),
                "Ada",
                true,
                Role.OWNER,
                Optional.empty());
    }

    @Test
    void theOperatorsModeratorsAndPacksMayChangeBetweenTwoQuestions() {
        List<PersonKey> moderators = new ArrayList<>();
        List<String> packs = new ArrayList<>(List.of("coast"));
        Askers changing = new Askers(communities, delegations, () -> moderators, () -> packs);
        Asker before = changing.of(inServer(ADA, Role.MEMBER));
        assertThat(before.role()).isEqualTo(Role.MEMBER);
        assertThat(communities.followedPacks(before.workspace().id())).contains("coast");

        moderators.add(ADA);
        packs.add("isles");

        assertThat(changing.of(inServer(ADA, Role.MEMBER)).role()).isEqualTo(Role.MODERATOR);
        assertThat(communities.followedPacks(
                        changing.of(inPrivate(ADA)).workspace().id()))
                .contains("coast", "isles");
    }

    @Test
    void whoAsksForTheFirstTimeFindsAWorkspaceAConversationAndEyes() {
        Asker asker = askers.of(inServer(ADA, Role.MEMBER));

        assertThat(asker.person()).isEqualTo(ADA);
        assertThat(asker.workspace().key()).isEqualTo("guild:5");
        assertThat(asker.conversation().place()).isEqualTo(new Place("discord", "55", Optional.of("7")));
        assertThat(asker.conversation().workspace()).isEqualTo(asker.workspace().id());
        assertThat(asker.viewer())
                .isEqualTo(new Viewer(
                        asker.workspace().id(),
                        java.util.Set.of(sources.imported().id())));
        assertThat(asker.locale()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void whoAsksAgainIsAtTheSamePlace() {
        assertThat(askers.of(inServer(ADA, Role.MEMBER))).isEqualTo(askers.of(inServer(ADA, Role.MEMBER)));
    }

    @Test
    void aChangedFollowIsSeenByTheNextQuestion() {
        Asker before = askers.of(inServer(ADA, Role.MEMBER));
        SourceId pier = sources.addIfAbsent(SourceKind.FEED, "https://pier.example", "Pier")
                .id();

        communities.follow(before.workspace().id(), pier);
        assertThat(askers.of(inServer(ADA, Role.MEMBER)).viewer().sources()).contains(pier);

        communities.unfollow(before.workspace().id(), pier);
        assertThat(askers.of(inServer(ADA, Role.MEMBER)).viewer().sources()).doesNotContain(pier);
    }

    @Test
    void withoutALocaleTheWorkspacesLanguageIsSpoken() {
        Workspace workspace = askers.of(inPrivate(ADA)).workspace();
        communities.update(new Workspace(
                workspace.id(), workspace.platform(), workspace.key(), "Ada", new Language("fr"), ZoneOffset.UTC));

        assertThat(askers.of(inPrivate(ADA)).locale()).isEqualTo(Locale.FRENCH);
    }

    @Test
    void whatWasChosenGoesBeforeTheLocaleOfAnAppAndThatBeforeEnglish() {
        Introduction german = new Introduction(
                ADA,
                new Place("telegram", "77", Optional.empty()),
                "77",
                "Ada",
                true,
                Role.OWNER,
                Optional.of(Locale.GERMAN));
        assertThat(askers.of(inPrivate(ADA)).locale()).isEqualTo(Locale.ENGLISH);
        Workspace workspace = askers.of(german).workspace();
        assertThat(workspace.spoken()).isEmpty();
        assertThat(askers.of(german).locale()).isEqualTo(Locale.GERMAN);

        communities.update(new Workspace(
                workspace.id(), workspace.platform(), workspace.key(), "Ada", Language.ENGLISH, ZoneOffset.UTC));

        assertThat(askers.of(german).locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void aRenamedServerIsKnownByItsNewNameAndKeepsItsSettings() {
        Workspace old = communities.workspace("discord", "guild:5", "Old name");
        communities.update(new Workspace(
                old.id(), "discord", "guild:5", "Old name", new Language("de"), java.time.ZoneId.of("Europe/Berlin")));

        Workspace renamed = askers.of(inServer(ADA, Role.MEMBER)).workspace();

        assertThat(renamed)
                .isEqualTo(new Workspace(
                        old.id(),
                        "discord",
                        "guild:5",
                        "Harbour watchers",
                        new Language("de"),
                        java.time.ZoneId.of("Europe/Berlin")));
        assertThat(communities.find(old.id())).contains(renamed);
    }

    @Test
    void aPlatformThatTellsNoTitleChangesNone() {
        Workspace old = communities.workspace("telegram", "5", "Harbour");
        Introduction untitled = new Introduction(
                ADA, new Place("telegram", "5", Optional.empty()), "5", "", false, Role.MEMBER, Optional.empty());

        assertThat(askers.of(untitled).workspace()).isEqualTo(old);
    }

    @Test
    void whoSitsAtTheMachineIsAMemberUnlessSaidOtherwise() {
        assertThat(askers.of(Askers.local("console", "Console", Role.MEMBER)).role())
                .isEqualTo(Role.MEMBER);
        assertThat(askers.of(Askers.local("console", "Console", Role.OWNER)).role())
                .isEqualTo(Role.OWNER);
    }

    @Nested
    class TheWayToThemAlone {
        private Introduction inServer(boolean theyBegin) {
            return new Introduction(
                    ADA,
                    new Place("discord", "55", Optional.empty()),
                    "guild:5",
                    "Harbour watchers",
                    false,
                    Role.MEMBER,
                    Optional.of(Locale.GERMAN),
                    Optional.of(new Introduction.Private(
                            new Place("discord", "dm", Optional.empty()), "user:77", "Ada", theyBegin)),
                    Set.of());
        }

        @Test
        void leadsToTheirOwnWorkspaceWhichIsTheirsToModerate() {
            PrivateChat chat = askers.of(inServer(false)).privately().get();

            Asker there = ((PrivateChat.Open) chat).asker();
            assertThat(there.workspace().key()).isEqualTo("user:77");
            assertThat(there.conversation().place().chat()).isEqualTo("dm");
            assertThat(there.role()).isEqualTo(Role.OWNER);
            assertThat(there.locale()).isEqualTo(Locale.GERMAN);
            assertThat(there.viewer().workspace()).isEqualTo(there.workspace().id());
            assertThat(askers.of(inPrivate(ADA)).conversation()).isEqualTo(there.conversation());
        }

        @Test
        void isNotThereUntilTheyHaveWrittenWhereThePlatformWantsThat() {
            assertThat(askers.of(inServer(true)).privately().get()).isEqualTo(new PrivateChat.Unopened());

            askers.of(inPrivate(ADA));

            assertThat(askers.of(inServer(true)).privately().get()).isInstanceOf(PrivateChat.Open.class);
        }

        @Test
        void isNotThereWhenThePlatformDoesNotTellIt() {
            Asker asker = askers.of(AskersTest.inServer(ADA, Role.MEMBER));

            assertThat(asker.privately().get()).isEqualTo(new PrivateChat.None());
        }

        @Test
        void isWhereTheyAreWhenTheyAreAlone() {
            Asker asker = askers.of(inPrivate(ADA));

            assertThat(((PrivateChat.Open) asker.privately().get()).asker().conversation())
                    .isEqualTo(asker.conversation());
        }
    }

    @Nested
    class TheRole {
        @Test
        void isMemberForAnybody() {
            assertThat(askers.of(inServer(ADA, Role.MEMBER)).role()).isEqualTo(Role.MEMBER);
        }

        @Test
        void isModeratorForWhomThePlatformLetsManage() {
            assertThat(askers.of(inServer(ADA, Role.MODERATOR)).role()).isEqualTo(Role.MODERATOR);
        }

        @Test
        void isModeratorEverywhereForWhomTheOperatorNames() {
            assertThat(askers.of(inServer(OPERATOR, Role.MEMBER)).role()).isEqualTo(Role.MODERATOR);
        }

        @Test
        void isNotThatOfTheSameIdOnAnotherPlatform() {
            PersonKey other = new PersonKey("telegram", OPERATOR.id());

            assertThat(askers.of(inServer(other, Role.MEMBER)).role()).isEqualTo(Role.MEMBER);
        }

        @Test
        void isModeratorWhereItWasGranted() {
            Asker asker = askers.of(inServer(ADA, Role.MEMBER));
            communities.grant(asker.workspace().id(), ADA, Role.MODERATOR);

            assertThat(askers.of(inServer(ADA, Role.MEMBER)).role()).isEqualTo(Role.MODERATOR);
        }

        @Test
        void isOwnerInOnesOwnWorkspaceAlone() {
            assertThat(askers.of(inPrivate(ADA)).role()).isEqualTo(Role.OWNER);
            assertThat(askers.of(inServer(ADA, Role.MEMBER)).role()).isEqualTo(Role.MEMBER);
        }

        @Test
        void isOwnerForWhomThePlatformSaysSoWhateverWasGranted() {
            Asker asker = askers.of(inServer(ADA, Role.OWNER));
            communities.grant(asker.workspace().id(), ADA, Role.EDITOR);

            assertThat(askers.of(inServer(ADA, Role.OWNER)).role()).isEqualTo(Role.OWNER);
        }

        @Test
        void isTheHighestOfWhatWasGrantedToThemAndToTheRolesTheyBear() {
            PersonKey crew = PersonKey.ofRole("discord", "9");
            Asker asker = askers.of(bearing(crew));
            communities.grant(asker.workspace().id(), ADA, Role.EDITOR);
            communities.grant(asker.workspace().id(), crew, Role.MODERATOR);

            assertThat(askers.of(bearing(crew)).role()).isEqualTo(Role.MODERATOR);
            assertThat(askers.of(bearing()).role()).isEqualTo(Role.EDITOR);
        }
    }

    private static Introduction bearing(PersonKey... roles) {
        return new Introduction(
                ADA,
                new Place("discord", "55", Optional.of("7")),
                "guild:5",
                "Harbour watchers",
                false,
                Role.MEMBER,
                Optional.of(Locale.GERMAN),
                Optional.empty(),
                Set.of(roles));
    }

    @Nested
    class WhatWasHandedToThem {
        private static final Charge FERRIES = new Charge.OfTopic("ferries");
        private final WorkspaceId here =
                askers.of(inServer(ADA, Role.MEMBER)).workspace().id();

        private Charge conversation(Optional<String> thread) {
            return new Charge.OfConversation(communities
                    .conversation(here, new Place("discord", "55", thread))
                    .id());
        }

        @Test
        void isInTheHandsOfEditorsAlone() {
            delegations.hand(here, ADA, FERRIES, Instant.EPOCH);
            assertThat(askers.of(inServer(ADA, Role.MEMBER)).decidesOn("ferries"))
                    .isFalse();

            communities.grant(here, ADA, Role.EDITOR);

            Asker editor = askers.of(inServer(ADA, Role.MEMBER));
            assertThat(editor.charges()).containsExactly(FERRIES);
            assertThat(editor.decidesOn("ferries")).isTrue();
            assertThat(editor.decidesOn("trains")).isFalse();
            assertThat(editor.decidesHere()).isFalse();
        }

        @Test
        void isNothingThatAModeratorNeeds() {
            Asker moderator = askers.of(inServer(ADA, Role.MODERATOR));
            assertThat(moderator.charges()).isEmpty();
            assertThat(moderator.decidesOn("ferries")).isTrue();
            assertThat(moderator.decidesHere()).isTrue();
        }

        @Test
        void reachesFromAChannelIntoItsThreadsAndNotBack() {
            communities.grant(here, ADA, Role.EDITOR);
            delegations.hand(here, ADA, conversation(Optional.empty()), Instant.EPOCH);
            assertThat(askers.of(inServer(ADA, Role.MEMBER)).decidesHere()).isTrue();

            delegations.take(here, ADA, conversation(Optional.empty()));
            delegations.hand(here, ADA, conversation(Optional.of("8")), Instant.EPOCH);
            assertThat(askers.of(inServer(ADA, Role.MEMBER)).decidesHere()).isFalse();
            delegations.hand(here, ADA, conversation(Optional.of("7")), Instant.EPOCH);
            assertThat(askers.of(inServer(ADA, Role.MEMBER)).decidesHere()).isTrue();
        }

        @Test
        void comesFromARoleOfThePlatformToo() {
            PersonKey crew = PersonKey.ofRole("discord", "9");
            communities.grant(here, crew, Role.EDITOR);
            delegations.hand(here, crew, FERRIES, Instant.EPOCH);

            assertThat(askers.of(bearing(crew)).decidesOn("ferries")).isTrue();
            assertThat(askers.of(bearing()).decidesOn("ferries")).isFalse();
        }
    }
}
