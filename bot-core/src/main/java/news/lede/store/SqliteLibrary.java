package news.lede.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native part of SQLite, which is unpacked from the jar at each start and compared there byte by byte: a fifth of a second, unless it lies ready in a folder that {@value #FOLDER}
 * names. Where what lies there does not fit, it is unpacked as ever.
 */
public final class SqliteLibrary {
    private static final String FOLDER = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /** Puts it into {@code folder} for this start and others. False when there is none for this machine. */
    public static boolean unpackInto(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        try (InputStream in =
                SQLiteJDBCLoader.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (in == null) {
                return false;
            }
            Files.createDirectories(folder);
            Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        System.setProperty(FOLDER, folder.toAbsolutePath().toString());
        return true;
    }
}
