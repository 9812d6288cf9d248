package news.lede.discord;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import news.lede.alert.Messenger;
import news.lede.alert.SeenDoors;
import news.lede.community.Asker;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.InMemoryPlatformFacts;
import news.lede.community.Introduction;
import news.lede.community.Place;
import news.lede.community.Viewer;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.discord.server.DiscordServer;
import news.lede.text.Language;

/** The adapter with the real JDA, logged in at a local server. */
final class Rig implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(30);
    /** A machine that has much to do needs long to log in, and that is not what is tested; between two logins lie five seconds. */
    static final Duration LOGIN = Duration.ofSeconds(90);

    final DiscordServer server;
    final PaperDesk desk = new PaperDesk();
    final List<Introduction> introduced = new CopyOnWriteArrayList<>();
    final List<DiscordStatus> told = new CopyOnWriteArrayList<>();
    final SeenDoors doors = new SeenDoors();
    final InMemoryPlatformFacts facts;
    final Set<Place> handsOn = ConcurrentHashMap.newKeySet();
    final DiscordAdapter adapter;
    private final ExecutorService pool = Executors.newFixedThreadPool(32);
    private volatile long storeNanos;
    /** Whether whoever asks what moderators wish fails. */
    volatile boolean storeIsAway;

    private Rig(DiscordServer server, String token, InMemoryPlatformFacts facts, InstantSource clock) {
        this(server, token, new Portion.Whole(0), facts, clock);
    }

    private Rig(DiscordServer server, String token, Portion portion, InMemoryPlatformFacts facts, InstantSource clock) {
        this.server = server;
        this.facts = facts;
        this.adapter = new DiscordAdapter(
                new DiscordSettings(token, server.restUrl(), ""),
                new DiscordAdapter.Share(portion, new Commons(clock)),
                desk,
                this::asker,
                pool,
                new DiscordAdapter.Outside(doors, facts, this::handsOn),
                clock,
                told::add);
    }

    private boolean handsOn(Place place) {
        if (storeIsAway) {
            throw new IllegalStateException("the store is away");
        }
        return handsOn.contains(place);
    }

    /** A bot that is connected and has registered its commands. */
    static Rig connected() throws IOException {
        Rig rig = started(DiscordServer.start());
        rig.server.awaitBot(LOGIN);
        return rig;
    }

    static Rig started(DiscordServer server) {
        return started(server, server.token());
    }

    static Rig started(DiscordServer server, String token) {
        return started(server, token, new InMemoryPlatformFacts());
    }

    /** A process that does a part of what there is to do, while {@code permit} says yes. The server is closed by the caller. */
    static Rig started(DiscordServer server, Portion portion, InMemoryPlatformFacts facts, BooleanSupplier permit) {
        Rig rig = new Rig(server, server.token(), portion, facts, InstantSource.system());
        rig.adapter.onlyWhile(permit);
        rig.adapter.start();
        return rig;
    }

    /** A bot by a clock of the caller. */
    static Rig started(DiscordServer server, InstantSource clock) {
        Rig rig = new Rig(server, server.token(), new InMemoryPlatformFacts(), clock);
        rig.adapter.start();
        return rig;
    }

    /** A bot that remembers what it once told. */
    static Rig started(DiscordServer server, String token, InMemoryPlatformFacts facts) {
        Rig rig = new Rig(server, token, facts, InstantSource.system());
        rig.adapter.start();
        return rig;
    }

    /** One that remembers nothing, over the same connection. */
    Messenger anotherMessenger() {
        return adapter.newMessenger();
    }

    /** Looking up who asks takes this long from now on, as from a store that has much to do. */
    void storeTakes(Duration time) {
        storeNanos = time.toNanos();
    }

    private Asker asker(Introduction of) {
        introduced.add(of);
        LockSupport.parkNanos(storeNanos);
        WorkspaceId id = new WorkspaceId(1);
        return new Asker(
                of.person(),
                of.role(),
                new Workspace(id, "discord", of.workspaceKey(), of.workspaceTitle(), Language.ENGLISH, ZoneOffset.UTC),
                new Conversation(new ConversationId(1), id, of.place()),
                of.locale().orElseThrow(),
                new Viewer(id, Set.of()));
    }

    /** Leaves, and the server stays. */
    void leave() {
        adapter.stop();
        pool.shutdownNow();
    }

    @Override
    public void close() throws IOException {
        leave();
        server.close();
    }
}
