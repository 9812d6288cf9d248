package news.lede.ingest;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.alert.Announcements.Announcement;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Revisits.Revisit;
import news.lede.article.Samples;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.WorkspaceId;
import news.lede.ingest.Inbox.Carried;
import news.lede.ingest.Purge.Purged;
import news.lede.source.PollState;
import news.lede.source.SourceId;
import news.lede.store.PortContract;
import news.lede.story.Change;
import news.lede.story.Proof;
import news.lede.story.Story;
import news.lede.story.StoryId;
import news.lede.story.StoryReports;
import news.lede.story.StoryVotes;
import news.lede.text.Language;
import news.lede.topic.TopicId;
import news.lede.topic.TopicVotes.Tally;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Purge} promises. */
public abstract class PurgeContract extends PortContract {
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final String MODEL = "m";

    private SourceId pier = new SourceId(0);
    private SourceId quay = new SourceId(0);

    @BeforeEach
    void addSources() {
        pier = source("pier");
        quay = source("quay");
    }

    private Article from(SourceId source, String title) {
        return stored(title, NOON, source);
    }

    private StoryId opened(Article first) {
        Story story = store.stories().open(first.id(), Language.ENGLISH, NOON);
        store.announcements().announce(story.id(), story.revision(), NOON);
        return story.id();
    }

    private void joined(StoryId story, Article article) {
        Story grown = store.stories().join(story, article.id(), NOON);
        store.announcements().announce(story, grown.revision(), NOON);
    }

    private Purged purged() {
        return store.purge().purge(pier, LATER);
    }

    @Test
    void whatWasSaidOfTheArticlesGoesWithThem() {
        Article gone = from(pier, "Ferry aground");
        Article kept = from(quay, "Crane falls");
        WorkspaceId here = store.communities().workspace("discord", "1", "Here").id();
        ConversationId there = store.communities()
                .conversation(here, new Place("discord", "1", Optional.empty()))
                .id();
        TopicId ships = new TopicId("ships");
        for (Article article : List.of(gone, kept)) {
            PersonKey ada = new PersonKey("discord", "7");
            store.topicVotes().vote(here, ships, article.id(), ada, true, NOON);
            store.storyVotes().vote(here, article.id(), List.of(), ada, true, NOON);
            store.storyReports()
                    .add(
                            new StoryReports.Said(
                                    here, there, article.id(), 1, ada, StoryReports.Kind.WRONG, "No.", NOON),
                            List.of());
        }

        purged();

        assertThat(store.topicVotes().newest(here, ships, 10)).containsExactly(new Tally(kept.id(), 1, 0));
        assertThat(store.storyVotes().all(here)).isEqualTo(new StoryVotes.Tally(1, 0));
        assertThat(store.storyReports().open(here, 10))
                .extracting(StoryReports.Report::article)
                .containsExactly(kept.id());
    }

    @Test
    void whatOnlyTheSourceCarriedGoesWithItsKeys() {
        Article gone = from(pier, "Gone");
        Article other = from(quay, "Other");

        Purged purged = purged();

        assertThat(purged).isEqualTo(new Purged(List.of(gone.id()), List.of(), 0, 0));
        assertThat(store.articles().find(gone.id())).isEmpty();
        assertThat(store.articles().findByKeys(keys("key:Gone"))).isEmpty();
        assertThat(store.articles().find(other.id())).contains(other);
        assertThat(store.articles().findByKeys(keys("key:Other"))).contains(other.id());
    }

    @Test
    void whatOthersCarryTooOnlyLosesTheSource() {
        Article shared = from(pier, "Shared");
        store.articles().seenAgain(shared.id(), keys("key:again"), quay);

        Purged purged = purged();

        assertThat(purged).isEqualTo(new Purged(List.of(), List.of(shared.id()), 0, 0));
        assertThat(store.articles().sourcesOf(shared.id())).containsExactly(quay);
        assertThat(store.articles().findByKeys(keys("key:Shared"))).contains(shared.id());
        assertThat(store.stories().newest(eyes(pier), 10)).isEmpty();
    }

