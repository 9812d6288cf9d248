package news.lede.summary;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.text.Language;

/** Articles and stories for the tests of this package. */
final class Articles {
    private Articles() {}

    static Article article(long id, String title, String... paragraphs) {
        return article(id, title, OptionalInt.empty(), paragraphs);
    }

    static Article article(long id, String title, OptionalInt maxSnippet, String... paragraphs) {
        return new Article(
                new ArticleId(id),
                new ReportId(id),
                title,
                Optional.of("Publisher " + id),
                Optional.empty(),
                List.of(paragraphs),
                Instant.EPOCH.plusSeconds(id),
                false,
                Language.ENGLISH,
                maxSnippet,
                Instant.EPOCH);
    }

    static StoryView story(Article... articles) {
        return new StoryView(new StoryId(1), 1, Language.ENGLISH, articles[0].title(), Arrays.asList(articles));
    }
}
