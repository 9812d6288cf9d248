package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.config.Settings;
import news.lede.config.SettingsReader;
import news.lede.discord.server.DiscordServer;
import news.lede.fetch.AddressRules;
import news.lede.fetch.FetchLimits;
import news.lede.http.HttpFetcher;
import news.lede.lease.Lease;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.TelegramServer;
import news.lede.web.health.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two that serve from one store, as processes do, with platforms on this machine. */
class SharedServingTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    private DiscordServer discord;
    private TelegramServer telegram;

    @BeforeEach
    void start() throws IOException {
        discord = DiscordServer.start();
        discord.shards(2, 2);
        telegram = TelegramServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        discord.close();
        telegram.close();
    }

    private Settings settings() {
        List<String> sets = List.of(
                "web.port=-1",
                "embedding.enabled=false",
                "discord.token=" + discord.token(),
                "discord.api-base-url=" + discord.restUrl(),
                "telegram.token=" + TelegramServer.TOKEN,
                "telegram.api-base-url=" + telegram.baseUrl());
        return switch (SettingsReader.read(Optional.empty(), Map.of(), sets)) {
            case SettingsReader.Result.Read(Settings settings) -> settings;
            case SettingsReader.Result.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }

    private static SharedServing serving(Settings settings, Lede lede, HttpFetcher fetcher) {
        SharedServing serving = new SharedServing(settings, lede, fetcher);
        serving.lookedAfterBy(lede.upkeep().supervision(), lede.upkeep().housekeeping());
        serving.start(Inbound.NONE);
        return serving;
    }

    private static Set<String> holders(Lede lede, String prefix) {
        return lede.store().leases().held().stream()
                .filter(lease -> lease.name().startsWith(prefix))
                .map(Lease::holder)
                .collect(Collectors.toSet());
    }

    private void everybodyIsAnswered(Chat chat, Person person) {
        discord.inServerOf(0).command("topics", Map.of()).awaitMessage(SOON);
        discord.inServerOf(1).command("topics", Map.of()).awaitMessage(SOON);
        assertThat(chat.say(person, "/help").answer(SOON).text()).contains("/latest");
    }

    @Test
    void eachAnswersOnItsShard_andWhoIsLeftDoesAll() {
        Settings settings = settings();
        InstantSource clock = InstantSource.system();
        AddressRules rules = new AddressRules(settings.fetch().allowAddresses());
        Person anna = telegram.person("Anna", "en");
        Chat alone = telegram.privateChat(anna);
        try (Lede lede = new Lede(folder, settings, Lede.Use.RUN, clock);
                HttpFetcher fetcher = new HttpFetcher(rules, FetchLimits.DEFAULT, UserAgent.of(settings), clock);
                SharedServing one = serving(settings, lede, fetcher);
                SharedServing _ = serving(settings, lede, fetcher)) {
            await().atMost(SOON)
                    .until(() -> holders(lede, "discord-shard-").size() == 2
                            && holders(lede, "process-").size() == 2);
            discord.awaitBot(SOON);
            everybodyIsAnswered(alone, anna);

            one.close();

            discord.awaitSessions(3, SOON);
            everybodyIsAnswered(alone, anna);
            // Each of these is looked for by itself.
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(holders(lede, "")).hasSize(1);
                assertThat(lede.store().leases().held())
                        .extracting(Lease::name)
                        .contains("news", "discord", "telegram", "discord-shard-0-of-2", "discord-shard-1-of-2");
            });
            assertThat(one.parts()).extracting(Part::detail).containsOnly("another process has it");
            assertThat(discord.registrations()).isEqualTo(1);
            assertThat(discord.traffic().violations()).isEmpty();
            assertThat(telegram.violations()).isEmpty();
        }
    }
}