    @Test
    void everythingThatBelongsToAnArticleGoes() {
        Article gone = from(pier, "Gone");
        Article kept = from(quay, "Kept");
        store.articles().revise(gone.id(), Samples.article("Gone again", NOON, "Another text."), LATER);
        store.articles().list(gone.id(), kept.id());
        store.articles().list(kept.id(), gone.id());
        store.vectors().putArticle(MODEL, gone.id(), new float[] {1});
        store.vectors().putArticle(MODEL, kept.id(), new float[] {2});
        store.revisits().plan(new Revisit(gone.id(), NOON, 0, Optional.empty(), Optional.empty(), Optional.empty()));
        store.revisits().plan(new Revisit(kept.id(), NOON, 0, Optional.empty(), Optional.empty(), Optional.empty()));

        purged();

        assertThat(store.articles().versions(gone.id())).isEmpty();
        assertThat(store.articles().listers(kept.id())).isEmpty();
        assertThat(store.articles().beside(List.of(kept.id()))).isEmpty();
        assertThat(store.vectors().ofArticles(MODEL, List.of(gone.id(), kept.id())))
                .containsOnlyKeys(kept.id());
        assertThat(store.revisits().due(LATER, 10)).extracting(Revisit::article).containsExactly(kept.id());
    }

    @Test
    void aReportWhoseFirstArticleGoesIsThatOfTheOldestLeft() {
        Article first = from(pier, "First");
        Article second = repeated(first, quay, "Second");
        Article third = repeated(first, quay, "Third");
        Article alone = from(quay, "Alone");

        purged();

        assertThat(store.articles().findAll(List.of(second.id(), third.id(), alone.id())))
                .extracting(a -> a.report().value())
                .containsExactly(
                        second.id().value(), second.id().value(), alone.id().value());
    }

    private Article repeated(Article first, SourceId source, String title) {
        return store.articles()
                .add(
                        Samples.article(title, NOON, title + " is all we know."),
                        keys("key:" + title),
                        source,
                        Optional.of(first.report()),
                        NOON);
    }

    @Nested
    class GivenStories {
        @Test
        void oneThatIsLeftEmptyVanishesWithItsAnnouncement() {
            StoryId gone = opened(from(pier, "Gone"));
            StoryId other = opened(from(quay, "Other"));

            assertThat(purged().storiesGone()).isEqualTo(1);

            assertThat(store.stories().find(gone)).isEmpty();
            assertThat(store.stories().find(other)).isPresent();
            assertThat(store.announcements().after(0, 10))
                    .extracting(Announcement::story)
                    .containsExactly(other);
        }

        @Test
        void oneThatLosesMembersReachesItsNextRevision() {
            Article kept = from(quay, "Kept");
            StoryId story = opened(kept);
            joined(story, from(pier, "Gone"));
            Article later = from(quay, "Later");
            joined(story, later);

            Purged purged = purged();

            assertThat(purged.storiesGone()).isZero();
            assertThat(purged.storiesChanged()).isEqualTo(1);
            Story now = store.stories().find(story).orElseThrow();
            assertThat(now.members()).containsExactly(kept.id(), later.id());
            assertThat(now.revision()).isEqualTo(4);
            assertThat(now.updated()).isEqualTo(LATER);
        }

        @Test
        void announcementsThatOnlyItCausedAreCancelledAndOthersStay() {
            Article kept = from(quay, "Kept");
            StoryId story = opened(kept);
            joined(story, from(pier, "Gone"));
            joined(story, from(quay, "Later"));

            purged();

            assertThat(store.announcements().after(0, 10))
                    .extracting(Announcement::revision)
                    .containsExactly(1, 3);
        }

        @Test
        void oneWithoutSuchMembersIsNotTouched() {
            Article shared = from(pier, "Shared");
            store.articles().seenAgain(shared.id(), List.of(), quay);
            StoryId story = opened(shared);

            assertThat(purged().storiesChanged()).isZero();
            assertThat(store.stories().find(story).orElseThrow().revision()).isEqualTo(1);
        }

