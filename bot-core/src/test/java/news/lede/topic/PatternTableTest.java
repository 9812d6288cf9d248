package news.lede.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import news.lede.text.Language;
import news.lede.text.Token;
import news.lede.text.Tokens;
import news.lede.topic.WordPattern.Kind;
import news.lede.topic.WordPattern.Part;
import org.junit.jupiter.api.Test;

class PatternTableTest {
    private static final Language ARABIC = new Language("ar");

    private static WordPattern pattern(int owner, String folded, String stem) {
        return new WordPattern(owner, Kind.SPEAKS, List.of(new Part(folded, true, stem)));
    }

    private static List<WordPattern> found(PatternTable table, Token token, Language language) {
        List<WordPattern> found = new ArrayList<>();
        table.beginningAt(token, language, found::add);
        return found;
    }

    private static Token token(String word, Language language) {
        return Tokens.of(word, language).getFirst();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + random.nextInt(6); length > 0; length--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    @Test
    void ofManyAllThatBeginAWordAreFoundEachOnce() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            List<WordPattern> patterns = IntStream.range(0, 1 + random.nextInt(80))
                    .mapToObj(owner -> pattern(owner, word(random), random.nextBoolean() ? word(random) : ""))
                    .toList();
            PatternTable table = new PatternTable(patterns);
            for (int i = 0; i < 40; i++) {
                Token token = token(word(random), Language.ENGLISH);
                assertThat(found(table, token, Language.ENGLISH))
                        .containsExactlyInAnyOrderElementsOf(patterns.stream()
                                .filter(one -> token.folded()
                                                .startsWith(
                                                        one.parts().getFirst().folded())
                                        || token.stem()
                                                .equals(one.parts().getFirst().stem()))
                                .toList());
            }
        }
    }

    @Test
    void theShortestBeginningComesFirst() {
        WordPattern longer = pattern(1, "flooding", "");
        WordPattern shorter = pattern(2, "flood", "");
        WordPattern other = pattern(3, "floe", "");

        assertThat(found(
                        new PatternTable(List.of(longer, shorter, other)),
                        token("floodings", Language.ENGLISH),
                        Language.ENGLISH))
                .containsExactly(shorter, longer);
    }

    @Test
    void whatStandsBehindAJoinerOrAnArticleIsLookedAtToo() {
        WordPattern immigration = pattern(1, "immigration", "");
        WordPattern sport = pattern(2, token("رياضة", ARABIC).folded(), "");
        PatternTable table = new PatternTable(List.of(immigration, sport));

        assertThat(found(table, token("anti-immigration", Language.ENGLISH), Language.ENGLISH))
                .containsExactly(immigration);
        assertThat(found(table, token("الرياضة", ARABIC), ARABIC)).contains(sport);
    }

    @Test
    void withoutPatternsNothingIsFound() {
        assertThat(found(new PatternTable(List.of()), token("floods", Language.ENGLISH), Language.ENGLISH))
                .isEmpty();
    }
}
