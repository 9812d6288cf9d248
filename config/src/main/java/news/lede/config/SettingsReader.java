package news.lede.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads settings from everywhere they can be written, later wins: what ships, a file, the environment, the command line. The shipped defaults
 * are the ones declared in {@link Keys}; the file that shows them is never parsed, which keeps YAML out of a start without a file of one's own.
 */
public final class SettingsReader {
    /** Variables of the same family that are no settings: the launcher reads them. */
    private static final Set<String> NOT_SETTINGS =
            Set.of("LEDE_JAVA_HOME", "LEDE_HEAP", "LEDE_CACHE", "LEDE_FAST_START");

    private SettingsReader() {}

    /** What came of reading. */
    public sealed interface Result {
        record Read(Settings settings) implements Result {}

        /** Everything that is wrong, in the order of the places. */
        record Faulty(List<Fault> faults) implements Result {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** In: the file of {@code --config}, the environment, each {@code key=value} of {@code --set}. All faults come out at once. */
    public static Result read(Optional<Path> file, Map<String, String> environment, List<String> sets) {
        List<Fault> faults = new ArrayList<>();
        Understood understood = understand(file, environment, sets, faults);
        return faults.isEmpty() ? new Result.Read(understood.settings()) : new Result.Faulty(faults);
    }

    /** Settings, and each value by its key; where something is wrong, the default stands in. {@code publishers}: the file that the settings name. */
    record Understood(Settings settings, Map<Key<?>, Object> values, Optional<Path> publishers) {}

    static Understood understand(
            Optional<Path> file, Map<String, String> environment, List<String> sets, List<Fault> faults) {
        Map<String, Written> written = written(file, environment, sets, faults);
        Values values = new Values(written, faults::add);
        Settings settings = Settings.of(values, faults::add);
        // Asked for above, so whatever is wrong with it was told.
        Optional<Path> publishers = new Values(written, _ -> {}).of(Keys.PUBLISHERS_FILE);
        return new Understood(settings, values.understood(), publishers);
    }

    /** What is written for each key, where it counts; what is written for none becomes a fault. */
    static Map<String, Written> written(
            Optional<Path> file, Map<String, String> environment, List<String> sets, List<Fault> faults) {
        Map<String, Written> written = new LinkedHashMap<>();
        file.ifPresent(f -> SettingsFile.read(f, faults::add).forEach(w -> written.put(w.key(), w)));
        // Sorted, so that the same faults come in the same order each time.
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith("LEDE_") && !NOT_SETTINGS.contains(name)) {
                Keys.ofVariable(name)
                        .ifPresentOrElse(
                                k -> written.put(
                                        k.name(), Written.text(k, value, "environment", Written.Place.ENVIRONMENT)),
                                () -> faults.add(unknownVariable(name)));
            }
        });
        for (String set : sets) {
            fromCommandLine(set, faults).ifPresent(w -> written.put(w.key(), w));
        }
        return written;
    }

    private static Optional<Written> fromCommandLine(String set, List<Fault> faults) {
        int equals = set.indexOf('=');
        if (equals < 1) {
            faults.add(new Fault(
                    "--set " + set,
                    "this is not key=value",
                    "Write for example " + Written.Place.COMMAND_LINE.example(Keys.WEB_PORT)));
            return Optional.empty();
        }
        String name = set.substring(0, equals).strip();
        Optional<Key<?>> key = Keys.named(name);
        if (key.isEmpty()) {
            faults.add(unknownKey("--set " + name, name));
        }
        return key.map(k -> Written.text(k, set.substring(equals + 1), "--set", Written.Place.COMMAND_LINE));
    }

    static Fault unknownKey(String where, String name) {
        return new Fault(
                where,
                "there is no setting \"" + name + "\"",
                Nearest.to(name, Keys.ALL.stream().map(Key::name).toList())
                        .map(n -> "Did you mean " + n + "? `lede check --defaults` lists them all")
                        .orElse("`lede check --defaults` lists them all"));
    }

    private static Fault unknownVariable(String name) {
        return new Fault(
                "environment",
                "there is no setting behind the variable " + name,
                Nearest.to(name, Keys.ALL.stream().map(Key::variable).toList())
                        .map(n -> "Did you mean " + n + "? If it is not meant for Lede, rename it")
                        .orElse("`lede check --defaults` lists all settings; if it is not meant for Lede, rename it"));
    }
}
