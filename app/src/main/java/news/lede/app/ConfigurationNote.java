package news.lede.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.lede.config.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file in the data folder, in which a running Lede writes how it stands to its configuration: for {@code lede doctor}, which is another process, and for the next start, which withdraws what the operator's lists
 * of sources named then and do not name any more. May be lost.
 */
final class ConfigurationNote {
    static final String FILE = "configuration.json";

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationNote.class);

    private final Path file;

    ConfigurationNote(Path data) {
        this.file = data.resolve(FILE);
    }

    /**
     * What stands there.
     *
     * @param by the Lede that wrote it
     * @param packs the operator's packs, each with the addresses of its sources
     */
    record Noted(Running by, ConfigurationState state, Map<String, List<String>> packs) {
        Noted {
            packs = Map.copyOf(packs);
        }
    }

    /** A process, with its start where the system tells it: another program may get its number later. */
    record Running(long process, Optional<Instant> began) {
        static Running self() {
            return of(ProcessHandle.current());
        }

        private static Running of(ProcessHandle handle) {
            return new Running(handle.pid(), handle.info().startInstant());
        }

        boolean isAlive() {
            return ProcessHandle.of(process)
                    .filter(ProcessHandle::isAlive)
                    .map(Running::of)
                    .filter(this::equals)
                    .isPresent();
        }
    }

    /** Replaces what stands there. That it cannot be written is told in the log, and is no reason to stop. */
    void write(Noted noted) {
        try {
            Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new");
            try {
                Files.writeString(beside, SourceRow.JSON.writeValueAsString(object(noted)) + "\n");
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                // Of a full disk each try would leave one.
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            LOG.warn("configuration note cannot be written file={} reason=\"{}\"", file, e.getMessage());
        }
    }

    /** Empty where nothing was written, or nothing that can be read. */
    Optional<Noted> read() {
        try {
            return noted(SourceRow.JSON.readTree(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            LOG.warn("configuration note cannot be read file={} reason=\"{}\"", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static ObjectNode object(Noted noted) throws JsonProcessingException {
        ConfigurationState state = noted.state();
        ObjectNode node =
                SourceRow.JSON.createObjectNode().put("process", noted.by().process());
        noted.by().began().ifPresent(began -> node.put("began", began.toString()));
        texts(node.putArray("files"), state.files());
        node.put("since", state.since().toString());
        texts(node.putArray("taken"), state.taken());
        texts(node.putArray("restart"), state.restart());
        node.put("looked", state.looked().toString());
        ArrayNode faults = node.putArray("faults");
        state.faults()
                .forEach(fault -> faults.addObject()
                        .put("where", fault.where())
                        .put("problem", fault.problem())
                        .put("remedy", fault.remedy()));
        ObjectNode packs = node.putObject("packs");
        new TreeMap<>(noted.packs()).forEach((name, addresses) -> texts(packs.putArray(name), addresses));
        return node;
    }

    private static Optional<Noted> noted(JsonNode node) {
        if (!node.path("process").canConvertToLong() || !node.path("packs").isObject()) {
            return Optional.empty();
        }
        List<Fault> faults = new ArrayList<>();
        node.path("faults")
                .forEach(fault -> faults.add(new Fault(
                        fault.path("where").asText(),
                        fault.path("problem").asText(),
                        fault.path("remedy").asText())));
        Map<String, List<String>> packs = new TreeMap<>();
        node.path("packs").properties().forEach(pack -> packs.put(pack.getKey(), texts(pack.getValue())));
        return Optional.of(new Noted(
                new Running(
                        node.path("process").asLong(),
                        Optional.of(node.path("began").asText())
                                .filter(began -> !began.isEmpty())
                                .map(Instant::parse)),
                new ConfigurationState(
                        texts(node.path("files")),
                        Instant.parse(node.path("since").asText()),
                        texts(node.path("taken")),
                        texts(node.path("restart")),
                        Instant.parse(node.path("looked").asText()),
                        faults),
                packs));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
