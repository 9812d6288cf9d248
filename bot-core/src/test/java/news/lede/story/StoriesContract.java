package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Samples;
import news.lede.source.SourceId;
import news.lede.store.PortContract;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Stories} promises. */
public abstract class StoriesContract extends PortContract {
    private static final Instant NOON = Samples.NOON;
    private static final Language GERMAN = new Language("de");

    private Story opened(String title) {
        return store.stories().open(stored(title).id(), Language.ENGLISH, NOON);
    }

    @Nested
    class WhenAStoryGrows {
        @Test
        void itBeginsAtRevisionOne() {
            Article article = stored("First");

            Story story = store.stories().open(article.id(), GERMAN, NOON);

            assertThat(story).isEqualTo(new Story(story.id(), GERMAN, 1, NOON, NOON, List.of(article.id())));
            assertThat(store.stories().find(story.id())).contains(story);
            assertThat(store.stories().storyOf(article.id())).contains(story.id());
        }

        @Test
        void eachArticleIsARevisionAndStandsInTheOrderOfJoining() {
            Article early = stored("Early");
            Story story = opened("Late");

            Story grown = store.stories().join(story.id(), early.id(), NOON.plusSeconds(60));

            assertThat(grown.revision()).isEqualTo(2);
            assertThat(grown.created()).isEqualTo(NOON);
            assertThat(grown.updated()).isEqualTo(NOON.plusSeconds(60));
            assertThat(grown.members()).containsExactly(story.members().getFirst(), early.id());
            assertThat(store.stories().find(story.id())).contains(grown);
        }

        @Test
        void aMemberJoiningAgainChangesNothing() {
            Story story = opened("Only");

            assertThat(store.stories().join(story.id(), story.members().getFirst(), NOON.plusSeconds(60)))
                    .isEqualTo(story);
            assertThat(store.stories().find(story.id())).contains(story);
        }

        @Test
        void anArticleOfAnotherStoryIsRefused() {
            Story one = opened("One");
            Story two = opened("Two");

            assertThatThrownBy(
                            () -> store.stories().join(one.id(), two.members().getFirst(), NOON))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.stories().open(two.members().getFirst(), Language.ENGLISH, NOON))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(store.stories().find(one.id())).contains(one);
        }

