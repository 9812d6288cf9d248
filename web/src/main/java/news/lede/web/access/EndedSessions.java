package news.lede.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Sessions that somebody signed out of while their cookies were still good, until these run out. So many are remembered; when more would be, every session that was made until then is over, since one that is
 * forgotten would live again. Thread-safe.
 */
final class EndedSessions {
    private final int most;
    private final Duration lasts;
    private final InstantSource clock;
    /** By the name of a session: when its last cookie runs out at the latest. */
    private final Map<String, Instant> ended = new HashMap<>();

    private Instant allUntil = Instant.MIN;

    /** @param lasts for how long a cookie is good */
    EndedSessions(int most, Duration lasts, InstantSource clock) {
        this.most = most;
        this.lasts = lasts;
        this.clock = clock;
    }

    synchronized void end(String name) {
        Instant now = clock.instant();
        ended.values().removeIf(now::isAfter);
        if (ended.size() < most || ended.containsKey(name)) {
            ended.put(name, now.plus(lasts));
        } else {
            ended.clear();
            allUntil = now;
        }
    }

    /** @param made when the cookie was made that is shown for the session */
    synchronized boolean isEnded(String name, Instant made) {
        return ended.containsKey(name) || !made.isAfter(allUntil);
    }
}
