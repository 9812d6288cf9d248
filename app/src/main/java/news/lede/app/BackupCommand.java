package news.lede.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import news.lede.config.Settings;
import news.lede.store.Backups;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies the whole installation's store. */
@Command(
        name = "backup",
        description = "Copies the store into one file, beside a running Lede.",
        footer = {
            "",
            "Backups in the data folder's folder backups are deleted after 30 days, as /privacy promises; keep copies",
            "elsewhere no longer. For a store in PostgreSQL use pg_dump, and keep the files erasures and erasures.key of",
            "the data folder with it."
        })
final class BackupCommand implements Callable<Integer> {
    private final RootCommand root;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file (default: a new one in backups).")
    private @Nullable Path file;

    BackupCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Settings settings = root.settings();
        if (settings.store().url().isPresent()) {
            throw RestoreCommand.inPostgres("pg_dump");
        }
        Backups backups = new Backups(root.data(), root.surroundings().clock());
        Path out = file == null ? backups.usual() : file;
        backups.make(out);
        root.surroundings().streams().out().println("Backup written to " + out);
        backups.deleteOld()
                .forEach(old -> root.surroundings()
                        .streams()
                        .err()
                        .println("lede: " + old.getFileName() + " was older than " + Backups.KEPT.toDays()
                                + " days and is deleted"));
        return ExitCode.DONE;
    }
}
