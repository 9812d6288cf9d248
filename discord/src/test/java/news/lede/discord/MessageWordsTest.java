package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageWordsTest {
    @Test
    void linksAreFoundOnce_withoutThePunctuationBehindThem() {
        MessageWords words = MessageWords.of(
                "See https://a.example/x?y=1, (https://b.example/z). <https://a.example/x?y=1>! HTTP://C.example/q:");
        assertThat(words.links())
                .containsExactly("https://a.example/x?y=1", "https://b.example/z", "HTTP://C.example/q");
    }

    @Test
    void wordsAreWhatIsLeft_withoutMarksAndMentions() {
        assertThat(MessageWords.of("**Ferries** sail <@5> `again` https://a.example/x :)")
                        .words())
                .isEqualTo("Ferries sail again :)");
    }

    @Test
    void manyWordsAreCut() {
        assertThat(MessageWords.of("harbour ".repeat(1000)).words()).hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void nothingIsNothing() {
        assertThat(MessageWords.of("")).isEqualTo(new MessageWords(List.of(), ""));
    }
}
