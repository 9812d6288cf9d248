package news.lede.app;

import java.time.InstantSource;
import java.util.Map;

/** Everything a run takes from the machine it runs on, so that a test can hand it its own. */
record Surroundings(Streams streams, Map<String, String> environment, InstantSource clock) {
    Surroundings {
        environment = Map.copyOf(environment);
    }
}
