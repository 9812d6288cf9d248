package news.lede.app;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import news.lede.command.CommandSpec;
import news.lede.command.Option;
import news.lede.discord.server.DiscordServer;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.ReaderView;
import news.lede.telegram.server.TelegramServer;

/**
 * A Discord and a Telegram of our own on loopback, for the real adapters to talk to. What is said here is said there by somebody; what comes back is told as a reader sees it, with
 * the traffic that brought it.
 */
final class StagedPlatforms implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DiscordServer discord;
    private final TelegramServer telegram;
    private final Person reader;
    private final Chat chat;
    private final InstantSource clock;
    private final Queue<String> traffic = new ConcurrentLinkedQueue<>();

    private StagedPlatforms(DiscordServer discord, TelegramServer telegram, InstantSource clock) {
        this.discord = discord;
        this.telegram = telegram;
        this.clock = clock;
        this.reader = telegram.person("Ada", "en");
        this.chat = telegram.privateChat(reader);
        discord.traffic().listen(exchange -> traffic.add("discord  " + exchange));
        telegram.watch(exchange -> traffic.add("telegram " + exchange.line()));
    }

    static StagedPlatforms open(InstantSource clock) {
        try {
            return new StagedPlatforms(DiscordServer.start(), TelegramServer.start(), clock);
        } catch (IOException e) {
            throw new Problem(
                    ExitCode.FAILED,
                    List.of("No free port on 127.0.0.1 for the local platforms: " + e.getMessage()
                            + ". Close other programs, or run the demo without --platforms."));
        }
    }

    /** The settings that send the adapters here. */
    List<String> settings() {
        return List.of(
                "discord.token=" + discord.token(),
                "discord.api-base-url=" + discord.restUrl(),
                "discord.gateway-url=" + discord.gatewayUrl(),
                "telegram.token=" + TelegramServer.TOKEN,
                "telegram.api-base-url=" + telegram.baseUrl());
    }

    /** Where the two are. */
    List<String> addresses() {
        return List.of("Discord " + discord.restUrl(), "Telegram " + telegram.baseUrl());
    }

    /** Waits until the bot is there on both; throws when it does not come in time. */
    void awaitBot(Duration patience) {
        discord.awaitBot(patience);
        telegram.awaitTraffic("getUpdates", 1, patience);
    }

    /** Says one command on both platforms; answers what a reader sees there, then the traffic since the last call. */
    List<String> say(String typed, List<CommandSpec> commands) {
        List<String> lines = new ArrayList<>();
        called(typed, commands).ifPresent(call -> {
            lines.add("— as a reader in Discord sees it —");
            lines.addAll(seenOnDiscord(call));
            lines.add("— as a reader in Telegram sees it —");
            lines.addAll(seenOnTelegram(typed));
        });
        lines.add("— traffic —");
        for (String line = traffic.poll(); line != null; line = traffic.poll()) {
            lines.add(line);
        }
        return lines;
    }

    private record Call(String command, Map<String, String> options) {}

    private List<String> seenOnDiscord(Call call) {
        try {
            return discord.inServer()
                    .command(call.command(), call.options())
                    .awaitMessage(PATIENCE)
                    .asSeen(clock.instant())
                    .lines()
                    .toList();
        } catch (RuntimeException e) {
            // The client itself refuses what no client would send: an option left out, a command that is not registered
            // yet.
            return List.of("(not said there: " + e.getMessage() + ")");
        }
    }

    private List<String> seenOnTelegram(String typed) {
        try {
            return ReaderView.of(chat.say(reader, typed).answer(PATIENCE))
                    .lines()
                    .toList();
        } catch (RuntimeException e) {
            return List.of("(no answer there: " + e.getMessage() + ")");
        }
    }

    /** What somebody would choose in Discord's menu to say the same. */
    private static Optional<Call> called(String typed, List<CommandSpec> commands) {
        if (!typed.startsWith("/")) {
            return Optional.empty();
        }
        String[] parts = typed.substring(1).split("\\s+", 2);
        return commands.stream()
                .filter(c -> c.name().equals(parts[0]))
                .findFirst()
                .map(spec -> new Call(spec.name(), options(spec, parts.length > 1 ? parts[1] : "")));
    }

    private static Map<String, String> options(CommandSpec spec, String rest) {
        Map<String, String> options = new HashMap<>();
        List<String> first = new ArrayList<>();
        for (String word : rest.strip().split("\\s+")) {
            int colon = word.indexOf(':');
            Optional<Option> named = colon < 1
                    ? Optional.empty()
                    : spec.options().stream()
                            .filter(o -> o.name().equals(word.substring(0, colon)))
                            .findFirst();
            if (named.isPresent()) {
                options.put(named.get().name(), word.substring(colon + 1));
            } else if (!word.isEmpty()) {
                first.add(word);
            }
        }
        if (!first.isEmpty() && !spec.options().isEmpty()) {
            options.putIfAbsent(spec.options().getFirst().name(), String.join(" ", first));
        }
        return options;
    }

    @Override
    public void close() {
        telegram.close();
        try {
            discord.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("closing the local Discord", e);
        }
    }
}
