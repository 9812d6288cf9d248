package news.lede.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static news.lede.hostile.Answers.endless;
import static news.lede.hostile.Answers.gzip;
import static news.lede.hostile.Answers.ok;
import static news.lede.hostile.Answers.raw;
import static news.lede.hostile.Answers.redirect;
import static news.lede.hostile.Answers.silence;
import static news.lede.hostile.Answers.status;
import static news.lede.hostile.Answers.times;
import static news.lede.hostile.Answers.trickle;
import static news.lede.hostile.Feeds.bytes;
import static news.lede.hostile.Feeds.item;
import static news.lede.hostile.Feeds.items;
import static news.lede.hostile.Feeds.laughs;
import static news.lede.hostile.Feeds.rss;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import news.lede.hostile.HostileServer.Row;

/** One path for each way in which a feed may be hostile, in groups by what must come of them. Links of entries lead to the server itself or to what must never be asked. */
public final class HostileRows {
    private static final String TAG = "ETag: \"never keep this\"";
    private static final String HEAD = "HTTP/1.1 200 OK\r\n" + TAG + "\r\n";

    private final String site;
    private final int internal;
    private final String inside;

    public HostileRows(HostileServer server) {
        this.site = server.at("").toString();
        this.internal = server.internalPort();
        this.inside = "http://127.0.0.1:" + internal + "/";
    }

    /** A row, and what the state of its source must say. */
    public record Failing(Row row, String outcome) {}

