package news.lede.discord;

import com.neovisionaries.ws.client.WebSocketFactory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes the connections that are ours, and ends them. */
final class Login implements AutoCloseable {
    private static final Duration TO_LEAVE = Duration.ofSeconds(3);

    private final DiscordSettings settings;
    private final String baseUrl;
    private final OkHttpClient http;
    private final Portion portion;
    private final BooleanSupplier permit;
    private final Runnable sign;
    private final ExecutorService callbacks;
    private @Nullable SharedLogins shared;

    /**
     * @param permit no connection is made while it says no
     * @param sign is run again and again while we wait for our turn
     */
    Login(
            DiscordSettings settings,
            String baseUrl,
            OkHttpClient http,
            Portion portion,
            BooleanSupplier permit,
            Runnable sign,
            ExecutorService callbacks) {
        this.settings = settings;
        this.baseUrl = baseUrl;
        this.http = http;
        this.portion = portion;
        this.permit = permit;
        this.sign = sign;
        this.callbacks = callbacks;
    }

    /** Our connections, not begun yet. {@code longestPause}: between two attempts to come back. */
    synchronized ShardManager prepared(Duration longestPause, Object... listeners) {
        DefaultShardManagerBuilder builder = DefaultShardManagerBuilder.createLight(
                        settings.token(), EnumSet.noneOf(GatewayIntent.class))
                .setRestConfig(new RestConfig().setBaseUrl(baseUrl))
                .setHttpClient(http)
                // The default is the JVM's common pool, one thread on two cores, where anybody's blocking work would
                // hold back our answers.
                .setCallbackPool(callbacks)
                .setEnableShutdownHook(false)
                .setMaxReconnectDelay((int) longestPause.toSeconds())
                .setRequestTimeoutRetry(false)
                // A post in a forum may need a tag.
                .enableCache(CacheFlag.FORUM_TAGS)
                .addEventListeners(listeners);
        GatewayUrl url = new GatewayUrl(settings.gatewayUrl());
        switch (portion) {
            case Portion.Whole(int shards) -> {
                builder.setSessionController(new OwnLogins(url));
                if (shards > 0) {
                    builder.setShardsTotal(shards);
                }
            }
            case Portion.Shard shard -> {
                close();
                SharedLogins logins = new SharedLogins(url, shard.logins(), permit, sign);
                shared = logins;
                BooleanSupplier ours = () -> permit.getAsBoolean() && logins.mayConnect();
                builder.setSessionController(logins)
                        .setShardsTotal(shard.of())
                        .setShards(shard.number())
                        .setWebsocketFactory(new WebSocketFactory()
                                .setSocketFactory(new GatedSockets(SocketFactory.getDefault(), ours))
                                .setSSLSocketFactory(new GatedSockets(SSLSocketFactory.getDefault(), ours)));
            }
            case Portion.Telling _ -> throw new IllegalStateException("nothing is told over a connection");
        }
        return builder.build(false);
    }

    /** Ends connections in order, and for certain. */
    static void leave(ShardManager manager) {
        List<JDA> all = manager.getShards();
        manager.shutdown();
        for (JDA shard : all) {
            try {
                if (!shard.awaitShutdown(TO_LEAVE)) {
                    shard.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                shard.shutdownNow();
            }
        }
    }

    /** Nobody waits to log in any more. */
    @Override
    public synchronized void close() {
        SharedLogins waiting = shared;
        shared = null;
        if (waiting != null) {
            waiting.close();
        }
    }
}
