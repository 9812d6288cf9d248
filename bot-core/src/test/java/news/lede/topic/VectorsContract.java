package news.lede.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import news.lede.article.ArticleId;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link Vectors} promises. */
public abstract class VectorsContract extends PortContract {
    private static final float[] VECTOR = {0.5f, -1.25f, Float.MIN_VALUE, 1e-20f};

    @Test
    void anArticlesVectorIsAnsweredExactly() {
        ArticleId article = stored("One").id();

        store.vectors().putArticle("model", article, VECTOR);

        Map<ArticleId, float[]> found = store.vectors().ofArticles("model", List.of(article, new ArticleId(99)));
        assertThat(found).containsOnlyKeys(article);
        assertThat(found.get(article)).containsExactly(VECTOR);
    }

    @Test
    void anotherModelsVectorsAreNeverAnswered() {
        ArticleId article = stored("One").id();
        store.vectors().putArticle("model", article, VECTOR);
        store.vectors().putText("model", "ferries", VECTOR);

        assertThat(store.vectors().ofArticles("other", List.of(article))).isEmpty();
        assertThat(store.vectors().ofText("other", "ferries")).isEmpty();
        assertThat(store.vectors().missing("other", 10)).containsExactly(article);
    }

    @Test
    void aNewVectorReplacesTheOld() {
        ArticleId article = stored("One").id();
        store.vectors().putArticle("model", article, VECTOR);
        store.vectors().putArticle("model", article, new float[] {1, 2});
        store.vectors().putText("model", "ferries", VECTOR);
        store.vectors().putText("model", "ferries", new float[] {3});

        assertThat(store.vectors().ofArticles("model", List.of(article)).get(article))
                .containsExactly(1, 2);
        assertThat(store.vectors().ofText("model", "ferries"))
                .hasValueSatisfying(v -> assertThat(v).containsExactly(3));
    }

    @Test
    void whatIsForgottenIsMissingForEveryModel() {
        ArticleId one = stored("One").id();
        ArticleId two = stored("Two").id();
        List.of(one, two).forEach(id -> store.vectors().putArticle("model", id, VECTOR));
        store.vectors().putArticle("other", one, VECTOR);

        store.vectors().forget(List.of(one, new ArticleId(99)));

        assertThat(store.vectors().missing("model", 10)).containsExactly(one);
        assertThat(store.vectors().ofArticles("other", List.of(one))).isEmpty();
        assertThat(store.vectors().ofArticles("model", List.of(two))).containsOnlyKeys(two);
    }

    @Test
    void thoseWithoutAreListedNewestFirst() {
        ArticleId one = stored("One").id();
        ArticleId two = stored("Two").id();
        ArticleId three = stored("Three").id();
        ArticleId four = stored("Four").id();
        store.vectors().putArticle("model", three, VECTOR);

        assertThat(store.vectors().missing("model", 10)).containsExactly(four, two, one);
        assertThat(store.vectors().missing("model", 2)).containsExactly(four, two);
        List.of(one, two, four).forEach(id -> store.vectors().putArticle("model", id, VECTOR));
        assertThat(store.vectors().missing("model", 10)).isEmpty();
    }

    @Test
    void whoeverAskedBeforeIsToldOfWhatCameOrWasForgottenSince() {
        ArticleId one = stored("One").id();
        ArticleId two = stored("Two").id();
        List.of(one, two).forEach(id -> store.vectors().putArticle("model", id, VECTOR));
        assertThat(store.vectors().missing("model", 10)).isEmpty();

        ArticleId three = stored("Three").id();
        assertThat(store.vectors().missing("model", 10)).containsExactly(three);
        ArticleId four = stored("Four").id();
        assertThat(store.vectors().missing("model", 1)).containsExactly(four);
        store.vectors().putArticle("model", four, VECTOR);
        assertThat(store.vectors().missing("model", 10)).containsExactly(three);
        store.vectors().putArticle("model", three, VECTOR);
        assertThat(store.vectors().missing("model", 10)).isEmpty();

        store.vectors().forget(List.of(two, four));
        assertThat(store.vectors().missing("model", 10)).containsExactly(four, two);
        assertThat(store.vectors().missing("model", 1)).containsExactly(four);
        store.vectors().putArticle("model", four, VECTOR);
        ArticleId five = stored("Five").id();
        assertThat(store.vectors().missing("model", 10)).containsExactly(five, two);
        List.of(two, five).forEach(id -> store.vectors().putArticle("model", id, VECTOR));
        assertThat(store.vectors().missing("model", 10)).isEmpty();
    }

    @Test
    void whatIsForgottenInATransactionIsMissingWhenThatEnds() {
        ArticleId one = stored("One").id();
        store.vectors().putArticle("model", one, VECTOR);
        assertThat(store.vectors().missing("model", 10)).isEmpty();

        store.transactor().inTransaction(() -> {
            store.vectors().forget(List.of(one));
            return true;
        });

        assertThat(store.vectors().missing("model", 10)).containsExactly(one);
    }

    @Test
    void textsOfAnyLengthHaveTheirs() {
        store.vectors().putText("model", longName(1), VECTOR);

        assertThat(store.vectors().ofText("model", longName(1))).contains(VECTOR);
        assertThat(store.vectors().ofText("model", longName(2))).isEmpty();
    }

    @Test
    void anUnknownTextHasNone() {
        assertThat(store.vectors().ofText("model", "ferries")).isEmpty();
        assertThat(store.vectors().ofArticles("model", List.of())).isEmpty();
        assertThat(store.vectors().missing("model", 10)).isEmpty();
    }
}
