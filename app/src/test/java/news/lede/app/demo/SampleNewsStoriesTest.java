package news.lede.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import news.lede.app.demo.SampleNews.Piece;
import news.lede.article.Article;
import news.lede.article.ArticleKeys;
import news.lede.article.NewArticle;
import news.lede.source.SourceId;
import news.lede.store.InMemoryStore;
import news.lede.story.StoryGrouping;
import news.lede.story.StoryId;
import news.lede.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample newsroom is labelled: what the demo shows must be the events that its texts were written about. */
class SampleNewsStoriesTest {
    private static final Instant OPENED = Instant.parse("2026-05-04T18:00:00Z");

    private final SampleNews news = SampleNews.shipped();
    private final InMemoryStore store = new InMemoryStore();
    private final StoryGrouping grouping = new StoryGrouping(store.stories(), store.articles());
    private final SourceId source = store.sources().imported().id();
    private final Map<StoryId, Set<String>> eventsOf = new LinkedHashMap<>();
    private final Map<String, Set<StoryId>> storiesOf = new HashMap<>();

    @BeforeEach
    void everythingAppearsInItsOrder() {
        news.articles().stream().sorted(Comparator.comparing(Piece::appears)).forEach(this::appear);
    }

    private void appear(Piece piece) {
        Instant published = OPENED.plus(piece.appears());
        SampleNews.Publisher publisher =
                Objects.requireNonNull(news.publishers().get(piece.publisher()));
        NewArticle article = new NewArticle(
                piece.title(),
                Optional.of(publisher.name()),
                Optional.empty(),
                piece.paragraphs(),
                published,
                false,
                new Language(publisher.language()),
                OptionalInt.empty());
        Article stored = store.articles()
                .add(article, ArticleKeys.of(article, source, Optional.empty()), source, Optional.empty(), published);
        StoryId story = grouping.place(stored, published).id();
        eventsOf.computeIfAbsent(story, _ -> new TreeSet<>()).add(piece.event());
        storiesOf.computeIfAbsent(piece.event(), _ -> new TreeSet<>()).add(story);
    }

    @Test
    void noStoryHoldsTwoEvents() {
        assertThat(eventsOf.values()).allSatisfy(events -> assertThat(events).hasSize(1));
    }

    @Test
    void nearlyEveryEventIsOneStory() {
        List<String> split = storiesOf.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(split).hasSizeLessThanOrEqualTo(storiesOf.size() / 10);
    }
}
