package news.lede.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import news.lede.store.StoreProblem.Kind;
import org.jspecify.annotations.Nullable;

/** Makes sure of a folder that can be written. */
final class DataFolder {
    private DataFolder() {}

    /** Creates {@code folder} and those above it when absent. */
    static void prepare(Path folder) {
        Path file = fileOnTheWay(folder);
        if (file != null) {
            String what = file.equals(folder) ? "is a file" : "cannot be created: " + file + " is a file";
            throw new StoreProblem(
                    Kind.NOT_A_FOLDER,
                    folder,
                    "The data folder " + folder + " " + what + ". Name a folder with --data.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, "it cannot be created (" + reason(e) + ")", e);
        }
        if (!Files.isWritable(folder)) {
            throw unwritable(folder, "this user may not write there", null);
        }
    }

    static StoreProblem unwritable(Path path, String reason, @Nullable Throwable cause) {
        String message = "Cannot write to " + path + ": " + reason
                + ". Give this user the right to write there, or name another data folder with --data.";
        return cause == null
                ? new StoreProblem(Kind.UNWRITABLE, path, message)
                : new StoreProblem(Kind.UNWRITABLE, path, message, cause);
    }

    /** What a file system said, without the path that its messages begin with. */
    static String reason(IOException e) {
        String name = e.getClass().getSimpleName().replaceFirst("Exception$", "");
        String message = e instanceof java.nio.file.FileSystemException f ? f.getReason() : e.getMessage();
        return message == null ? name : message;
    }

    /** What keeps a new file to this user, where the system knows such a thing. */
    static FileAttribute<?>[] ours(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Takes a file to the disk before it takes its name: a name may outlive a loss of power that the content does not. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static @Nullable Path fileOnTheWay(Path folder) {
        for (Path path = folder; path != null; path = path.getParent()) {
            if (Files.exists(path)) {
                return Files.isDirectory(path) ? null : path;
            }
        }
        return null;
    }
}
