package news.lede.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.lede.belongings.Erasures;
import news.lede.config.Configuration;
import news.lede.config.Settings;
import news.lede.store.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts the store of a backup in the place of what is there. */
@Command(
        name = "restore",
        description = "Puts the store of a backup in the place of what is there, which is backed up first.",
        footer = {
            "",
            "Lede must not be running on the data folder. Persons who had themselves erased after the backup was made are",
            "erased again. A store in PostgreSQL is restored with pg_restore; `lede run` erases there again by itself."
        })
final class RestoreCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(paramLabel = "FILE", description = "Written by `lede backup`.")
    private Path file = Path.of("");

    RestoreCommand(RootCommand root) {
        this.root = root;
    }

    static Problem inPostgres(String tool) {
        return new Problem(
                ExitCode.WRONG_USE,
                List.of("The store is in PostgreSQL (store.url): use " + tool
                        + " for it, and keep the files erasures and erasures.key of the data folder with the dump."));
    }

    @Override
    public Integer call() {
        Settings settings = root.settings();
        if (settings.store().url().isPresent()) {
            throw inPostgres("pg_restore");
        }
        Optional<Path> before = new Backups(root.data(), root.surroundings().clock()).restore(file);
        Streams streams = root.surroundings().streams();
        before.ifPresent(backup -> streams.err().println("lede: what was there before is in " + backup));
        try (Lede lede = root.lede(Lede.Use.IMPORT, root.data(), Configuration.of(settings))) {
            Erasures erasures = lede.belongings().erasures();
            int again = erasures.applyAgain();
            if (again > 0) {
                erasures.scrub();
                streams.err()
                        .println("lede: " + Words.count(again, "person") + " erased since the backup, erased again");
            }
            streams.out()
                    .println("Restored " + file + ": "
                            + Words.count(lede.store().articles().count(), "article")
                            + ". The search index is built anew at the next start.");
        }
        return ExitCode.DONE;
    }
}
