package news.lede.telegram;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a message as a tree. Markup exists only as nodes, so text can never become markup; {@link #write} is the one place that escapes. Lengths are
 * UTF-16 code units of what readers see, as the service counts.
 */
sealed interface Html {
    /** What the service makes an entity of by itself, taken widely: mentions, tags, commands, addresses, numbers of cards. */
    Pattern DETECTED = Pattern.compile("[@#$/][\\p{L}\\p{N}_]|[\\p{L}\\p{N}]\\.\\p{L}{2}|://|(?:\\d[ -]?){13}");

    Pattern TIME_TAG = Pattern.compile("</?tg-time[^>]*>");

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

    /** An instant that each reader sees in their own zone and language; where that is not known to an app it shows {@code text}. */
    record Time(Instant instant, Format format, String text) implements Html {
        enum Format {
            /** "2 hours ago", and an hour later "3 hours ago". */
            AGO("r"),
            DAY("D");

            private final String code;

            Format(String code) {
                this.code = code;
            }
        }
    }

    static Html bold(String text) {
        return new Bold(List.of(new Text(text)));
    }

    static Html italic(String text) {
        return new Italic(List.of(new Text(text)));
    }

    /** HTML of ours without its times, for a service that does not know them yet. Text is escaped, so what looks like their tag is one. */
    static String withoutTimes(String html) {
        return TIME_TAG.matcher(html).replaceAll("");
    }

    /** How long it is for a reader. */
    default int length() {
        return switch (this) {
            case Text(String text) -> text.length();
            case Bold(List<Html> inside) -> length(inside);
            case Italic(List<Html> inside) -> length(inside);
            case Link link -> link.text().length();
            case Time time -> time.text().length();
        };
    }

    /** Whether a reader sees nothing of it. */
    default boolean isBlank() {
        return switch (this) {
            case Text(String text) -> text.isBlank();
            case Bold(List<Html> inside) -> inside.stream().allMatch(Html::isBlank);
            case Italic(List<Html> inside) -> inside.stream().allMatch(Html::isBlank);
            case Link link -> link.text().isBlank();
            case Time time -> time.text().isBlank();
        };
    }

    /** How many entities our markup is. */
    default int entities() {
        return switch (this) {
            case Text _ -> 0;
            case Bold(List<Html> inside) -> 1 + sum(inside);
            case Italic(List<Html> inside) -> 1 + sum(inside);
            case Link _, Time _ -> 1;
        };
    }

    /** How many more the service may find in the text, at most. */
    default int detected() {
        return switch (this) {
            case Text(String text) -> (int) DETECTED.matcher(text).results().count();
            case Bold(List<Html> inside) ->
                inside.stream().mapToInt(Html::detected).sum();
            case Italic(List<Html> inside) ->
                inside.stream().mapToInt(Html::detected).sum();
            case Link _, Time _ -> 0;
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
            case Time(Instant instant, Time.Format format, String text) -> {
                if (!text.isEmpty()) {
                    out.append("<tg-time unix=\"").append(instant.getEpochSecond());
                    out.append("\" format=\"").append(format.code).append("\">");
                    escape(text, out);
                    out.append("</tg-time>");
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

    private static int length(List<Html> inside) {
        return inside.stream().mapToInt(Html::length).sum();
    }

    private static int sum(List<Html> inside) {
        return inside.stream().mapToInt(Html::entities).sum();
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
