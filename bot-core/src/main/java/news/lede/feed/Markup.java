package news.lede.feed;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Text and HTML of what a feed carries. Pure. */
final class Markup {
    private static final int LONGEST_TITLE = 4096;
    private static final int LONGEST_TEXT = 64 * 1024;

    private Markup() {}

    /** Plain text of a title that may hold escaped HTML: tags gone, entities resolved, single spaces. */
    static String title(String source) {
        String short_ = source.length() > 4 * LONGEST_TITLE ? source.substring(0, 4 * LONGEST_TITLE) : source;
        String text = short_.indexOf('<') < 0 && short_.indexOf('&') < 0
                ? short_
                : Jsoup.parseBodyFragment(short_).text();
        String single = clean(text).replaceAll("[\\s\\u00A0]+", " ").strip();
        return single.length() > LONGEST_TITLE ? single.substring(0, LONGEST_TITLE) : single;
    }

    /** The HTML of a text that is HTML already. */
    static String html(String source) {
        String clean = clean(source).strip();
        return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean;
    }

    /** The HTML that shows {@code text} as it is. */
    static String escaped(String text) {
        return html(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** The HTML inside an element whose children are XHTML under any prefix. */
    static String xhtml(Element element) {
        Document copy = Document.createShell("");
        Element body = copy.body();
        for (Node child : element.childNodes()) {
            body.appendChild(child.clone());
        }
        Set<String> prefixes = Set.of("xhtml", "html", "h", "x");
        for (Element e : body.getAllElements()) {
            int colon = e.tagName().indexOf(':');
            if (colon > 0 && prefixes.contains(e.tagName().substring(0, colon).toLowerCase(Locale.ROOT))) {
                e.tagName(e.tagName().substring(colon + 1));
            }
        }
        return html(body.html());
    }

    /** Without NUL, other controls, lone surrogates and non-characters. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || c == '\r' || !Character.isISOControl(c))
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .filter(c -> (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF))
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
