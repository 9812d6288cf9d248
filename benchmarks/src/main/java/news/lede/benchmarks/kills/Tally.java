package news.lede.benchmarks.kills;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Room;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.TelegramServer;
import news.lede.telegram.server.Traffic;

/** Counts what stands in the conversations of both platforms, round by round. */
final class Tally {
    /** What the service took so shortly before a kill may not have been written down. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    /** What had left before a kill may be taken after it. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(3);

    /** {@code excused}: doubles on Telegram whose first attempt got no answer, or whose process was killed before it could write the answer down. */
    record Round(int arrived, int lost, int doubledOnDiscord, int doubledOnTelegram, int excused) {
        boolean kept() {
            return lost == 0 && doubledOnDiscord == 0 && doubledOnTelegram == excused;
        }
    }

    private final DiscordServer discord;
    private final TelegramServer telegram;
    private final List<Room> rooms;
    private final List<Chat> chats;
    private final List<Instant> kills = new ArrayList<>();
    private final Map<Integer, Set<String>> arrived = new HashMap<>();

    Tally(DiscordServer discord, TelegramServer telegram, List<Room> rooms, List<Chat> chats) {
        this.discord = discord;
        this.telegram = telegram;
        this.rooms = rooms;
        this.chats = chats;
    }

    void killed(Instant at) {
        kills.add(at);
    }

    /** In how many conversations a message of the round stands. */
    int arrived(int round) {
        Set<String> known = arrived.computeIfAbsent(round, _ -> new HashSet<>());
        for (Room room : rooms) {
            if (!known.contains("d" + room.id()) && count(room, round) > 0) {
                known.add("d" + room.id());
            }
        }
        for (Chat chat : chats) {
            if (!known.contains("t" + chat.id()) && count(chat, round) > 0) {
                known.add("t" + chat.id());
            }
        }
        return known.size();
    }

    private static long count(Room room, int round) {
        return room.messages().stream()
                .filter(m -> m.texts().getFirst().contains("Round " + round + "\n"))
                .count();
    }

    private static long count(Chat chat, int round) {
        return chat.written().stream()
                .filter(m -> m.text().startsWith("Round " + round + "\n"))
                .count();
    }

    Round of(int round) {
        int there = arrived(round);
        int twiceOnDiscord =
                (int) rooms.stream().filter(r -> count(r, round) > 1).count();
        List<Chat> twice = chats.stream().filter(c -> count(c, round) > 1).toList();
        List<Traffic> sent = twice.isEmpty() ? List.of() : telegram.traffic("sendMessage");
        int excused = (int) twice.stream()
                .filter(c -> count(c, round) <= 1 + unanswered(c, round, sent))
                .count();
        return new Round(there, rooms.size() + chats.size() - there, twiceOnDiscord, twice.size(), excused);
    }

    private long unanswered(Chat chat, int round, List<Traffic> sent) {
        return sent.stream()
                .filter(t -> t.call().path("chat_id").asLong() == chat.id())
                .filter(t -> t.call().path("text").asText().contains("Round " + round + "<"))
                .filter(t -> t.status() == 0 || underWay(t.at()))
                .count();
    }

    private boolean underWay(Instant at) {
        return kills.stream().anyMatch(kill -> at.isAfter(kill.minus(UNDER_WAY)) && at.isBefore(kill.plus(ON_THE_WAY)));
    }

    /** Answers 429 of both. */
    String refused() {
        return discord.budgets().refused() + "+" + telegram.budgets().refused();
    }
}
