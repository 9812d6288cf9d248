package news.lede.topic;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class StorySubjectsTest {
    private static final WorkspaceId HERE = new WorkspaceId(1);
    private static final Topic WEATHER = topic("weather", "rain", "storm*", "flood");
    private static final Topic PORTS = topic("ports", "harbour", "quay");

    private final InMemoryTopics defined = new InMemoryTopics();
    private final TopicCatalog catalog = new TopicCatalog(List.of(WEATHER, PORTS), defined);
    private final StorySubjects subjects = new StorySubjects(() -> catalog);

    private static Topic topic(String id, String... words) {
        return new Topic(
                new TopicId(id),
                Map.of(Language.ENGLISH, id),
                "About " + id + ".",
                Map.of(Language.ENGLISH, List.of(words)),
                Optional.empty());
    }

    private static StoryView story(String title, String lead) {
        return new StoryView(
                new StoryId(1),
                1,
                Language.ENGLISH,
                title,
                List.of(new Article(
                        new ArticleId(1),
                        new ReportId(1),
                        title,
                        Optional.of("Valley News"),
                        Optional.empty(),
                        List.of(lead),
                        NOON,
                        false,
                        Language.ENGLISH,
                        OptionalInt.empty(),
                        NOON)));
    }

    private Optional<String> subject(StoryView story) {
        return subjects.in(HERE).apply(story).map(topic -> topic.id().value());
    }

    @Test
    void isTheTopicWhoseWordsAStoryHasMost() {
        assertThat(subject(story("Storm and rain close the harbour", "The flood came at night.")))
                .contains("weather");
        assertThat(subject(story("Harbour closes its old quay", "Rain is expected.")))
                .contains("ports");
    }

    @Test
    void thereIsNoneWithoutAnyWord() {
        assertThat(subject(story("Teachers meet in Norby", "They talked about books.")))
                .isEmpty();
    }

    @Test
    void whatAWorkspaceDefinedGoesBeforeWhatShipsAndStaysIts() {
        defined.define(HERE, topic("ferries", "ferry"));
        StoryView story = story("Storm, storms and rain", "A ferry stayed in port.");

        assertThat(subject(story)).contains("ferries");
        assertThat(subjects.in(new WorkspaceId(2)).apply(story)).contains(WEATHER);
    }

    @Test
    void whatAWorkspaceOverridesIsNotFoundByItsShippedWords() {
        defined.define(HERE, topic("weather", "drought"));

        assertThat(subject(story("Rain over Norby", "It rained."))).isEmpty();
        assertThat(subject(story("Drought in Norby", "No rain."))).contains("weather");
    }

    @Test
    void wordsThatMustAndMustNotStandCount() {
        defined.define(
                HERE,
                new Topic(
                        new TopicId("cup"),
                        Map.of(Language.ENGLISH, "Cup"),
                        Map.of(),
                        "Football cups.",
                        Map.of(Language.ENGLISH, List.of("cup", "goal")),
                        Map.of(Language.ENGLISH, List.of("football")),
                        Map.of(Language.ENGLISH, List.of("tea")),
                        List.of(),
                        Optional.empty()));

        assertThat(subject(story("A goal in the cup", "Nobody says which."))).isEmpty();
        assertThat(subject(story("A goal in the football cup", "Norby won."))).contains("cup");
        assertThat(subject(story("A football cup of tea", "A goal for some."))).isEmpty();
    }
}
