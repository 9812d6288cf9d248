package news.lede.app;

import java.time.InstantSource;
import news.lede.app.metrics.MeteredDesk;
import news.lede.app.metrics.Meters;
import news.lede.command.CommandDesk;
import news.lede.command.Dispatch;
import news.lede.command.Following;
import news.lede.command.Leaving;
import news.lede.command.NewsDesk;
import news.lede.command.Newsroom;
import news.lede.command.Oversight;
import news.lede.command.Tuning;
import news.lede.command.Voices;
import news.lede.store.Store;
import news.lede.summary.Summarizer;
import news.lede.topic.OwnTopics;

/** How questions are answered. */
final class AnswerWiring {
    private final InForce inForce;
    private final StoreWiring kept;
    private final NewsWiring news;
    private final IngestWiring ingest;
    private final TrialWiring trials;
    private final BelongingsWiring belongings;
    private final Meters meters;
    private final PlatformNames names = new PlatformNames();
    private final InstantSource clock;
    private final Lazy<Following> following;
    private final Lazy<NewsDesk> desk;

    AnswerWiring(
            InForce inForce,
            StoreWiring kept,
            NewsWiring news,
            IngestWiring ingest,
            TrialWiring trials,
            BelongingsWiring belongings,
            Meters meters,
            InstantSource clock) {
        this.inForce = inForce;
        this.meters = meters;
        this.kept = kept;
        this.news = news;
        this.ingest = ingest;
        this.trials = trials;
        this.belongings = belongings;
        this.clock = clock;
        following = new Lazy<>(this::makeFollowing);
        desk = new Lazy<>(this::makeDesk);
    }

    NewsDesk desk() {
        return desk.get();
    }

    /** What persons are called, as far as platforms tell. */
    PlatformNames names() {
        return names;
    }

    private NewsDesk makeDesk() {
        Store store = kept.store();
        Newsroom newsroom = new Newsroom(
                store.stories(),
                store.articles(),
                store.sources(),
                news.views(),
                news.ranking(),
                new OwnTopics(store.topics()),
                store.looks(),
                new Summarizer(inForce::extractLimit),
                kept.index(),
                news.related(),
                news.catalog(),
                news.topicSearch(),
                new Tuning(store.topics(), store.topicDrafts(), store.topicVotes()),
                new Voices(store.storyVotes(), store.storyReports(), store.suggestions()),
                store.subscriptions(),
                new Dispatch(
                        store.matches(), store.outbox(), store.deliveries(), store.suspensions(), store.retractions()),
                following,
                trials.askedLinks(),
                new Oversight(store.transactor(), store.audit(), store.delegations(), ingest.limits(), names),
                new Leaving(belongings::erasures, belongings::communityExport, belongings::communityImport),
                clock);
        // Choices are made beside whoever waits for them, one at a time for each kind and place.
        NewsDesk answering = new CommandDesk(
                newsroom, choices -> Thread.ofVirtual().name("choices").start(choices));
        return new MeteredDesk(answering, meters, System::nanoTime);
    }

    private Following makeFollowing() {
        Store store = kept.store();
        return new Following(
                ingest.follows(), store.communities(), store.pollStates(), store.sourceEvents(), trials.trial());
    }
}
