package news.lede.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The files of one kind in a folder that stands beside the settings: topics, or lists of sources. Nothing of the folder need be there. */
record FolderFiles(Path folder, List<String> endings) {
    FolderFiles {
        endings = List.copyOf(endings);
    }

    /** By name; none when there is no such folder. Hidden ones are an editor's own. */
    List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(this::counts).sorted().toList();
        }
    }

    /** The same; that the folder cannot be read becomes a fault. */
    List<Path> all(Consumer<Fault> faults) {
        try {
            return all();
        } catch (IOException e) {
            faults.accept(new Fault(
                    folder.toString(), "the folder cannot be read (" + e.getMessage() + ")", "Make it readable"));
            return List.of();
        }
    }

    private boolean counts(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && endings.stream().anyMatch(name::endsWith);
    }
}
