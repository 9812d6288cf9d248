package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.article.Article;
import news.lede.article.ArticleKey;
import news.lede.community.Viewer;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.story.Timeline.Step;
import org.junit.jupiter.api.Test;

class TimelinesTest {
    private static final Instant NOON = Newsroom.NOON;

    private final Newsroom news = new Newsroom();
    private final Timelines timelines = new Timelines(news.store.stories());
    private final Revising revising = new Revising(news.store.stories(), news.store.articles());
    private final SourceId other = news.store
            .sources()
            .addIfAbsent(SourceKind.FEED, "https://other.example/feed", "Other")
            .id();

    private Article article(SourceId source, int minute, String text) {
        return news.store
                .articles()
                .add(
                        Newsroom.text(text, text, "Paper " + minute, NOON.plusSeconds(60L * minute), "en"),
                        List.of(new ArticleKey(text)),
                        source,
                        Optional.empty(),
                        NOON.plusSeconds(60L * minute));
    }

    private Story opened(SourceId source, int minute, String text) {
        Article first = article(source, minute, text);
        Story story = news.store.stories().open(first.id(), first.language(), first.published());
        revising.joined(story, first);
        return story;
    }

    private Article joined(Story story, SourceId source, int minute, String text) {
        Article article = article(source, minute, text);
        joined(story, article, NOON.plusSeconds(60L * minute));
        return article;
    }

    private void joined(Story story, Article article, Instant at) {
        revising.joined(news.store.stories().join(story.id(), article.id(), at), article);
    }

    private List<Step> steps(Story story, SourceId... sources) {
        StoryView view = news.views
                .view(story.id(), new Viewer(new WorkspaceId(1), Set.of(sources)))
                .orElseThrow();
        return timelines.of(view).steps();
    }

    private static List<Class<?>> kinds(List<Step> steps) {
        List<Class<?>> kinds = new ArrayList<>();
        steps.forEach(step -> step.changes().forEach(change -> kinds.add(change.getClass())));
        return kinds;
    }

    @Test
    void whoSeesEverythingSeesTheRecord() {
        Story story = opened(news.imported, 0, "A ferry sank and 12 people died.");
        joined(story, news.imported, 5, "The ferry sank and 14 people died.");
        joined(story, news.imported, 9, "The ferry lies in deep water.");

        List<Step> steps = steps(story, news.imported);

        assertThat(kinds(steps))
                .containsExactly(Change.FirstReport.class, Change.NewFigure.class, Change.NewSource.class);
        assertThat(steps).extracting(Step::material).containsExactly(true, true, false);
        assertThat(steps).extracting(Step::when).isSorted().contains(NOON.plusSeconds(300));
    }

    @Test
    void theRecordStandsThoughThePublisherTookItsWordsBack() {
        Story story = opened(news.imported, 0, "A ferry sank and 12 people died.");
        Article second = joined(story, news.imported, 5, "The ferry sank and 14 people died.");
        news.store
                .articles()
                .revise(
                        second.id(),
                        Newsroom.text("The ferry", "It sank.", "Paper 5", NOON, "en"),
                        NOON.plusSeconds(900));

        assertThat(kinds(steps(story, news.imported))).contains(Change.NewFigure.class);
    }

    @Test
    void whatIsNewRestsOnVisibleArticlesAlone() {
        Story story = opened(other, 0, "A ferry sank and 12 people died.");
        joined(story, news.imported, 5, "The ferry sank off Port Alden.");
        joined(story, other, 6, "The ferry sank and 14 people died.");
        Article last = joined(story, news.imported, 9, "Of the ferry is known that 14 people died.");

        List<Step> steps = steps(story, news.imported);

        assertThat(kinds(steps)).containsExactly(Change.FirstReport.class, Change.NewFigure.class);
        assertThat(steps.getLast().changes()).singleElement().isInstanceOfSatisfying(Change.NewFigure.class, figure -> {
            assertThat(figure.before()).as("what is invisible is not named").isEmpty();
            assertThat(figure.proof().article()).isEqualTo(last.id());
        });
        assertThat(kinds(steps(story, other))).containsExactly(Change.FirstReport.class, Change.NewFigure.class);
    }

    @Test
    void articlesThatCameOutOfOrderAreToldInTheOrderOfPublication() {
        Story story = opened(news.imported, 9, "The ferry sank and 14 people died.");
        Article early = article(news.imported, 1, "A ferry sank and 12 people died.");
        joined(story, early, NOON.plusSeconds(700));

        List<Step> steps = steps(story, news.imported);

        assertThat(steps.getFirst().article().id()).isEqualTo(early.id());
        assertThat(kinds(steps)).containsExactly(Change.FirstReport.class, Change.NewFigure.class);
    }

