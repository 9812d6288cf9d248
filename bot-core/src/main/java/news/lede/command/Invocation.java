package news.lede.command;

import java.util.Map;
import java.util.Optional;

/** A command as it was called: its name, the options given, by name, unparsed, and the files that came with it. What an adapter with real options builds itself. */
public record Invocation(String command, Map<String, String> options, Uploads uploads) {
    public Invocation {
        options = Map.copyOf(options);
    }

    /** One that no file came with. */
    public Invocation(String command, Map<String, String> options) {
        this(command, options, Uploads.NONE);
    }

    /** The same with files. */
    Invocation with(Uploads files) {
        return new Invocation(command, options, files);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).filter(v -> !v.isBlank());
    }
}
