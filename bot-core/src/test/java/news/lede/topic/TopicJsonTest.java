package news.lede.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class TopicJsonTest {
    private static final TopicId FERRIES = new TopicId("ferries");

    @Test
    void whatEarlierVersionsStoredIsRead() {
        Topic read = TopicJson.read(
                FERRIES,
                "{\"names\":{\"en\":\"Ferries\"},\"description\":\"Ships.\",\"words\":{\"en\":[\"ferry\"]},\"parent\":\"sea\"}");

        assertThat(read)
                .isEqualTo(new Topic(
                        FERRIES,
                        Map.of(Language.ENGLISH, "Ferries"),
                        "Ships.",
                        Map.of(Language.ENGLISH, List.of("ferry")),
                        Optional.of(new TopicId("sea"))));
    }

    @Test
    void whatIsNoJsonSaysWhichTopic() {
        assertThatThrownBy(() -> TopicJson.read(FERRIES, "{"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ferries");
    }
}
