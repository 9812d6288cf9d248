package news.lede.discord;

import java.net.URI;
import java.time.Instant;
import java.util.stream.Collectors;
import news.lede.answer.Display;

/**
 * Writes {@link Markdown} as Discord reads it. Foreign text keeps every visible character; marks are escaped by a backslash, {@code @} is parted from what
 * follows by an invisible space, stacked accents beyond {@value #ACCENTS} on one letter go.
 */
final class MarkdownWriter {
    private static final int ACCENTS = 3;
    private static final String MARKS = "\\*_~`|[]()<>#";
    private static final char ZERO_WIDTH_SPACE = '\u200B';

    private MarkdownWriter() {}

    static String write(Markdown markdown) {
        return switch (markdown) {
            case Markdown.Plain(String text, int maxChars) -> escape(Display.brief(text, maxChars));
            case Markdown.Glue(String text) -> text;
            case Markdown.Strong(Markdown inner) -> around("**", write(inner));
            case Markdown.Code(String text) ->
                around("`", Display.plain(text).replace('`', '\'').replace("@", "@" + ZERO_WIDTH_SPACE));
            case Markdown.Link(Markdown label, URI target) -> link(write(label), target);
            case Markdown.Ago(Instant instant) -> "<t:" + instant.getEpochSecond() + ":R>";
            case Markdown.Run(var parts) ->
                parts.stream().map(MarkdownWriter::write).collect(Collectors.joining());
            case Markdown.Line(Markdown.Style style, Markdown inner) -> around(style, write(inner));
            case Markdown.Lines(var lines) ->
                lines.stream().map(MarkdownWriter::write).collect(Collectors.joining("\n"));
        };
    }

    private static String around(Markdown.Style style, String text) {
        // A mark with nothing behind it would be shown as it stands.
        return text.isBlank() ? text : style.mark() + text;
    }

    private static String around(String mark, String text) {
        return text.isBlank() ? text : mark + text + mark;
    }

    private static String link(String label, URI target) {
        return SafeLink.of(target)
                .filter(l -> !label.isBlank())
                .map(l -> "[" + label + "](" + l + ")")
                .orElse(label);
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int accents = 0;
        boolean lineStart = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            accents = isAccent(c) ? accents + 1 : 0;
            if (accents > ACCENTS) {
                continue;
            }
            if (MARKS.indexOf(c) >= 0 || startsMark(c, text, i, lineStart)) {
                out.append('\\');
            }
            out.appendCodePoint(c);
            if (c == '@') {
                out.append(ZERO_WIDTH_SPACE);
            }
            // "1." begins a list as much as "." alone does not.
            lineStart = lineStart && Character.isDigit(c);
        }
        return out.toString();
    }

    /** Whether {@code c} means something only where it stands: a list or quote at a line's start, the colon of a bare link. {@code next} is the index behind it. */
    private static boolean startsMark(int c, String text, int next, boolean lineStart) {
        boolean atStart = lineStart && (c == '-' || c == '+' || (c == '.' && next > 1));
        return atStart || (c == ':' && text.startsWith("//", next));
    }

    private static boolean isAccent(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
