package news.lede.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.app.demo.NewsroomServer;
import news.lede.app.demo.SampleNews;
import news.lede.community.Askers;
import news.lede.community.Communities;
import news.lede.config.Settings;
import news.lede.config.SettingsReader;
import news.lede.discord.server.DiscordServer;
import news.lede.fetch.AddressRules;
import news.lede.fetch.FetchLimits;
import news.lede.http.HttpFetcher;
import news.lede.source.PollSchedule;
import news.lede.source.SourceKind;
import news.lede.telegram.server.TelegramServer;

/** Everything that {@code lede run} starts, over a data folder, against local platforms and the sample newsroom. */
final class RunningLede implements AutoCloseable {
    private static final PollSchedule EAGER = new PollSchedule(Duration.ofSeconds(1), Duration.ofSeconds(2));

    final DiscordServer discord;
    final TelegramServer telegram;
    final NewsroomServer papers;
    final Lede lede;
    final Platforms platforms;
    final Supervision supervision;
    final PollLoop polling;
    final Telling telling;
    private final HttpFetcher fetcher;
    private final Housekeeping housekeeping;

    RunningLede(Path folder, InstantSource clock) throws IOException {
        discord = DiscordServer.start();
        telegram = TelegramServer.start();
        papers = new NewsroomServer(SampleNews.shipped(), clock);
        Settings settings = settings(List.of(
                "discord.token=" + discord.token(),
                "discord.api-base-url=" + discord.restUrl(),
                "discord.gateway-url=" + discord.gatewayUrl(),
                "telegram.token=" + TelegramServer.TOKEN,
                "telegram.api-base-url=" + telegram.baseUrl(),
                "fetch.allow-addresses=127.0.0.1",
                "embedding.enabled=false"));
        lede = new Lede(folder, settings, Lede.Use.RUN, clock);
        lede.meters().begin();
        AddressRules rules = new AddressRules(settings.fetch().allowAddresses());
        fetcher = new HttpFetcher(rules, FetchLimits.DEFAULT, UserAgent.of(settings), clock);
        platforms = new Platforms(
                settings,
                lede.desk(),
                new Askers(lede.store().communities(), lede.store().delegations(), settings.moderators()),
                lede.telling().doors(),
                lede.store(),
                clock);
        supervision = lede.upkeep().supervision();
        telling = new Telling(lede, platforms.outlets());
        housekeeping = lede.upkeep().housekeeping();
        polling = new PollLoop(lede, fetcher, EAGER, telling.news(), telling::announced);
        for (NewsroomServer.Address address : papers.addresses()) {
            var source = lede.store()
                    .sources()
                    .addIfAbsent(address.feed() ? SourceKind.FEED : SourceKind.PAGE, address.url(), address.title());
            lede.store().sources().addToPack(Communities.DEFAULT_PACK, source.id());
        }
        platforms.start();
        telling.start();
        polling.start();
        housekeeping.start();
        supervision.lookAfter(platforms, telling, polling, housekeeping);
        discord.awaitBot(Duration.ofSeconds(60));
    }

    private static Settings settings(List<String> sets) {
        return switch (SettingsReader.read(Optional.empty(), Map.of(), new ArrayList<>(sets))) {
            case SettingsReader.Result.Read(Settings settings) -> settings;
            case SettingsReader.Result.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }

    @Override
    public void close() throws IOException {
        supervision.close();
        polling.close();
        housekeeping.close();
        telling.close();
        platforms.close();
        fetcher.close();
        lede.close();
        papers.close();
        telegram.close();
        discord.close();
    }
}
