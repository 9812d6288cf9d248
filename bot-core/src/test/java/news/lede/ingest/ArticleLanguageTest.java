package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class ArticleLanguageTest {
    private static final Language GERMAN = new Language("de");

    private final ArticleLanguage unsure = new ArticleLanguage(text -> Optional.empty());

    @Test
    void theWordsWinOverWhatThePageClaims() {
        ArticleLanguage sure = new ArticleLanguage(text -> Optional.of(GERMAN));

        assertThat(sure.of(Optional.of("en-US"), "Titel", List.of("Text"))).isEqualTo(GERMAN);
    }

    @Test
    void theClaimHoldsWhereTheWordsDoNotTell() {
        assertThat(unsure.of(Optional.of("DE_at"), "Wien", List.of())).isEqualTo(GERMAN);
    }

    @Test
    void aClaimThatIsNoLanguageIsNone() {
        assertThat(unsure.of(Optional.of("x-default"), "Wien", List.of())).isEqualTo(Language.UNKNOWN);
        assertThat(unsure.of(Optional.of(" "), "Wien", List.of())).isEqualTo(Language.UNKNOWN);
        assertThat(unsure.of(Optional.empty(), "Wien", List.of())).isEqualTo(Language.UNKNOWN);
    }
}
