package news.lede.web.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a channel as RSS 2.0 (https://www.rssboard.org/rss-specification), with the address of itself as Atom has it. Pure. */
final class Rss {
    /** RFC 822 with four digits for the year; Java's own leaves out the zero before the day. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int MINUTES_TO_LIVE = 15;

    private Rss() {}

    static String write(Channel channel) {
        StringBuilder out = new StringBuilder(16_384);
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n");
        element(out, "title", channel.title());
        element(out, "link", channel.home().toString());
        element(out, "description", channel.description());
        element(out, "language", channel.language().toLanguageTag());
        out.append("<atom:link href=\"")
                .append(xml(channel.self().toString()))
                .append("\" rel=\"self\" type=\"application/rss+xml\"/>\n");
        element(out, "ttl", Integer.toString(MINUTES_TO_LIVE));
        if (!channel.items().isEmpty()) {
            element(out, "lastBuildDate", date(channel.items().getFirst().published()));
        }
        channel.items().forEach(item -> write(out, item));
        return out.append("</channel>\n</rss>\n").toString();
    }

    private static void write(StringBuilder out, Channel.Item item) {
        out.append("<item>\n");
        element(out, "title", item.title());
        item.link().ifPresent(link -> element(out, "link", link));
        out.append("<guid isPermaLink=\"false\">").append(xml(item.id())).append("</guid>\n");
        element(out, "pubDate", date(item.published()));
        item.subjects().forEach(subject -> element(out, "category", subject));
        element(out, "description", item.html());
        out.append("</item>\n");
    }

    private static String date(Instant instant) {
        return DATE.format(instant);
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append('<')
                .append(name)
                .append('>')
                .append(xml(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    /** Characters that XML does not have at all are left out: one of them would make the whole feed unreadable. */
    private static String xml(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(Rss::isXml).forEach(clean::appendCodePoint);
        return StoryHtml.escaped(clean.toString());
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
