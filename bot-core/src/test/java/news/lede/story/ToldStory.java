package news.lede.story;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.text.Language;

/** A story made of what its sources say, for tests of what they differ in. */
final class ToldStory {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final Language language;
    private final List<Article> articles = new ArrayList<>();

    ToldStory(String language) {
        this.language = new Language(language);
    }

    /** An article of {@code publisher} at {@code minutes} after noon; each paragraph as given. */
    ToldStory says(String publisher, int minutes, String... paragraphs) {
        return says(publisher, minutes, articles.size() + 1L, paragraphs);
    }

    /** One more copy of the report that article {@code first} began. */
    ToldStory copies(String publisher, int minutes, long first) {
        Article copied = articles.get((int) first - 1);
        return says(publisher, minutes, first, copied.paragraphs().toArray(String[]::new));
    }

    private ToldStory says(String publisher, int minutes, long report, String... paragraphs) {
        long id = articles.size() + 1L;
        Instant published = NOON.plusSeconds(minutes * 60L);
        articles.add(new Article(
                new ArticleId(id),
                new ReportId(report),
                "News of the day",
                Optional.of(publisher),
                Optional.of(URI.create("https://news.example/" + id)),
                List.of(paragraphs),
                published,
                false,
                language,
                OptionalInt.empty(),
                published));
        return this;
    }

    StoryView view() {
        return new StoryView(new StoryId(1), articles.size(), language, "News of the day", articles);
    }
}
