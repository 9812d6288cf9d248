package news.lede.article;

import java.util.HashMap;
import java.util.Map;

/** {@link Followers} in a map, none of whom is ever away. Thread-safe. */
public final class InMemoryFollowers implements Followers {
    private final InMemoryArticles articles;
    private final Map<String, Long> followers = new HashMap<>();

    public InMemoryFollowers(InMemoryArticles articles) {
        this.articles = articles;
    }

    @Override
    public synchronized void followed(String name, long change) {
        followers.put(name, change);
    }

    @Override
    public synchronized void left(String name) {
        followers.remove(name);
    }

    /** Who follows, and how far each has come. */
    public synchronized Map<String, Long> all() {
        return Map.copyOf(followers);
    }

    @Override
    public synchronized int forget(int limit) {
        return followers.values().stream()
                .min(Long::compare)
                .map(least -> articles.forgetBefore(least, limit))
                .orElse(0);
    }
}
