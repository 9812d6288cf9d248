package news.lede.ingest;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import news.lede.article.InMemoryArticles;
import news.lede.source.PollState;
import news.lede.source.SourceId;
import news.lede.store.InMemoryStore;
import news.lede.story.InMemoryStories;
import news.lede.story.StoryId;

/** {@link Purge} over the fakes of one store. */
public final class InMemoryPurge implements Purge {
    private final InMemoryStore store;

    public InMemoryPurge(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Purged purge(SourceId source, Instant at) {
        return store.transactor().inTransaction(() -> {
            store.inbox().forget(source);
            store.pollStates()
                    .find(source)
                    .ifPresent(state -> store.pollStates().save(forgotten(state)));
            InMemoryArticles.Purged articles = store.articles().purge(source);
            InMemoryStories.Left left = store.stories().leave(articles.gone(), at);
            store.announcements()
                    .cancel(a -> left.ended().contains(a.story())
                            || left.revisions()
                                    .getOrDefault(a.story(), Set.of())
                                    .contains(a.revision()));
            store.retractions().recall(touched(left), at);
            store.outbox().ended(left.ended(), at);
            store.vectors().forget(articles.gone());
            store.topicVotes().forget(articles.gone());
            store.storyVotes().forget(articles.gone());
            store.storyReports().forget(articles.gone());
            store.retractions().forget(articles.gone());
            articles.gone().forEach(store.revisits()::end);
            int ended = (int) left.revisions().keySet().stream()
                    .filter(left.ended()::contains)
                    .count();
            return new Purged(
                    articles.gone(), articles.kept(), ended, left.changed().size());
        });
    }

    private static Set<StoryId> touched(InMemoryStories.Left left) {
        Set<StoryId> touched = new HashSet<>(left.ended());
        touched.addAll(left.revisions().keySet());
        return touched;
    }

    private static PollState forgotten(PollState state) {
        return new PollState(
                state.source(),
                PollState.Known.NOTHING,
                state.nextPoll(),
                state.lastPoll(),
                state.lastSuccess(),
                state.failures(),
                state.failingSince(),
                state.pace(),
                state.move(),
                state.outcome());
    }
}
