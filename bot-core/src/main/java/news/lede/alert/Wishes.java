package news.lede.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.lede.article.Article;
import news.lede.source.SourceId;
import news.lede.subscription.Filter;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscriptions;
import news.lede.subscription.Subscriptions.Wanted;
import news.lede.subscription.WishId;

/** Every distinct wish by what it is about, read once and kept up with. Not thread-safe. */
final class Wishes {
    private static final int PORTION = 1_000;

    private final Subscriptions subscriptions;
    private final SavedSearches searches;
    private final Map<String, List<Wanted>> byTopic = new HashMap<>();
    private final Map<String, List<Wanted>> byWords = new HashMap<>();
    private final Map<SourceId, List<Wanted>> bySource = new HashMap<>();
    private final List<Wanted> everything = new ArrayList<>();
    private final Map<String, Filter> filters = new HashMap<>();
    private WishId last = new WishId(0);
    private int most = 1;

    Wishes(Subscriptions subscriptions, SavedSearches searches) {
        this.subscriptions = subscriptions;
        this.searches = searches;
    }

    /** Reads what was wished since. */
    void refresh() {
        List<Wanted> more = subscriptions.wanted(last, PORTION);
        while (!more.isEmpty()) {
            more.forEach(this::add);
            last = more.getLast().id();
            more = subscriptions.wanted(last, PORTION);
        }
    }

    private void add(Wanted wanted) {
        most = Math.max(most, wanted.wish().least());
        switch (wanted.wish().subject()) {
            case Subject.OfTopic(String name) -> list(byTopic, name).add(wanted);
            case Subject.OfWords(String words) -> {
                searches.add(words);
                list(byWords, words).add(wanted);
            }
            case Subject.OfSource(SourceId source) -> list(bySource, source).add(wanted);
            case Subject.Everything() -> everything.add(wanted);
        }
    }

    private static <K> List<Wanted> list(Map<K, List<Wanted>> map, K key) {
        return map.computeIfAbsent(key, _ -> new ArrayList<>());
    }

    boolean isEmpty() {
        return last.value() == 0;
    }

    /** The most publishers that any of them asks for. */
    int most() {
        return most;
    }

    boolean anyTopics() {
        return !byTopic.isEmpty();
    }

    boolean anyWords() {
        return !byWords.isEmpty();
    }

    List<Wanted> ofTopic(String name) {
        return byTopic.getOrDefault(name, List.of());
    }

    /** Those for words that an article has, a list for each search. */
    List<List<Wanted>> finding(Article article) {
        return searches.finding(article).stream()
                .map(words -> byWords.getOrDefault(words, List.of()))
                .toList();
    }

    List<Wanted> ofSource(SourceId source) {
        return bySource.getOrDefault(source, List.of());
    }

    List<Wanted> ofEverything() {
        return everything;
    }

    /** A filter in its canonical form, read once. */
    Filter filter(String written) {
        return filters.computeIfAbsent(written, Filter::of);
    }
}
