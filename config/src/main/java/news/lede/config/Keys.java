package news.lede.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.community.PersonKey;
import news.lede.fetch.AllowedAddress;
import news.lede.summary.ExtractLimit;

/** Every setting there is, declared once. Other programs set these: a name that was released stays. */
final class Keys {
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Set<String> SOCKET = Set.of("ws", "wss");

    /** Of anything a community may have: more is a slip of the finger. */
    private static final int MOST = 1_000_000;

    /** Enough for every server that there is. */
    private static final int MOST_SHARDS = 10_000;

    static final Key<Secret> DISCORD_TOKEN = new Key<>(
            "discord.token",
            Types.secret(),
            "",
            "MTk4NjIy.abc.def",
            "Bot token from discord.com/developers. Empty: Discord is off.");
    static final Key<Optional<URI>> DISCORD_API_BASE_URL = new Key<>(
            "discord.api-base-url",
            Types.url(WEB, true),
            "",
            "http://127.0.0.1:8701/api/v10/",
            "Where Discord's REST interface is. Empty: the real service.");
    static final Key<Optional<URI>> DISCORD_GATEWAY_URL = new Key<>(
            "discord.gateway-url",
            Types.url(SOCKET, true),
            "",
            "ws://127.0.0.1:8702",
            "Where Discord's gateway is. Empty: what the REST interface names.");
    static final Key<Integer> DISCORD_SHARDS = new Key<>(
            "discord.shards",
            Types.count(MOST_SHARDS),
            "0",
            "16",
            "How many connections to Discord's gateway there are, each for its part of the servers. 0: as many as Discord advises.");
    static final Key<Secret> TELEGRAM_TOKEN = new Key<>(
            "telegram.token",
            Types.secret(),
            "",
            "123456:ABC-DEF",
            "Bot token from @BotFather. Empty: Telegram is off.");
    static final Key<Optional<URI>> TELEGRAM_API_BASE_URL = new Key<>(
            "telegram.api-base-url",
            Types.url(WEB, false),
            "",
            "http://127.0.0.1:8703",
            "Where the Bot API is: scheme, host and port. Empty: the real service.");
    static final Key<Boolean> TELEGRAM_RICH_MESSAGES = new Key<>(
            "telegram.rich-messages",
            Types.bool(),
            "true",
            "false",
            "Whether long answers have headings, tables and parts that open. False: plain messages, which every app shows.");
    static final Key<Optional<String>> STORE_URL = new Key<>(
            "store.url",
            Types.storeUrl(),
            "",
            "jdbc:postgresql://db.example.org/lede",
            "PostgreSQL database, 15 or newer, to keep the news in. Empty: SQLite in the data folder.");
    static final Key<Optional<String>> STORE_USER =
            new Key<>("store.user", Types.text(), "", "lede", "User of that database.");
    static final Key<Secret> STORE_PASSWORD =
            new Key<>("store.password", Types.password(), "", "...", "Password of that user.");
    static final Key<Integer> STORE_CONNECTIONS = new Key<>(
            "store.connections",
            Types.count(2, 200),
            "6",
            "12",
            "How many connections one process opens to that database, besides three small ones: one writes, the others read.");
    static final Key<Duration> STORE_STATEMENT_TIMEOUT = new Key<>(
            "store.statement-timeout",
            Types.interval(),
            "30s",
            "60s",
            "How long one statement may take there before the database ends it.");
    static final Key<List<AllowedAddress>> FETCH_ALLOW_ADDRESSES = new Key<>(
            "fetch.allow-addresses",
            Types.addresses(),
            "",
            "127.0.0.1:9000",
            "Private addresses that may be fetched all the same: IP or CIDR, perhaps with a port.");
    static final Key<Optional<String>> FETCH_CONTACT = new Key<>(
            "fetch.contact",
            Types.contact(),
            "",
            "news-desk@example.org",
            "Where publishers reach you: a page or an e-mail address, told with every request. Empty: web.public-url.");
    static final Key<Duration> SOURCE_MIN_INTERVAL = new Key<>(
            "source.min-interval", Types.interval(), "15m", "30m", "The least time between two polls of one source.");
    static final Key<List<String>> SOURCE_DEFAULT_PACKS = new Key<>(
            "source.default-packs",
            Types.packs(),
            "",
            "world",
            "Packs of sources that a community follows from its first day. Empty: none is polled until a moderator follows one.");
    static final Key<Integer> QUOTA_SOURCES = new Key<>(
            "quota.sources",
            Types.count(MOST),
            "200",
            "50",
            "How many sources of its own a community may follow. For one community: lede community quota.");
    static final Key<Integer> QUOTA_TOPICS =
            new Key<>("quota.topics", Types.count(MOST), "100", "20", "How many topics a community may define.");
    static final Key<Integer> QUOTA_SUBSCRIPTIONS = new Key<>(
            "quota.subscriptions",
            Types.count(MOST),
            "200",
            "500",
            "How many subscriptions a community may have in all its places.");
    static final Key<Optional<Path>> PUBLISHERS_FILE = new Key<>(
            "publishers.file",
            Types.file(),
            "",
            "publishers.yaml",
            "File that says which publishers belong together and count once, laid over the one that ships. Empty: that one alone.");
    static final Key<String> WEB_BIND =
            new Key<>("web.bind", Types.host(), "127.0.0.1", "127.0.0.1", "Address the web pages are served on.");
    static final Key<Integer> WEB_PORT = new Key<>(
            "web.port", Types.port(), "8080", "8080", "Port of the web pages; 0 picks a free one, -1 is off.");
    static final Key<Optional<URI>> WEB_PUBLIC_URL = new Key<>(
            "web.public-url",
            Types.url(WEB, true),
            "",
            "https://news.example.org/",
            "Address under which readers reach the web pages. Empty: they do not.");
    static final Key<Secret> WEB_TOKEN = new Key<>(
            "web.token",
            Types.longSecret(16),
            "",
            "a-long-word-of-your-own",
            "What a browser shows to be let in to the web pages, 16 characters at least. Empty: they are open to this machine alone.");
    static final Key<Boolean> EMBEDDING_ENABLED = new Key<>(
            "embedding.enabled",
            Types.bool(),
            "true",
            "false",
            "Whether topics use the embedding model; it takes about 140 MB of memory.");
    static final Key<ExtractLimit> SUMMARY_EXTRACT_LIMIT = new Key<>(
            "summary.extract-limit",
            Types.extractLimit(),
            "3 sentences, 420 characters",
            "2 sentences, 300 characters",
            "How much of one article one answer may show.");
    static final Key<Duration> RETENTION_ARTICLES = new Key<>(
            "retention.articles",
            Types.days(),
            "90d",
            "30d",
            "How long the texts of articles are kept. Headlines, links and stories stay for longer.");
    static final Key<Duration> RETENTION_STORIES = new Key<>(
            "retention.stories",
            Types.days(),
            "730d",
            "365d",
            "How long stories are kept with their headlines and links; as long as texts at least.");
    static final Key<Settings.LogFormat> LOG_FORMAT = new Key<>(
            "log.format",
            Types.choice(Settings.LogFormat.class),
            "text",
            "json",
            "How a line of the log looks: text for people, json for programs.");
    static final Key<Settings.LogLevel> LOG_LEVEL = new Key<>(
            "log.level",
            Types.choice(Settings.LogLevel.class),
            "warn",
            "info",
            "What is worth a line of the log: warn for trouble alone, info for what happens, debug for why.");
    static final Key<List<PersonKey>> MODERATORS = new Key<>(
            "moderators",
            Types.persons(),
            "",
            "discord:80351110224678912",
            "Persons who moderate everywhere, besides those the platform itself names.");

