package news.lede.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows how addresses say that they are the same page made for phones, for print or for caches. Only marks that stand beside a path of an article count: "/amp" alone may
 * be a page on electricity. Pure.
 */
final class PageVariant {
    /** Hosts that serve one site in another shape. A host of two labels is the site itself: "m.example". */
    private static final Pattern HOST = Pattern.compile("^(?:www|m|mobile|mobil|amp|touch|wap)\\d?\\.(?=[^.]+\\.)");

    /** Behind a path whose last name is long enough for an article's. */
    private static final Pattern BEHIND =
            Pattern.compile("(?<=/[^/]{8,200})(?:/amp|\\.amp|/print|/print\\.html?|/drucken|/imprimir)$");
    /** Within the last name: "lock-closed.amp.html", "lock-closed.print.html". */
    private static final Pattern WITHIN = Pattern.compile("\\.(?:amp|print)(?=\\.(?:s?html?|php|aspx?)$)");
    /** Before a path of at least two names. */
    private static final Pattern BEFORE =
            Pattern.compile("^/(?:amp|amp-version|mobile|m|print|printversion)(?=/[^/]+/[^/]+)");
    /** Before a sole name that is long enough for an article's. */
    private static final Pattern BEFORE_ONE = Pattern.compile("^/(?:amp|print)(?=/[^/]{16,}$)");

    private static final Pattern MARK = Pattern.compile(
            "(?i)(?:amp|amp_js_v|usqp|amp_gsa|outputtype=amp|print|printable|printview|printversion|drucken|imprimir|mobile|m=1"
                    + "|(?:view|mode|format|layout|tmpl|template|display|style|media|action|page|service|type|output|outputtype)=(?:print|printable|printview|amp|mobile)"
                    + "|(?:amp|print|printable|printview|mobile|desktop|nomobile)=(?:1|0|true|yes|on|y)|amp_js_v=.*|usqp=.*|amp_gsa=.*)");

    private PageVariant() {}

    /** A host in small letters without the label that only says how it serves. */
    static String plainHost(String host) {
        Matcher matcher = HOST.matcher(host);
        return matcher.find() ? host.substring(matcher.end()) : host;
    }

    /** A path without its trailing slashes, without the names that only say how it is shown. */
    static String plainPath(String path) {
        String plain = WITHIN.matcher(BEHIND.matcher(path).replaceFirst("")).replaceFirst("");
        String before = BEFORE.matcher(plain).replaceFirst("");
        return before.equals(plain) ? BEFORE_ONE.matcher(plain).replaceFirst("") : before;
    }

    /** Whether a parameter of the query only says how the page is to be shown. */
    static boolean isMark(String parameter) {
        return MARK.matcher(parameter).matches();
    }
}
