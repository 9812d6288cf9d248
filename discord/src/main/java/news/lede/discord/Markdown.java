package news.lede.discord;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Text in Discord's markdown, as a tree: what others wrote stands in {@link Plain} and is escaped when written, so no foreign word can become a mark, a
 * mention or a link. Only this tree makes marks.
 */
sealed interface Markdown {
    /** Words of whoever: shown as they are, on one line, at most {@code maxChars} UTF-16 units of them. */
    record Plain(String text, int maxChars) implements Markdown {}

    /** What stands between others: spaces and punctuation of ours, written as they are. */
    record Glue(String text) implements Markdown {}

    record Strong(Markdown inner) implements Markdown {}

    record Code(String text) implements Markdown {}

    /** {@code label} leading to {@code target}; the label alone when the target is none that may be shown. */
    record Link(Markdown label, URI target) implements Markdown {}

    /** The time that has passed since, as each reader's client reckons it. */
    record Ago(Instant instant) implements Markdown {}

    /** A part of a line that keeps its own direction, whatever stands beside it. */
    record Apart(Markdown inner) implements Markdown {}

    /** Several, one after the other. */
    record Run(List<Markdown> parts) implements Markdown {
        public Run {
            parts = List.copyOf(parts);
        }
    }

    /** A line of its own. */
    record Line(Style style, Markdown inner) implements Markdown {}

    /** Lines below each other. */
    record Lines(List<Line> lines) implements Markdown {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** How a line looks. */
    enum Style {
        NORMAL("", ""),
        HEADING("## ", ""),
        SUBHEADING("### ", ""),
        /** A heading where there are none, as in old clients' embeds. */
        BOLD("**", "**"),
        ITEM("- ", ""),
        SMALL("-# ", "");

        private final String mark;
        private final String end;

        Style(String mark, String end) {
            this.mark = mark;
            this.end = end;
        }

        String mark() {
            return mark;
        }

        String end() {
            return end;
        }
    }

    static Markdown plain(String text) {
        return new Plain(text, Integer.MAX_VALUE);
    }

    static Markdown plain(String text, int maxChars) {
        return new Plain(text, maxChars);
    }

    static Markdown glue(String text) {
        return new Glue(text);
    }

    static Markdown run(Markdown... parts) {
        return new Run(List.of(parts));
    }

    /** The same in marks that have always been understood: no headings, no small print. */
    static Line simple(Line line) {
        Style style = switch (line.style()) {
            case HEADING, SUBHEADING, BOLD -> Style.BOLD;
            case ITEM -> Style.ITEM;
            case NORMAL, SMALL -> Style.NORMAL;
        };
        return new Line(style, line.inner());
    }

    static Line line(Style style, Markdown... parts) {
        return new Line(style, new Run(List.of(parts)));
    }
}
