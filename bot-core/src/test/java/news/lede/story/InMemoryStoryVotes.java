package news.lede.story;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.article.Restorable;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;

/** {@link StoryVotes} in a map. Thread-safe. */
public final class InMemoryStoryVotes implements StoryVotes, Restorable {
    private record Key(WorkspaceId workspace, ArticleId article, PersonKey person) {}

    private record Said(boolean good, Instant at) {}

    private final Map<Key, Said> votes = new HashMap<>();

    @Override
    public synchronized Optional<Boolean> of(WorkspaceId workspace, Collection<ArticleId> articles, PersonKey person) {
        return articles.stream()
                .flatMap(article -> Optional.ofNullable(votes.get(new Key(workspace, article, person))).stream())
                .max(Comparator.comparing(Said::at))
                .map(Said::good);
    }

    @Override
    public synchronized void vote(
            WorkspaceId workspace,
            ArticleId titled,
            Collection<ArticleId> articles,
            PersonKey person,
            boolean good,
            Instant at) {
        takeBack(workspace, articles, person);
        votes.put(new Key(workspace, titled, person), new Said(good, at));
    }

    @Override
    public synchronized void takeBack(WorkspaceId workspace, Collection<ArticleId> articles, PersonKey person) {
        articles.forEach(article -> votes.remove(new Key(workspace, article, person)));
    }

    @Override
    public synchronized Map<ArticleId, Tally> tallies(WorkspaceId workspace, Collection<ArticleId> articles) {
        Map<ArticleId, Tally> tallies = new HashMap<>();
        votes.forEach((key, said) -> {
            if (key.workspace.equals(workspace) && articles.contains(key.article)) {
                tallies.merge(key.article, tally(said), Tally::plus);
            }
        });
        return tallies;
    }

    @Override
    public synchronized List<Counted> most(WorkspaceId workspace, int limit) {
        Map<ArticleId, Tally> tallies = new HashMap<>();
        votes.forEach((key, said) -> {
            if (key.workspace.equals(workspace)) {
                tallies.merge(key.article, tally(said), Tally::plus);
            }
        });
        return tallies.entrySet().stream()
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((Counted one) ->
                                one.tally().good() + one.tally().bad())
                        .thenComparing(Counted::article)
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Tally clear(WorkspaceId workspace) {
        Tally said = all(workspace);
        votes.keySet().removeIf(key -> key.workspace.equals(workspace));
        return said;
    }

    @Override
    public synchronized Tally all(WorkspaceId workspace) {
        return votes.entrySet().stream()
                .filter(vote -> vote.getKey().workspace.equals(workspace))
                .map(vote -> tally(vote.getValue()))
                .reduce(Tally.NONE, Tally::plus);
    }

    private static Tally tally(Said said) {
        return said.good ? new Tally(1, 0) : new Tally(0, 1);
    }

    /** As taking back articles does it. */
    public synchronized void forget(Collection<ArticleId> articles) {
        votes.keySet().removeIf(key -> articles.contains(key.article));
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Key, Said> old = new HashMap<>(votes);
        return () -> restore(old);
    }

    private synchronized void restore(Map<Key, Said> old) {
        votes.clear();
        votes.putAll(old);
    }
}
