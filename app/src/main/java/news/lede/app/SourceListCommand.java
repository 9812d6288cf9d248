package news.lede.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists all sources with their health. */
@Command(name = "list", description = "Lists the sources with their packs, followers and health.")
final class SourceListCommand implements Callable<Integer> {
    private final RootCommand root;

    @Option(names = "--json", description = "Print a JSON array for a program to read.")
    private boolean json;

    SourceListCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            List<SourceRow> rows = SourceRow.all(lede, root.settings());
            PrintStream out = root.surroundings().streams().out();
            if (json) {
                ArrayNode array = SourceRow.JSON.createArrayNode();
                rows.forEach(row -> row.write(array));
                out.println(SourceRow.JSON.writeValueAsString(array));
            } else {
                rows.forEach(row -> print(row, out));
            }
            return ExitCode.DONE;
        }
    }

    private static void print(SourceRow row, PrintStream out) {
        String packs = row.packs().isEmpty() ? "private" : "in " + String.join(", ", row.packs());
        out.println(row.named());
        out.println("    " + row.source().kind().name().toLowerCase(Locale.ROOT) + ", " + packs + ", "
                + Words.count(row.followers(), "follower") + "; " + row.healthLine());
    }
}
