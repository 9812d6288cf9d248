package news.lede.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that say how a Lede is configured: that of {@code --config}, with the folders {@code topics} and {@code sources} beside it, and that of publishers. Empty: nobody named any.
 */
public record ConfigurationFiles(Optional<Path> settings, Optional<Path> publishers) {
    /** Beside {@code settings}; the publishers' file is known once the settings are read. */
    static ConfigurationFiles beside(Optional<Path> settings) {
        return new ConfigurationFiles(settings, Optional.empty());
    }

    ConfigurationFiles with(Optional<Path> publishersFile) {
        return new ConfigurationFiles(settings, publishersFile);
    }

    Optional<FolderFiles> topics() {
        return settings.map(file -> new FolderFiles(file.resolveSibling("topics"), List.of(".yaml", ".yml")));
    }

    Optional<FolderFiles> sources() {
        return settings.map(file -> new FolderFiles(file.resolveSibling("sources"), List.of(".opml")));
    }

    /** Whether there is anything that could change. */
    public boolean none() {
        return settings.isEmpty() && publishers.isEmpty();
    }

    /** Another text whenever one of the files was changed, added or taken away. Costs a look at each, and reads none. */
    public String fingerprint() {
        List<String> prints = new ArrayList<>();
        settings.map(ConfigurationFiles::print).ifPresent(prints::add);
        Stream.concat(topics().stream(), sources().stream())
                .flatMap(folder -> folder.all(fault -> prints.add(fault.toString())).stream())
                .map(ConfigurationFiles::print)
                .forEach(prints::add);
        publishers.map(ConfigurationFiles::print).ifPresent(prints::add);
        return String.join("\n", prints);
    }

    private static String print(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            // The key tells a file that was put in place of another of the same size within one tick of the clock.
            return file + " " + now.size() + " " + now.lastModifiedTime().toInstant() + " " + now.fileKey();
        } catch (IOException e) {
            return file + " cannot be seen";
        }
    }
}
