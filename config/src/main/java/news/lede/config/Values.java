package news.lede.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Understands what was written for each key; what cannot be understood becomes a fault, and its key's default stands in. */
final class Values {
    private final Map<String, Written> written;
    private final Consumer<Fault> faults;
    private final Map<Key<?>, Object> understood = new HashMap<>();

    Values(Map<String, Written> written, Consumer<Fault> faults) {
        this.written = Map.copyOf(written);
        this.faults = faults;
    }

    <T extends Object> T of(Key<T> key) {
        T value = understand(key);
        understood.put(key, value);
        return value;
    }

    /** Every value that was asked for. */
    Map<Key<?>, Object> understood() {
        return Map.copyOf(understood);
    }

    private <T extends Object> T understand(Key<T> key) {
        Written value = written.get(key.name());
        // Empty means "as if unset": an empty token switches a platform off, an empty variable is no value.
        if (value == null || value.items().isEmpty()) {
            return fallback(key);
        }
        if (value.list() && !key.type().list()) {
            faults.accept(new Fault(value.where(), key.name() + " takes one value, not a list", remedy(key, value)));
            return fallback(key);
        }
        try {
            return key.type().parser().parse(value.items());
        } catch (BadValue e) {
            faults.accept(new Fault(value.where(), value.as().name(key) + ": " + e.why(), remedy(key, value)));
            return fallback(key);
        }
    }

    private static String remedy(Key<?> key, Written value) {
        return "Write " + key.type().expected() + ", for example " + value.as().example(key);
    }

    private static <T> T fallback(Key<T> key) {
        try {
            return key.type()
                    .parser()
                    .parse(Optional.of(key.fallback()).filter(f -> !f.isEmpty()).stream()
                            .toList());
        } catch (BadValue e) {
            throw new IllegalStateException("the default of " + key.name() + " does not fit its own type", e);
        }
    }
}
