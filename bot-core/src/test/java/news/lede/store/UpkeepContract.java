package news.lede.store;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.alert.Announcements.Announcement;
import news.lede.alert.Deliveries;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Lane;
import news.lede.alert.Receipt;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Revisits.Revisit;
import news.lede.article.Samples;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.WorkspaceId;
import news.lede.source.PollState;
import news.lede.source.SourceEvent;
import news.lede.source.SourceId;
import news.lede.story.Story;
import news.lede.story.StoryId;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;
import news.lede.upkeep.Upkeep;
import news.lede.upkeep.Upkeep.Portion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a database does for its own upkeep. */
abstract class UpkeepContract extends PortContract {
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Instant YEARS_AGO = NOON.minus(Duration.ofDays(800));
    private static final ArticleId START = new ArticleId(0);
    private static final PersonKey ADA = new PersonKey("telegram", "7");

    private Article old(String title) {
        return stored(title, YEARS_AGO);
    }

    private StoryId opened(Article first, Instant at) {
        Story story = store.stories().open(first.id(), Language.ENGLISH, at);
        store.announcements().announce(story.id(), story.revision(), at);
        return story.id();
    }

    private WorkspaceId workspace() {
        return store.communities().workspace("telegram", "-1001", "Arlen").id();
    }

    private ConversationId square() {
        return store.communities()
                .conversation(workspace(), new Place("telegram", "-1001", Optional.empty()))
                .id();
    }

    private DeliveryId planned(StoryId story, Delivery.Kind kind, Instant at) {
        return store.deliveries()
                .plan(new Deliveries.Planned(square(), kind, Optional.of(story), 0, 1, Lane.ALERT, at, at))
                .orElseThrow();
    }

    private DeliveryId sent(StoryId story, Instant at) {
        DeliveryId id = planned(story, Delivery.Kind.FIRST, at);
        store.deliveries().begin(id, at);
        store.deliveries().sent(id, new Receipt("5"), List.of(new Deliveries.Shown(story, 1)), at);
        return id;
    }

    /** Upkeep whose turn to write comes only after {@code others}. */
    private Upkeep whileOthersWrite(Runnable others) {
        return new SqlUpkeep(new LateTurn((Sessions) store.transactor(), others));
    }

    @Test
    void theNewestArticleTellsTheTime() {
        assertThat(store.upkeep().newest()).isEmpty();
        old("Old");
        stored("New", NOON);

        assertThat(store.upkeep().newest()).contains(NOON);
    }

    @Nested
    class GivenOldTexts {
        @Test
        void theTextGoesAndTheHeadStays() {
            Article article = old("Ferry aground");
            store.articles().revise(article.id(), Samples.article("Ferry afloat", YEARS_AGO, "Another."), YEARS_AGO);
            store.revisits()
                    .plan(new Revisit(article.id(), NOON, 0, Optional.empty(), Optional.empty(), Optional.empty()));
            StoryId story = opened(article, YEARS_AGO);

            assertThat(store.upkeep().dropTexts(NOON, START, 10))
                    .isEqualTo(new Portion(List.of(article.id()), Optional.empty()));

            Article head = store.articles().find(article.id()).orElseThrow();
            assertThat(head.paragraphs()).isEmpty();
            assertThat(head.title()).isEqualTo("Ferry afloat");
            assertThat(head.published()).isEqualTo(YEARS_AGO);
            assertThat(store.articles().versions(article.id())).isEmpty();
            assertThat(store.revisits().due(LATER, 10)).isEmpty();
            assertThat(store.articles().findByKeys(keys("key:Ferry aground"))).contains(article.id());
            assertThat(store.stories().find(story).orElseThrow().members()).containsExactly(article.id());
        }

        @Test
        void whatWasPublishedAtThatMomentOrLaterKeepsIt() {
            Article kept = stored("Kept", NOON);

            assertThat(store.upkeep().dropTexts(NOON, START, 10).changed()).isEmpty();
            assertThat(store.articles().find(kept.id())).contains(kept);
        }

        @Test
        void anExampleOfATopicKeepsIt() {
            Article example = old("Example");
            store.topicVotes().vote(workspace(), new TopicId("boats"), example.id(), ADA, true, NOON);

            assertThat(store.upkeep().dropTexts(NOON, START, 10).changed()).isEmpty();
            assertThat(store.articles().find(example.id())).contains(example);
        }

        @Test
        void whatBecomesAnExampleBeforeItIsOurTurnKeepsItToo() {
            Article example = old("Example");
            Article other = old("Other");
            Upkeep upkeep = whileOthersWrite(
                    () -> store.topicVotes().vote(workspace(), new TopicId("boats"), example.id(), ADA, true, NOON));

            assertThat(upkeep.dropTexts(NOON, START, 10)).isEqualTo(new Portion(List.of(other.id()), Optional.empty()));
            assertThat(store.articles().find(example.id())).contains(example);
        }

