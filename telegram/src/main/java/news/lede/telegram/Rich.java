package news.lede.telegram;

import java.util.List;

/**
 * A block of a rich message as a tree; the pieces of text in it are those of plain messages. Text can never become markup. Blocks hold no line feeds: each line is a
 * block of its own.
 */
sealed interface Rich {
    /** {@code size}: 1 is the largest, 6 the smallest. */
    record Heading(int size, List<Html> inside) implements Rich {
        public Heading {
            inside = List.copyOf(inside);
        }
    }

    record Paragraph(List<Html> inside) implements Rich {
        public Paragraph {
            inside = List.copyOf(inside);
        }
    }

    record Bullets(List<List<Html>> items) implements Rich {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /** Words of somebody, and who said them. */
    record Quote(List<Html> inside, List<Html> credit) implements Rich {
        public Quote {
            inside = List.copyOf(inside);
            credit = List.copyOf(credit);
        }
    }

    /** Every row begins with the cell that names it; all rows are of one length. */
    record Table(List<List<List<Html>>> rows) implements Rich {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** Opens when {@code summary} is tapped on. */
    record Details(List<Html> summary, List<Rich> inside) implements Rich {
        public Details {
            summary = List.copyOf(summary);
            inside = List.copyOf(inside);
        }
    }

    record Footer(List<Html> inside) implements Rich {
        public Footer {
            inside = List.copyOf(inside);
        }
    }

    /** How many blocks the service counts: list items and rows are some too. */
    default int blocks() {
        return switch (this) {
            case Heading _, Paragraph _, Footer _ -> 1;
            case Quote _ -> 2;
            case Bullets(List<List<Html>> items) -> 1 + 2 * items.size();
            case Table(List<List<List<Html>>> rows) -> 1 + rows.size();
            case Details(List<Html> _, List<Rich> inside) ->
                1 + inside.stream().mapToInt(Rich::blocks).sum();
        };
    }

    /** How long its text is, in UTF-16 code units. */
    default int length() {
        return switch (this) {
            case Heading(int _, List<Html> inside) -> length(inside);
            case Paragraph(List<Html> inside) -> length(inside);
            case Footer(List<Html> inside) -> length(inside);
            case Quote(List<Html> inside, List<Html> credit) -> length(inside) + length(credit);
            case Bullets(List<List<Html>> items) ->
                items.stream().mapToInt(Rich::length).sum();
            case Table(List<List<List<Html>>> rows) ->
                rows.stream().flatMap(List::stream).mapToInt(Rich::length).sum();
            case Details(List<Html> summary, List<Rich> inside) ->
                length(summary) + inside.stream().mapToInt(Rich::length).sum();
        };
    }

    /** Appends it in the service's HTML for rich messages; a block without a visible sign is left out. */
    default void write(StringBuilder out) {
        switch (this) {
            case Heading(int size, List<Html> inside) -> element("h" + size, inside, out);
            case Paragraph(List<Html> inside) -> element("p", inside, out);
            case Footer(List<Html> inside) -> element("footer", inside, out);
            case Quote(List<Html> inside, List<Html> credit) -> {
                if (!blank(inside)) {
                    out.append("<blockquote>");
                    inside.forEach(i -> i.write(out));
                    element("cite", credit, out);
                    out.append("</blockquote>");
                }
            }
            case Bullets(List<List<Html>> items) -> {
                List<List<Html>> shown = items.stream().filter(i -> !blank(i)).toList();
                if (!shown.isEmpty()) {
                    out.append("<ul>");
                    shown.forEach(item -> element("li", item, out));
                    out.append("</ul>");
                }
            }
            case Table(List<List<List<Html>>> rows) -> {
                if (!rows.isEmpty()) {
                    out.append("<table bordered striped>");
                    rows.forEach(row -> row(row, out));
                    out.append("</table>");
                }
            }
            case Details(List<Html> summary, List<Rich> inside) -> {
                StringBuilder content = new StringBuilder();
                inside.forEach(block -> block.write(content));
                if (!blank(summary) && !content.isEmpty()) {
                    out.append("<details>");
                    element("summary", summary, out);
                    out.append(content).append("</details>");
                }
            }
        }
    }

    private static void row(List<List<Html>> cells, StringBuilder out) {
        out.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            String tag = i == 0 ? "th" : "td";
            out.append('<').append(tag).append(" align=\"left\" valign=\"top\">");
            cells.get(i).forEach(c -> c.write(out));
            out.append("</").append(tag).append('>');
        }
        out.append("</tr>");
    }

    private static void element(String tag, List<Html> inside, StringBuilder out) {
        if (!blank(inside)) {
            out.append('<').append(tag).append('>');
            inside.forEach(i -> i.write(out));
            out.append("</").append(tag).append('>');
        }
    }

    private static boolean blank(List<Html> inside) {
        return inside.stream().allMatch(Html::isBlank);
    }

    private static int length(List<Html> inside) {
        return inside.stream().mapToInt(Html::length).sum();
    }
}