    /** In the order of the shipped file: keys of one group stand together. */
    static final List<Key<?>> ALL = List.of(
            DISCORD_TOKEN,
            DISCORD_API_BASE_URL,
            DISCORD_GATEWAY_URL,
            DISCORD_SHARDS,
            TELEGRAM_TOKEN,
            TELEGRAM_API_BASE_URL,
            TELEGRAM_RICH_MESSAGES,
            STORE_URL,
            STORE_USER,
            STORE_PASSWORD,
            STORE_CONNECTIONS,
            STORE_STATEMENT_TIMEOUT,
            FETCH_ALLOW_ADDRESSES,
            FETCH_CONTACT,
            SOURCE_MIN_INTERVAL,
            SOURCE_DEFAULT_PACKS,
            QUOTA_SOURCES,
            QUOTA_TOPICS,
            QUOTA_SUBSCRIPTIONS,
            PUBLISHERS_FILE,
            WEB_BIND,
            WEB_PORT,
            WEB_PUBLIC_URL,
            WEB_TOKEN,
            EMBEDDING_ENABLED,
            SUMMARY_EXTRACT_LIMIT,
            RETENTION_ARTICLES,
            RETENTION_STORIES,
            LOG_FORMAT,
            LOG_LEVEL,
            MODERATORS);

    /** Those that take another value while Lede runs; the rest are read once, at the start. */
    static final Set<Key<?>> TAKEN_OVER = Set.of(
            SOURCE_DEFAULT_PACKS,
            QUOTA_SOURCES,
            QUOTA_TOPICS,
            QUOTA_SUBSCRIPTIONS,
            PUBLISHERS_FILE,
            SUMMARY_EXTRACT_LIMIT,
            MODERATORS);

    private Keys() {}

    static Optional<Key<?>> named(String name) {
        return ALL.stream().filter(k -> k.name().equals(name)).findFirst();
    }

    static Optional<Key<?>> ofVariable(String variable) {
        return ALL.stream().filter(k -> k.variable().equals(variable)).findFirst();
    }
}
