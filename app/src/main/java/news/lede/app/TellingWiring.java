package news.lede.app;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import news.lede.alert.Composer;
import news.lede.alert.DeskComposer;
import news.lede.alert.DeskTopicFits;
import news.lede.alert.Doors;
import news.lede.alert.Foresight;
import news.lede.alert.KnownDoors;
import news.lede.alert.Planner;
import news.lede.community.WorkspaceId;
import news.lede.lucene.LuceneSavedSearches;
import news.lede.store.Store;
import news.lede.story.StoryView;
import news.lede.summary.Summarizer;
import news.lede.topic.StorySubjects;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;

/** How news is told unasked: planned, composed, and kept from places that are shut. */
final class TellingWiring {
    private final InForce inForce;
    private final StoreWiring kept;
    private final NewsWiring news;
    private final InstantSource clock;
    /** What either has found out of a story is not found out again by whoever else tells it. */
    private final Summarizer summarizer;

    private final StorySubjects subjects;
    private final Lazy<Foresight> foresight;

    TellingWiring(InForce inForce, StoreWiring kept, NewsWiring news, InstantSource clock) {
        this.inForce = inForce;
        this.kept = kept;
        this.news = news;
        this.clock = clock;
        this.summarizer = new Summarizer(inForce::extractLimit);
        this.subjects = new StorySubjects(news.catalog());
        this.foresight = new Lazy<>(this::makeForesight);
    }

    /** Is told where we may write. */
    Doors doors() {
        return new KnownDoors(store().communities(), store().subscriptions(), store().suspensions(), clock);
    }

    /** Plans what is told to whom; for one thread. */
    Planner planner() {
        return new Planner(
                books(),
                tellable(),
                new DeskTopicFits(news.topicDesk(), news.catalog(), store().topics(), inForce::topics),
                new LuceneSavedSearches(),
                clock);
    }

    /** Makes the messages that are sent unasked. */
    Composer composer() {
        return new DeskComposer(books(), tellable(), summarizer, subjects(), clock);
    }

    /** Shows what would be sent. */
    Foresight foresight() {
        return foresight.get();
    }

    private Foresight makeForesight() {
        return new Foresight(books(), tellable(), store().backlogs(), summarizer, subjects(), composer(), clock);
    }

    /** The topic that a story speaks of most in a workspace. */
    private BiFunction<StoryView, WorkspaceId, Optional<TopicId>> subjects() {
        return (story, workspace) -> subjects.in(workspace).apply(story).map(Topic::id);
    }

    private Planner.Books books() {
        return new Planner.Books(
                store().transactor(),
                store().subscriptions(),
                store().matches(),
                store().outbox(),
                store().deliveries(),
                store().suspensions(),
                store().credits());
    }

    private Planner.News tellable() {
        return new Planner.News(
                store().communities(), store().stories(), store().articles(), news.views(), news.ranking());
    }

    private Store store() {
        return kept.store();
    }
}
