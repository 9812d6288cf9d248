package news.lede.topic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.lede.article.ArticleId;
import news.lede.article.Restorable;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;

/** {@link TopicVotes} in a map. Thread-safe. */
public final class InMemoryTopicVotes implements TopicVotes, Restorable {
    private record Key(WorkspaceId workspace, TopicId topic, ArticleId article, PersonKey person) {}

    private record Said(boolean fits, Instant at) {}

    private final Map<Key, Said> votes = new HashMap<>();

    @Override
    public synchronized void vote(
            WorkspaceId workspace, TopicId topic, ArticleId article, PersonKey person, boolean fits, Instant at) {
        votes.put(new Key(workspace, topic, article, person), new Said(fits, at));
    }

    @Override
    public synchronized void takeBack(
            WorkspaceId workspace, TopicId topic, Collection<ArticleId> articles, PersonKey person) {
        articles.forEach(article -> votes.remove(new Key(workspace, topic, article, person)));
    }

    @Override
    public synchronized List<Counted> counted(WorkspaceId workspace) {
        Map<TopicId, List<Said>> byTopic = new TreeMap<>();
        votes.forEach((key, said) -> {
            if (key.workspace.equals(workspace)) {
                byTopic.computeIfAbsent(key.topic, _ -> new ArrayList<>()).add(said);
            }
        });
        return byTopic.entrySet().stream()
                .map(entry -> {
                    int yes = (int) entry.getValue().stream().filter(Said::fits).count();
                    return new Counted(entry.getKey(), yes, entry.getValue().size() - yes);
                })
                .toList();
    }

    @Override
    public synchronized void clear(WorkspaceId workspace, TopicId topic) {
        votes.keySet().removeIf(key -> key.workspace.equals(workspace) && key.topic.equals(topic));
    }

    @Override
    public synchronized List<Tally> newest(WorkspaceId workspace, TopicId topic, int limit) {
        Map<ArticleId, List<Said>> byArticle = new ArrayList<>(votes.entrySet())
                .stream()
                        .filter(vote -> vote.getKey().workspace.equals(workspace)
                                && vote.getKey().topic.equals(topic))
                        .collect(Collectors.groupingBy(
                                vote -> vote.getKey().article,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return byArticle.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<ArticleId, List<Said>> e) -> last(e.getValue()))
                        .thenComparing(e -> e.getKey().value())
                        .reversed())
                .limit(limit)
                .map(e -> tally(e.getKey(), e.getValue()))
                .toList();
    }

    private static Instant last(List<Said> said) {
        return said.stream().map(Said::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Tally tally(ArticleId article, List<Said> said) {
        int yes = (int) said.stream().filter(Said::fits).count();
        return new Tally(article, yes, said.size() - yes);
    }

    /** As taking back articles does it. */
    public synchronized void forget(Collection<ArticleId> articles) {
        votes.keySet().removeIf(key -> articles.contains(key.article));
    }

    /** What was said in {@code other} is said in {@code kept}, unless the same person said something there. */
    public synchronized void takeIn(WorkspaceId other, WorkspaceId kept) {
        Map.copyOf(votes).forEach((key, said) -> {
            if (key.workspace.equals(other)) {
                votes.remove(key);
                votes.putIfAbsent(new Key(kept, key.topic, key.article, key.person), said);
            }
        });
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
