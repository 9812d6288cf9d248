package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.lede.discord.server.Asked;
import news.lede.discord.server.DiscordServer;
import org.junit.jupiter.api.Test;

/** As many connections as Discord advises, begun at the pace it asks for. */
class ShardingTest {
    @Test
    void everyShardAnswers_identifiesInItsTurn_andMenusAreToldOnce() throws IOException {
        DiscordServer server = DiscordServer.start();
        server.shards(4, 2);
        try (Rig rig = Rig.started(server)) {
            server.awaitBot(Rig.LOGIN);
            List<Asked> asked = new ArrayList<>();
            for (int shard = 0; shard < 4; shard++) {
                asked.add(server.inServerOf(shard).command("latest", Map.of()));
            }
            asked.add(server.inDirectMessage().command("latest", Map.of()));

            asked.forEach(a -> a.awaitMessage(Rig.SOON));
            assertThat(server.identifies()).isEqualTo(4);
            assertThat(server.registrations()).isEqualTo(1);
            assertThat(rig.introduced)
                    .extracting(i -> i.workspaceKey())
                    .contains("guild:" + server.guild(0), "guild:" + server.guild(3), "user:301");
            assertThat(server.traffic().violations()).isEmpty();

            server.cutGateway();
            server.awaitSessions(5, Rig.SOON);
            server.inServerOf(0).command("latest", Map.of()).awaitMessage(Rig.SOON);
            assertThat(server.resumes()).isEqualTo(1);
        }
    }
}
