package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassNamesTest {
    @Test
    void namesFallIntoTheirWords() {
        assertThat(ClassNames.words("articleBody-main author__name  x:Y"))
                .containsExactly(List.of("article", "body", "main"), List.of("author", "name"), List.of("x", "y"));
        assertThat(ClassNames.words("-")).isEmpty();
        assertThat(ClassNames.words("")).isEmpty();
        assertThat(ClassNames.words("ABC")).containsExactly(List.of("abc"));
    }

    @Test
    void endlessNamesTellNothing() {
        assertThat(ClassNames.words("a ".repeat(201))).isEmpty();
    }
}
