package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import news.lede.answer.Answer;
import news.lede.answer.StoryItem;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.NewArticle;
import news.lede.community.Role;
import news.lede.source.Source;
import news.lede.story.Change;
import news.lede.story.Proof;
import news.lede.story.StoryId;
import org.junit.jupiter.api.Test;

class CorrectionsCommandTest {
    private final TestDesk test = new TestDesk();

    private StoryId add(String title, String publisher) {
        return test.add(title, publisher, Duration.ofDays(2), title + " is all that is known of it.");
    }

    private Article first(StoryId story) {
        ArticleId id = test.store.stories().find(story).orElseThrow().members().getFirst();
        return test.store.articles().find(id).orElseThrow();
    }

    private void changed(StoryId story, Duration ago, Change... changes) {
        test.store.stories().revise(story, first(story).id(), true, List.of(changes), TestDesk.NOW.minus(ago));
    }

    @Test
    void theNewestComesFirstWithWhoChangedWhatFromWhatToWhat() {
        StoryId ferry = add("Ferry lost", "The Harbour Post");
        StoryId rain = add("Rain in Quell", "Valley News");
        changed(ferry, Duration.ofHours(5), new Change.HeadlineChanged("Ferry lost, 12 dead", "Ferry lost, 14 dead"));
        changed(rain, Duration.ofHours(2), new Change.Withdrawn(410));

        Answer.StoryList list = test.list("/corrections");

        assertThat(list.title()).isEqualTo("Corrections and changed headlines");
        assertThat(list.stories())
                .extracting(StoryItem::reasons)
                .containsExactly(
                        List.of("2 hours ago, Valley News: the publisher took the article down"),
                        List.of(
                                "5 hours ago, The Harbour Post: headline changed from “Ferry lost, 12 dead” to “Ferry lost, 14 dead”"));
    }

    @Test
    void aStoryComesOnceWithItsNewestChangesAndNothingElseThatCameWithThem() {
        StoryId ferry = add("Ferry lost", "The Harbour Post");
        for (int i = 1; i <= 5; i++) {
            changed(
                    ferry,
                    Duration.ofHours(i),
                    new Change.HeadlineChanged("Old " + i, "New " + i),
                    new Change.NewPerson("Ada Moll", new Proof(first(ferry).id(), 0, 0, "Ferry lost")));
        }

        assertThat(test.list("/corrections").stories())
                .singleElement()
                .satisfies(item -> assertThat(item.reasons())
                        .hasSize(3)
                        .allMatch(reason -> !reason.contains("Moll"))
                        .first()
                        .isEqualTo("1 hour ago, The Harbour Post: headline changed from “Old 1” to “New 1”"));
    }

    @Test
    void aCorrectedSentenceIsQuotedWithinTheLimitOfTheAnswer() {
        StoryId ferry = add("Ferry lost", "The Harbour Post");
        Article article = first(ferry);
        String before = article.paragraphs().getFirst();
        String after = "Ferry found is all that is known of it.";
        test.store
                .articles()
                .revise(
                        article.id(),
                        new NewArticle(
                                article.title(),
                                article.publisher(),
                                article.url(),
                                List.of(after),
                                article.published(),
                                false,
                                article.language(),
                                OptionalInt.empty()),
                        TestDesk.NOW);
        changed(
                ferry,
                Duration.ofHours(1),
                new Change.TextCorrected(before, new Proof(article.id(), 0, 0, after)),
                new Change.CorrectionNote(new Proof(article.id(), 0, 0, after)));

        assertThat(test.list("/corrections").stories()).singleElement().satisfies(item -> {
            assertThat(item.reasons())
                    .containsExactly("1 hour ago, The Harbour Post: corrected text: “" + after + "” (before: “" + before
                            + "”); a correction: “" + after + "”");
            assertThat(item.summary()).as("three sentences are the limit").isEmpty();
        });
    }

    @Test
    void onlyArticlesTheAskerSeesAndOnlyOfTheLastThirtyDays() {
        add("Ferry lost", "The Harbour Post");
        StoryId secret = test.add(test.foreign(), "Secret", "Foreign Feed", Duration.ofHours(9), "It is secret.");
        StoryId old = add("Old ferry", "The Harbour Post");
        changed(secret, Duration.ofHours(1), new Change.Withdrawn(404));
        changed(old, Duration.ofDays(31), new Change.Withdrawn(404));

        assertThat(test.notice("/corrections").text())
                .isEqualTo(
                        "No article followed here was corrected, retitled or taken down by its publisher in the last 30"
                                + " days, as far as I noticed.");
    }

    @Test
    void aSourceOrAPublisherNarrowsThem() {
        Source quay = test.feed("Quay News");
        StoryId ferry = add("Ferry lost", "The Harbour Post");
        StoryId rain = add("Rain in Quell", "Valley News");
        StoryId dock = test.add(quay, "Dock closed", "", Duration.ofHours(4), "The dock is closed.");
        for (StoryId story : List.of(ferry, rain, dock)) {
            changed(story, Duration.ofHours(1), new Change.Withdrawn(410));
        }

        assertThat(test.titles("/corrections source:quay")).containsExactly("Dock closed");
        assertThat(test.titles("/corrections valley")).containsExactly("Rain in Quell");
        assertThat(test.list("/corrections valley").title())
                .isEqualTo("Corrections and changed headlines, from Valley News");
        assertThat(test.notice("/corrections nobody").title()).isEqualTo("Unknown source");
    }

    @Test
    void manyArePaged() {
        for (int i = 0; i < 7; i++) {
            changed(add("Story " + i, "The Harbour Post"), Duration.ofHours(i + 1), new Change.Withdrawn(410));
        }

        assertThat(test.titles("/corrections count:3")).containsExactly("Story 0", "Story 1", "Story 2");
        assertThat(test.titles("/corrections count:3 page:3")).containsExactly("Story 6");
    }

    @Test
    void aMergedStoryIsListedUnderItsSurvivor() {
        StoryId kept = add("Ferry lost", "The Harbour Post");
        StoryId gone = add("Boat lost", "Valley News");
        changed(gone, Duration.ofHours(1), new Change.HeadlineChanged("Boat", "Boat lost"));
        test.store.stories().merge(kept, gone, TestDesk.NOW);

        assertThat(test.list("/corrections").stories())
                .extracting(item -> item.view().id())
                .containsExactly(kept);
    }

    @Test
    void anEmptyStoreSaysWhatToDoAndGermansReadGerman() {
        assertThat(test.notice("/corrections").text()).contains("./lede import PATH");
        changed(add("Ferry lost", "The Harbour Post"), Duration.ofHours(1), new Change.Withdrawn(410));

        assertThat(test.text(test.desk.answer(test.asker(Role.MEMBER, Locale.GERMAN), "/corrections")))
                .contains("Berichtigungen und geänderte Überschriften", "der Artikel wurde zurückgezogen");
    }
}
