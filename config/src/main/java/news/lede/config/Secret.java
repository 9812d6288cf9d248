package news.lede.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that must never be shown: it says whether it is set, and hands itself out only when asked by name. */
public final class Secret {
    static final Secret NONE = new Secret("");

    private final String value;

    Secret(String value) {
        this.value = value;
    }

    /** The value itself, for the one place that sends it. Empty when it is not set. */
    public Optional<String> reveal() {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    public boolean isSet() {
        return !value.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return isSet() ? "(set)" : "(empty)";
    }
}
