package news.lede.web.trial;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The chats that are open, each known by a name nobody guesses. The one that was idle longest goes when there are too many. Thread-safe. */
final class Talks {
    private static final int MOST = 50;
    private static final int NAME_BYTES = 12;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Talk> talks = new LinkedHashMap<>(64, 0.75f, true);

    /** Keeps a chat; answers its name. */
    synchronized String open(Talk talk) {
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        String written = HexFormat.of().formatHex(name);
        talks.put(written, talk);
        if (talks.size() > MOST) {
            talks.remove(talks.keySet().iterator().next());
        }
        return written;
    }

    synchronized Optional<Talk> find(String name) {
        return Optional.ofNullable(talks.get(name));
    }
}
