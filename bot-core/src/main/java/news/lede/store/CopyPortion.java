package news.lede.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Rows as the lines that PostgreSQL's COPY reads: columns parted by tabs, what is absent as {@code \N}, bytes in hexadecimal digits. */
final class CopyPortion {
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final StringBuilder line = new StringBuilder();
    private int rows;

    void add(@Nullable Object[] row) {
        line.setLength(0);
        for (int at = 0; at < row.length; at++) {
            if (at > 0) {
                line.append('\t');
            }
            append(row[at]);
        }
        lines.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        rows++;
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> line.append("\\N");
            case String words -> escape(words);
            case byte[] bytes -> line.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            default -> line.append(value);
        }
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }

    int rows() {
        return rows;
    }

    int bytes() {
        return lines.size();
    }

    InputStream read() {
        return new ByteArrayInputStream(lines.toByteArray());
    }

    void clear() {
        lines.reset();
        rows = 0;
    }
}
