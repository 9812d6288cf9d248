package news.lede.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;

/**
 * Topics written in YAML: those that ship, and those of an operator.
 *
 * <pre>
 * immigration:
 *   parent: politics
 *   name: {en: Immigration, de: Einwanderung}
 *   description: People who cross borders to live elsewhere.
 *   words:
 *     en: [deport*, migrant*, border patrol]
 * </pre>
 *
 * <p>Only {@code name} with {@code en} and one of {@code description} and {@code words} must be there. The tree has two levels. Reading what ships takes some tens of milliseconds, so it is
 * done when a command asks for topics, not at the start.
 */
public final class TopicFiles {
    // Resources in a jar cannot be listed; a test compares this with the folder.
    static final List<String> SHIPPED = List.of(
            "culture.yaml",
            "economy.yaml",
            "justice.yaml",
            "knowledge.yaml",
            "life.yaml",
            "nature.yaml",
            "politics.yaml",
            "sport.yaml",
            "world.yaml");

    private TopicFiles() {}

    /** What came of reading topics. */
    public sealed interface Result {
        /** By id. */
        record Read(List<Topic> topics) implements Result {
            public Read {
                topics = List.copyOf(topics);
            }
        }

        /** All that is wrong in all files, in their order. */
        record Faulty(List<Fault> faults) implements Result {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** The topics that ship, by id; parsed at the first call. */
    public static List<Topic> shipped() {
        return Shipped.TOPICS;
    }

    /** The topics of a YAML file, or of all {@code .yaml} and {@code .yml} files of a folder together. */
    public static Result load(Path path) {
        List<Fault> faults = new ArrayList<>();
        List<TopicFile> files = new ArrayList<>();
        for (Path file : files(path, faults)) {
            String name = String.valueOf(file);
            try {
                // Read whole, so that bytes that are not UTF-8 are told apart from text that is not YAML.
                files.add(TopicFile.read(name, new StringReader(Files.readString(file)), faults));
            } catch (NoSuchFileException e) {
                faults.add(new Fault(
                        name,
                        "there is no such file",
                        "Give the path of a YAML file of topics or of a folder of them"));
            } catch (CharacterCodingException e) {
                faults.add(new Fault(name, "this is not text in UTF-8", "Save the file as UTF-8"));
            } catch (IOException e) {
                faults.add(new Fault(name, "the file cannot be read (" + e.getMessage() + ")", "Make it readable"));
            }
        }
        List<Topic> topics = together(files, faults);
        return faults.isEmpty() ? new Result.Read(topics) : new Result.Faulty(faults);
    }

    private static List<Path> files(Path path, List<Fault> faults) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.list(path)) {
            List<Path> found = all.filter(p -> String.valueOf(p.getFileName()).matches("(?i).*\\.ya?ml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                faults.add(new Fault(
                        path.toString(),
                        "the folder holds no YAML file",
                        "Put a file there, for example politics.yaml"));
            }
            return found;
        } catch (IOException e) {
            faults.add(new Fault(
                    path.toString(), "the folder cannot be read (" + e.getMessage() + ")", "Make it readable"));
            return List.of();
        }
    }

    /** What only shows when all files are read: ids used twice, parents that are not there or have parents. */
    private static List<Topic> together(List<TopicFile> files, List<Fault> faults) {
        Map<String, TopicFile.Definition> byId = new LinkedHashMap<>();
        for (TopicFile file : files) {
            for (TopicFile.Definition definition : file.definitions()) {
                TopicFile.Definition before = byId.putIfAbsent(definition.id(), definition);
                if (before != null) {
                    faults.add(new Fault(
                            definition.where(),
                            "topic \"" + definition.id() + "\" is defined already in " + before.where(),
                            "Keep one of the two or rename one"));
                }
            }
        }
        for (TopicFile.Definition definition : byId.values()) {
            definition.parent().ifPresent(parent -> parentFault(definition, parent, byId, faults));
        }
        return byId.values().stream()
                .flatMap(definition -> definition.topic().stream())
                .sorted(Comparator.comparing(Topic::id))
                .toList();
    }

    private static void parentFault(
            TopicFile.Definition child,
            TopicFile.Parent parent,
            Map<String, TopicFile.Definition> byId,
            List<Fault> faults) {
        TopicFile.Definition above = byId.get(parent.id());
        if (above == null) {
            String hint = Nearest.to(parent.id(), List.copyOf(byId.keySet()))
                    .map(near -> "Did you mean \"" + near + "\"? Otherwise define it or delete the line")
                    .orElse("Define it or delete the line");
            faults.add(new Fault(
                    parent.where(),
                    "topic \"" + child.id() + "\" has the unknown parent \"" + parent.id() + "\"",
                    hint));
        } else if (above.parent().isPresent()) {
            faults.add(new Fault(
                    parent.where(),
                    "parent \"" + parent.id() + "\" of topic \"" + child.id() + "\" has a parent itself",
                    "The tree has two levels; name \"" + above.parent().get().id() + "\" as parent"));
        }
    }

    private static final class Shipped {
        static final List<Topic> TOPICS = read();

        private static List<Topic> read() {
            List<Fault> faults = new ArrayList<>();
            List<TopicFile> files = new ArrayList<>();
            for (String name : SHIPPED) {
                try (InputStream bytes = TopicFiles.class.getResourceAsStream("topics/" + name)) {
                    if (bytes == null) {
                        throw new IllegalStateException("topics/" + name + " is missing in the jar");
                    }
                    files.add(TopicFile.read(
                            "topics/" + name, new InputStreamReader(bytes, StandardCharsets.UTF_8), faults));
                } catch (IOException e) {
                    throw new UncheckedIOException("reading topics/" + name, e);
                }
            }
            List<Topic> topics = together(files, faults);
            if (!faults.isEmpty()) {
                throw new IllegalStateException(
                        faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
            }
            return topics;
        }
    }

    /** Whether {@code id} can name a topic. */
    static boolean isId(String id) {
        try {
            return new TopicId(id).value().equals(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
