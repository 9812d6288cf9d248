package news.lede.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import news.lede.belongings.CommunityFile;
import news.lede.belongings.CommunityJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes one community as a file. */
@Command(
        name = "export",
        description = "Writes everything a community set and was told as one JSON file.",
        footer = {
            "",
            "What members said of stories and topics is theirs and left out, and so are limits that the operator set.",
            "Roles that were granted name persons: keep the file as you keep a list of members."
        })
final class CommunityExportCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(paramLabel = "COMMUNITY", description = "As `lede community list` names it: telegram:-1001234.")
    private String name = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file (default: standard output).")
    private @Nullable Path file;

    CommunityExportCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            CommunityFile taken = lede.belongings()
                    .communityExport()
                    .of(Community.require(lede, name).id());
            String json = CommunityJson.write(taken);
            Path out = file;
            if (out == null) {
                root.surroundings().streams().out().print(json);
                return ExitCode.DONE;
            }
            try {
                Files.writeString(out, json);
            } catch (IOException e) {
                throw new Problem(
                        ExitCode.FAILED,
                        List.of("Cannot write " + out + " (" + e.getMessage() + "). Name another file with --out."));
            }
            root.surroundings()
                    .streams()
                    .err()
                    .println("lede: " + name + " written to " + out + ": "
                            + Words.count(taken.places().size(), "place") + ", "
                            + Words.count(
                                    taken.places().stream()
                                            .mapToInt(place ->
                                                    place.subscriptions().size())
                                            .sum(),
                                    "subscription"));
            return ExitCode.DONE;
        }
    }
}
