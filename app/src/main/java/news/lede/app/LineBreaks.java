package news.lede.app;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Breaks a line between words, by the columns that its characters take; what follows keeps the line's indent. */
final class LineBreaks {
    private LineBreaks() {}

    /** Rows of at most {@code width} columns. A word longer than a row (a link) is left whole: broken, it could not be clicked. */
    static List<String> at(int width, String line) {
        if (columns(line) <= width) {
            return List.of(line);
        }
        String indent = " ".repeat(Math.min(line.length() - line.stripLeading().length(), width / 2));
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder(indent);
        for (String word : line.strip().split(" +")) {
            boolean first = row.length() == indent.length();
            if (!first && columns(row) + 1 + columns(word) > width) {
                rows.add(row.toString());
                row = new StringBuilder(indent);
                first = true;
            }
            row.append(first ? "" : " ").append(word);
        }
        rows.add(row.toString());
        return rows;
    }

    private static int columns(CharSequence text) {
        return new AttributedString(text).columnLength();
    }
}
