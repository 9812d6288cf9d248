package news.lede.app;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.config.Settings;
import news.lede.store.Store;
import news.lede.topic.TopicReplay;
import news.lede.web.access.Access;
import news.lede.web.chat.Adapters;
import news.lede.web.chat.Rooms;
import news.lede.web.deliveries.DeliveriesPage;
import news.lede.web.feed.FeedsPage;
import news.lede.web.feed.TopicFeeds;
import news.lede.web.health.Alive;
import news.lede.web.health.Condition;
import news.lede.web.health.Figures;
import news.lede.web.health.Ready;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Page;
import news.lede.web.page.Seats;
import news.lede.web.page.Visit;
import news.lede.web.preview.PreviewPage;
import news.lede.web.settings.SettingsCheck;
import news.lede.web.settings.SettingsPage;
import news.lede.web.sources.SourcesPage;
import news.lede.web.today.StoryPage;
import news.lede.web.today.TodayPage;
import news.lede.web.topics.TopicBooks;
import news.lede.web.topics.TopicsPage;
import news.lede.web.trial.TrialPage;

/** What the web desk serves, page by page. */
final class WebPages {
    private final Lede lede;
    private final Settings settings;
    private final SettingsCheck check;
    private final Condition condition;
    private final Supplier<NewsDesk> desk;
    private final Seats seats;
    private final Function<Visit, Asker> eyes;

    /** {@code condition}: how the running program is doing. */
    WebPages(Lede lede, Settings settings, SettingsCheck check, Condition condition) {
        this.lede = lede;
        this.settings = settings;
        this.check = check;
        this.condition = condition;
        this.desk = lede::desk;
        this.seats = new CommunitySeats(lede);
        this.eyes = seats::of;
    }

    /** Whose view can be shown. */
    Seats seats() {
        return seats;
    }

    /** In the order of the navigation. */
    List<Page> pages() {
        Store store = lede.store();
        Supplier<Rooms> rooms = () -> new DeskRooms(lede.addressBook());
        Adapters drafts = new PlatformDrafts(desk, settings.telegram().richMessages(), lede.clock());
        return List.of(
                new TodayPage(desk, eyes, () -> store.articles().last().toString(), lede.clock()),
                new TopicsPage(desk, eyes, topics(), lede.clock()),
                new SourcesPage(
                        store::sourceOverview,
                        store::sourceEvents,
                        PublicAddress.hubNews(settings, store),
                        lede.clock()),
                new DeliveriesPage(store::backlogs, rooms, eyes, lede.clock()),
                new PreviewPage(rooms, () -> lede.telling().foresight(), drafts, lede.clock()),
                new TrialPage(drafts, role -> lede.consoleAsker(role).speaking(Locale.ENGLISH), lede.clock()),
                new SettingsPage(check, condition::parts, lede.clock()));
    }

    private TopicBooks topics() {
        NewsWiring news = lede.news();
        return new TopicBooks(
                news.catalog(),
                lede.store()::topicDrafts,
                () -> new TopicReplay(
                        lede.store().stories(), news.views(), news.topicSearch().get()));
    }

    /** What is no page of the navigation. */
    List<Endpoint> endpoints(Access access) {
        Predicate<Visit> inside = visit -> access.of(visit) instanceof Access.Verdict.Welcome;
        return List.of(
                new StoryPage(desk, eyes, lede.clock()),
                new Alive(condition, inside),
                new Ready(condition::parts, inside),
                new Figures(condition));
    }

    /** Stories for readers of feeds. */
    List<Endpoint> feeds(Access access, Optional<URI> publicUrl) {
        return List.of(
                new FeedsPage(desk, seats, access), new TopicFeeds(desk, seats, access, publicUrl, lede.clock()));
    }
}
