package news.lede.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Feeds of a made-up newspaper, whole and as those would write them who mean harm. */
public final class Feeds {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final List<String> WORDS = List.of(
            "harbour", "lantern", "orchard", "tunnel", "glacier", "violin", "market", "bridge", "meadow", "furnace",
            "archive", "pelican", "granite", "saffron", "compass", "quarry");

    private Feeds() {}

    /** A number as words, so that no two stories read alike. */
    public static String named(int number) {
        int n = WORDS.size();
        return WORDS.get(number % n) + " " + WORDS.get(number / n % n) + " " + WORDS.get((number * 7 + number / n) % n)
                + " " + number;
    }

    public static String item(int number, String link) {
        return item("Council of " + named(number) + " votes", link, "tag:" + number, number);
    }

    /** {@code number} tells its minute and its text apart from others. */
    public static String item(String title, String link, String guid, int number) {
        return "<item><title>" + title + "</title><link>" + link + "</link><guid isPermaLink=\"false\">" + guid
                + "</guid><pubDate>" + DATE.format(NOON.minusSeconds(number * 60L)) + "</pubDate><description>The "
                + named(number) + " was on everybody's lips in Aldermoor on Monday, when the " + named(number + 5)
                + " opened.</description></item>";
    }

    public static String rss(String... items) {
        return rss("", items);
    }

    /** With {@code before} between the declaration and the root. */
    public static String rss(String before, String[] items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + before
                + "<rss version=\"2.0\"><channel><title>Aldermoor Gazette</title><link>https://gazette.example/</link>"
                + String.join("\n", items) + "</channel></rss>";
    }

    /** So many items from {@code first} on, the newest first, each with a link of its own below {@code site}. */
    public static String[] items(String site, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> item(i, site + "/story/" + i))
                .toArray(String[]::new);
    }

    /** A declaration of entities that grow tenfold at each level. */
    public static String laughs(int levels) {
        return IntStream.range(1, levels)
                .mapToObj(i -> "<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining("\n", "<!DOCTYPE rss [<!ENTITY l0 \"haha\">\n", "]>\n"));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
