package news.lede.article;

import java.time.Duration;

/** Who follows the log of what became of articles, and how far each has come: what all have followed is not kept for long. Thread-safe. */
public interface Followers {
    /** Whoever has said nothing for longer is not waited for, and begins anew when it comes back. */
    Duration AWAY = Duration.ofDays(3);

    /** {@code name} has followed every change up to that number; to be said before the first is read too, and again at least once a day. Nothing above it is forgotten meanwhile. */
    void followed(String name, long change);

    /** Follows no longer: nothing is kept for it. */
    void left(String name);

    /** Forgets at most {@code limit} changes that everybody has followed who follows, never the latest, and whoever was {@link #AWAY}. How many. */
    int forget(int limit);
}
