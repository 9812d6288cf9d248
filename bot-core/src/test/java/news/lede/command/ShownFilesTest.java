package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import news.lede.belongings.CommunityFile;
import news.lede.community.WorkspaceId;
import news.lede.text.Language;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;

class ShownFilesTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final ShownFiles.Key ONE = new ShownFiles.Key(new WorkspaceId(1), "a");
    private static final ShownFiles.Key TWO = new ShownFiles.Key(new WorkspaceId(2), "a");
    private static final ShownFiles.Key THREE = new ShownFiles.Key(new WorkspaceId(2), "b");
    private static final CommunityFile FILE = new CommunityFile(
            NOON,
            "discord",
            "guild:5",
            "Arlen",
            Language.UNKNOWN,
            ZoneOffset.UTC,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private final SettableClock clock = new SettableClock(NOON);
    private final ShownFiles files = new ShownFiles(clock, Duration.ofMinutes(15), 100);

    @Test
    void aFileIsThereForWhomItWasShownToAndForAWhile() {
        files.keep(ONE, FILE, 10);
        assertThat(files.find(ONE)).contains(FILE);
        assertThat(files.find(TWO)).isEmpty();
        clock.advance(Duration.ofMinutes(15));
        assertThat(files.find(ONE)).isEmpty();
    }

    @Test
    void togetherTheyAreNoLargerThanOneMayBe() {
        files.keep(ONE, FILE, 60);
        files.keep(TWO, FILE, 40);
        assertThat(List.of(files.find(ONE), files.find(TWO))).allMatch(found -> found.isPresent());
        files.keep(THREE, FILE, 50);
        assertThat(files.find(ONE)).as("the oldest").isEmpty();
        assertThat(List.of(files.find(TWO), files.find(THREE))).allMatch(found -> found.isPresent());
        files.keep(THREE, FILE, 60);
        assertThat(files.find(TWO)).as("shown once more, it counts once").isPresent();
    }

    @Test
    void whatWasBroughtIsGone() {
        files.keep(ONE, FILE, 10);
        files.remove(ONE);
        assertThat(files.find(ONE)).isEmpty();
    }
}
