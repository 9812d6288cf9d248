package news.lede.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import news.lede.config.Settings;
import news.lede.lucene.LuceneArticleIndex;
import news.lede.store.CopyOutcome;
import news.lede.store.ErasureFile;
import news.lede.store.StoreCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies the store of a data folder into a PostgreSQL database. */
@Command(
        name = "migrate-store",
        description =
                "Copies the store of the data folder into the PostgreSQL database of store.url, and compares every row.",
        footer = {
            "",
            "Stop Lede first. The data folder stays as it is. When it is interrupted, give the same command again: it goes on",
            "where it was. Example:",
            "  lede migrate-store --from sqlite --to postgres --set store.url=jdbc:postgresql://db.example.org/lede"
        })
final class MigrateStoreCommand implements Callable<Integer> {
    private final RootCommand root;

    @Option(names = "--from", paramLabel = "KIND", description = "Always ${DEFAULT-VALUE}.", defaultValue = "sqlite")
    private String from = "sqlite";

    @Option(names = "--to", paramLabel = "KIND", description = "Always ${DEFAULT-VALUE}.", defaultValue = "postgres")
    private String to = "postgres";

    @Option(names = "--json", description = "Print one JSON object for a program to read.")
    private boolean json;

    MigrateStoreCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Settings.Store settings = root.settings().store();
        String url = url(settings);
        Streams streams = root.surroundings().streams();
        CopyOutcome outcome;
        try (CopyProgress progress = new CopyProgress(streams)) {
            outcome = StoreCopy.run(
                    root.data(),
                    url,
                    settings.user().orElse(""),
                    settings.password().reveal().orElse(""),
                    progress);
        }
        boolean searchable = handOver(outcome);
        if (json) {
            streams.out().println(SourceRow.JSON.writeValueAsString(object(outcome, searchable)));
        } else {
            tell(outcome, searchable, streams.out());
        }
        return outcome instanceof CopyOutcome.Unequal ? ExitCode.FAILED : ExitCode.DONE;
    }

    private String url(Settings.Store settings) {
        String wantedTo = to.toLowerCase(Locale.ROOT);
        if (!from.equalsIgnoreCase("sqlite") || !(wantedTo.equals("postgres") || wantedTo.equals("postgresql"))) {
            throw new Problem(
                    ExitCode.WRONG_USE,
                    List.of(
                            "A store is copied --from sqlite --to postgres only. The data folder stays as it is: the way"
                                    + " back is to leave store.url empty."));
        }
        return settings.url()
                .orElseThrow(() -> new Problem(
                        ExitCode.WRONG_USE,
                        List.of("store.url is empty. Create a database and name it: --set"
                                + " store.url=jdbc:postgresql://HOST/DATABASE, with store.user, and store.password as"
                                + " LEDE_STORE_PASSWORD.")));
    }

    /** What other processes are to have too is made now; and the search index, which knows articles by their ids, goes on. */
    private boolean handOver(CopyOutcome outcome) {
        if (!(outcome instanceof CopyOutcome.Copied copied)) {
            return false;
        }
        new ErasureFile(root.data()).id();
        StoreWiring.adviseNobody();
        return LuceneArticleIndex.handOver(root.data().resolve("index"), copied.from(), copied.to());
    }

    private static void tell(CopyOutcome outcome, boolean searchable, PrintStream out) {
        switch (outcome) {
            case CopyOutcome.Copied copied -> {
                if (copied.anew()) {
                    out.println("The store had been written to since the interrupted run: all was copied anew.");
                }
                out.printf(
                        Locale.ROOT,
                        "Copied %,d rows of %d tables, and compared each%s.%n",
                        sum(copied),
                        copied.rows().size(),
                        copied.before() == 0
                                ? ""
                                : String.format(
                                        Locale.ROOT, "; %,d were there from an interrupted run", copied.before()));
                next(searchable).forEach(out::println);
            }
            case CopyOutcome.CopiedBefore before -> {
                out.println("This store was copied there before, to its end, at " + Words.minute(before.finished())
                        + ". Nothing was done. To copy it anew, drop that database and create it again.");
            }
            case CopyOutcome.Unequal unequal -> {
                out.printf(Locale.ROOT, "%,d rows are not as they were:%n", unequal.count());
                unequal.some().forEach(row -> out.println("  " + row));
                if (unequal.count() > unequal.some().size()) {
                    out.println("  …");
                }
                out.println("The copy cannot be used. Did somebody change the database meanwhile? Give the same command"
                        + " again: it copies all anew. The data folder is as it was.");
            }
        }
    }

    private static List<String> next(boolean searchable) {
        List<String> lines = new ArrayList<>(List.of(
                "What to do next:",
                "  1. Set store.url, store.user and store.password for good: in the file of --config, or as LEDE_STORE_URL,"
                        + " LEDE_STORE_USER, LEDE_STORE_PASSWORD.",
                "  2. Start `lede run` with this data folder. "
                        + (searchable ? "Its search index goes on." : "Its search index is built anew at the start."),
                "  3. Each further process gets a data folder of its own with copies of erasures.key and, if there is one,"
                        + " erasures of this one.",
                "  4. `lede doctor` says whether all is well. From now on back up with pg_dump.",
                "  5. Then move lede.db away: a Lede that is started without store.url would go on with it, and tell again"
                        + " what was told since."));
        return lines;
    }

    private static long sum(CopyOutcome.Copied copied) {
        return copied.rows().values().stream().mapToLong(Long::longValue).sum();
    }

    private static ObjectNode object(CopyOutcome outcome, boolean searchable) {
        ObjectNode node = SourceRow.JSON.createObjectNode();
        switch (outcome) {
            case CopyOutcome.Copied copied -> {
                node.put("outcome", "copied");
                node.put("rows", sum(copied));
                node.put("before", copied.before());
                node.put("anew", copied.anew());
                node.put("index", searchable);
                ObjectNode tables = node.putObject("tables");
                copied.rows().forEach(tables::put);
            }
            case CopyOutcome.CopiedBefore before -> {
                node.put("outcome", "copied before");
                node.put("finished", before.finished().toString());
            }
            case CopyOutcome.Unequal unequal -> {
                node.put("outcome", "unequal");
                node.put("different", unequal.count());
                unequal.some().forEach(node.putArray("some")::add);
            }
        }
        return node;
    }
}