        @Test
        void theyGoInPortionsEachOnce() {
            for (int i = 0; i < 5; i++) {
                old("Old " + i);
            }

            Portion first = store.upkeep().dropTexts(NOON, START, 2);
            assertThat(first.changed()).hasSize(2);
            Portion second = store.upkeep().dropTexts(NOON, first.next().orElseThrow(), 2);
            assertThat(second.changed()).hasSize(2).doesNotContainAnyElementsOf(first.changed());
            Portion third = store.upkeep().dropTexts(NOON, second.next().orElseThrow(), 2);

            assertThat(third.changed()).hasSize(1);
            assertThat(third.next()).isEmpty();
            assertThat(store.upkeep().dropTexts(NOON, START, 9)).isEqualTo(new Portion(List.of(), Optional.empty()));
        }

        @Test
        void aWalkGoesOnPastManyThatHaveNone() {
            for (int i = 0; i < 45; i++) {
                old("Old " + i);
            }
            store.upkeep().dropTexts(NOON, START, 45);
            Article last = old("Last");

            Portion first = store.upkeep().dropTexts(NOON, START, 1);
            assertThat(first.changed()).isEmpty();
            Portion second = store.upkeep().dropTexts(NOON, first.next().orElseThrow(), 1);
            Portion third = store.upkeep().dropTexts(NOON, second.next().orElseThrow(), 1);

            assertThat(third).isEqualTo(new Portion(List.of(last.id()), Optional.empty()));
        }
    }

    @Nested
    class GivenOldStories {
        @Test
        void theyGoWithTheirArticlesAndAllThatTellsOfThem() {
            Article first = old("First");
            Article second = old("Second");
            StoryId story = opened(first, YEARS_AGO);
            store.stories().join(story, second.id(), YEARS_AGO);
            store.vectors().putArticle("m", first.id(), new float[] {1});
            store.topicVotes().vote(workspace(), new TopicId("boats"), first.id(), ADA, true, YEARS_AGO);
            sent(story, YEARS_AGO);
            Article young = stored("Young", NOON);
            StoryId kept = opened(young, NOON);

            assertThat(store.upkeep().dropStories(NOON, LATER, 10)).containsExactlyInAnyOrder(first.id(), second.id());

            assertThat(store.stories().find(story)).isEmpty();
            assertThat(store.articles().find(first.id())).isEmpty();
            assertThat(store.articles().findByKeys(keys("key:Second"))).isEmpty();
            assertThat(store.outbox().told(square(), List.of(story))).isEmpty();
            assertThat(store.stories().find(kept)).isPresent();
            assertThat(store.articles().find(young.id())).contains(young);
            assertThat(store.upkeep().dropStories(NOON, LATER, 10)).isEmpty();
        }

        @Test
        void theirAliasesGoWithThem() {
            Article first = old("First");
            Article second = old("Second");
            StoryId survivor = opened(first, YEARS_AGO);
            StoryId absorbed = opened(second, YEARS_AGO);
            store.stories().merge(survivor, absorbed, YEARS_AGO);

            assertThat(store.upkeep().dropStories(NOON, LATER, 1)).hasSize(2);

            assertThat(store.stories().find(absorbed)).isEmpty();
            assertThat(store.upkeep().dropStories(NOON, LATER, 1)).isEmpty();
        }

        @Test
        void aReportThatOneBeganIsThatOfTheOldestLeft() {
            Article first = old("First");
            opened(first, YEARS_AGO);
            Article copy = store.articles()
                    .add(
                            Samples.article("Copy", NOON, "Copy is all we know."),
                            keys("key:Copy"),
                            store.sources().imported().id(),
                            Optional.of(first.report()),
                            NOON);
            opened(copy, NOON);

            store.upkeep().dropStories(NOON, LATER, 10);

            assertThat(store.articles().find(copy.id()).orElseThrow().report().value())
                    .isEqualTo(copy.id().value());
        }

        @Test
        void oneThatNewsComesToBeforeItIsOurTurnStays() {
            Article first = old("First");
            StoryId revived = opened(first, YEARS_AGO);
            Article other = old("Other");
            StoryId gone = opened(other, YEARS_AGO);
            Article news = stored("News", NOON);
            Upkeep upkeep = whileOthersWrite(() -> store.stories().join(revived, news.id(), NOON));

            assertThat(upkeep.dropStories(NOON, LATER, 10)).containsExactly(other.id());

            assertThat(store.stories().find(gone)).isEmpty();
            assertThat(store.stories().find(revived).orElseThrow().members())
                    .containsExactlyInAnyOrder(first.id(), news.id());
        }

