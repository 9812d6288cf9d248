package news.lede.telegram;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import news.lede.answer.StoryItem;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.summary.Evidence;
import news.lede.summary.Statement;
import news.lede.text.Language;

/** Stories of a coast that does not exist. */
final class SampleStories {
    static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    private SampleStories() {}

    static Article article(long id, String publisher, String title, String... paragraphs) {
        return new Article(
                new ArticleId(id),
                new ReportId(id),
                title,
                Optional.of(publisher),
                Optional.of(
                        URI.create("https://" + publisher.toLowerCase().replaceAll("[^a-z]", "") + ".example/" + id)),
                List.of(paragraphs),
                NOW.minus(Duration.ofMinutes(10 + id)),
                false,
                Language.ENGLISH,
                OptionalInt.empty(),
                NOW);
    }

    /** A story whose summary is the first paragraph of each article. */
    static StoryItem story(long id, String title, List<String> reasons, Article... articles) {
        List<Statement> summary = new ArrayList<>();
        for (Article article : articles) {
            if (!article.paragraphs().isEmpty()) {
                String sentence = article.paragraphs().getFirst();
                summary.add(new Statement(sentence, List.of(new Evidence(article, 0, 0, sentence))));
            }
        }
        return new StoryItem(
                new StoryView(new StoryId(id), 1, Language.ENGLISH, title, List.of(articles)),
                summary,
                reasons,
                OptionalDouble.empty());
    }

    static StoryItem dam() {
        return story(
                4,
                "Reservoir dam holds after night of rain",
                List.of(),
                article(
                        1,
                        "Harbour Courier",
                        "Reservoir dam holds after night of rain",
                        "The dam above Linfell held on Sunday."),
                article(2, "Valley Post", "Linfell breathes again", "Some 400 people went home in the morning."));
    }

    static StoryItem ferry() {
        return story(
                7,
                "Ferry <Brisa> & crew back in port",
                List.of("both mention Linfell"),
                article(3, "Coast Wire", "Ferry <Brisa> & crew back in port", "The ferry reached Linfell at dawn."));
    }
}
