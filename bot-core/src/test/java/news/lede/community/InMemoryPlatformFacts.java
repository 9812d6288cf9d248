package news.lede.community;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.lede.article.Restorable;

/** {@link PlatformFacts} in a map. Thread-safe. */
public final class InMemoryPlatformFacts implements PlatformFacts, Restorable {
    private record Key(String platform, String account, String name) {}

    private final Map<Key, String> facts = new HashMap<>();

    @Override
    public synchronized Optional<String> told(String platform, String account, String name) {
        return Optional.ofNullable(facts.get(new Key(platform, account, name)));
    }

    @Override
    public synchronized void tell(String platform, String account, String name, String value) {
        facts.put(new Key(platform, account, name), value);
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Key, String> before = Map.copyOf(facts);
        return () -> restore(before);
    }

    private synchronized void restore(Map<Key, String> before) {
        facts.clear();
        facts.putAll(before);
    }
}
