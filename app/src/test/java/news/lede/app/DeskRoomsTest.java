package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.community.Communities;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.community.Workspace;
import news.lede.config.Settings;
import news.lede.config.SettingsReader;
import news.lede.discord.DiscordPersons;
import news.lede.telegram.TelegramPersons;
import news.lede.time.SettableClock;
import news.lede.web.chat.Rooms.Room;
import news.lede.web.page.Seats.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the web desk finds of a store in which persons have chats as the adapters name them. */
class DeskRoomsTest {
    @TempDir
    private Path folder = Path.of("");

    private Lede open() {
        Settings settings = ((SettingsReader.Result.Read)
                        SettingsReader.read(Optional.empty(), Map.of(), List.of("embedding.enabled=false")))
                .settings();
        return new Lede(folder, settings, Lede.Use.RUN, new SettableClock("2026-05-04T12:00:00Z"));
    }

    private static ConversationId conversation(Lede lede, String platform, String key, String chat, String title) {
        Communities communities = lede.store().communities();
        Workspace workspace = communities.workspace(platform, key, title);
        return communities
                .conversation(workspace.id(), new Place(platform, chat, Optional.empty()))
                .id();
    }

    @Test
    void privateChatsAreNowhereInIt() {
        String onDiscord = DiscordPersons.KEYS.keyOf("5");
        String onTelegram = TelegramPersons.KEYS.keyOf("7000000071");
        try (Lede lede = open()) {
            ConversationId pier = conversation(lede, "discord", "guild:7", "70", "Harbour Town");
            ConversationId square = conversation(lede, "telegram", "-1001", "-1001", "Market Square");
            List<ConversationId> alone = List.of(
                    conversation(lede, "discord", onDiscord, onDiscord, "Mara"),
                    conversation(lede, "telegram", onTelegram, onTelegram, "Mara"));
            DeskRooms rooms = new DeskRooms(lede.addressBook());

            assertThat(rooms.find("", 10)).extracting(Room::id).containsExactly(pier, square);
            assertThat(rooms.find("SQUARE", 10)).extracting(Room::id).containsExactly(square);
            assertThat(rooms.find("mara", 10)).isEmpty();
            assertThat(rooms.find(pier)).get().extracting(Room::title).isEqualTo("Harbour Town");
            assertThat(alone).allMatch(id -> rooms.find(id).isEmpty());
            assertThat(new CommunitySeats(lede).all())
                    .extracting(Seat::label)
                    .containsExactly("This installation", "Harbour Town (Discord)", "Market Square (Telegram)");
        }
    }
}
