package news.lede.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.lede.ingest.FileOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in news from files and folders. */
@Command(
        name = "import",
        description = "Takes in saved pages, plain text, feeds (RSS, Atom) and folders of them; OPML adds sources.",
        footer = {
            "",
            "Importing the same again changes nothing. Exit code 0: something was taken in or nothing was wrong;",
            "1: there was something wrong with everything named."
        })
final class ImportCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
    private List<Path> paths = List.of();

    @Option(
            names = "--saved-at",
            paramLabel = "INSTANT",
            description =
                    "When the pages were saved, such as 2026-05-04T08:00:00Z: \"an hour ago\" on them counts from there"
                            + " (default: when each file was changed last).",
            converter = InstantConverter.class)
    private @Nullable Instant savedAt;

    @Option(names = "--dry-run", description = "For lists of sources (OPML): say what would be added, and add nothing.")
    private boolean dryRun;

    ImportCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (dryRun) {
            return rehearse();
        }
        Streams streams = root.surroundings().streams();
        try (Lede lede = root.lede(Lede.Use.IMPORT);
                ProgressLine progress = new ProgressLine(streams)) {
            ImportReport report = new ImportReport();
            List<FileOutcome> outcomes = lede.ingest()
                    .fileImport()
                    .run(paths, Optional.ofNullable(savedAt), (outcome, number, of) -> {
                        report.line(outcome).ifPresent(progress::say);
                        progress.show("importing", number, of);
                    });
            lede.preparation()
                    .prepare(report.changed(outcomes), (done, of) -> progress.show("preparing topics", done, of));
            progress.clear();
            streams.out().println(report.summary(outcomes));
            return report.exitCode(outcomes);
        }
    }

    /** Nothing is opened for writing, so a running Lede is not in the way. */
    private int rehearse() {
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            OpmlReport report = new OpmlReport(lede, root.surroundings().streams());
            return paths.stream()
                    .mapToInt(path -> report.add(path, Optional.empty(), true))
                    .max()
                    .orElse(ExitCode.DONE);
        }
    }
}
