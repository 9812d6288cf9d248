package news.lede.benchmarks.kills;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import news.lede.benchmarks.kills.Attempts.Loss;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Room;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.TelegramServer;

/** Counts what stands in the conversations of both platforms, round by round. */
final class Tally {
    /** Whoever has an answer for longer than this has written it down. */
    static final long WRITTEN_DOWN = Duration.ofSeconds(1).toNanos();

    /**
     * What became of a round.
     *
     * @param unanswered doubles on Telegram whose earlier attempts got no answer
     * @param killed doubles on Telegram where the process was killed before it could write an answer down
     * @param longest the longest time from an answer to the kill after it, of those
     */
    record Round(
            int arrived,
            int lost,
            int doubledOnDiscord,
            int doubledOnTelegram,
            int unanswered,
            int killed,
            Duration longest) {
        /** Doubles on Telegram for which there was no need. */
        int needless() {
            return doubledOnTelegram - unanswered - killed;
        }

        boolean kept() {
            return lost == 0 && doubledOnDiscord == 0 && needless() == 0;
        }
    }

    private final DiscordServer discord;
    private final TelegramServer telegram;
    private final List<Room> rooms;
    private final List<Chat> chats;
    private final Attempts attempts;
    /** How many messages stood there when the round began, and in which some have come since. */
    private final Map<Object, Integer> before = new HashMap<>();

    private final Set<Object> arrived = new HashSet<>();
    private String sign = "";

    Tally(DiscordServer discord, TelegramServer telegram, List<Room> rooms, List<Chat> chats) {
        this.discord = discord;
        this.telegram = telegram;
        this.rooms = rooms;
        this.chats = chats;
        this.attempts = new Attempts(telegram);
    }

    /** From now on messages with {@code of} are counted. */
    void begin(String of) {
        sign = of;
        arrived.clear();
        rooms.forEach(room -> before.put(room, room.messages().size()));
        chats.forEach(chat -> before.put(chat, chat.written().size()));
    }

    void killed() {
        attempts.killed();
    }

    /** In how many conversations a message of the round stands. */
    int arrived() {
        rooms.stream().filter(r -> !arrived.contains(r) && count(r) > 0).forEach(arrived::add);
        chats.stream().filter(c -> !arrived.contains(c) && count(c) > 0).forEach(arrived::add);
        return arrived.size();
    }

    boolean isComplete() {
        return arrived() == rooms.size() + chats.size();
    }

    private long count(Room room) {
        return since(room, room.messages())
                .filter(m -> String.join("\n", m.texts()).contains(sign))
                .count();
    }

    private long count(Chat chat) {
        return since(chat, chat.written()).filter(m -> m.text().contains(sign)).count();
    }

    private <T> Stream<T> since(Object place, List<T> messages) {
        return messages.stream().skip(before.getOrDefault(place, 0));
    }

    Round round() {
        int there = arrived();
        int twiceOnDiscord = (int) rooms.stream().filter(r -> count(r) > 1).count();
        List<Chat> twice = chats.stream().filter(c -> count(c) > 1).toList();
        int unanswered = 0;
        int killed = 0;
        long longest = 0;
        for (Chat chat : twice) {
            List<Loss> losses = attempts.losses(chat.id(), sign);
            long kill = losses.stream().mapToLong(Tally::untilKilled).max().orElse(Long.MAX_VALUE);
            if (kill < 0) {
                unanswered++;
            } else if (kill <= WRITTEN_DOWN) {
                killed++;
                longest = Math.max(longest, kill);
            }
        }
        return new Round(
                there,
                rooms.size() + chats.size() - there,
                twiceOnDiscord,
                twice.size(),
                unanswered,
                killed,
                Duration.ofNanos(longest));
    }

    /** Below zero where there was no answer at all. */
    static long untilKilled(Loss loss) {
        return switch (loss) {
            case Loss.Unanswered _ -> -1;
            case Loss.Killed(long after) -> after;
            case Loss.None _ -> Long.MAX_VALUE;
        };
    }

    /** Answers 429 of both. */
    String refused() {
        return discord.budgets().refused() + "+" + telegram.budgets().refused();
    }
}
