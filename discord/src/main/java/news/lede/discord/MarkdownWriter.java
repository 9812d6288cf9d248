package news.lede.discord;

import java.net.URI;
import java.time.Instant;
import java.util.stream.Collectors;
import news.lede.answer.Display;
import news.lede.answer.Isolates;

/**
 * Writes {@link Markdown} as Discord reads it. Foreign text keeps every visible character; marks are escaped by a backslash, {@code @} is parted from what
 * follows by an invisible space, and words that are written from right to left keep to themselves.
 */
final class MarkdownWriter {
    private static final String MARKS = "\\*_~`|[]()<>#";
    private static final char ZERO_WIDTH_SPACE = '\u200B';
    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private MarkdownWriter() {}

    static String write(Markdown markdown) {
        return switch (markdown) {
            case Markdown.Plain(String text, int maxChars) -> escape(Isolates.in(unmarked(text, maxChars)));
            case Markdown.Glue(String text) -> text;
            case Markdown.Strong(Markdown inner) -> around("**", write(inner));
            case Markdown.Code(String text) ->
                around("`", unmarked(text, Integer.MAX_VALUE).replace('`', '\'').replace("@", "@" + ZERO_WIDTH_SPACE));
            case Markdown.Link(Markdown label, URI target) -> link(write(label), target);
            case Markdown.Ago(Instant instant) -> "<t:" + instant.getEpochSecond() + ":R>";
            case Markdown.Apart(Markdown inner) -> ISOLATE + write(inner) + END_OF_ISOLATE;
            case Markdown.Run(var parts) ->
                parts.stream().map(MarkdownWriter::write).collect(Collectors.joining());
            case Markdown.Line(Markdown.Style style, Markdown inner) -> line(style, write(inner));
            case Markdown.Lines(var lines) ->
                lines.stream().map(MarkdownWriter::write).collect(Collectors.joining("\n"));
        };
    }

    /**
     * Where no mark means anything, and Discord shows what stands there: labels of buttons, names of threads, the last line of an embed. At most {@code maxChars} UTF-16 units; empty when a reader
     * would see nothing, since Discord takes no empty texts.
     */
    static String unmarked(String text, int maxChars) {
        String brief = Display.brief(text, maxChars);
        return isVisible(brief) ? brief : "";
    }

    /** Foreign words where marks mean something, escaped within {@code maxChars} UTF-16 units. */
    static String within(String text, int maxChars) {
        int chars = maxChars;
        String written = escape(unmarked(text, chars));
        while (written.length() > maxChars) {
            chars -= Math.max(1, (written.length() - maxChars) / 2);
            written = escape(unmarked(text, chars));
        }
        return written;
    }

    private static String line(Markdown.Style style, String text) {
        // A mark with nothing behind it would be shown as it stands.
        return text.isBlank() ? "" : style.mark() + text + style.end();
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
        boolean lineStart = true;
        boolean rightToLeft = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (MARKS.indexOf(c) >= 0 || startsMark(c, text, i, lineStart)) {
                out.append('\\');
            }
            out.appendCodePoint(c);
            if (c == '@') {
                out.append(ZERO_WIDTH_SPACE);
            }
            rightToLeft |= isRightToLeft(c);
            // "1." begins a list as much as "." alone does not.
            lineStart = lineStart && Character.isDigit(c);
        }
        return rightToLeft ? ISOLATE + out.toString() + END_OF_ISOLATE : out.toString();
    }

    /** Whether {@code c} means something only where it stands: a list or quote at a line's start, the colon of a bare link. {@code next} is the index behind it. */
    private static boolean startsMark(int c, String text, int next, boolean lineStart) {
        boolean atStart = lineStart && (c == '-' || c == '+' || (c == '.' && next > 1));
        return atStart || (c == ':' && text.startsWith("//", next));
    }

    /** Whether a reader sees anything of it. */
    private static boolean isVisible(String plain) {
        return plain.codePoints().anyMatch(c -> switch (Character.getType(c)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> !Character.isSpaceChar(c) && !isFiller(c);
        });
    }

    /** Letters and signs without a shape: Hangul fillers, the empty braille pattern. */
    private static boolean isFiller(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
