package news.lede.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.opml.Pack;
import news.lede.topic.Topic;

/**
 * Reads all that an operator wrote: settings, and beside their file the folders {@code topics} and {@code sources}. May be asked again and again; each time it looks at the files as they
 * are then, while environment and command line stay what they were.
 */
public final class ConfigurationReader {
    private final Optional<Path> file;
    private final Map<String, String> environment;
    private final List<String> sets;

    public ConfigurationReader(Optional<Path> file, Map<String, String> environment, List<String> sets) {
        this.file = file;
        this.environment = Map.copyOf(environment);
        this.sets = List.copyOf(sets);
    }

    /** What came of reading, and the files that it came of, as they were just before. */
    public record Reading(Result result, ConfigurationFiles files, String fingerprint) {}

    /** What came of reading. */
    public sealed interface Result {
        record Read(Configuration configuration) implements Result {}

        /** Everything that is wrong in all files, in their order. */
        record Faulty(List<Fault> faults) implements Result {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    public Reading read() {
        List<Fault> faults = new ArrayList<>();
        ConfigurationFiles beside = ConfigurationFiles.beside(file);
        String before = beside.fingerprint();
        SettingsReader.Understood understood = SettingsReader.understand(file, environment, sets, faults);
        ConfigurationFiles files = beside.with(understood.publishers());
        // Which file of publishers there is, the settings say: it alone is looked at after it was read.
        String fingerprint = before.equals(beside.fingerprint()) ? files.fingerprint() : before;
        List<Topic> topics = files.topics()
                .map(folder -> TopicFiles.own(folder, faults::add))
                .orElse(List.of());
        List<Pack> packs = files.sources()
                .map(folder -> OwnPacks.read(folder, faults::add))
                .orElse(List.of());
        Result result = faults.isEmpty()
                ? new Result.Read(new Configuration(understood.settings(), understood.values(), topics, packs))
                : new Result.Faulty(faults);
        return new Reading(result, files, fingerprint);
    }
}
