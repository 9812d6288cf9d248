package news.lede.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.app.demo.NewsroomServer;
import news.lede.app.demo.SampleNews;
import news.lede.community.Communities;
import news.lede.config.Settings;
import news.lede.config.SettingsReader;
import news.lede.fetch.AddressRules;
import news.lede.fetch.FetchLimits;
import news.lede.http.HttpFetcher;
import news.lede.source.PollSchedule;
import news.lede.source.SourceKind;
import news.lede.time.SettableClock;
import news.lede.web.health.Condition;

/** The sample newsroom, read once, and the web desk over it at a free port. */
final class Newsstand implements AutoCloseable {
    private static final PollSchedule EAGER = new PollSchedule(Duration.ofSeconds(2), Duration.ofSeconds(3));

    private final SettableClock clock;
    private final NewsroomServer papers;
    private final Lede lede;
    private final HttpFetcher fetcher;
    private final PollLoop polling;
    private final WebDesk desk;

    /** @param sets settings besides those that this needs */
    Newsstand(Path folder, SettableClock clock, String... sets) {
        this.clock = clock;
        papers = new NewsroomServer(SampleNews.shipped(), clock);
        List<String> all = new ArrayList<>(List.of(sets));
        all.add("fetch.allow-addresses=127.0.0.1:" + papers.port());
        all.add("web.port=0");
        Settings settings = settings(all);
        lede = new Lede(folder, settings, Lede.Use.RUN, clock);
        for (NewsroomServer.Address address : papers.addresses()) {
            SourceKind kind = address.feed() ? SourceKind.FEED : SourceKind.PAGE;
            var source = lede.store().sources().addIfAbsent(kind, address.url(), address.title());
            lede.store().sources().addToPack(Communities.DEFAULT_PACK, source.id());
        }
        AddressRules rules = new AddressRules(settings.fetch().allowAddresses());
        fetcher = new HttpFetcher(rules, FetchLimits.DEFAULT, UserAgent.of(settings), clock);
        polling = new PollLoop(lede, fetcher, EAGER);
        polling.once();
        desk = WebDesk.open(
                lede,
                settings,
                new WrittenSettings(Optional.empty(), Map.of(), all, Optional::empty),
                Condition.of(List::of),
                Inbound.NONE);
    }

    private static Settings settings(List<String> sets) {
        return switch (SettingsReader.read(Optional.empty(), Map.of(), sets)) {
            case SettingsReader.Result.Read(Settings settings) -> settings;
            case SettingsReader.Result.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }

    /** Where the desk is, with a slash at its end. */
    String address() {
        return desk.address().orElseThrow();
    }

    /** Time goes on, and what the papers tell until then is read. The result is how many articles are new. */
    int goOn(Duration time) {
        clock.advance(time);
        return polling.once();
    }

    @Override
    public void close() {
        desk.close();
        polling.close();
        fetcher.close();
        lede.close();
        papers.close();
    }
}
