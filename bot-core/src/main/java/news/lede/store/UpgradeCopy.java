package news.lede.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The copy of a store that is made before its tables are changed: the way back to the Lede that wrote it. A backup like any other, in their folder and for as long, named for the version it has.
 */
final class UpgradeCopy {
    private static final Pattern NAME = Pattern.compile("lede-version-(\\d{1,6})\\.zip");

    private UpgradeCopy() {}

    /**
     * Copies the store, which has this version. One of the same version is replaced: somebody went back and comes again.
     *
     * @throws StoreProblem if it cannot be written; whoever called must not change the store then
     */
    static Path make(Path folder, int version) {
        Path copy = folder.resolve(Backups.FOLDER).resolve("lede-version-" + version + ".zip");
        try {
            Backups.make(folder, copy);
        } catch (StoreProblem e) {
            throw new StoreProblem(
                    e.kind(),
                    copy,
                    "The store has version " + version + " and is copied to " + copy
                            + " before it is changed for this Lede, which failed. " + e.getMessage()
                            + " The copy needs about as much room as the store. Nothing was changed.",
                    e);
        }
        return copy;
    }

    /** What to tell somebody whose Lede knows versions up to {@code newest} only; empty when there is no copy of such a version. */
    static String wayBack(SqliteDatabase database, int newest) {
        return latest(database.file().resolveSibling(Backups.FOLDER), newest)
                .map(copy -> " To go back to this Lede: `lede restore " + copy
                        + "`, which was made before the update; what came in since then is not in it.")
                .orElse("");
    }

    private static Optional<Path> latest(Path backups, int newest) {
        if (!Files.isDirectory(backups)) {
            return Optional.empty();
        }
        Path latest = null;
        int version = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(backups, "lede-version-*.zip")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()
                        && Integer.parseInt(name.group(1)) > version
                        && Integer.parseInt(name.group(1)) <= newest) {
                    latest = file;
                    version = Integer.parseInt(name.group(1));
                }
            }
        } catch (IOException e) {
            // The store is refused either way; only the hint is lost.
            return Optional.empty();
        }
        return Optional.ofNullable(latest);
    }
}
