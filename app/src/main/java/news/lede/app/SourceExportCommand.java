package news.lede.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import news.lede.opml.Listed;
import news.lede.opml.OpmlWriter;
import news.lede.source.SourceKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the sources as OPML, a folder for each pack. */
@Command(
        name = "export",
        description = "Writes the sources of all packs as OPML, which every feed reader understands.",
        footer = {
            "",
            "Importing the file elsewhere gives the same sources in the same packs. What a community added for itself",
            "alone is left out: it is theirs."
        })
final class SourceExportCommand implements Callable<Integer> {
    private static final Set<SourceKind> READABLE = Set.of(SourceKind.FEED, SourceKind.SITEMAP, SourceKind.PAGE);

    private final RootCommand root;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file (default: standard output).")
    private @Nullable Path file;

    SourceExportCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            Streams streams = root.surroundings().streams();
            List<Listed> all = lede.store().sources().all().stream()
                    .filter(s -> READABLE.contains(s.kind()))
                    .map(s -> Listed.of(s, Set.copyOf(lede.store().sources().packsOf(s.id()))))
                    .toList();
            List<Listed> shared = all.stream().filter(s -> !s.packs().isEmpty()).toList();
            write(OpmlWriter.write("Sources of Lede", lede.clock().instant(), shared), streams);
            if (all.size() > shared.size()) {
                streams.err()
                        .println("lede: " + Words.count(all.size() - shared.size(), "source")
                                + " that communities added for themselves left out.");
            }
            return ExitCode.DONE;
        }
    }

    private void write(String opml, Streams streams) {
        Path out = file;
        if (out == null) {
            streams.out().print(opml);
            return;
        }
        try {
            Files.writeString(out, opml);
        } catch (IOException e) {
            throw new Problem(
                    ExitCode.FAILED,
                    List.of("Cannot write " + out + " (" + e.getMessage() + "). Name another file with --out."));
        }
    }
}
