package news.lede.source;

import java.time.Instant;
import java.util.Map;

/** Where it is kept which hosts asked to be left alone, so that a restart does not forget it. */
public interface HostRests {
    /** Keeps the later of {@code until} and what is kept. */
    void rest(String host, Instant until);

    /** Hosts that rest beyond {@code now}. Those that rest no longer are forgotten. */
    Map<String, Instant> resting(Instant now);
}
