package news.lede.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.lede.story.PublisherFamily;

/**
 * Reads the file of publishers that ships, line by line. The first question after a start waits for it, and the reader of YAML, which tells an operator each fault with its line, takes a
 * tenth of a second the first time. A test reads the file both ways, so what is no plain line of it does not ship.
 */
final class ShippedPublishers {
    private static final String HOSTS = "  hosts: [";
    private static final String NAMES = "  names: [";

    private final List<PublisherFamily> families = new ArrayList<>();
    private String family = "";
    private Set<String> hosts = new LinkedHashSet<>();
    private Set<String> names = new LinkedHashSet<>();

    private ShippedPublishers() {}

    /** The families in the order of the file. */
    static List<PublisherFamily> read(InputStream file) throws IOException {
        ShippedPublishers reader = new ShippedPublishers();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.line(line);
            }
        }
        reader.finish();
        return List.copyOf(reader.families);
    }

    private void line(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith(HOSTS)) {
            items(line, HOSTS, hosts);
        } else if (line.startsWith(NAMES)) {
            items(line, NAMES, names);
        } else if (!line.startsWith(" ") && line.endsWith(":")) {
            finish();
            family = line.substring(0, line.length() - 1);
        } else {
            throw new IllegalStateException("what ships is faulty: " + line);
        }
    }

    private static void items(String line, String key, Set<String> into) {
        if (!line.endsWith("]")) {
            throw new IllegalStateException("what ships is faulty: " + line);
        }
        into.addAll(List.of(line.substring(key.length(), line.length() - 1).split(", ")));
    }

    private void finish() {
        if (!family.isEmpty()) {
            families.add(new PublisherFamily(family, hosts, names));
        }
        hosts = new LinkedHashSet<>();
        names = new LinkedHashSet<>();
    }
}