    @Test
    void anArticleDatedAheadStandsWhereItWasNoticed() {
        Article first = article(news.imported, 90, "A ferry sank.");
        Story story = news.store.stories().open(first.id(), first.language(), NOON);

        assertThat(steps(story, news.imported).getFirst().when()).isEqualTo(NOON);
    }

    @Test
    void whatPublishersChangedIsToldOnlyToThoseWhoSeeTheArticle() {
        Story story = opened(news.imported, 0, "A ferry sank.");
        Article foreign = joined(story, other, 5, "The ferry sank and 14 people died.");
        news.store
                .stories()
                .revise(
                        story.id(),
                        foreign.id(),
                        true,
                        List.of(new Change.HeadlineChanged("A", "B")),
                        NOON.plusSeconds(900));

        assertThat(kinds(steps(story, news.imported))).containsExactly(Change.FirstReport.class);
        assertThat(steps(story, news.imported, other).getLast()).satisfies(step -> {
            assertThat(step.when()).isEqualTo(NOON.plusSeconds(900));
            assertThat(step.changes()).containsExactly(new Change.HeadlineChanged("A", "B"));
        });
    }

    @Test
    void anEarlierFigureOfAnInvisibleArticleIsLeftOutOfWhatAPublisherAdded() {
        Story story = opened(other, 0, "A ferry sank and 12 people died.");
        Article mine = joined(story, news.imported, 5, "The ferry sank off Port Alden.");
        Proof hidden = new Proof(story.members().getFirst(), 0, 0, "A ferry sank and 12 people died.");
        Proof own = new Proof(mine.id(), 0, 0, "14 people died.");
        news.store
                .stories()
                .revise(
                        story.id(),
                        mine.id(),
                        true,
                        List.of(new Change.NewFigure(
                                "14 people", "killed", Optional.of(new Change.Earlier("12 people", hidden)), own)),
                        NOON.plusSeconds(900));

        assertThat(steps(story, news.imported).getLast().changes())
                .containsExactly(new Change.NewFigure("14 people", "killed", Optional.empty(), own));
    }

    @Test
    void aMergeIsToldToThoseWhoSeeBothStories() {
        Story kept = opened(news.imported, 0, "A ferry sank and 12 people died.");
        Story gone = opened(other, 2, "A boat is lost off Port Alden.");
        joined(gone, other, 4, "The lost boat is the ferry, and 12 people died.");
        news.store.stories().merge(kept.id(), gone.id(), NOON.plusSeconds(600));

        assertThat(kinds(steps(kept, news.imported, other)))
                .endsWith(Change.Merged.class)
                .hasSize(4);
        assertThat(kinds(steps(kept, news.imported))).containsExactly(Change.FirstReport.class);
        assertThat(kinds(steps(kept, other))).containsExactly(Change.FirstReport.class, Change.NewFigure.class);
    }

    @Test
    void theSameReportElsewhereIsACopyForThoseWhoSeeTheFirst() {
        Story story = opened(other, 0, "A ferry sank.");
        Article original = joined(story, news.imported, 3, "Dockers walk out.");
        Article copy = news.store
                .articles()
                .add(
                        Newsroom.text("Dockers walk out!", "Dockers walk out.", "Mill", NOON.plusSeconds(400), "en"),
                        List.of(new ArticleKey("copy")),
                        news.imported,
                        Optional.of(original.report()),
                        NOON.plusSeconds(400));
        joined(story, copy, NOON.plusSeconds(400));

        assertThat(kinds(steps(story, news.imported))).containsExactly(Change.FirstReport.class, Change.Copy.class);
    }

    @Test
    void ofALargeStoryTheBeginningAndTheEndAreTold() {
        Story story = opened(news.imported, 0, "A ferry sank.");
        for (int i = 1; i < 80; i++) {
            joined(story, news.imported, i, "The ferry again, part " + i + " of it.");
        }

        List<Step> steps = steps(story, news.imported);

        assertThat(steps).hasSize(60);
        assertThat(steps.getFirst().when()).isEqualTo(NOON);
        assertThat(steps.get(9).when()).isEqualTo(NOON.plusSeconds(9 * 60));
        assertThat(steps.get(10).when()).isEqualTo(NOON.plusSeconds(30 * 60));
        assertThat(steps.getLast().when()).isEqualTo(NOON.plusSeconds(79 * 60));
    }

    @Test
    void onlyWhatWasLearntAfterAnInstantIsSince() {
        Story story = opened(news.imported, 0, "A ferry sank.");
        Article late = article(news.imported, 2, "The ferry again.");
        joined(story, late, NOON.plusSeconds(600));
        StoryView view = news.view(story);

        assertThat(timelines.of(view).since(NOON.plusSeconds(300)))
                .extracting(step -> step.article().id())
                .containsExactly(late.id());
        assertThat(timelines.of(view).since(NOON.plusSeconds(600))).isEmpty();
    }
}
