package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

/** The link that operators copy asks for what destinations need, and for nothing else. */
class InviteTest {
    private static final Pattern BITS = Pattern.compile("permissions=(\\d+)");

    @Test
    void theInviteLinkAsksForWhatDestinationsNeedAndNothingElse() throws IOException {
        Matcher link = BITS.matcher(Files.readString(Path.of("..", "docs", "discord.md")));
        assertThat(link.find()).isTrue();
        assertThat(link.group(1)).isEqualTo(Long.toString(Permission.getRaw(Destination.neededAnywhere())));
        assertThat(Destination.neededAnywhere())
                .containsExactlyInAnyOrder(
                        Permission.VIEW_CHANNEL,
                        Permission.MESSAGE_SEND,
                        Permission.MESSAGE_SEND_IN_THREADS,
                        Permission.MESSAGE_EMBED_LINKS,
                        Permission.MESSAGE_HISTORY);
    }
}
