package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StemMemoryTest {
    private static final int MORE_THAN_IT_HOLDS = 30_000;

    @Test
    void aWordIsNeverGivenTheStemOfAnotherOne() {
        StemMemory memory = StemMemory.of(new Language("xx"));
        Map<String, String> kept = new HashMap<>();
        for (int i = 0; i < MORE_THAN_IT_HOLDS; i++) {
            kept.put("word" + i, "stem" + i);
            memory.keep("word" + i, "stem" + i);
        }

        long remembered = kept.entrySet().stream()
                .filter(word -> {
                    String stem = memory.stemOf(word.getKey());
                    assertThat(stem == null || stem.equals(word.getValue())).isTrue();
                    return stem != null;
                })
                .count();

        assertThat(remembered).isBetween(4_000L, 8_192L);
        assertThat(memory.stemOf("neverSeen")).isNull();
    }

    @Test
    void languagesDoNotShareStems() {
        StemMemory.of(new Language("xy")).keep("gift", "one");

        assertThat(StemMemory.of(new Language("xz")).stemOf("gift")).isNull();
    }
}