    /** Polls of these fail, each for its own reason, and leave nothing behind. */
    public Map<String, Failing> failing() {
        Map<String, Failing> rows = new LinkedHashMap<>();
        byte[] packed = gzip(bytes(rss(items(site, 900, 3))));
        rows.put("/gzip-bomb", new Failing(endless(HEAD + "Content-Encoding: gzip\r\n\r\n", bomb()), "TOO_LARGE"));
        rows.put(
                "/gzip-in-gzip",
                new Failing(ok(200, gzip(times(bomb(), 99)), TAG, "Content-Encoding: gzip, gzip"), "TOO_LARGE"));
        rows.put("/endless-body", new Failing(endless(HEAD + "\r\n<rss><channel>", bytes("<item/>")), "TOO_LARGE"));
        rows.put("/endless-headers", new Failing(endless(HEAD, bytes("X-Filler: filler\r\n")), "TOO_LARGE"));
        rows.put(
                "/huge-title",
                new Failing(endless(HEAD + "\r\n<rss><channel><item><title>", bytes("loud ")), "TOO_LARGE"));
        rows.put("/silence", new Failing(silence(), "TIMEOUT"));
        rows.put("/trickle", new Failing(trickle(HEAD + "\r\n", " ", Duration.ofMillis(50)), "TIMEOUT"));
        rows.put("/slow-headers", new Failing(trickle(HEAD, "X: y\r\n", Duration.ofMillis(50)), "TIMEOUT"));

        rows.put("/loop", new Failing(redirect(302, "/loop2"), "TOO_MANY_HOPS"));
        rows.put("/loop2", new Failing(redirect(301, "/loop"), "TOO_MANY_HOPS"));
        rows.put("/self", new Failing(redirect(302, "/self"), "TOO_MANY_HOPS"));
        rows.put("/nowhere", new Failing(status(302), "BAD_ANSWER"));
        rows.put("/inside", new Failing(redirect(302, "http://127.0.0.1:" + internal + "/"), "PRIVATE_ADDRESS"));
        rows.put("/inside-name", new Failing(redirect(301, "http://localhost:" + internal + "/"), "PRIVATE_ADDRESS"));
        rows.put("/inside-number", new Failing(redirect(302, "http://2130706433:" + internal + "/"), "ODD_SPELLING"));
        rows.put("/inside-short", new Failing(redirect(302, "http://127.1:" + internal + "/"), "ODD_SPELLING"));
        rows.put(
                "/inside-mapped",
                new Failing(redirect(302, "http://[::ffff:127.0.0.1]:" + internal + "/"), "ODD_SPELLING"));
        rows.put("/inside-six", new Failing(redirect(302, "http://[::1]:" + internal + "/"), "PRIVATE_ADDRESS"));
        rows.put("/metadata", new Failing(redirect(302, "http://169.254.169.254/latest"), "PRIVATE_ADDRESS"));
        rows.put("/file", new Failing(redirect(302, "file:///etc/passwd"), "NOT_HTTP"));
        rows.put("/gopher", new Failing(redirect(302, "gopher://127.0.0.1:" + internal + "/1"), "NOT_HTTP"));

        rows.put(
                "/short",
                new Failing(raw(HEAD + "Content-Length: 5000\r\n\r\n" + rss(items(site, 910, 2))), "BAD_ANSWER"));
        rows.put(
                "/chunks",
                new Failing(raw(HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\nzz\r\n"), "BAD_ANSWER"));
        rows.put(
                "/gzip-cut",
                new Failing(
                        ok(200, Arrays.copyOf(packed, packed.length - 20), TAG, "Content-Encoding: gzip"),
                        "BAD_ANSWER"));
        rows.put("/gzip-not", new Failing(ok(rss(items(site, 920, 2)), TAG, "Content-Encoding: gzip"), "BAD_ANSWER"));

        String page =
                "<!doctype html><html><head><title>Gazette</title></head><body><p>Subscribe now</p></body></html>";
        rows.put("/page", new Failing(ok(page, TAG, "Content-Type: text/html"), "not a feed"));
        rows.put("/page-as-rss", new Failing(ok(page, TAG, "Content-Type: application/rss+xml"), "not a feed"));
        rows.put("/empty", new Failing(ok("", TAG), "not a feed"));
        rows.put("/junk", new Failing(ok(200, junk(), TAG), "not a feed"));
        rows.put(
                "/soap",
                new Failing(
                        ok("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", TAG), "not a feed"));

        rows.put("/401", new Failing(status(401, TAG, "WWW-Authenticate: Basic"), "status 401"));
        rows.put("/404", new Failing(status(404, TAG), "status 404"));
        rows.put("/500", new Failing(status(500, TAG), "status 500"));
        rows.put("/304", new Failing(status(304, TAG), "not modified"));
        return rows;
    }

    /** Polls of these end, whatever comes of them: in time, and without more memory than there is. */
    public Map<String, Row> bounded() {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("/laughs", ok(rss(laughs(12), new String[] {item("Much &l11; laughter", site + "/laughs", "l", 930)
        })));
        rows.put("/quadratic", ok(rss("<!DOCTYPE rss [<!ENTITY q \"" + "q".repeat(50_000) + "\">]>", new String[] {
            item("Many", site + "/q", "q", 931).replace("</description>", "&q;".repeat(5_000) + "</description>")
        })));
        rows.put("/deep", ok(rss("<a>".repeat(200_000) + item(932, site + "/deep"))));
        rows.put("/attributes", ok(rss("<x " + attributes() + "/>" + item(933, site + "/attributes"))));
        rows.put(
                "/json-deep",
                ok(
                        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":" + "[".repeat(100_000),
                        "Content-Type: application/feed+json"));
        rows.put(
                "/json-number",
                ok("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"N\",\"items\":[{\"id\":"
                        + "9".repeat(1_000_000) + ",\"content_text\":\"x\"}]}"));
        rows.put("/cut", ok(rss(items(site + "/cut", 940, 4)).substring(0, 1_200)));
        rows.put("/long-link", ok(rss(item(950, site + "/" + "x".repeat(100_000)))));
        return rows;
    }

    /** These are read, and what is read of them must be clean. */
    public Map<String, Row> readable() {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("/xxe-file", ok(rss("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", new String[] {
            item("Secret &x; told", site + "/xxe1", "x1", 960)
        })));
        rows.put("/xxe-url", ok(rss("<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + inside + "\">]>", new String[] {
            item("Distant &x; heard", site + "/xxe2", "x2", 961)
        })));
        rows.put("/xxe-parameter", ok(rss("<!DOCTYPE rss [<!ENTITY % p SYSTEM \"" + inside + "\"> %p;]>", new String[] {
            item(962, site + "/xxe3")
        })));
        rows.put("/dtd", ok(rss("<!DOCTYPE rss SYSTEM \"" + inside + "rss.dtd\">", new String[] {
            item(963, site + "/xxe4")
        })));
        rows.put(
                "/xinclude",
                ok(rss("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + inside
                        + "\" parse=\"text\"/>" + item(964, site + "/xxe5"))));
        rows.put("/link-inside", ok(rss(item("Lantern festival opens", inside + "story", "i", 965))));
        rows.put(
                "/controls",
                ok(rss(
                        item(970, site + "/c1"),
                        item("Bells\u0000\u0007 ring &#xD800;&#0;&#xFFFF; out", site + "/c2", "c2", 971),
                        item(972, site + "/c3"))));
        rows.put(
                "/script",
                ok(rss(item(
                        "<![CDATA[Dock <script>alert(1)</script><b onclick=\"x()\">fire</b> put out]]>",
                        site + "/s",
                        "s",
                        975))));
        rows.put(
                "/links",
                ok(rss(
                        item("Ferry late", "java\tscript:alert(1)", site + "/not-a-link", 976),
                        item("Market moved", "data:text/html,x", "d", 977),
                        item("Orchard sold", site.replace("//", "//user:pass@") + "/o", "o", 978))));
        rows.put("/long-title", ok(rss(item("Loud " + "noise ".repeat(800_000), site + "/loud", "n", 979))));
        rows.put(
                "/windows",
                ok(
                        200,
                        rss(item("Caf\u00E9 reopens at Aldermoor", site + "/w", "w", 980))
                                .getBytes(ISO_8859_1),
                        "Content-Type: text/xml; charset=utf-8"));
        rows.put(
                "/label",
                ok(
                        200,
                        bytes(rss(item("Caf\u00E9 closes in Aldermoor", site + "/u", "u", 981))),
                        "Content-Type: text/xml; charset=iso-8859-5"));
        rows.put(
                "/dates",
                ok(rss(
                        item(985, site + "/d1")
                                .replaceAll(
                                        "<pubDate>.*</pubDate>", "<pubDate>Fri, 31 Dec 9999 23:59:59 GMT</pubDate>"),
                        item(986, site + "/d2")
                                .replaceAll(
                                        "<pubDate>.*</pubDate>", "<pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate>"))));
        return rows;
    }

    /** Ten MiB of nothing. */
    private static byte[] bomb() {
        return gzip(new byte[10 * 1024 * 1024]);
    }

    private static byte[] junk() {
        byte[] junk = new byte[4_000];
        new Random(7).nextBytes(junk);
        return junk;
    }

    private static String attributes() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            all.append("a").append(i).append("=\"1\" ");
        }
        return all.toString();
    }
}
