package news.lede.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.lede.opml.OpmlReader;
import news.lede.opml.Pack;

/**
 * Packs of sources that ship, one OPML file each. None of them is polled before somebody follows it. Reading them takes some tens of milliseconds, so it is done when packs are
 * asked for, not at the start.
 */
public final class PackFiles {
    // Resources in a jar cannot be listed; a test compares this with the folder.
    static final List<String> SHIPPED = List.of(
            "world",
            "us",
            "europe",
            "asia",
            "africa",
            "latin-america",
            "technology",
            "science",
            "business",
            "sport",
            "german-language");

    private PackFiles() {}

    /** The packs that ship, the widest first; read at the first call. */
    public static List<Pack> shipped() {
        return Shipped.PACKS;
    }

    /** The packs that ship with {@code own} laid over them: one of the same name takes the place of the shipped one, others follow. */
    static List<Pack> over(List<Pack> own) {
        if (own.isEmpty()) {
            return shipped();
        }
        Map<String, Pack> byName = new LinkedHashMap<>();
        shipped().forEach(pack -> byName.put(pack.name(), pack));
        own.forEach(pack -> byName.put(pack.name(), pack));
        return List.copyOf(byName.values());
    }

    private static final class Shipped {
        static final List<Pack> PACKS = SHIPPED.stream().map(Shipped::read).toList();

        private static Pack read(String name) {
            String file = "sources/" + name + ".opml";
            try (InputStream bytes = PackFiles.class.getResourceAsStream(file)) {
                if (bytes == null) {
                    throw new IllegalStateException(file + " is missing in the jar");
                }
                if (OpmlReader.read(bytes.readAllBytes()) instanceof OpmlReader.Result.Read list) {
                    return new Pack(name, list.title(), list.sources());
                }
                throw new IllegalStateException(file + " is no list of sources");
            } catch (IOException e) {
                throw new UncheckedIOException("reading " + file, e);
            }
        }
    }
}
