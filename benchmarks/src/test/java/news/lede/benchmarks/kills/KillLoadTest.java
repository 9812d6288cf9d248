package news.lede.benchmarks.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bot as it is run, killed while it tells a story; {@code -Dlede.kills=50} kills it as often as the driver does. */
class KillLoadTest {
    @Test
    @Tag("long")
    void nothingPlannedIsLostAndNothingDoubledThatNeedNotBe() throws IOException, InterruptedException {
        String bot = Path.of("..", "lede").toAbsolutePath().normalize().toString();
        try (KillLoad load = new KillLoad(500, 1)) {
            assertThat(load.run(Integer.getInteger("lede.kills", 10), List.of(bot)))
                    .as("every promise was kept; the table says which was not")
                    .isTrue();
        }
    }
}
