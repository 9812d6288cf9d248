package news.lede.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import news.lede.store.StoreProblem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Being the only one in a data folder, by a lock of the operating system on {@code lede.lock}: it ends with the process, however that
 * ends. The file names the process for whoever is refused, and stays.
 */
final class FolderLock implements AutoCloseable {
    static final String FILE = "lede.lock";
    /** Creating a store takes a second or two on a slow machine; whoever is still alone after this means to stay. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(50);
    /** Whoever only looks has it for less than a pause. */
    private static final int TRIES = 3;

    /**
     * What this process holds. Asked before the file is opened: POSIX drops a process's locks on a file when any of its descriptors
     * of that file is closed, so a second look would end the first lock.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock of {@code folder}.
     *
     * @throws StoreProblem of kind LOCKED if somebody has it
     */
    static FolderLock take(Path folder) {
        for (int tries = 0; tries < TRIES; tries++) {
            FolderLock lock = tryTake(folder);
            if (lock != null) {
                return lock;
            }
            pause(folder);
        }
        throw locked(folder);
    }

    /** Whether somebody has it. To find out it is taken for a moment, which whoever wants it at that moment waits for. */
    static boolean isHeld(Path folder) {
        FolderLock lock = tryTake(folder);
        if (lock != null) {
            lock.close();
        }
        return lock == null;
    }

    /** Waits for the lock, but no longer than until {@code unneeded}: then the answer is null. */
    static @Nullable FolderLock takeUnless(Path folder, BooleanSupplier unneeded) {
        long start = System.nanoTime();
        while (true) {
            FolderLock lock = tryTake(folder);
            if (unneeded.getAsBoolean()) {
                if (lock != null) {
                    lock.close();
                }
                return null;
            }
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw locked(folder);
            }
            pause(folder);
        }
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            // The channel is closed either way, and with it the lock is gone.
        } finally {
            HELD.remove(file);
        }
    }

    private static @Nullable FolderLock tryTake(Path folder) {
        Path file = folder.resolve(FILE);
        if (!HELD.add(file)) {
            return null;
        }
        FolderLock taken = null;
        try {
            taken = lock(file);
            return taken;
        } catch (IOException e) {
            throw DataFolder.unwritable(file, DataFolder.reason(e), e);
        } finally {
            if (taken == null) {
                HELD.remove(file);
            }
        }
    }

    private static @Nullable FolderLock lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean kept = false;
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                return null;
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            kept = true;
            return new FolderLock(file, channel, lock);
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    private static void pause(Path folder) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw locked(folder);
        }
    }

    private static StoreProblem locked(Path folder) {
        return new StoreProblem(
                Kind.LOCKED,
                folder,
                "The data folder " + folder + " is in use by another Lede" + holder(folder.resolve(FILE))
                        + ". Stop that one first, or name another folder with --data.");
    }

    private static String holder(Path file) {
        if (HELD.contains(file)) {
            return " in this process";
        }
        try {
            String pid = Files.readString(file).strip();
            return pid.matches("\\d{1,12}") ? " (process " + pid + ")" : "";
        } catch (IOException e) {
            // Only the courtesy of naming the process is lost.
            return "";
        }
    }
}
