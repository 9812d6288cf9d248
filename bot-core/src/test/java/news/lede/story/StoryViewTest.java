package news.lede.story;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class StoryViewTest {
    private static Article article(int id, String title, String picture) {
        return new Article(
                new ArticleId(id),
                new ReportId(id),
                title,
                Optional.of("Valley News"),
                Optional.empty(),
                List.of(),
                NOON.plusSeconds(id),
                false,
                Language.ENGLISH,
                OptionalInt.empty(),
                NOON,
                picture.isEmpty() ? Optional.empty() : Optional.of(URI.create(picture)));
    }

    private static StoryView view(Article... articles) {
        return new StoryView(new StoryId(1), 1, Language.ENGLISH, "Ferry aground", List.of(articles));
    }

    @Test
    void thePictureIsThatOfTheArticleWhoseTitleTheStoryBears() {
        StoryView view = view(
                article(1, "Ferry aground - Valley News", "https://a.example/1.jpg"),
                article(2, "Ferry off Norby", "https://a.example/2.jpg"));

        assertThat(view.titled().id()).isEqualTo(new ArticleId(1));
        assertThat(view.picture()).contains(URI.create("https://a.example/1.jpg"));
    }

    @Test
    void elseThatOfTheNewestThatHasOne() {
        StoryView view = view(
                article(1, "Ferry off Norby", "https://a.example/1.jpg"),
                article(2, "Ferry aground", ""),
                article(3, "Ferry freed", "https://a.example/3.jpg"),
                article(4, "Ferry home", ""));

        assertThat(view.picture()).contains(URI.create("https://a.example/3.jpg"));
        assertThat(view(article(1, "Ferry aground", "")).picture()).isEmpty();
    }
}
