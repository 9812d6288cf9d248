package news.lede.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.answer.Display;
import news.lede.community.Follows;
import news.lede.opml.Listed;
import news.lede.opml.OpmlReader;
import news.lede.opml.PassedOver;
import news.lede.source.Sources;

/** Takes in lists of sources and tells what came of it, line by line. */
final class OpmlReport {
    private static final long MEBIBYTE = 1L << 20;
    private static final int TOLD = 50;

    private final Lede lede;
    private final Streams streams;

    OpmlReport(Lede lede, Streams streams) {
        this.lede = lede;
        this.streams = streams;
    }

    /** Adds the sources of a file to {@code pack}, or where the file says; {@code dry}: only tells what would be done. The result is an exit code. */
    int add(Path file, Optional<String> pack, boolean dry) {
        byte[] bytes = bytes(file);
        return switch (OpmlReader.read(bytes)) {
            case OpmlReader.Result.Read list -> add(file, list, pack, dry);
            case OpmlReader.Result.TooBig big ->
                failed(file + ": " + (big.bytes() + MEBIBYTE - 1) / MEBIBYTE + " MiB is more than the "
                        + OpmlReader.MAX_BYTES / MEBIBYTE + " MiB that a list of sources may have. Split it.");
            case OpmlReader.Result.NotOpml _ ->
                failed(file + ": this is no list of sources (OPML). Feed readers export such a list; saved pages and"
                        + " feeds are taken in with `lede import " + file + "`.");
        };
    }

    private int add(Path file, OpmlReader.Result.Read list, Optional<String> pack, boolean dry) {
        passedOver(list.passedOver(), list.cut()).forEach(line -> streams.err().println("lede: " + file + ", " + line));
        if (list.sources().isEmpty()) {
            return failed(file + ": it names no source. Check that it was saved whole.");
        }
        Sources sources = lede.store().sources();
        List<Listed> unknown = list.sources().stream()
                .filter(s -> sources.findByAddress(s.address()).isEmpty())
                .toList();
        if (dry) {
            unknown.forEach(s -> streams.out()
                    .println("+ " + Display.plain(s.title()) + "  " + s.address() + "  "
                            + packs(Follows.packsOf(s, pack))));
        } else {
            lede.follows().addAll(list.sources(), pack);
        }
        streams.out()
                .println((dry ? "Would be added: " : "Added: ") + Words.count(unknown.size(), "source") + ", "
                        + (list.sources().size() - unknown.size()) + " known before"
                        + (list.passedOver().isEmpty()
                                ? ""
                                : ", " + list.passedOver().size() + " passed over")
                        + ".");
        return ExitCode.DONE;
    }

    private static String packs(Set<String> packs) {
        return packs.stream().sorted().collect(Collectors.joining(", ", "[", "]"));
    }

    private int failed(String line) {
        streams.err().println("lede: " + line);
        return ExitCode.FAILED;
    }

    /** What in a list was not taken, a line each, the first of many. */
    static List<String> passedOver(List<PassedOver> passedOver, boolean cut) {
        List<String> lines = new ArrayList<>();
        passedOver.stream()
                .limit(TOLD)
                .forEach(p -> lines.add((p.line() > 0 ? "line " + p.line() + ": " : "") + why(p)));
        if (passedOver.size() > TOLD) {
            lines.add("and " + (passedOver.size() - TOLD) + " more");
        }
        if (cut) {
            lines.add("it holds more than " + OpmlReader.MAX_SOURCES + " sources; the rest was left out. Split it.");
        }
        return lines;
    }

    private static String why(PassedOver passed) {
        return switch (passed.reason()) {
            case NOT_WEB ->
                Display.brief(passed.address(), 100) + " is no address that begins with http:// or https://";
            case CREDENTIALS -> "an address with a user name or password in it; leave out the part before the @";
            case TWICE -> Display.brief(passed.address(), 100) + " stands in the list before";
        };
    }

    private static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(OpmlReader.MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new Problem(ExitCode.FAILED, List.of(file + ": there is no such file. Check the path."));
        } catch (IOException e) {
            throw new Problem(
                    ExitCode.FAILED, List.of(file + ": it cannot be read (" + e.getMessage() + "). Check the path."));
        }
    }
}
