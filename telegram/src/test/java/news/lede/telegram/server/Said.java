package news.lede.telegram.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something a person wrote or pressed in a place, and what the bot wrote there since. */
public final class Said {
    private final World world;
    private final Chat chat;
    private final int thread;
    private final int before;
    private final long id;

    Said(World world, Chat chat, int thread, int before, long id) {
        this.world = world;
        this.chat = chat;
        this.thread = thread;
        this.before = before;
        this.id = id;
    }

    /** The id of the person's message; 0 when a button was pressed. */
    public long id() {
        return id;
    }

    /** The first message the bot wrote there since; fails when none comes in time. */
    public BotMessage answer(Duration patience) {
        return answers(1, patience).getFirst();
    }

    /** Waits until the bot wrote that many messages there since. */
    public List<BotMessage> answers(int count, Duration patience) {
        return world.await(
                patience,
                () -> {
                    List<BotMessage> soFar = answersSoFar();
                    return soFar.size() < count ? Optional.empty() : Optional.of(soFar);
                },
                "fewer than " + count + " answers in " + chat.title());
    }

    /** What the bot has written there since, without waiting. */
    public List<BotMessage> answersSoFar() {
        synchronized (world) {
            List<BotMessage> all = chat.messagesIn(thread);
            return List.copyOf(all.subList(Math.min(before, all.size()), all.size()));
        }
    }
}
