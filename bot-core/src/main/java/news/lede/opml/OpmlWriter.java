package news.lede.opml;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import news.lede.source.SourceKind;

/**
 * Writes a list of sources as OPML 2.0: a folder for each pack, which may list a source that others list too, then those in no pack. {@link OpmlReader} reads the same from it.
 * What only Lede understands (pages as sources) is written as a link, so that feed readers do not take it for a feed. Pure.
 */
public final class OpmlWriter {
    private OpmlWriter() {}

    /** The whole file, as text in UTF-8. {@code sources} keep their order within each pack. */
    public static String write(String title, Instant created, List<Listed> sources) {
        StringBuilder out = new StringBuilder();
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<opml version=\"2.0\" xmlns:lede=\"urn:lede:opml\">\n  <head>\n");
        out.append("    <title>").append(escaped(title)).append("</title>\n");
        out.append("    <dateCreated>")
                .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(created.atOffset(ZoneOffset.UTC)))
                .append("</dateCreated>\n  </head>\n  <body>\n");
        TreeSet<String> packs = new TreeSet<>();
        sources.forEach(source -> packs.addAll(source.packs()));
        for (String pack : packs) {
            out.append("    <outline");
            attribute(out, "text", pack);
            attribute(out, "lede:pack", pack);
            out.append(">\n");
            sources.stream().filter(s -> s.packs().contains(pack)).forEach(s -> outline(out, "      ", s));
            out.append("    </outline>\n");
        }
        sources.stream().filter(s -> s.packs().isEmpty()).forEach(s -> outline(out, "    ", s));
        return out.append("  </body>\n</opml>\n").toString();
    }

    private static void outline(StringBuilder out, String indent, Listed source) {
        boolean feed = source.kind() == SourceKind.FEED;
        out.append(indent).append("<outline");
        attribute(out, "type", feed ? "rss" : "link");
        attribute(out, "text", source.title());
        attribute(out, "title", source.title());
        attribute(out, feed ? "xmlUrl" : "url", source.address());
        if (!feed) {
            attribute(out, "lede:kind", source.kind().name().toLowerCase(Locale.ROOT));
        }
        source.site().ifPresent(site -> attribute(out, "htmlUrl", site));
        source.note().ifPresent(note -> attribute(out, "lede:note", note));
        out.append("/>\n");
    }

    private static void attribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    /** Signs that XML 1.0 cannot hold are left out; there is no way to write them. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\r' -> out.append("&#13;");
                case '\t' -> out.append("&#9;");
                default -> {
                    if (isXml(c)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    private static boolean isXml(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
