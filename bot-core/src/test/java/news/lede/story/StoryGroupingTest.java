package news.lede.story;

import static news.lede.story.Newsroom.ELECTION;
import static news.lede.story.Newsroom.FERRY;
import static news.lede.story.Newsroom.FERRY_AGAIN;
import static news.lede.story.Newsroom.FIRE;
import static news.lede.story.Newsroom.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.NewArticle;
import news.lede.article.ReportId;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StoryGroupingTest {
    private final Newsroom news = new Newsroom();

    @Test
    void twoReportsOfOneEventAreOneStoryEvenInAnEmptyStore() {
        Story first = news.read("Ferry Marla sinks off Port Alden", FERRY, NOON);
        Story second = news.read("Captain questioned after ferry Marla sinks", FERRY_AGAIN, NOON.plusSeconds(3600));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.members()).hasSize(2);
        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.updated()).isEqualTo(NOON.plusSeconds(3600));
    }

    @Test
    void whatAnotherProcessPlacedMeanwhileIsComparedToo() {
        news.read("Warehouse fire in Sarn", FIRE, NOON);
        StoryGrouping elsewhere = news.grouping();
        Article first =
                news.store(Newsroom.text("Ferry Marla sinks off Port Alden", FERRY, "A", NOON, "en"), Optional.empty());
        Story placed = elsewhere.place(first, NOON);

        Story second = news.read("Captain questioned after ferry Marla sinks", FERRY_AGAIN, NOON.plusSeconds(3600));

        assertThat(second.id()).isEqualTo(placed.id());
        assertThat(elsewhere.reportOf(Newsroom.text(
                        "Captain questioned after ferry Marla sinks", FERRY_AGAIN, "B", NOON.plusSeconds(3600), "en")))
                .isPresent();
    }

    @Test
    void differentEventsAreDifferentStories() {
        Story ferry = news.read("Ferry Marla sinks off Port Alden", FERRY, NOON);
        Story election = news.read("Weidner wins Kestrel Valley", ELECTION, NOON);
        Story fire = news.read("Warehouse fire in Sarn", FIRE, NOON);
        assertThat(java.util.Set.of(ferry.id(), election.id(), fire.id())).hasSize(3);
    }

    @Test
    void onePresidentInBothDoesNotMakeTwoEventsOne() {
        Story visit = news.read(
                "President Donald Trump opens museum",
                "President Donald Trump opened a maritime museum in Port Alden on Monday and praised its model ships. Visitors queued for hours to see the lighthouse lamp.",
                NOON);
        Story tariff = news.read(
                "Trump administration delays bicycle tariff",
                "The administration of President Donald Trump delayed a tariff on bicycles on Monday, importers said. Velar shares rose after the customs notice.",
                NOON);
        assertThat(tariff.id()).isNotEqualTo(visit.id());
    }

    @Test
    void anArticleKeepsItsStory() {
        Article stored = news.store(Newsroom.text("Ferry sinks", FERRY, "A", NOON, "en"), Optional.empty());
        Story placed = news.grouping.place(stored, NOON);
        assertThat(news.grouping.place(stored, NOON.plusSeconds(5))).isEqualTo(placed);
    }

    @Test
    void storiesFormPerLanguage() {
        Story english = news.read("Ferry Marla sinks off Port Alden", FERRY, NOON);
        Story unknown = news.read(Newsroom.text("Ferry Marla sinks off Port Alden", FERRY_AGAIN, "B", NOON, "nl"));
        assertThat(unknown.id()).isNotEqualTo(english.id());
        assertThat(unknown.language()).isEqualTo(new Language("nl"));
    }

    @Test
    void whatIsMoreThanAWeekApartIsAnotherEvent() {
        Story first = news.read("Ferry Marla sinks off Port Alden", FERRY, NOON);
        Story later =
                news.read("Captain questioned after ferry Marla sinks", FERRY_AGAIN, NOON.plus(Duration.ofDays(8)));
        assertThat(later.id()).isNotEqualTo(first.id());
    }

    @Test
    void anOlderArticleThatComesLaterFindsItsStory() {
        news.read("Warehouse fire in Sarn", FIRE, NOON.plus(Duration.ofDays(20)));
        Story first = news.read("Ferry Marla sinks off Port Alden", FERRY, NOON);
        Story second = news.read("Captain questioned after ferry Marla sinks", FERRY_AGAIN, NOON.minusSeconds(3600));
        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void aNewProcessKnowsWhatTheStoreKnows() {
        Story first = news.read("Ferry Marla sinks off Port Alden", FERRY, NOON);
        news.read("Weidner wins Kestrel Valley", ELECTION, NOON);
        Article next = news.store(
                Newsroom.text("Captain questioned after ferry Marla sinks", FERRY_AGAIN, "B", NOON, "en"),
                Optional.empty());
        assertThat(news.grouping().place(next, NOON).id()).isEqualTo(first.id());
    }

    @Nested
    class WhenAPublisherChangesAText {
        private final NewArticle placeholder =
                Newsroom.text("Developing story", "More soon on this page.", "Alden Courier", NOON, "en");
        private final NewArticle told =
                Newsroom.text("Ferry Marla sinks off Port Alden", FERRY, "Alden Courier", NOON, "en");

        @Test
        void theNextArticleIsComparedWithTheNewText() {
            Story first = news.read(placeholder);
            ArticleId article = first.members().getFirst();
            news.store.articles().revise(article, told, NOON.plusSeconds(60));
            news.grouping.reread(article);
            assertThat(news.read("Captain questioned after ferry Marla sinks", FERRY_AGAIN, NOON.plusSeconds(120))
                            .id())
                    .isEqualTo(first.id());
        }

        @Test
        void aRolledBackChangeIsNotCompared() {
            Story first = news.read(told);
            ArticleId article = first.members().getFirst();
            try {
                news.store.transactor().inTransaction(() -> {
                    news.store.articles().revise(article, placeholder, NOON.plusSeconds(60));
                    news.grouping.reread(article);
                    throw new IllegalStateException("disk full");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("disk full");
            }
            assertThat(news.read("Captain questioned after ferry Marla sinks", FERRY_AGAIN, NOON.plusSeconds(120))
                            .id())
                    .isEqualTo(first.id());
        }

        @Test
        void anArticleThatIsNotHeldChangesNothing() {
            Story first = news.read(told);
            news.grouping.reread(new ArticleId(99));
            assertThat(news.read("Captain questioned after ferry Marla sinks", FERRY_AGAIN, NOON.plusSeconds(120))
                            .id())
                    .isEqualTo(first.id());
        }
    }

    @Nested
    class Reports {
        @Test
        void aCopyWithAnEditedLineIsTheSameReport() {
            news.read("Ferry Marla sinks off Port Alden", FERRY, NOON);
            Optional<ReportId> report = news.grouping.reportOf(Newsroom.text(
                    "Ferry disaster", FERRY + " (Alden Press Agency)", "Delvoort Post", NOON.plusSeconds(60), "en"));
            assertThat(report).contains(new ReportId(1));
        }

        @Test
        void anotherTextOnTheSameEventIsNot() {
            news.read("Ferry Marla sinks off Port Alden", FERRY, NOON);
            assertThat(news.grouping.reportOf(Newsroom.text("Captain questioned", FERRY_AGAIN, "B", NOON, "en")))
                    .isEmpty();
        }

        @Test
        void aCopyAYearLaterIsNot() {
            news.read("Ferry Marla sinks off Port Alden", FERRY, NOON);
            assertThat(news.grouping.reportOf(
                            Newsroom.text("Ferry", FERRY, "B", NOON.plus(Duration.ofDays(365)), "en")))
                    .isEmpty();
        }

        @Test
        void aCopyJoinsTheStoryOfItsReport() {
            Story first = news.read("Ferry Marla sinks off Port Alden", FERRY, NOON);
            Article copy = news.store(
                    Newsroom.text("Quite another headline", "Nothing in common.", "B", NOON, "en"),
                    Optional.of(new ReportId(1)));
            assertThat(news.grouping.place(copy, NOON).id()).isEqualTo(first.id());
        }
    }

    @Nested
    class AfterATransactionWasRolledBack {
        @Test
        void memoryForgetsWhatTheStoreDoesNotHave() {
            Story kept = news.read("Weidner wins Kestrel Valley", ELECTION, NOON);
            try {
                news.store.transactor().inTransaction(() -> {
                    news.read("Ferry Marla sinks off Port Alden", FERRY, NOON);
                    throw new IllegalStateException("disk full");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("disk full");
            }
            Story again = news.read("Captain questioned after ferry Marla sinks", FERRY_AGAIN, NOON);
            assertThat(again.members()).hasSize(1);
            assertThat(news.store.stories().find(again.id())).contains(again);
            assertThat(again.id()).isNotEqualTo(kept.id());
        }
    }

    @Test
    void whatHappensAtOnePlaceIsNotOneEventHoweverShortTheTexts() {
        Story ferry = news.read(
                "Ferry Alma runs aground off Port Ellery",
                "The ferry ran aground on Monday with ninety people on board.",
                Newsroom.NOON);
        Story tunnel = news.read(
                "Council of Port Ellery votes for a harbour tunnel",
                "Nine years of dispute end with a vote of eleven to four.",
                Newsroom.NOON.plusSeconds(60));

        assertThat(tunnel.id()).isNotEqualTo(ferry.id());
    }
}
