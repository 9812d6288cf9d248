package news.lede.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {
    private final AnswerJson json =
            new AnswerJson(new AnswerText(new Phrases(Texts.in(Locale.ENGLISH), SampleStories.NOW, ZoneOffset.UTC)));

    @Test
    void aListHasItsStoriesWithEvidence() {
        Snapshot.assertShown("answer/stories.json", json.write(SampleStories.LIST));
    }

    @Test
    void aCardIsAStoryOfKindStory() {
        Snapshot.assertShown("answer/story.json", json.write(SampleStories.CARD));
    }

    @Test
    void aListingSaysWhatItLists() {
        Snapshot.assertShown("answer/topics.json", json.write(SampleStories.TOPICS));
        assertThat(json.of(new Answer.Listing(Answer.Listing.Kind.HELP, "Help", List.of(), List.of(), Optional.empty()))
                        .path("kind")
                        .textValue())
                .isEqualTo("help");
    }

    @Test
    void theLinesOfAnAccountAreTheSummaryOfItsStory() {
        Snapshot.assertShown("answer/compare.json", json.write(SampleStories.COMPARED));
    }

    @Test
    void aBriefingIsAListByAnotherName() {
        Answer.StoryList list = SampleStories.LIST;
        JsonNode briefing = json.of(new Answer.Briefing(list.title(), list.stories(), list.actions(), list.footer()));

        assertThat(briefing.path("kind").textValue()).isEqualTo("briefing");
        assertThat(briefing.path("stories")).isEqualTo(json.of(list).path("stories"));
    }

    @Test
    void aNoticeHasNoStories() {
        Snapshot.assertShown("answer/notice.json", json.write(SampleStories.NOTICE));
    }

    @Test
    void titlesAreVerbatimWhileTheTextIsMadeSafeToShow() {
        JsonNode node = json.of(SampleStories.LIST);
        assertThat(node.at("/stories/1/title").textValue()).contains("\n", "\u202E");
        assertThat(node.path("text").textValue()).contains("Two roads closed after rain in Quell valley");
    }
}