        @Test
        void oneThatBecomesPartOfAYoungOneBeforeItIsOurTurnStays() {
            Article first = old("First");
            StoryId absorbed = opened(first, YEARS_AGO);
            StoryId survivor = opened(stored("News", NOON), NOON);
            Upkeep upkeep = whileOthersWrite(() -> store.stories().merge(survivor, absorbed, NOON));

            assertThat(upkeep.dropStories(NOON, LATER, 10)).isEmpty();

            assertThat(store.articles().find(first.id())).contains(first);
            assertThat(store.stories().find(survivor).orElseThrow().members()).contains(first.id());
            assertThat(store.stories().find(absorbed)).isEqualTo(store.stories().find(survivor));
        }

        @Test
        void soManyGoAtOnce() {
            for (int i = 0; i < 3; i++) {
                opened(old("Old " + i), YEARS_AGO);
            }

            assertThat(store.upkeep().dropStories(NOON, LATER, 2)).hasSize(2);
            assertThat(store.upkeep().dropStories(NOON, LATER, 2)).hasSize(1);
        }
    }

    @Nested
    class GivenOldTraces {
        @Test
        void messagesThatEndedGoUnlessTheyAreWhatAPlaceKnows() {
            StoryId story = opened(old("Ferry"), YEARS_AGO);
            DeliveryId knowledge = sent(story, YEARS_AGO);
            DeliveryId lost = planned(story, Delivery.Kind.UPDATE, YEARS_AGO);
            store.deliveries().cancel(lost, "no more", YEARS_AGO);
            DeliveryId waiting = planned(story, Delivery.Kind.CORRECTION, YEARS_AGO);

            store.upkeep().dropTraces(NOON, 100);

            assertThat(store.deliveries().find(lost)).isEmpty();
            assertThat(store.deliveries().find(knowledge)).isPresent();
            assertThat(store.deliveries().find(waiting)).isPresent();
        }

        @Test
        void announcementsThatNobodyWaitsForGo() {
            StoryId open = opened(old("Open"), YEARS_AGO);
            StoryId done = opened(old("Done"), YEARS_AGO);
            Announcement expanded = store.announcements().after(0, 10).stream()
                    .filter(one -> one.story().equals(done))
                    .findFirst()
                    .orElseThrow();
            store.matches().matched(expanded, List.of(), YEARS_AGO);
            store.matches().finished(expanded.id(), YEARS_AGO);

            store.upkeep().dropTraces(NOON, 100);

            assertThat(store.announcements().after(0, 10))
                    .extracting(Announcement::story)
                    .containsExactly(open);
        }

        @Test
        void ofASourceTheLastEventStays() {
            SourceId source = source("pier");
            for (SourceEvent.Kind kind : List.of(SourceEvent.Kind.DEAD, SourceEvent.Kind.BACK)) {
                store.sourceEvents().record(new SourceEvent(source, YEARS_AGO, kind, "x"));
            }

            assertThat(store.upkeep().dropTraces(NOON, 100)).isEqualTo(1);
            assertThat(store.upkeep().dropTraces(NOON, 100)).isZero();
        }

        @Test
        void draftsNobodyCameBackToGo() {
            store.topicDrafts().keep(workspace(), ADA, Topic.ofName(new TopicId("boats"), "Boats"), YEARS_AGO);

            assertThat(store.upkeep().dropTraces(NOON, 100)).isEqualTo(1);
        }
    }

    @Nested
    class GivenAClockThatWasAhead {
        private final Instant ahead = NOON.plus(Duration.ofDays(1));

        @Test
        void aSourceIsDueAsLongAfterNowAsItWasAfterItsPoll() {
            SourceId source = source("pier");
            store.pollStates().admit(NOON);
            store.pollStates().begin(Set.of(source), ahead, ahead.plus(Duration.ofMinutes(15)));

            assertThat(store.upkeep().setClocksRight(NOON)).isEqualTo(1);

            PollState state = store.pollStates().find(source).orElseThrow();
            assertThat(state.nextPoll()).contains(NOON.plus(Duration.ofMinutes(15)));
            assertThat(state.lastPoll()).contains(NOON);
            assertThat(store.upkeep().setClocksRight(NOON)).isZero();
        }

        @Test
        void aMessageThatWasPlannedThenIsDueNow() {
            StoryId story = opened(stored("Ferry"), NOON);
            DeliveryId id = planned(story, Delivery.Kind.FIRST, ahead);
            assertThat(store.deliveries().due("telegram", NOON, List.of(), 10)).isEmpty();

            store.upkeep().setClocksRight(NOON);

            assertThat(store.deliveries().due("telegram", NOON, List.of(), 10))
                    .extracting(Delivery::id)
                    .containsExactly(id);
        }

        @Test
        void whatTheClockWroteRightlyIsLeftAlone() {
            SourceId source = source("pier");
            store.pollStates().admit(NOON);
            store.pollStates().begin(Set.of(source), NOON, NOON.plus(Duration.ofDays(7)));
            planned(opened(stored("Ferry"), NOON), Delivery.Kind.FIRST, NOON);

            assertThat(store.upkeep().setClocksRight(NOON)).isZero();
        }
    }
}
