package news.lede.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import news.lede.opml.OpmlReader;
import news.lede.opml.Pack;
import news.lede.opml.PackName;
import news.lede.opml.PassedOver;

/** Reads packs of sources that an operator wrote: one OPML file each, called like the pack. */
final class OwnPacks {
    private static final int ENDING = ".opml".length();
    private static final long MEBIBYTE = 1L << 20;

    private final Consumer<Fault> faults;

    private OwnPacks(Consumer<Fault> faults) {
        this.faults = faults;
    }

    /** The packs of a folder, by name; all that is wrong with them goes to {@code faults}. */
    static List<Pack> read(FolderFiles folder, Consumer<Fault> faults) {
        OwnPacks reader = new OwnPacks(faults);
        List<Pack> packs = new ArrayList<>();
        folder.all(faults).forEach(file -> reader.read(file).ifPresent(packs::add));
        return List.copyOf(packs);
    }

    private Optional<Pack> read(Path file) {
        String called = String.valueOf(file.getFileName());
        String name = called.substring(0, called.length() - ENDING);
        boolean named = PackName.isName(name);
        if (!named) {
            fault(
                    file,
                    "\"" + name + "\" cannot name a pack",
                    "Call the file by lower-case letters a to z, digits and hyphens, for example coast-papers.opml");
        }
        return bytes(file)
                .flatMap(bytes -> list(file, bytes))
                .filter(_ -> named)
                .map(list -> new Pack(name, list.title().isBlank() ? name : list.title(), list.sources()));
    }

    private Optional<byte[]> bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(OpmlReader.MAX_BYTES + 1));
        } catch (IOException e) {
            fault(file, "the file cannot be read (" + e.getMessage() + ")", "Make it readable");
            return Optional.empty();
        }
    }

    private Optional<OpmlReader.Result.Read> list(Path file, byte[] bytes) {
        return switch (OpmlReader.read(bytes)) {
            case OpmlReader.Result.Read list -> {
                check(file, list);
                yield Optional.of(list);
            }
            case OpmlReader.Result.TooBig _ -> {
                fault(
                        file,
                        "it has more than the " + OpmlReader.MAX_BYTES / MEBIBYTE
                                + " MiB that a list of sources may have",
                        "Split it");
                yield Optional.empty();
            }
            case OpmlReader.Result.NotOpml _ -> {
                fault(
                        file,
                        "this is no list of sources (OPML)",
                        "Write one with `lede source export`, or let a feed reader export it");
                yield Optional.empty();
            }
        };
    }

    private void check(Path file, OpmlReader.Result.Read list) {
        list.passedOver().forEach(passed -> fault(file, passed));
        if (list.cut()) {
            fault(file, "it names more than " + OpmlReader.MAX_SOURCES + " sources", "Split it");
        }
        if (list.sources().isEmpty() && list.passedOver().isEmpty()) {
            fault(
                    file,
                    "it names no source",
                    "Add one, for example <outline text=\"Harbour Post\" xmlUrl=\"https://harbour-post.example/rss\"/>,"
                            + " or delete the file");
        }
    }

    private void fault(Path file, PassedOver passed) {
        String where = passed.line() > 0 ? file + ":" + passed.line() : file.toString();
        switch (passed.reason()) {
            case NOT_WEB ->
                faults.accept(new Fault(
                        where,
                        "\"" + passed.address() + "\" is no address of the web",
                        "Begin it with https:// or http://"));
            // The address is not told: what is in it would stand in the log.
            case CREDENTIALS ->
                faults.accept(new Fault(
                        where,
                        "there is an address with a user name or a password in it",
                        "Leave out the part before the @"));
            case TWICE -> {
                // Feed readers write a feed of two folders twice; that says nothing wrong.
            }
        }
    }

    private void fault(Path file, String problem, String remedy) {
        faults.accept(new Fault(file.toString(), problem, remedy));
    }
}
