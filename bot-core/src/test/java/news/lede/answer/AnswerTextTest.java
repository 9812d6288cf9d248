package news.lede.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import news.lede.article.Article;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    private final AnswerText english = in(Locale.ENGLISH);

    @Test
    void aListNumbersItsStoriesWithSummaryBylineLinkAndReason() {
        Snapshot.assertShown("answer/stories.txt", english.of(SampleStories.LIST));
    }

    @Test
    void theSmallLinesAreInTheReadersLanguage() {
        Snapshot.assertShown("answer/stories-de.txt", in(Locale.GERMANY).of(SampleStories.LIST));
    }

    @Test
    void aCardMarksEverySentenceWithTheSourcesListedBelow() {
        Snapshot.assertShown("answer/story.txt", english.of(SampleStories.CARD));
    }

    @Test
    void aListingShowsItsSectionsUnderTheirHeadings() {
        Snapshot.assertShown("answer/topics.txt", english.of(SampleStories.TOPICS));
    }

    @Test
    void anAccountNamesBehindEachLineWhoSaysSo() {
        Snapshot.assertShown("answer/compare.txt", english.of(SampleStories.COMPARED));
    }

    @Test
    void aBriefingIsNumberedLikeAList() {
        Answer.StoryList list = SampleStories.LIST;

        assertThat(english.of(new Answer.Briefing(list.title(), list.stories(), list.actions(), list.footer())))
                .isEqualTo(english.of(list));
    }

    @Test
    void aNoticeKeepsItsLines() {
        Snapshot.assertShown("answer/notice.txt", english.of(SampleStories.NOTICE));
    }

    @Test
    void ofManySourcesTwentyAreListedAndTheRestCounted() {
        List<Article> articles = LongStream.rangeClosed(1, 23)
                .mapToObj(i -> SampleStories.article(
                        i, "Title " + i, "Publisher " + i, "", "Text " + i + ".", Duration.ofHours(i)))
                .toList();
        StoryView story = new StoryView(new StoryId(1), 23, Language.ENGLISH, "Many", articles);
        String text = english.of(new Answer.StoryCard(
                "Many",
                new StoryItem(story, List.of(), List.of(), OptionalDouble.empty()),
                List.of(),
                Optional.empty()));

        assertThat(text)
                .contains("[1] Publisher 1 ·", "[20] Publisher 20 ·", "and 3 more")
                .doesNotContain("[21]");
    }

    private static AnswerText in(Locale locale) {
        return new AnswerText(new Phrases(Texts.in(locale), SampleStories.NOW, ZoneOffset.UTC));
    }
}
