package news.lede.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.lede.belongings.CommunityFile;
import news.lede.community.WorkspaceId;

/**
 * Files of communities that were shown and wait for their button, each for a while. All together are no larger than one file may be: whoever brings many large ones does not take the memory of everybody, and the oldest
 * has to be sent once more. Thread-safe.
 */
final class ShownFiles {
    private final InstantSource clock;
    private final Duration kept;
    private final long mostBytes;
    private final Map<Key, Shown> shown = new LinkedHashMap<>();

    /** To one workspace, by the first half of its checksum: a button carries few characters. */
    record Key(WorkspaceId workspace, String sum) {}

    private record Shown(CommunityFile file, long bytes, Instant until) {}

    ShownFiles(InstantSource clock, Duration kept, long mostBytes) {
        this.clock = clock;
        this.kept = kept;
        this.mostBytes = mostBytes;
    }

    synchronized void keep(Key key, CommunityFile file, long bytes) {
        Instant now = clock.instant();
        shown.remove(key);
        shown.values().removeIf(one -> !one.until().isAfter(now));
        while (!shown.isEmpty() && size() + bytes > mostBytes) {
            shown.remove(shown.keySet().iterator().next());
        }
        shown.put(key, new Shown(file, bytes, now.plus(kept)));
    }

    private long size() {
        return shown.values().stream().mapToLong(Shown::bytes).sum();
    }

    synchronized Optional<CommunityFile> find(Key key) {
        return Optional.ofNullable(shown.get(key))
                .filter(one -> one.until().isAfter(clock.instant()))
                .map(Shown::file);
    }

    synchronized void remove(Key key) {
        shown.remove(key);
    }
}
