package news.lede.topic;

import static news.lede.topic.TopicReadings.english;
import static news.lede.topic.TopicReadings.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import news.lede.article.ArticleId;
import org.junit.jupiter.api.Test;

class TopicBoardTest {
    private static final int ROOM = 100;
    private static final Topic FLOODS = named("floods", "floods");

    private final ArticleWindow window = new ArticleWindow(ROOM);
    private final TopicBoard board =
            new TopicBoard(TopicProfile.of(FLOODS, 0, Optional.empty(), TopicLessons.NONE), window);

    private void put(LongStream ids, String text) {
        ids.forEach(id -> window.put(english(id, text, null, FLOODS)));
    }

    private List<Long> onIt() {
        return board.candidates().stream()
                .map(candidate -> candidate.article().id().value())
                .sorted()
                .toList();
    }

    @Test
    void itGrowsWithWhatComesIn() {
        put(LongStream.of(1), "Floods reach the town.");
        assertThat(onIt()).containsExactly(1L);

        put(LongStream.of(2, 40), "Floods reach the town.");
        put(LongStream.of(3, 41), "Two sides meet tonight.");
        assertThat(onIt()).containsExactly(1L, 2L, 40L);

        put(LongStream.of(99, 100), "Floods reach the town.");
        assertThat(onIt()).containsExactly(1L, 2L, 40L, 99L, 100L);
    }

    @Test
    void theOldestGiveWayWhenThereIsNoRoom() {
        put(LongStream.rangeClosed(1, ROOM / 2), "Floods reach the town.");
        assertThat(onIt()).hasSize(ROOM / 2);

        put(LongStream.rangeClosed(ROOM / 2 + 1, 2 * ROOM + 30), "Floods reach the town.");
        assertThat(onIt())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(ROOM + 31, 2 * ROOM + 30).boxed().toList());
    }

    @Test
    void whatIsLetGoOrIsAnotherTextLeavesIt() {
        put(LongStream.of(1, 2, 3), "Floods reach the town.");
        assertThat(onIt()).containsExactly(1L, 2L, 3L);

        window.remove(new ArticleId(2));
        put(LongStream.of(3), "Two sides meet tonight.");
        assertThat(onIt()).containsExactly(1L);
    }
}
