package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKey;
import news.lede.article.Samples;
import news.lede.store.InMemoryStore;
import org.junit.jupiter.api.Test;

class MetChangesTest {
    private final InMemoryStore store = new InMemoryStore();
    private final MetChanges changes = new MetChanges();
    private final List<ArticleId> met = new ArrayList<>();

    private Article added(String title) {
        return store.articles()
                .add(
                        Samples.article(title, "Text of it."),
                        List.of(new ArticleKey(title)),
                        store.sources().imported().id(),
                        Optional.empty(),
                        Samples.NOON);
    }

    private void changed(Article article) {
        store.articles().revise(article.id(), Samples.article("Another head", "Text of it."), Samples.NOON);
    }

    @Test
    void eachIsMetOnceAndNoneOfBefore() {
        Article article = added("Ferry late");
        changed(article);
        changes.meet(store.articles(), met::addAll);
        assertThat(met).isEmpty();

        changed(article);
        changes.meet(store.articles(), met::addAll);
        changes.meet(store.articles(), met::addAll);
        assertThat(met).containsExactly(article.id());
    }

    @Test
    void whatCouldNotBeDealtWithIsMetAgain() {
        Article article = added("Ferry late");
        changes.meet(store.articles(), met::addAll);
        changed(article);
        assertThatThrownBy(() -> changes.meet(store.articles(), _ -> {
                    throw new IllegalStateException("the store is away");
                }))
                .hasMessage("the store is away");

        changes.meet(store.articles(), met::addAll);
        assertThat(met).containsExactly(article.id());
    }
}