        @Test
        void anUnknownStoryCannotBeJoined() {
            Article article = stored("Lost");

            assertThatThrownBy(() -> store.stories().join(new StoryId(99), article.id(), NOON))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(store.stories().storyOf(article.id())).isEmpty();
        }
    }

    @Nested
    class WhenStoriesMerge {
        @Test
        void theSurvivorHasAllMembersAndBothIdsLeadToIt() {
            Story kept = opened("Kept");
            Story gone = opened("Gone");
            gone = store.stories().join(gone.id(), stored("Gone too").id(), NOON);

            Story merged = store.stories().merge(kept.id(), gone.id(), NOON.plusSeconds(9));

            List<ArticleId> members = new ArrayList<>(kept.members());
            members.addAll(gone.members());
            assertThat(merged).isEqualTo(new Story(kept.id(), Language.ENGLISH, 2, NOON, NOON.plusSeconds(9), members));
            assertThat(store.stories().find(gone.id())).contains(merged);
            assertThat(store.stories().findAll(List.of(gone.id(), kept.id()))).containsExactly(merged);
            assertThat(store.stories().storyOf(gone.members().getLast())).contains(kept.id());
        }

        @Test
        void aChainOfMergesLeadsToTheLastSurvivor() {
            Story first = opened("First");
            Story second = opened("Second");
            Story third = opened("Third");

            store.stories().merge(second.id(), first.id(), NOON);
            Story merged = store.stories().merge(third.id(), second.id(), NOON);

            assertThat(store.stories().find(first.id())).contains(merged);
            assertThat(store.stories().find(second.id())).contains(merged);
            assertThat(merged.members()).hasSize(3);
        }

        @Test
        void mergingWhatIsOneChangesNothing() {
            Story kept = opened("Kept");
            Story gone = opened("Gone");
            Story merged = store.stories().merge(kept.id(), gone.id(), NOON);

            assertThat(store.stories().merge(gone.id(), kept.id(), NOON.plusSeconds(1)))
                    .isEqualTo(merged);
            assertThat(store.stories().merge(kept.id(), kept.id(), NOON.plusSeconds(1)))
                    .isEqualTo(merged);
        }

        @Test
        void joiningTheAbsorbedJoinsTheSurvivor() {
            Story kept = opened("Kept");
            Story gone = opened("Gone");
            store.stories().merge(kept.id(), gone.id(), NOON);

            Story grown = store.stories().join(gone.id(), stored("More").id(), NOON);

            assertThat(grown.id()).isEqualTo(kept.id());
            assertThat(grown.members()).hasSize(3);
        }
    }

    @Nested
    class WhenAskedForSeveral {
        @Test
        void thoseThatExistAreAnsweredByIdEachOnce() {
            Story one = opened("One");
            Story two = opened("Two");

            assertThat(store.stories().findAll(List.of(two.id(), new StoryId(99), one.id(), two.id())))
                    .containsExactly(one, two);
            assertThat(store.stories().findAll(List.of())).isEmpty();
            assertThat(store.stories().find(new StoryId(99))).isEmpty();
        }

        @Test
        void theStoriesOfArticlesAreAnswered() {
            Story one = opened("One");
            Article loose = stored("Loose");
            ArticleId member = one.members().getFirst();

            assertThat(store.stories().storiesOf(List.of(member, loose.id()))).isEqualTo(Map.of(member, one.id()));
            assertThat(store.stories().storyOf(loose.id())).isEmpty();
            assertThat(store.stories().storiesOf(List.of())).isEmpty();
        }
    }

    @Nested
    class WhenRevisionsAreRemembered {
        private Proof proof(Article article) {
            return new Proof(article.id(), 0, 0, article.text());
        }

        private List<Change> everyKind(Article article) {
            return List.of(
                    new Change.FirstReport(Optional.of(proof(article))),
                    new Change.FirstReport(Optional.empty()),
                    new Change.NewSource(),
                    new Change.Copy(),
                    new Change.NewFigure(
                            "14 \"dead\"",
                            "killed",
                            Optional.of(new Change.Earlier("12", proof(article))),
                            proof(article)),
                    new Change.NewFigure("14", "", Optional.empty(), proof(article)),
                    new Change.NewOutcome(Outcome.VERDICT, proof(article)),
                    new Change.NewPerson("Ada Okafor", proof(article)),
                    new Change.HeadlineChanged("Before", "Nach dem \u00dcberfall"),
                    new Change.CorrectionNote(proof(article)),
                    new Change.TextCorrected("It was twelve.", proof(article)),
                    new Change.Withdrawn(410),
                    new Change.Merged(new StoryId(7)));
        }

        @Test
        void eachArticleThatJoinsMakesOneThatIsDescribedLater() {
            Article first = stored("First");
            Article second = stored("Second");
            Story story = store.stories().open(first.id(), Language.ENGLISH, NOON);
            store.stories().join(story.id(), second.id(), NOON.plusSeconds(1));

            store.stories().describe(story.id(), 2, true, everyKind(second));
            store.stories().describe(story.id(), 3, true, List.of(new Change.Copy()));

            assertThat(store.stories().revisions(story.id()))
                    .containsExactly(
                            new Revision(story.id(), 1, NOON, Optional.of(first.id()), false, List.of()),
                            new Revision(
                                    story.id(),
                                    2,
                                    NOON.plusSeconds(1),
                                    Optional.of(second.id()),
                                    true,
                                    everyKind(second)));
            assertThat(store.stories().revisions(new StoryId(99))).isEmpty();
        }

        @Test
        void aDescriptionReplacesTheOneBefore() {
            Story story = opened("Only");

            store.stories().describe(story.id(), 1, true, List.of(new Change.Withdrawn(404)));
            store.stories().describe(story.id(), 1, false, List.of(new Change.NewSource()));

            assertThat(store.stories().revisions(story.id())).singleElement().satisfies(revision -> {
                assertThat(revision.material()).isFalse();
                assertThat(revision.changes()).containsExactly(new Change.NewSource());
            });
            assertThat(store.stories()
                            .corrections(eyes(store.sources().imported().id()), NOON.minusSeconds(1), 10))
                    .isEmpty();
        }

        @Test
        void whatAPublisherChangedIsARevisionWithoutANewMember() {
            Story story = opened("Only");
            ArticleId member = story.members().getFirst();
            List<Change> changes = List.of(new Change.HeadlineChanged("Only", "Only just"));

            Revision revision = store.stories().revise(story.id(), member, true, changes, NOON.plusSeconds(5));

            assertThat(revision)
                    .isEqualTo(new Revision(story.id(), 2, NOON.plusSeconds(5), Optional.of(member), true, changes));
            assertThat(store.stories().revisions(story.id()).getLast()).isEqualTo(revision);
            assertThat(store.stories().find(story.id()))
                    .contains(new Story(story.id(), Language.ENGLISH, 2, NOON, NOON.plusSeconds(5), List.of(member)));
        }

        @Test
        void whatIsNoMemberCannotBeRevised() {
            Story story = opened("Only");
            Article loose = stored("Loose");

            assertThatThrownBy(() -> store.stories().revise(story.id(), loose.id(), false, List.of(), NOON))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(store.stories().revisions(story.id())).hasSize(1);
        }

        @Test
        void aMergedStoryBringsItsOwnAndSaysThatItCame() {
            Story kept = opened("Kept");
            Story gone = store.stories().open(stored("Gone").id(), Language.ENGLISH, NOON.plusSeconds(1));
            store.stories().merge(kept.id(), gone.id(), NOON.plusSeconds(2));

            List<Revision> revisions = store.stories().revisions(gone.id());

            assertThat(revisions).isEqualTo(store.stories().revisions(kept.id()));
            assertThat(revisions).extracting(Revision::story).containsExactly(kept.id(), gone.id(), kept.id());
            assertThat(revisions.getLast())
                    .isEqualTo(new Revision(
                            kept.id(),
                            2,
                            NOON.plusSeconds(2),
                            Optional.empty(),
                            false,
                            List.of(new Change.Merged(gone.id()))));
        }

        @Test
        void onlyThoseAfterAnInstantAreAnsweredForSeveralStories() {
            Story one = opened("One");
            Story two = opened("Two");
            Story three = opened("Three");
            store.stories().join(two.id(), stored("Two grows").id(), NOON.plusSeconds(9));
            store.stories().join(one.id(), stored("One grows").id(), NOON.plusSeconds(5));
            store.stories().join(three.id(), stored("Three grows").id(), NOON.plusSeconds(7));

            assertThat(store.stories().revisionsSince(List.of(two.id(), one.id()), NOON))
                    .extracting(Revision::story)
                    .containsExactly(one.id(), two.id());
            assertThat(store.stories().revisionsSince(List.of(two.id(), one.id()), NOON.plusSeconds(5)))
                    .extracting(Revision::story)
                    .containsExactly(two.id());
            assertThat(store.stories().revisionsSince(List.of(), NOON)).isEmpty();
        }

        @Test
        void correctionsOfArticlesThatSourcesCarriedComeNewestFirst() {
            SourceId ours = source("ours");
            SourceId theirs = source("theirs");
            Article mine = stored("Mine", NOON, ours);
            Article foreign = stored("Foreign", NOON, theirs);
            Story story = store.stories().open(mine.id(), Language.ENGLISH, NOON);
            store.stories().join(story.id(), foreign.id(), NOON);
            List<Change> headline = List.of(new Change.HeadlineChanged("A", "B"));
            Revision first = store.stories().revise(story.id(), mine.id(), false, headline, NOON.plusSeconds(1));
            store.stories().revise(story.id(), foreign.id(), true, headline, NOON.plusSeconds(2));
            Revision last = store.stories()
                    .revise(story.id(), mine.id(), true, List.of(new Change.Withdrawn(410)), NOON.plusSeconds(3));

            assertThat(store.stories().corrections(eyes(ours), NOON, 10)).containsExactly(last, first);
            assertThat(store.stories().corrections(eyes(ours), NOON, 1)).containsExactly(last);
            assertThat(store.stories().corrections(eyes(ours), NOON.plusSeconds(1), 10))
                    .containsExactly(last);
            assertThat(store.stories().corrections(eyes(ours, theirs), NOON, 10))
                    .hasSize(3);
            assertThat(store.stories().corrections(Set.of(), NOON, 10)).isEmpty();
        }
    }

    @Nested
    class WhenAskedWhatSourcesShow {
        private Article carried(String title, SourceId source) {
            return stored(title, NOON, source);
        }

        @Test
        void eachStoryHasTheMembersThatTheyCarriedInTheOrderOfJoining() {
            SourceId ours = source("ours");
            SourceId theirs = source("theirs");
            Article second = carried("Second", ours);
            Article first = carried("First", ours);
            Article foreign = carried("Foreign", theirs);
            Article both = carried("Both", theirs);
            store.articles().seenAgain(both.id(), List.of(), ours);
            StoryId story =
                    store.stories().open(first.id(), Language.ENGLISH, NOON).id();
            store.stories().join(story, foreign.id(), NOON);
            store.stories().join(story, both.id(), NOON);
            store.stories().join(story, second.id(), NOON);
            StoryId alone = store.stories()
                    .open(carried("Alone", theirs).id(), new Language("de"), NOON)
                    .id();

            assertThat(store.stories().visible(List.of(alone, story, new StoryId(99), story), eyes(ours)))
                    .isEqualTo(Map.of(
                            story,
                            new VisibleStory(story, 4, Language.ENGLISH, List.of(first.id(), both.id(), second.id()))));
            assertThat(store.stories().visible(List.of(alone, story), eyes(ours, theirs)))
                    .containsOnlyKeys(alone, story)
                    .extractingByKey(alone)
                    .extracting(VisibleStory::language)
                    .isEqualTo(new Language("de"));
            assertThat(store.stories().visible(List.of(story), Set.of())).isEmpty();
            assertThat(store.stories().visible(List.of(), eyes(ours))).isEmpty();
        }

        @Test
        void anAbsorbedStoryShowsItsSurvivor() {
            SourceId ours = source("ours");
            Article one = carried("One", ours);
            Article other = carried("Other", ours);
            Article apart = carried("Apart", ours);
            StoryId survivor =
                    store.stories().open(one.id(), Language.ENGLISH, NOON).id();
            StoryId absorbed =
                    store.stories().open(other.id(), Language.ENGLISH, NOON).id();
            StoryId third =
                    store.stories().open(apart.id(), Language.ENGLISH, NOON).id();
            Story merged = store.stories().merge(survivor, absorbed, NOON);
            VisibleStory shown =
                    new VisibleStory(survivor, merged.revision(), Language.ENGLISH, List.of(one.id(), other.id()));

            assertThat(store.stories().visible(List.of(absorbed), eyes(ours))).isEqualTo(Map.of(absorbed, shown));
            assertThat(store.stories().visible(List.of(absorbed, third, survivor), eyes(ours)))
                    .containsOnlyKeys(absorbed, third, survivor)
                    .containsEntry(absorbed, shown)
                    .containsEntry(survivor, shown);
        }

        @Test
        void hundredsAreAnsweredAtOnce() {
            SourceId ours = source("ours");
            List<StoryId> many = new ArrayList<>();
            for (int i = 0; i < 1_100; i++) {
                many.add(store.stories()
                        .open(carried("Story " + i, ours).id(), Language.ENGLISH, NOON)
                        .id());
            }

            assertThat(store.stories().visible(many, eyes(ours))).containsOnlyKeys(many);
        }
    }

    @Nested
    class WhenAskedForTheNewest {
        private StoryId story(String title, int minute, SourceId source) {
            Article article = stored(title, NOON.plusSeconds(60L * minute), source);
            return store.stories().open(article.id(), Language.ENGLISH, NOON).id();
        }

        private void joins(StoryId story, String title, int minute, SourceId source) {
            Article article = stored(title, NOON.plusSeconds(60L * minute), source);
            store.stories().join(story, article.id(), NOON);
        }

        @Test
        void theNewestVisiblePublicationDecides() {
            SourceId ours = source("ours");
            SourceId theirs = source("theirs");
            StoryId old = story("Old", 1, ours);
            StoryId middle = story("Middle", 2, ours);
            StoryId foreign = story("Foreign", 3, theirs);
            joins(old, "Old grows elsewhere", 4, theirs);

            assertThat(store.stories().newest(eyes(ours), 10)).containsExactly(middle, old);
            assertThat(store.stories().newest(eyes(theirs), 10)).containsExactly(old, foreign);
            assertThat(store.stories().newest(eyes(ours, theirs), 10)).containsExactly(old, foreign, middle);
            assertThat(store.stories().newest(eyes(ours, theirs), 2)).containsExactly(old, foreign);
            assertThat(store.stories().newest(eyes(ours, theirs), 0)).isEmpty();
            assertThat(store.stories().newest(Set.of(), 10)).isEmpty();
            assertThat(store.stories().newest(eyes(source("silent")), 10)).isEmpty();
        }

        @Test
        void atOneInstantTheArticleStoredLastComesFirst() {
            SourceId a = source("a");
            SourceId b = source("b");
            StoryId first = story("First", 0, b);
            StoryId second = story("Second", 0, a);
            StoryId third = story("Third", 0, b);

            assertThat(store.stories().newest(eyes(a, b), 10)).containsExactly(third, second, first);
        }

        @Test
        void anArticleInNoStoryIsPassedOver() {
            SourceId a = source("a");
            StoryId story = story("Told", 0, a);
            stored("Loose", NOON.plusSeconds(60), a);

            assertThat(store.stories().newest(eyes(a), 10)).containsExactly(story);
        }

        @Test
        void aLargeStoryDoesNotHideTheOthers() {
            SourceId a = source("a");
            StoryId quiet = story("Quiet", 0, a);
            StoryId loud = story("Loud", 1, a);
            store.transactor().inTransaction(() -> {
                for (int n = 0; n < 60; n++) {
                    joins(loud, "Loud " + n, 2 + n, a);
                }
                return loud;
            });

            assertThat(store.stories().newest(eyes(a), 2)).containsExactly(loud, quiet);
        }

        @Test
        void whoeverFollowsManyQuietSourcesFindsThemBehindALoudOne() {
            List<SourceId> quiet =
                    IntStream.range(0, 20).mapToObj(n -> source("quiet " + n)).toList();
            SourceId loud = source("loud");
            Article old = stored("Quiet news", NOON, quiet.get(7));
            StoryId story =
                    store.stories().open(old.id(), Language.ENGLISH, NOON).id();
            store.transactor().inTransaction(() -> {
                for (int n = 0; n < 300; n++) {
                    Article article = stored("Loud " + n, NOON.plusSeconds(60 + n), loud);
                    store.stories().open(article.id(), Language.ENGLISH, NOON);
                }
                return story;
            });

            assertThat(store.stories().newest(Set.copyOf(quiet), 1)).containsExactly(story);
        }

        @ParameterizedTest
        @ValueSource(ints = {3, 40})
        void itAgreesWithCountingByHandOnRandomNews(int carrying) {
            Random random = new Random(20260504);
            List<SourceId> sources = IntStream.range(0, carrying)
                    .mapToObj(n -> source("carrier " + n))
                    .toList();
            List<StoryId> stories = new ArrayList<>();
            List<SourceId> carriers = new ArrayList<>();
            List<StoryId> storyOf = new ArrayList<>();
            List<Article> articles = new ArrayList<>();
            store.transactor().inTransaction(() -> {
                for (int n = 0; n < 150; n++) {
                    SourceId carrier = sources.get(random.nextInt(carrying));
                    Article article = stored("Random " + n, NOON.plusSeconds(random.nextInt(40)), carrier);
                    boolean opens = stories.isEmpty() || random.nextInt(3) == 0;
                    StoryId story = opens
                            ? store.stories()
                                    .open(article.id(), Language.ENGLISH, NOON)
                                    .id()
                            : stories.get(random.nextInt(stories.size()));
                    if (opens) {
                        stories.add(story);
                    } else {
                        store.stories().join(story, article.id(), NOON);
                    }
                    articles.add(article);
                    carriers.add(carrier);
                    storyOf.add(story);
                }
                return stories;
            });
            Set<SourceId> eyes = IntStream.range(0, carrying)
                    .filter(n -> n % 3 != 1)
                    .mapToObj(sources::get)
                    .collect(Collectors.toSet());
            record Newest(Instant published, ArticleId article) {}
            Map<StoryId, Newest> newest = new HashMap<>();
            for (int n = 0; n < articles.size(); n++) {
                if (eyes.contains(carriers.get(n))) {
                    Newest mine = new Newest(
                            articles.get(n).published(), articles.get(n).id());
                    newest.merge(
                            storyOf.get(n),
                            mine,
                            (old, other) -> java.util.Comparator.comparing(Newest::published)
                                                    .thenComparing(Newest::article)
                                                    .compare(old, other)
                                            > 0
                                    ? old
                                    : other);
                }
            }
            List<StoryId> expected = newest.entrySet().stream()
                    .sorted(java.util.Comparator.comparing((Map.Entry<StoryId, Newest> e) ->
                                    e.getValue().published())
                            .thenComparing(e -> e.getValue().article())
                            .reversed())
                    .map(Map.Entry::getKey)
                    .toList();

            assertThat(store.stories().newest(eyes, 1000)).isEqualTo(expected);
            assertThat(store.stories().newest(eyes, 7)).isEqualTo(expected.subList(0, 7));
        }
    }
}
