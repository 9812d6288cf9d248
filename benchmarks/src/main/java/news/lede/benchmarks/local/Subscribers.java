package news.lede.benchmarks.local;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Workspace;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Room;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscriptions.Outcome;
import news.lede.subscription.Wish;
import news.lede.telegram.server.Chat;

/** Conversations that want to be told everything at once, written into the store of a bot that does not run. */
public final class Subscribers {
    private static final int EVENING = 21;
    /** A workspace may have only so many subscriptions, and the local Discord has a single server. */
    public static final int TOGETHER = 50;

    private Subscribers() {}

    /** Has the bot read {@code feed}, which everybody follows. */
    public static void read(Path data, LocalFeed feed) {
        try (Store store = SqliteStore.open(data, SqliteStore.Mode.ALONE)) {
            read(store, feed);
        }
    }

    /** The same, where the store is open. */
    public static void read(Store store, LocalFeed feed) {
        Source source = store.sources().addIfAbsent(SourceKind.FEED, feed.address(), "Harbour Courier");
        store.sources().addToPack(Communities.DEFAULT_PACK, source.id());
    }

    /**
     * Subscribes chats, each by itself, and channels, some of which belong together as those of a server do. They live where it is evening.
     *
     * @param budget how many messages a day they chose to accept
     */
    public static void add(Path data, List<Chat> chats, List<Room> rooms, OptionalInt budget) {
        try (Store store = SqliteStore.open(data, SqliteStore.Mode.ALONE)) {
            add(store, chats, rooms, budget);
        }
    }

    /** The same, where the store is open. */
    public static void add(Store store, List<Chat> chats, List<Room> rooms, OptionalInt budget) {
        store.transactor().inTransaction(() -> {
            for (Chat chat : chats) {
                String id = Long.toString(chat.id());
                add(store, "telegram", id, id, new Subject.Everything(), budget);
            }
            for (int i = 0; i < rooms.size(); i++) {
                String key = "guild:" + DiscordServer.GUILD + "-" + budget.isPresent() + "-" + i / TOGETHER;
                add(store, "discord", key, rooms.get(i).id(), new Subject.Everything(), budget);
            }
            return true;
        });
    }

    /** Subscribes one conversation of the workspace {@code key}. */
    public static void add(Store store, String platform, String key, String chat, Subject subject, OptionalInt budget) {
        Workspace workspace = store.communities().workspace(platform, key, "Readers");
        // A budget comes in turns over the day; in the evening all have come.
        store.communities()
                .update(new Workspace(
                        workspace.id(), platform, key, workspace.title(), workspace.language(), whereItIsEvening()));
        Conversation conversation =
                store.communities().conversation(workspace.id(), new Place(platform, chat, Optional.empty()));
        Outcome outcome = store.subscriptions()
                .subscribe(
                        conversation,
                        new Wish(subject, "", Set.of(), 1),
                        new Cadence.Instantly(),
                        Optional.empty(),
                        new PersonKey(platform, "1"),
                        Instant.now());
        if (!(outcome instanceof Outcome.Subscribed)) {
            throw new IllegalStateException("not subscribed: " + outcome);
        }
        if (budget.isEmpty()) {
            return;
        }
        store.subscriptions()
                .save(new Channel(
                        conversation.id(),
                        budget,
                        Optional.empty(),
                        Channel.Silence.NONE,
                        Optional.empty(),
                        Channel.Style.CARD,
                        Optional.empty()));
    }

    private static ZoneOffset whereItIsEvening() {
        int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
        int ahead = EVENING - hour;
        return ZoneOffset.ofHours(ahead < -12 ? ahead + 24 : ahead > 12 ? ahead - 24 : ahead);
    }
}
