package news.lede.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table that both dialects have, and how its rows are told apart and put in order, which is the same order in both. A row is what its columns hold, as {@link Long}, {@link Double}, {@link String},
 * {@code byte[]} or null.
 *
 * @param key places of those columns that tell rows apart
 * @param numbered whether it gives out ids, which only ever grow
 */
record StoreTable(String name, List<Column> columns, List<Integer> key, boolean numbered) {
    StoreTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("rows of " + name + " cannot be told apart");
        }
    }

    /** What a column holds. */
    enum Kind {
        NUMBER,
        FRACTION,
        WORDS,
        BYTES;

        /** By what PostgreSQL calls it. */
        static Kind of(String type) {
            return switch (type.toLowerCase(Locale.ROOT)) {
                case "bigint", "integer", "smallint" -> NUMBER;
                case "double precision", "real" -> FRACTION;
                case "text", "character varying" -> WORDS;
                case "bytea" -> BYTES;
                default -> throw new IllegalArgumentException("a column of type " + type);
            };
        }
    }

    /** A column by its name. */
    record Column(String name, Kind kind) {
        String quoted() {
            return StoreTable.quoted(name);
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    String quoted() {
        return quoted(name);
    }

    /** Names of all columns, as a list in a statement. */
    String columnList() {
        return columns.stream().map(Column::quoted).collect(Collectors.joining(", "));
    }

    /** Names of those that tell rows apart. */
    String keyList() {
        return key.stream().map(at -> columns.get(at).quoted()).collect(Collectors.joining(", "));
    }

    /** As many question marks. */
    String keyMarks() {
        return key.stream().map(_ -> "?").collect(Collectors.joining(", "));
    }

    List<Object> keyOf(@Nullable Object[] row) {
        List<Object> values = new ArrayList<>();
        for (int at : key) {
            values.add(Objects.requireNonNull(row[at], name + " has a row without a key"));
        }
        return values;
    }

    boolean hasWordsInKey() {
        return key.stream().anyMatch(at -> columns.get(at).kind() == Kind.WORDS);
    }

    /** In the order of both databases: numbers by size, words by their bytes. */
    int compare(@Nullable Object[] one, @Nullable Object[] other) {
        for (int at : key) {
            int order = compare(Objects.requireNonNull(one[at]), Objects.requireNonNull(other[at]));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Object one, Object other) {
        return switch (one) {
            case Long number -> number.compareTo((Long) other);
            case Double fraction -> fraction.compareTo((Double) other);
            case String words ->
                Arrays.compareUnsigned(
                        words.getBytes(StandardCharsets.UTF_8), ((String) other).getBytes(StandardCharsets.UTF_8));
            case byte[] bytes -> Arrays.compareUnsigned(bytes, (byte[]) other);
            default -> throw new IllegalArgumentException("a key of " + one.getClass());
        };
    }

    /** Names of the columns in which two rows differ. */
    List<String> differences(@Nullable Object[] one, @Nullable Object[] other) {
        List<String> different = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            if (!Objects.deepEquals(one[at], other[at])) {
                different.add(columns.get(at).name());
            }
        }
        return different;
    }

    /** A row for whoever has to look for it: its table and what tells it apart. */
    String named(@Nullable Object[] row) {
        return name + " "
                + key.stream()
                        .map(at -> columns.get(at).name() + "=" + row[at])
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
