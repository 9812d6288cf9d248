package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
    private static final List<Candidate> TOPICS = List.of(
            topic("foreign-trade", "Außenhandel"),
            topic("trade", "Handel"),
            topic("immigration", "Einwanderung"),
            topic("emigration", "Auswanderung"),
            topic("energy", "Énergie"),
            topic("移民", "移民政策"));

    @ParameterizedTest(name = "\"{0}\" gives {1}")
    @CsvSource({
        "'', foreign-trade trade immigration emigration energy 移民",
        "tr, trade foreign-trade",
        "trade, trade foreign-trade",
        "migr, immigration emigration",
        "IMM, immigration",
        "handel, trade foreign-trade",
        "AUSSEN, foreign-trade",
        "énerg, energy",
        "energie, energy",
        "移, 移民",
        "民, 移民",
        "immgration, immigration emigration",
        "imimgr, immigration",
        "einwnaderung, immigration",
        "zz, ''",
        "harbour, ''",
    })
    void beginningsComeFirstThenPartsThenNearMisses(String typed, String expected) {
        assertThat(Matching.best(typed, TOPICS).stream().map(Choice::value))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void atMostTwentyFiveAreGiven() {
        List<Candidate> many = IntStream.range(0, 60)
                .mapToObj(i -> topic("topic" + i, "Name " + i))
                .toList();
        assertThat(Matching.best("name", many))
                .hasSize(25)
                .first()
                .extracting(Choice::value)
                .isEqualTo("topic0");
    }

    @Test
    void labelsAreCutAndCleanedAndValuesTooLongToSendLeftOut() {
        String longTitle = "Ministers\nmeet " + "and meet ".repeat(20);
        List<Choice> choices = Matching.best(
                "mini",
                List.of(
                        new Candidate(longTitle, "4", List.of(longTitle)),
                        new Candidate("Ministers", "x".repeat(101), List.of("Ministers"))));
        assertThat(choices).singleElement().satisfies(c -> {
            assertThat(c.value()).isEqualTo("4");
            assertThat(c.label())
                    .hasSizeLessThanOrEqualTo(100)
                    .startsWith("Ministers meet")
                    .endsWith("…");
        });
    }

    @Test
    void anyInputIsAnswered() {
        assertThat(Matching.best("x".repeat(5000), TOPICS)).isEmpty();
        assertThat(Matching.best("\u0000 \uD83D", TOPICS)).isEmpty();
    }

    private static Candidate topic(String id, String name) {
        return new Candidate(name, id, List.of(id, name));
    }
}
