package news.lede.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.story.PublisherFamily;
import news.lede.story.Publishers;

/**
 * Which publishers belong together, in YAML: what ships, and an operator's file laid over it.
 *
 * <pre>
 * Harbour Press:
 *   hosts: [harbour-post.example, quay.example]
 *   names: [The Harbour Post, Quay News]
 * </pre>
 *
 * <p>What ships is read when publishers are first counted, not at the start.
 */
public final class PublisherFiles {
    static final String SHIPPED = "publishers.yaml";

    private PublisherFiles() {}

    /** What ships, with {@code own} laid over it: a family of the same name takes the place of the shipped one, and what {@code own} names belongs to its families alone. */
    public static Publishers publishers(List<PublisherFamily> own) {
        Set<String> replaced = own.stream().map(PublisherFamily::name).collect(Collectors.toSet());
        return new Publishers(Stream.concat(
                        shipped().stream().filter(family -> !replaced.contains(family.name())), own.stream())
                .toList());
    }

    /** The families that ship, in the order of the file. */
    static List<PublisherFamily> shipped() {
        try (InputStream in = shippedFile()) {
            return ShippedPublishers.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + SHIPPED, e);
        }
    }

    static InputStream shippedFile() {
        InputStream in = PublisherFiles.class.getResourceAsStream(SHIPPED);
        if (in == null) {
            throw new IllegalStateException(SHIPPED + " is missing in the jar");
        }
        return in;
    }

    /** The families of an operator's file; all that is wrong with it goes to {@code faults}. */
    static List<PublisherFamily> read(Path file, Consumer<Fault> faults) {
        String name = String.valueOf(file);
        String remedy = "Give the path of a readable YAML file, or leave " + Keys.PUBLISHERS_FILE.name() + " empty";
        List<Fault> found = new ArrayList<>();
        List<PublisherFamily> families = List.of();
        try {
            // Read whole, so that bytes that are not UTF-8 are told apart from text that is not YAML.
            families = PublisherFile.read(name, new StringReader(Files.readString(file)), found);
        } catch (NoSuchFileException e) {
            found.add(new Fault(name, "there is no such file of publishers", remedy));
        } catch (CharacterCodingException e) {
            found.add(new Fault(name, "this is not text in UTF-8", "Save the file as UTF-8"));
        } catch (IOException e) {
            found.add(new Fault(name, "the file cannot be read (" + e.getMessage() + ")", remedy));
        }
        found.forEach(faults);
        return families;
    }
}
