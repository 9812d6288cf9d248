package news.lede.benchmarks.kills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import news.lede.alert.Composer;
import news.lede.alert.Deliveries.Planned;
import news.lede.alert.Delivery;
import news.lede.alert.Edit;
import news.lede.alert.KnownDoors;
import news.lede.alert.Lane;
import news.lede.alert.Messenger;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Pacing;
import news.lede.alert.Sender;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Conversation;
import news.lede.community.Place;
import news.lede.community.Workspace;
import news.lede.discord.DiscordAdapter;
import news.lede.discord.DiscordSettings;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.telegram.Memory;
import news.lede.telegram.TelegramAdapter;

/**
 * A process with the store, the senders and the adapters of the bot, which plans a round of messages when it reads {@code ROUND} and sends until it is killed. What it plans is told by
 * arguments: data folder, the addresses of both platforms, the ids of Telegram's chats and Discord's channels.
 */
public final class Victim {
    private final Store store;
    private final InstantSource clock = InstantSource.system();
    private final List<Place> places;

    private Victim(Store store, List<Place> places) {
        this.store = store;
        this.places = places;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        List<Place> places = Stream.concat(places("telegram", args[5]), places("discord", args[6]))
                .toList();
        Victim victim = new Victim(SqliteStore.open(Path.of(args[0]), SqliteStore.Mode.ALONE), places);
        victim.run(args[1], args[2], args[3], args[4]);
    }

    private static Stream<Place> places(String platform, String chats) {
        return List.of(chats.split(",")).stream().map(chat -> new Place(platform, chat, Optional.empty()));
    }

    private void run(String discordUrl, String discordToken, String telegramUrl, String telegramToken)
            throws IOException {
        ExecutorService answers = Executors.newFixedThreadPool(2);
        SilentDesk desk = new SilentDesk();
        KnownDoors doors = new KnownDoors(store.communities(), store.subscriptions(), store.suspensions(), clock);
        DiscordAdapter discord = new DiscordAdapter(
                new DiscordSettings(discordToken, discordUrl, ""),
                desk,
                desk::nobody,
                answers,
                doors,
                store.platformFacts(),
                clock,
                _ -> {});
        TelegramAdapter telegram = new TelegramAdapter(
                telegramToken,
                telegramUrl,
                desk,
                desk::nobody,
                doors,
                new Memory(store.receivedUpdates(), store.platformFacts()),
                clock);
        discord.start();
        telegram.start();
        List<Sender> senders =
                List.of(send(discord.messenger(), discord.pacing()), send(telegram.messenger(), telegram.pacing()));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String round = orders.readLine(); round != null; round = orders.readLine()) {
            plan(Long.parseLong(round));
            senders.forEach(Sender::wake);
        }
        System.exit(0);
    }

    private Sender send(Messenger messenger, Pacing pacing) {
        Sender sender = new Sender(
                new Sender.Ports(
                        store.transactor(),
                        store.deliveries(),
                        store.edits(),
                        store.suspensions(),
                        store.communities()),
                messenger,
                new Plain(),
                _ -> true,
                pacing,
                new Sender.Time(clock, System::nanoTime),
                Executors.newVirtualThreadPerTaskExecutor());
        Thread.ofPlatform().name("send-" + messenger.platform()).start(() -> {
            try {
                sender.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return sender;
    }

    /** All of a round in one transaction, once however often it is asked for. */
    private void plan(long round) {
        Instant now = clock.instant();
        store.transactor().inTransaction(() -> {
            for (Place place : places) {
                Workspace workspace = store.communities().workspace(place.platform(), place.chat(), "Round");
                Conversation conversation = store.communities().conversation(workspace.id(), place);
                store.deliveries()
                        .plan(new Planned(
                                conversation.id(),
                                Delivery.Kind.DIGEST,
                                Optional.empty(),
                                round,
                                0,
                                Lane.ALERT,
                                now,
                                now));
            }
            return true;
        });
    }

    /** Says the round and the conversation, the same at each attempt. */
    private static final class Plain implements Composer {
        private static final Texts TEXTS = Texts.in(Locale.ENGLISH);

        @Override
        public Composed compose(Delivery delivery) {
            Answer answer = new Answer.Notice(
                    "Round " + delivery.number(), "For conversation " + delivery.conversation() + ".", List.of());
            return new Composed.Message(
                    new Outgoing(
                            delivery.place(),
                            delivery.nonce(),
                            answer,
                            new Phrases(TEXTS, Instant.EPOCH, ZoneOffset.UTC),
                            false,
                            Optional.empty(),
                            Optional.empty()),
                    List.of());
        }

        @Override
        public Composed compose(Edit edit) {
            return new Composed.Needless("nothing is edited here");
        }
    }

    /** For whoever waits for the end of a round. */
    static final Duration LONGEST_ROUND = Duration.ofMinutes(4);
}
