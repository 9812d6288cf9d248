package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedWordsTest {
    /** Meanings among which somebody chooses in one place. */
    private static final List<List<String>> CHOICES = List.of(
            List.of("unit.minute", "unit.hour", "unit.day", "unit.week"),
            List.of(
                    "today",
                    "tomorrow",
                    "day-after-tomorrow",
                    "day.1",
                    "day.2",
                    "day.3",
                    "day.4",
                    "day.5",
                    "day.6",
                    "day.7"),
            List.of(
                    "daily",
                    "weekdays",
                    "weekend",
                    "filling",
                    "noon",
                    "midnight",
                    "day.1",
                    "day.2",
                    "day.3",
                    "day.4",
                    "day.5",
                    "day.6",
                    "day.7"));

    @Test
    void noWordMeansTwoThingsInOnePlace() {
        for (List<String> choice : CHOICES) {
            Map<String, String> meanings = new HashMap<>();
            for (String meaning : choice) {
                for (String word : TypedWords.of(meaning)) {
                    assertThat(meanings.putIfAbsent(word, meaning)).as(word).isNull();
                }
            }
        }
    }

    @Test
    void caseAndAccentsDoNotCount() {
        assertThat(TypedWords.mean("tomorrow", "MANANA")).isTrue();
        assertThat(TypedWords.mean("tomorrow", "Mañana ")).isTrue();
        assertThat(TypedWords.mean("tomorrow", "today")).isFalse();
    }

    @Test
    void digitsAndCommasOfOtherScriptsAreReadAsOurs() {
        assertThat(TypedWords.western("٨:٣٠، ۹ ７：３０，x")).isEqualTo("8:30, 9 7:30,x");
    }

    @Test
    void aMeaningThatNobodyWroteDownIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TypedWords.of("someday"));
    }
}
