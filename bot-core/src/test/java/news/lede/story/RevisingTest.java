package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.NewArticle;
import org.junit.jupiter.api.Test;

class RevisingTest {
    private static final Instant NOON = Newsroom.NOON;
    private static final Instant LATER = NOON.plusSeconds(3600);

    private final Newsroom news = new Newsroom();
    private final Story ferry = news.read("Ferry Marla sinks off Port Alden", Newsroom.FERRY, NOON);

    private List<Revision> revisions() {
        return news.store.stories().revisions(ferry.id());
    }

    private Revision last() {
        return revisions().getLast();
    }

    private Article member() {
        return news.store.articles().find(ferry.members().getFirst()).orElseThrow();
    }

    private NewArticle with(String title, String... paragraphs) {
        NewArticle text = Newsroom.text(title, "", "Alden Courier", NOON, "en");
        return new NewArticle(
                title,
                text.publisher(),
                text.url(),
                List.of(paragraphs),
                NOON,
                false,
                text.language(),
                text.maxSnippet());
    }

    private Optional<Revision> revised(NewArticle now) {
        Article before = member();
        return news.grouping.revised(before, news.store.articles().revise(before.id(), now, LATER), LATER);
    }

    @Test
    void theFirstArticleBeginsTheStory() {
        assertThat(revisions()).singleElement().satisfies(revision -> {
            assertThat(revision.material()).isTrue();
            assertThat(revision.article()).contains(ferry.members().getFirst());
            assertThat(revision.changes()).hasExactlyElementsOfTypes(Change.FirstReport.class);
        });
    }

    @Test
    void anArticleWithATollSaysSo() {
        news.read("Ferry Marla: divers search", Newsroom.FERRY_AGAIN + " At least 14 people were killed.", LATER);

        assertThat(last().material()).isTrue();
        assertThat(last().changes()).hasExactlyElementsOfTypes(Change.NewFigure.class);
    }

    @Test
    void aCopyIsNeverMaterialWhateverItSays() {
        Story copied =
                news.read("Ferry Marla sinks", Newsroom.FERRY.replace("214", "14 people were killed, 214"), LATER);

        assertThat(copied.id()).isEqualTo(ferry.id());
        assertThat(last().material()).isFalse();
        assertThat(last().changes()).containsExactly(new Change.Copy());
    }

    @Test
    void whatWasSaidIsKnownAfterARestartToo() {
        String dead = Newsroom.FERRY_AGAIN + " At least 14 people were killed.";
        news.read("Ferry Marla: divers search", dead, LATER);
        StoryGrouping anew = news.grouping();
        Article third = news.store(
                Newsroom.text("Marla: captain heard", dead.replace("broken", "open"), "Sarn News", LATER, "en"),
                Optional.empty());

        anew.place(third, LATER);

        assertThat(last().article()).contains(third.id());
        assertThat(last().changes()).containsExactly(new Change.NewSource());
    }

    @Test
    void whatARolledBackArticleSaidIsNotKnown() {
        String dead = Newsroom.FERRY_AGAIN + " At least 14 people were killed.";
        try {
            news.store.transactor().inTransaction(() -> {
                news.read("Ferry Marla: divers search", dead, LATER);
                throw new IllegalStateException("the power went");
            });
        } catch (IllegalStateException expected) {
            assertThat(revisions()).hasSize(1);
        }

        news.read("Ferry Marla: divers search", dead, LATER);

        assertThat(last().changes()).hasExactlyElementsOfTypes(Change.NewFigure.class);
    }

    @Test
    void aLargeStoryIsReadFromItsBeginningAndItsEnd() {
        List<Article> members = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String text = i == 0 ? "The police reported arrests." : "Divers searched. " + i + " boats came.";
            Article one = news.store(Newsroom.text("Marla " + i, text, "Paper " + i, NOON, "en"), Optional.empty());
            news.store.stories().join(ferry.id(), one.id(), NOON);
            members.add(one);
        }
        Article next = news.store(
                Newsroom.text("Marla", "Two men were arrested in Sarn.", "Late News", LATER, "en"), Optional.empty());
        Story grown = news.store.stories().join(ferry.id(), next.id(), LATER);

        new Revising(news.store.stories(), news.store.articles()).joined(grown, next);

        assertThat(members).hasSize(30);
        assertThat(last().changes())
                .as("the arrests of the second article are known")
                .containsExactly(new Change.NewSource());
    }

    @Test
    void anotherHeadlineIsARevisionOfTheStory() {
        Optional<Revision> revision = revised(with("Ferry Marla sinks off Port Alden, 14 dead", member().text()));

        assertThat(revision).contains(last());
        assertThat(last().number()).isEqualTo(2);
        assertThat(last().at()).isEqualTo(LATER);
        assertThat(last().changes())
                .containsExactly(new Change.HeadlineChanged(
                        "Ferry Marla sinks off Port Alden", "Ferry Marla sinks off Port Alden, 14 dead"));
    }

    @Test
    void whatAPublisherAddsToItsTextIsNewToTheStoryOnce() {
        String more = "Two men were arrested in Sarn on Saturday.";
        assertThat(revised(with(member().title(), more, member().text()))).hasValueSatisfying(revision -> {
            assertThat(revision.material()).isTrue();
            assertThat(revision.changes()).hasExactlyElementsOfTypes(Change.NewOutcome.class);
        });

        assertThat(revised(with(member().title(), more, member().text(), "Rain fell.")))
                .isEmpty();
    }

    @Test
    void aCorrectedFigureIsToldOnceAndNotAsANewOneToo() {
        revised(with(member().title(), "14 people died on the ferry, said the coast guard.", Newsroom.FERRY));
        revised(with(member().title(), "16 people died on the ferry, said the coast guard.", Newsroom.FERRY));

        assertThat(last().changes()).hasExactlyElementsOfTypes(Change.TextCorrected.class);
    }

    @Test
    void aTrivialEditMakesNoRevision() {
        assertThat(revised(with("Ferry Marla sinks off  Port Alden!", Newsroom.FERRY)))
                .isEmpty();
        assertThat(revisions()).hasSize(1);
    }

    @Test
    void aWithdrawnArticleIsAMaterialRevision() {
        Optional<Revision> revision = news.grouping.withdrawn(member(), 410, LATER);

        assertThat(revision).contains(last());
        assertThat(last().material()).isTrue();
        assertThat(last().changes()).containsExactly(new Change.Withdrawn(410));
    }
}
