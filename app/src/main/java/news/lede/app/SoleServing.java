package news.lede.app;

import java.util.List;
import java.util.Optional;
import news.lede.config.Settings;
import news.lede.http.HttpFetcher;
import news.lede.telegram.Webhook;
import news.lede.web.health.Part;

/** The bot as the only process on its store. */
final class SoleServing implements Serving {
    private final Settings settings;
    private final Lede lede;
    private final HttpFetcher fetcher;
    private final Platforms platforms;
    private final Telling telling;
    private final PollLoop polling;
    private final Reporting reporting;

    SoleServing(Settings settings, Lede lede, HttpFetcher fetcher) {
        this.settings = settings;
        this.lede = lede;
        this.fetcher = fetcher;
        platforms = Platforms.all(settings, lede);
        telling = new Telling(lede, platforms.outlets());
        polling = new PollLoop(lede, fetcher, Serving.schedule(settings), telling.news(), telling::announced);
        reporting = new Reporting(lede, platforms.outlets());
    }

    @Override
    public void start(Inbound inbound) {
        platforms.introduce(lede.names());
        platforms.start();
        telling.start();
        polling.start();
        inbound.begin(lede, fetcher, polling);
        reporting.start();
    }

    @Override
    public Optional<PublicAddress> address() {
        return PublicAddress.of(settings);
    }

    @Override
    public Optional<Webhook> telegramHook() {
        return platforms.telegramHook();
    }

    @Override
    public List<Part> parts() {
        return platforms.parts();
    }

    @Override
    public void lookedAfterBy(Supervision supervision, Housekeeping housekeeping) {
        supervision.lookAfter(platforms, telling, polling, housekeeping);
    }

    @Override
    public void close() {
        polling.close();
        reporting.close();
        telling.close();
        platforms.close();
    }
}
