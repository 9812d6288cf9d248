package news.lede.command;

import java.util.Map;
import java.util.Optional;

/** A command as it was called: its name and the options given, by name, unparsed. What an adapter with real options builds itself. */
public record Invocation(String command, Map<String, String> options) {
    public Invocation {
        options = Map.copyOf(options);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).filter(v -> !v.isBlank());
    }
}
