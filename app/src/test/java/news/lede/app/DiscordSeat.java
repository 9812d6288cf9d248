package news.lede.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Person;
import news.lede.discord.server.Scene;
import news.lede.discord.server.Shown;
import org.jspecify.annotations.Nullable;

/** A server's manager in its first channel. */
final class DiscordSeat implements Seat {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DiscordServer server;
    private final InstantSource clock;
    private @Nullable Shown last;

    DiscordSeat(DiscordServer server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    private Scene scene() {
        return server.inServer().as(Person.manager("302", "mo"));
    }

    @Override
    public String platform() {
        return "Discord";
    }

    @Override
    public String say(String command, Map<String, String> options) {
        return seen(scene().command(command, options).awaitMessage(PATIENCE));
    }

    @Override
    public String member() {
        return "303";
    }

    @Override
    public String memberSays(String command, Map<String, String> options) {
        return server.inServer()
                .as(Person.member(member(), "kim"))
                .command(command, options)
                .awaitMessage(PATIENCE)
                .asSeen(clock.instant());
    }

    private Shown last() {
        if (last == null) {
            throw new IllegalStateException("nothing was seen yet");
        }
        return last;
    }

    private String seen(Shown shown) {
        last = shown;
        return shown.asSeen(clock.instant());
    }

    @Override
    public String press(String label) {
        return seen(scene().press(last(), label).awaitMessage(PATIENCE));
    }

    @Override
    public String pick(String label) {
        for (JsonNode menu : last().json().path("components").findParents("options")) {
            List<String> chosen = new ArrayList<>();
            String wanted = "";
            for (JsonNode option : menu.path("options")) {
                if (option.path("label").asText().startsWith(label)) {
                    wanted = option.path("value").asText();
                } else if (option.path("default").asBoolean()
                        && menu.path("max_values").asInt() > 1) {
                    chosen.add(option.path("value").asText());
                }
            }
            if (!wanted.isEmpty()) {
                chosen.add(wanted);
                return seen(scene().choose(last(), menu.path("custom_id").asText(), chosen)
                        .awaitMessage(PATIENCE));
            }
        }
        throw new IllegalArgumentException("nothing called " + label + " in " + last().asSeen(clock.instant()));
    }

    @Override
    public String workspaceKey() {
        return "guild:" + DiscordServer.GUILD;
    }

    @Override
    public void throwBotOut() {
        server.removeBot();
    }

    @Override
    public void letBotIn() {
        server.letBotIn();
    }
}
