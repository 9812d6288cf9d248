package news.lede.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

    /** The topics that ship, by id; parsed at the first call. */
    public static List<Topic> shipped() {
        return Shipped.TOPICS;
    }

    /** The topics that ship with {@code own} laid over them, by id: one of the same id takes the place of the shipped one. */
    static List<Topic> over(List<Topic> own) {
        if (own.isEmpty()) {
            return shipped();
        }
        TreeMap<TopicId, Topic> byId = new TreeMap<>();
        shipped().forEach(topic -> byId.put(topic.id(), topic));
        own.forEach(topic -> byId.put(topic.id(), topic));
        return List.copyOf(byId.values());
    }

    /** The topics of all files of a folder together, by id, to be laid over what ships; all that is wrong with them goes to {@code faults}. */
    static List<Topic> own(FolderFiles folder, Consumer<Fault> faults) {
        List<Fault> found = new ArrayList<>();
        List<TopicFile> files = new ArrayList<>();
        for (Path file : folder.all(found::add)) {
            String name = String.valueOf(file);
            try {
                // Read whole, so that bytes that are not UTF-8 are told apart from text that is not YAML.
                files.add(TopicFile.read(name, new StringReader(Files.readString(file)), found));
            } catch (CharacterCodingException e) {
                found.add(new Fault(name, "this is not text in UTF-8", "Save the file as UTF-8"));
            } catch (IOException e) {
                found.add(new Fault(name, "the file cannot be read (" + e.getMessage() + ")", "Make it readable"));
            }
        }
        List<Topic> topics = files.isEmpty() ? List.of() : together(files, shipped(), found);
        found.forEach(faults);
        return topics;
    }

    /** What only shows when all files are read: ids used twice, parents that are not there or have parents, over {@code under}. */
    private static List<Topic> together(List<TopicFile> files, List<Topic> under, List<Fault> faults) {
        Map<String, TopicFile.Definition> written = new LinkedHashMap<>();
        for (TopicFile file : files) {
            for (TopicFile.Definition definition : file.definitions()) {
                TopicFile.Definition before = written.putIfAbsent(definition.id(), definition);
                if (before != null) {
                    faults.add(new Fault(
                            definition.where(),
                            "topic \"" + definition.id() + "\" is defined already in " + before.where(),
                            "Keep one of the two or rename one"));
                }
            }
        }
        // Which topics there are, each with its parent.
        Map<String, Optional<String>> parents = new LinkedHashMap<>();
        under.forEach(topic -> parents.put(topic.id().value(), topic.parent().map(TopicId::value)));
        written.values()
                .forEach(definition ->
                        parents.put(definition.id(), definition.parent().map(TopicFile.Parent::id)));
        for (TopicFile.Definition definition : written.values()) {
            definition.parent().ifPresent(parent -> {
                parentFault(definition.id(), parent, parents).ifPresent(faults::add);
                childFault(definition.id(), parent, parents, written.keySet()).ifPresent(faults::add);
            });
        }
        return written.values().stream()
                .flatMap(definition -> definition.topic().stream())
                .sorted(Comparator.comparing(Topic::id))
                .toList();
    }

    private static Optional<Fault> parentFault(
            String child, TopicFile.Parent parent, Map<String, Optional<String>> parents) {
        Optional<String> above = parents.get(parent.id());
        if (above == null) {
            String hint = Nearest.to(parent.id(), List.copyOf(parents.keySet()))
                    .map(near -> "Did you mean \"" + near + "\"? Otherwise define it or delete the line")
                    .orElse("Define it or delete the line");
            return Optional.of(new Fault(
                    parent.where(), "topic \"" + child + "\" has the unknown parent \"" + parent.id() + "\"", hint));
        }
        return above.map(top -> new Fault(
                parent.where(),
                "parent \"" + parent.id() + "\" of topic \"" + child + "\" has a parent itself",
                "The tree has two levels; name \"" + top + "\" as parent"));
    }

    /** A topic that was given a parent where others that ship stand below it; between those written here, {@link #parentFault} tells. */
    private static Optional<Fault> childFault(
            String id, TopicFile.Parent parent, Map<String, Optional<String>> parents, Set<String> written) {
        return parents.entrySet().stream()
                .filter(other -> !written.contains(other.getKey())
                        && other.getValue().filter(id::equals).isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .map(child -> new Fault(
                        parent.where(),
                        "topic \"" + id + "\" has a parent, and \"" + child + "\", which ships, stands below it",
                        "The tree has two levels; delete the line parent"));
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
            List<Topic> topics = together(files, List.of(), faults);
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
