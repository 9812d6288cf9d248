package news.lede.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import news.lede.article.Article;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private final Allowance allowance = new Allowance(new ExtractLimit(3, 420));
    private final Article article = Articles.article(1, "Title", "Text.");

    @Test
    void threeSentencesAreAllowedAndNoFourth() {
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.permits(article, 10)).isTrue();
            allowance.spend(article, 10);
        }
        assertThat(allowance.permits(article, 10)).isFalse();
    }

    @Test
    void charactersAreCountedOverAllSentences() {
        allowance.spend(article, 400);
        assertThat(allowance.permits(article, 20)).isTrue();
        assertThat(allowance.permits(article, 21)).isFalse();
    }

    @Test
    void everyArticleHasItsOwn() {
        allowance.spend(article, 420);
        assertThat(allowance.permits(Articles.article(2, "Other", "Text."), 420))
                .isTrue();
    }

    @Test
    void aPublishersLowerLimitCounts() {
        Article strict = Articles.article(3, "Title", OptionalInt.of(50), "Text.");
        assertThat(allowance.permits(strict, 50)).isTrue();
        assertThat(allowance.permits(strict, 51)).isFalse();
        assertThat(allowance.permits(Articles.article(4, "Title", OptionalInt.of(0), "Text."), 1))
                .isFalse();
        assertThat(allowance.permits(Articles.article(5, "Title", OptionalInt.of(9_000), "Text."), 421))
                .isFalse();
    }

    @Test
    void whatIsNotPermittedCannotBeSpent() {
        assertThatThrownBy(() -> allowance.spend(article, 421)).isInstanceOf(IllegalStateException.class);
    }
}
