package news.lede.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds the sources of an OPML file. */
@Command(
        name = "import",
        description = "Adds the sources that an OPML file lists; also while a Lede runs on the folder.",
        footer = {
            "",
            "Without --pack, sources of a file that Lede exported go into their packs, all others into the pack default.",
            "Importing the same again changes nothing."
        })
final class SourceImportCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(paramLabel = "FILE", description = "A list of sources in OPML.")
    private Path file = Path.of("");

    @Option(names = "--pack", paramLabel = "PACK", description = "Put all of them into this pack; a new one is made.")
    private @Nullable String pack;

    @Option(names = "--dry-run", description = "Say what would be added, and add nothing.")
    private boolean dryRun;

    SourceImportCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Optional<String> into = PackOption.checked(Optional.ofNullable(pack));
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            return new OpmlReport(lede, root.surroundings().streams()).add(file, into, dryRun);
        }
    }
}
