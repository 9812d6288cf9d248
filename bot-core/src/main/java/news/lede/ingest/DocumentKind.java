package news.lede.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file holds, told by its first bytes rather than by its name. */
enum DocumentKind {
    EMPTY,
    FEED,
    OPML,
    /** A web page. */
    HTML,
    /** Anything else: plain text, other markup, or no text at all. */
    OTHER;

    private static final int HEAD = 4_096;
    /** Declarations, comments and a document type may stand before the first element. */
    private static final Pattern ROOT = Pattern.compile(
            "\\A(?:\\s+|<\\?[^>]*>|<!--.*?-->|<!(?!--)[^>]*>)*+<(?:[\\w.-]+:)?([A-Za-z][\\w-]*)", Pattern.DOTALL);

    static DocumentKind of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), charset(bytes)).replace("\ufeff", "");
        if (head.isBlank() && bytes.length <= HEAD) {
            return EMPTY;
        }
        Matcher root = ROOT.matcher(head);
        if (!root.find()) {
            return OTHER;
        }
        return switch (root.group(1).toLowerCase(Locale.ROOT)) {
            case "rss", "feed", "rdf", "channel" -> FEED;
            case "opml" -> OPML;
            case "html", "head", "body", "title", "meta", "main", "article", "section", "div", "p", "h1" -> HTML;
            default -> OTHER;
        };
    }

    /** Only enough to read names of elements: those are ASCII in every encoding but UTF-16. */
    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }
}
