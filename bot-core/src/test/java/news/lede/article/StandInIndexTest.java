package news.lede.article;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.article.ArticleIndex.Hit;
import news.lede.article.ArticleIndex.Query;
import news.lede.article.ArticleIndex.Sketched;
import news.lede.source.SourceId;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class StandInIndexTest {
    private static final SourceId OURS = new SourceId(1);
    private static final Query FERRY = new Query("ferry", true, Language.ENGLISH, Set.of(OURS), Optional.empty(), 10);

    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryArticleIndex index = new InMemoryArticleIndex();
    private final ArticleId first = stored("Ferry aground");
    private final ArticleId second = stored("Ferry afloat");
    private final ArticleId gone = new ArticleId(99);
    private final StandInIndex standIn = new StandInIndex(
            index,
            _ -> List.of(new Hit(second, 2), new Hit(gone, 1.5f), new Hit(first, 1)),
            articles,
            article -> article.title().getBytes(StandardCharsets.UTF_8));

    private ArticleId stored(String title) {
        return articles.add(Samples.article(title, "Text."), List.of(), OURS, Optional.empty(), NOON)
                .id();
    }

    @Test
    void theStoreAnswersUntilItIsBuilt() {
        assertThat(standIn.search(FERRY)).extracting(Hit::article).containsExactly(second, gone, first);

        new IndexKeeper(articles, standIn).catchUp((_, _) -> {});
        assertThat(standIn.search(FERRY)).as("not said to be built").hasSize(3);
        standIn.built();

        assertThat(standIn.search(FERRY)).extracting(Hit::article).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void sketchesAreMadeOfWhatIsThereInTheSameOrder() {
        List<Sketched> sketched = standIn.sketches(FERRY);

        assertThat(sketched).extracting(Sketched::article).containsExactly(second, first);
        assertThat(sketched.getFirst().sketch()).isEqualTo("Ferry afloat".getBytes(StandardCharsets.UTF_8));
    }
}
