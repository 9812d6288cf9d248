package news.lede.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * Words that rows are looked up by, in tables where others write them: publishers make identifiers and links of any length, and PostgreSQL takes no more than 2,704 bytes of a row into an index. What is longer
 * stands as its beginning with a hash of the whole.
 */
final class LookUp {
    /** Room for what stands beside it in the index. */
    static final int MOST_BYTES = 2_000;

    private static final int BEGINNING = 200;
    private static final Set<String> COLUMNS = Set.of("article_key.key", "entry.key", "text_vector.text");

    private LookUp() {}

    /** Whether rows of a table are looked up by such words in this column. */
    static boolean isBy(String table, String column) {
        return COLUMNS.contains(table + "." + column);
    }

    static boolean isLong(String words) {
        return words.length() > MOST_BYTES
                || (words.length() > MOST_BYTES / 3 && words.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES);
    }

    /** What stands in the column for {@code words}. */
    static String of(String words) {
        String storable = Columns.storable(words);
        if (!isLong(storable)) {
            return storable;
        }
        int end = Character.isHighSurrogate(storable.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
        return storable.substring(0, end) + "… " + hash(storable);
    }

    private static String hash(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
