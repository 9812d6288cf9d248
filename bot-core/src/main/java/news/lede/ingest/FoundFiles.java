package news.lede.ingest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files behind paths that a person named. {@code named}: files given by name; they are read whatever they are called. {@code inFolders}: files found in folders,
 * by path; of these, only what looks like news is meant. Hidden files are passed over, and so is the folder of pictures and
 * scripts that browsers save beside a page. Each file comes once, however many ways lead to it.
 */
record FoundFiles(List<Path> named, List<Path> inFolders, List<Unreadable> unreadable) {
    /** A path that leads nowhere, and why. */
    record Unreadable(Path path, String why) {}

    static FoundFiles behind(Collection<Path> paths) {
        List<Path> named = new ArrayList<>();
        TreeSet<Path> inFolders = new TreeSet<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                walk(path, inFolders, unreadable);
            } else if (!Files.exists(path)) {
                unreadable.add(new Unreadable(path, "there is no such file or folder"));
            } else if (!Files.isRegularFile(path)) {
                unreadable.add(new Unreadable(path, "this is neither a file nor a folder"));
            } else {
                named.add(path);
            }
        }
        Set<Object> seen = new HashSet<>();
        return new FoundFiles(
                named.stream().filter(p -> seen.add(identity(p))).toList(),
                inFolders.stream().filter(p -> seen.add(identity(p))).toList(),
                List.copyOf(unreadable));
    }

    private static void walk(Path folder, Set<Path> files, List<Unreadable> unreadable) {
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), 64, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    return !dir.equals(folder) && (hidden(dir) || belongsToPage(dir))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !hidden(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    // A loop leads back to where we are already: nothing is lost by not following it.
                    if (!(e instanceof FileSystemLoopException)) {
                        unreadable.add(new Unreadable(file, why(e)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            unreadable.add(new Unreadable(folder, why(e)));
        }
    }

    static String why(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException gone -> "there is no such file or folder";
            default -> "it cannot be read (" + e.getMessage() + ")";
        };
    }

    private static boolean hidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    /** Browsers save "Title.html" with a folder "Title_files" (or its translation) of what the page shows. */
    private static boolean belongsToPage(Path dir) {
        String name = String.valueOf(dir.getFileName());
        int cut = Math.max(name.lastIndexOf('_'), name.lastIndexOf('-'));
        return cut > 0
                && (Files.exists(dir.resolveSibling(name.substring(0, cut) + ".html"))
                        || Files.exists(dir.resolveSibling(name.substring(0, cut) + ".htm")));
    }

    private static Object identity(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
