package news.lede.telegram;

import java.util.List;

/**
 * A piece of a message as a tree. Markup exists only as nodes, so text can never become markup; {@link #write} is the one place that escapes. Lengths are
 * UTF-16 code units of what readers see, as the service counts.
 */
sealed interface Html {
    /** Words as they are; never holds a line feed that is not meant. */
    record Text(String text) implements Html {}

    record Bold(List<Html> inside) implements Html {
        public Bold {
            inside = List.copyOf(inside);
        }
    }

    record Italic(List<Html> inside) implements Html {
        public Italic {
            inside = List.copyOf(inside);
        }
    }

    /** {@code url} is absolute, http or https. */
    record Link(String url, String text) implements Html {}

    static Html bold(String text) {
        return new Bold(List.of(new Text(text)));
    }

    static Html italic(String text) {
        return new Italic(List.of(new Text(text)));
    }

    /** How long it is for a reader. */
    default int length() {
        return switch (this) {
            case Text(String text) -> text.length();
            case Bold(List<Html> inside) ->
                inside.stream().mapToInt(Html::length).sum();
            case Italic(List<Html> inside) ->
                inside.stream().mapToInt(Html::length).sum();
            case Link link -> link.text().length();
        };
    }

    /** Whether a reader sees nothing of it. */
    default boolean isBlank() {
        return switch (this) {
            case Text(String text) -> text.isBlank();
            case Bold(List<Html> inside) -> inside.stream().allMatch(Html::isBlank);
            case Italic(List<Html> inside) -> inside.stream().allMatch(Html::isBlank);
            case Link link -> link.text().isBlank();
        };
    }

    /** How many entities the service makes of it. */
    default int entities() {
        return switch (this) {
            case Text _ -> 0;
            case Bold(List<Html> inside) ->
                1 + inside.stream().mapToInt(Html::entities).sum();
            case Italic(List<Html> inside) ->
                1 + inside.stream().mapToInt(Html::entities).sum();
            case Link _ -> 1;
        };
    }

    /** Appends it in the service's HTML; what would be an empty entity is left out. */
    default void write(StringBuilder out) {
        switch (this) {
            case Text(String text) -> escape(text, out);
            case Bold(List<Html> inside) -> element("b", inside, out);
            case Italic(List<Html> inside) -> element("i", inside, out);
            case Link(String url, String text) -> {
                if (!text.isEmpty()) {
                    out.append("<a href=\"");
                    escape(url, out);
                    out.append("\">");
                    escape(text, out);
                    out.append("</a>");
                }
            }
        }
    }

    private void element(String tag, List<Html> inside, StringBuilder out) {
        if (length() > 0) {
            out.append('<').append(tag).append('>');
            inside.forEach(i -> i.write(out));
            out.append("</").append(tag).append('>');
        }
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
