package news.lede.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.lede.belongings.ErasureBook;
import news.lede.community.PersonKey;
import news.lede.store.StoreProblem.Kind;

/** The book of erasures in two files of the data folder: {@code erasures}, a line {@code HASH INSTANT} for each, and {@code erasures.key}, which only this user may read. */
public final class ErasureFile implements ErasureBook {
    static final String FILE = "erasures";
    static final String KEY_FILE = "erasures.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int HASH_BYTES = 16;

    private final Path file;
    private final Path keyFile;
    private byte[] key = {};

    /** Reads and makes nothing before it is needed. */
    public ErasureFile(Path dataFolder) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        file = folder.resolve(FILE);
        keyFile = folder.resolve(KEY_FILE);
    }

    @Override
    public String id() {
        return hashed("book");
    }

    @Override
    public String hash(PersonKey person) {
        return hashed("person " + person);
    }

    @Override
    public synchronized long add(PersonKey person, Instant at) {
        try {
            String hash = hash(person);
            Files.writeString(
                    file,
                    end() + hash + " " + at + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
            return lines().size();
        } catch (IOException e) {
            throw DataFolder.unwritable(file, DataFolder.reason(e), e);
        }
    }

    /** Of a line that was cut off when the disk was full: what is added to it would be read as part of it. */
    private String end() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return "";
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(channel.size() - 1);
            return channel.read(last) == 1 && last.get(0) == '\n' ? "" : "\n";
        }
    }

    @Override
    public synchronized long size() {
        return lines().size();
    }

    @Override
    public synchronized Set<String> since(long after) {
        return lines().stream().skip(after).map(line -> line.split(" ", 2)[0]).collect(Collectors.toUnmodifiableSet());
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw damaged(file, DataFolder.reason(e), e);
        }
    }

    private synchronized byte[] key() {
        if (key.length == 0) {
            try {
                make();
                key = HexFormat.of().parseHex(Files.readString(keyFile).strip());
            } catch (IOException e) {
                throw DataFolder.unwritable(keyFile, DataFolder.reason(e), e);
            } catch (IllegalArgumentException e) {
                throw damaged(keyFile, "it is no key", e);
            }
        }
        return key;
    }

    /** Made once; whoever comes second reads it. Its rights are set before anything stands in it. */
    private void make() throws IOException {
        if (Files.exists(keyFile)) {
            return;
        }
        Files.createDirectories(keyFile.getParent());
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        Path draft = Files.createTempFile(keyFile.getParent(), KEY_FILE, ".new");
        try {
            if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(draft, HexFormat.of().formatHex(fresh) + "\n", StandardOpenOption.SYNC);
            Files.createLink(keyFile, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process made one meanwhile: that is the one.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private String hashed(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static StoreProblem damaged(Path path, String what, Exception cause) {
        return new StoreProblem(
                Kind.DAMAGED,
                path,
                path + " cannot be read (" + what
                        + "). Take it from a backup: it says whom a restore has to erase again.",
                cause);
    }
}
