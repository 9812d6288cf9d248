package news.lede.benchmarks.kills;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import news.lede.benchmarks.kills.Attempts.Loss;
import news.lede.benchmarks.local.InventedStory;
import news.lede.discord.server.Room;
import news.lede.telegram.server.Chat;

/** What was to be told and what stands there: each story in each conversation, on Discord once, on Telegram once more at most for attempts whose answer was lost. */
record Reckoning(int planned, int lost, int doubledOnDiscord, int doubledOnTelegram, int unanswered, int killedFirst) {

    static Reckoning of(List<InventedStory> stories, List<Room> rooms, List<Chat> chats, Attempts attempts) {
        int lost = 0;
        int doubledOnDiscord = 0;
        int doubledOnTelegram = 0;
        int unanswered = 0;
        int killedFirst = 0;
        for (Room room : rooms) {
            Map<String, Integer> there = signs(room);
            for (InventedStory story : stories) {
                int count = there.getOrDefault(story.sign(), 0);
                lost += count == 0 ? 1 : 0;
                doubledOnDiscord += count > 1 ? 1 : 0;
            }
        }
        for (Chat chat : chats) {
            Map<String, Integer> there = signs(chat);
            for (InventedStory story : stories) {
                int count = there.getOrDefault(story.sign(), 0);
                lost += count == 0 ? 1 : 0;
                if (count > 1) {
                    doubledOnTelegram++;
                    List<Loss> losses = attempts.losses(chat.id(), story.sign());
                    long kill =
                            losses.stream().mapToLong(Tally::untilKilled).max().orElse(Long.MAX_VALUE);
                    unanswered += kill < 0 ? 1 : 0;
                    killedFirst += kill >= 0 && kill <= Tally.WRITTEN_DOWN ? 1 : 0;
                }
            }
        }
        return new Reckoning(
                stories.size() * (rooms.size() + chats.size()),
                lost,
                doubledOnDiscord,
                doubledOnTelegram,
                unanswered,
                killedFirst);
    }

    /** Whether every story stands everywhere. */
    static boolean isComplete(List<InventedStory> stories, List<Room> rooms, List<Chat> chats) {
        Set<String> wanted = new HashSet<>();
        stories.forEach(story -> wanted.add(story.sign()));
        return chats.stream().allMatch(chat -> signs(chat).keySet().containsAll(wanted))
                && rooms.stream().allMatch(room -> signs(room).keySet().containsAll(wanted));
    }

    /** Came twice on Telegram although its answer had come. */
    int needless() {
        return doubledOnTelegram - unanswered - killedFirst;
    }

    boolean isKept() {
        return lost == 0 && doubledOnDiscord == 0 && needless() == 0;
    }

    /** In how many messages of a channel each story stands. */
    private static Map<String, Integer> signs(Room room) {
        return signs(room.messages().stream()
                .map(message -> String.join("\n", message.texts()))
                .toList());
    }

    private static Map<String, Integer> signs(Chat chat) {
        return signs(chat.written().stream().map(message -> message.text()).toList());
    }

    private static Map<String, Integer> signs(List<String> texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            Set<String> here = new HashSet<>();
            Matcher sign = InventedStory.SIGN.matcher(text);
            while (sign.find()) {
                here.add(sign.group());
            }
            here.forEach(one -> counts.merge(one, 1, Integer::sum));
        }
        return counts;
    }
}
