package news.lede.article;

import java.time.Instant;
import java.util.List;

/** One state of an article. {@code version} counts from 1, the state it was first seen in; {@code seen} is when we first saw this state. */
public record ArticleVersion(ArticleId article, int version, Instant seen, String title, List<String> paragraphs) {
    public ArticleVersion {
        paragraphs = List.copyOf(paragraphs);
    }
}