        @Test
        void aMergedOneThatIsLeftEmptyTakesItsAliasAlong() {
            StoryId survivor = opened(from(pier, "One"));
            StoryId absorbed = opened(from(pier, "Two"));
            store.stories().merge(survivor, absorbed, NOON);

            assertThat(purged().storiesGone()).isEqualTo(1);

            assertThat(store.stories().find(survivor)).isEmpty();
            assertThat(store.stories().find(absorbed)).isEmpty();
            assertThat(store.announcements().after(0, 10)).isEmpty();
        }

        @Test
        void theArticlesLeftCanBeGroupedAnew() {
            Article kept = from(quay, "Kept");
            StoryId story = opened(kept);
            joined(story, from(pier, "Gone"));
            purged();

            Article later = from(quay, "Later");
            Story grown = store.stories().join(story, later.id(), LATER);

            assertThat(grown.members()).containsExactly(kept.id(), later.id());
            assertThat(grown.revision()).isEqualTo(4);
        }
    }

    @Nested
    class GivenTheSourceWasRead {
        @Test
        void whatItCarriedIsUnknownAgain() {
            store.inbox().receive(pier, List.of(new Carried("k", "f", "p")), true, NOON);
            store.inbox().receive(quay, List.of(new Carried("k", "f", "q")), true, NOON);

            purged();

            assertThat(store.inbox().waiting(LATER, 10))
                    .extracting(Inbox.Waiting::payload)
                    .containsExactly("q");
            assertThat(store.inbox()
                            .receive(pier, List.of(new Carried("k", "f", "p")), false, LATER)
                            .added())
                    .isEqualTo(1);
        }

        @Test
        void itsValidatorsAreForgottenButNotWhenItMayBeAskedAgain() {
            PollState state = new PollState(
                    pier,
                    new PollState.Known(Optional.of("\"e\""), Optional.of("yesterday"), Optional.of("d")),
                    Optional.of(LATER),
                    Optional.of(NOON),
                    Optional.of(NOON),
                    0,
                    Optional.empty(),
                    PollState.Pace.UNKNOWN,
                    Optional.empty(),
                    "read");
            store.pollStates().save(state);

            purged();

            PollState now = store.pollStates().find(pier).orElseThrow();
            assertThat(now.known()).isEqualTo(PollState.Known.NOTHING);
            assertThat(now.nextPoll()).contains(LATER);
            assertThat(now.lastPoll()).contains(NOON);
        }
    }

    @Test
    void aSourceThatBroughtNothingIsPurgedOfNothing() {
        Article other = from(quay, "Other");

        assertThat(purged()).isEqualTo(new Purged(List.of(), List.of(), 0, 0));
        assertThat(store.purge().purge(new SourceId(99), LATER).gone()).isEmpty();
        assertThat(store.articles().find(other.id())).isPresent();
    }

    @Test
    void thousandsGoAtOnce() {
        for (int i = 0; i < 1_203; i++) {
            opened(from(pier, "Gone " + i));
        }
        ArticleId kept = from(quay, "Kept").id();

        Purged purged = purged();

        assertThat(purged.gone()).hasSize(1_203);
        assertThat(purged.storiesGone()).isEqualTo(1_203);
        assertThat(store.articles().count()).isEqualTo(1);
        assertThat(store.articles().visible(Set.of(kept), eyes(quay))).containsExactly(kept);
    }

    @Test
    void whatAnArticleBroughtToItsStoryIsNoLongerTold() {
        Article mine = from(pier, "Mine");
        Article other = from(quay, "Other");
        StoryId story = opened(other);
        joined(story, mine);
        List<Change> brought = List.of(new Change.FirstReport(Optional.of(new Proof(mine.id(), 0, 0, mine.text()))));
        store.stories().describe(story, 2, true, brought);
        store.stories().revise(story, mine.id(), true, List.of(new Change.Withdrawn(410)), NOON);

        purged();

        assertThat(store.stories().revisions(story))
                .hasSize(4)
                .filteredOn(revision -> revision.number() > 1)
                .allSatisfy(revision -> {
                    assertThat(revision.article()).isEmpty();
                    assertThat(revision.material()).isFalse();
                    assertThat(revision.changes()).isEmpty();
                });
    }
}
