package news.lede.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import news.lede.article.Article;
import news.lede.article.ArticleKey;
import news.lede.article.NewArticle;
import news.lede.article.Samples;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of all ports share: an empty store before each test, and short words for filling it. */
public abstract class PortContract {
    protected Store store;

    /** A new, empty store of the kind under test. */
    protected abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    protected SourceId source(String name) {
        return store.sources()
                .addIfAbsent(SourceKind.FEED, "https://" + name + ".example/feed", name)
                .id();
    }

    protected Article stored(String title) {
        return stored(title, Samples.NOON);
    }

    protected Article stored(String title, Instant published) {
        return stored(title, published, store.sources().imported().id());
    }

    protected Article stored(String title, Instant published, SourceId source) {
        return stored(Samples.article(title, published, title + " is all we know."), source, "key:" + title);
    }

    protected Article stored(NewArticle article, SourceId source, String... keys) {
        return store.articles().add(article, keys(keys), source, Optional.empty(), Samples.NOON);
    }

    protected static List<ArticleKey> keys(String... keys) {
        return java.util.Arrays.stream(keys).map(ArticleKey::new).toList();
    }

    /** As publishers may make them: long, and of signs that nothing makes shorter. {@code number}: which of those that begin alike. */
    protected static String longName(int number) {
        Random random = new Random(42);
        StringBuilder name = new StringBuilder("https://news.example/?id=");
        while (name.length() < 8_000) {
            name.append((char) ('0' + random.nextInt(75)));
        }
        return name.append(number).toString();
    }

    protected static Set<SourceId> eyes(SourceId... sources) {
        return Set.of(sources);
    }
}
