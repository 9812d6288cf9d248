package news.lede.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import news.lede.community.PersonKey;
import news.lede.community.Quotas;
import news.lede.fetch.AllowedAddress;
import news.lede.story.PublisherFamily;
import news.lede.summary.ExtractLimit;

/**
 * Everything that can be set, understood and checked. What each part means is declared in {@link Keys}. {@code publishers} are the families of the operator's
 * own file, without those that ship. {@code quota}: what a workspace may have, of each kind.
 */
public record Settings(
        Discord discord,
        Telegram telegram,
        Store store,
        Fetch fetch,
        SourcePolling source,
        List<PublisherFamily> publishers,
        Web web,
        Embedding embedding,
        Summary summary,
        Map<Quotas.Kind, Integer> quota,
        Retention retention,
        Log log,
        List<PersonKey> moderators) {

    /** Without a token, Discord is off. Without addresses, the real service is meant. No {@code shards}: as many as it advises. */
    public record Discord(Secret token, Optional<URI> apiBaseUrl, Optional<URI> gatewayUrl, int shards) {}

    /** Without a token, Telegram is off. The address has scheme, host and perhaps a port, never a path. */
    public record Telegram(Secret token, Optional<URI> apiBaseUrl, boolean richMessages) {}

    /** Without {@code url}, SQLite in the data folder, for which the rest says nothing. */
    public record Store(
            Optional<String> url, Optional<String> user, Secret password, int connections, Duration statementTimeout) {}

    /** Private addresses that may be fetched all the same. */
    public record Fetch(List<AllowedAddress> allowAddresses, Optional<String> contact) {
        public Fetch {
            allowAddresses = List.copyOf(allowAddresses);
        }
    }

    /** The least time between two polls of one source, and the packs that new workspaces follow. */
    public record SourcePolling(Duration minInterval, List<String> defaultPacks) {
        public SourcePolling {
            defaultPacks = List.copyOf(defaultPacks);
        }
    }

    /** Port 0 picks a free one, -1 is off. Without {@code token} the pages are for this machine alone. */
    public record Web(String bind, int port, Optional<URI> publicUrl, Secret token) {}

    /** Whether topics may use the embedding model. */
    public record Embedding(boolean enabled) {}

    /** How much of one article one answer may show. */
    public record Summary(ExtractLimit extractLimit) {}

    /** How long texts of articles, and how long stories are kept. */
    public record Retention(Duration articles, Duration stories) {}

    /** How a line of the log looks, and what is worth one. */
    public record Log(LogFormat format, LogLevel level) {}

    /** Lines for people, or for programs. */
    public enum LogFormat {
        TEXT,
        JSON
    }

    /** From which weight on something is written. */
    public enum LogLevel {
        WARN,
        INFO,
        DEBUG
    }

    public Settings {
        publishers = List.copyOf(publishers);
        quota = Map.copyOf(quota);
        moderators = List.copyOf(moderators);
    }

    static Settings of(Values values, Consumer<Fault> faults) {
        return new Settings(
                new Discord(
                        values.of(Keys.DISCORD_TOKEN),
                        values.of(Keys.DISCORD_API_BASE_URL),
                        values.of(Keys.DISCORD_GATEWAY_URL),
                        values.of(Keys.DISCORD_SHARDS)),
                new Telegram(
                        values.of(Keys.TELEGRAM_TOKEN),
                        values.of(Keys.TELEGRAM_API_BASE_URL),
                        values.of(Keys.TELEGRAM_RICH_MESSAGES)),
                new Store(
                        values.of(Keys.STORE_URL),
                        values.of(Keys.STORE_USER),
                        values.of(Keys.STORE_PASSWORD),
                        values.of(Keys.STORE_CONNECTIONS),
                        values.of(Keys.STORE_STATEMENT_TIMEOUT)),
                new Fetch(values.of(Keys.FETCH_ALLOW_ADDRESSES), values.of(Keys.FETCH_CONTACT)),
                new SourcePolling(values.of(Keys.SOURCE_MIN_INTERVAL), values.of(Keys.SOURCE_DEFAULT_PACKS)),
                values.of(Keys.PUBLISHERS_FILE)
                        .map(file -> PublisherFiles.read(file, faults))
                        .orElse(List.of()),
                new Web(
                        values.of(Keys.WEB_BIND),
                        values.of(Keys.WEB_PORT),
                        values.of(Keys.WEB_PUBLIC_URL),
                        values.of(Keys.WEB_TOKEN)),
                new Embedding(values.of(Keys.EMBEDDING_ENABLED)),
                new Summary(values.of(Keys.SUMMARY_EXTRACT_LIMIT)),
                Map.of(
                        Quotas.Kind.SOURCES,
                        values.of(Keys.QUOTA_SOURCES),
                        Quotas.Kind.TOPICS,
                        values.of(Keys.QUOTA_TOPICS),
                        Quotas.Kind.SUBSCRIPTIONS,
                        values.of(Keys.QUOTA_SUBSCRIPTIONS)),
                new Retention(values.of(Keys.RETENTION_ARTICLES), values.of(Keys.RETENTION_STORIES)),
                new Log(values.of(Keys.LOG_FORMAT), values.of(Keys.LOG_LEVEL)),
                values.of(Keys.MODERATORS));
    }
}
