package news.lede.telegram;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the updates that were handled lately, since the service may deliver one again. Thread-safe. */
final class SeenUpdates {
    /** A poll brings at most 100; what was delivered long ago is confirmed and never comes again. */
    private static final int REMEMBERED = 10_000;

    private final Map<Integer, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether the update comes for the first time. */
    synchronized boolean isNew(int updateId) {
        return seen.put(updateId, true) == null;
    }

    /** It was not taken after all: it is new when it comes again. */
    synchronized void forget(int updateId) {
        seen.remove(updateId);
    }
}
