package news.lede.feed;

/**
 * Mends "&amp;" that begins no reference, as in addresses and company names, before the document is parsed: a parser that knows HTML would read {@code &section=2} as a
 * paragraph sign. Sections of raw characters (CDATA) stay as they are. Pure, linear.
 */
final class Ampersands {
    private static final int LONGEST_NAME = 40;

    private Ampersands() {}

    static String mend(String xml) {
        int at = xml.indexOf('&');
        if (at < 0) {
            return xml;
        }
        StringBuilder out = null;
        int copied = 0;
        int rawStart = xml.indexOf("<![CDATA[");
        while (at >= 0) {
            while (rawStart >= 0 && rawStart < at) {
                int rawEnd = xml.indexOf("]]>", rawStart);
                if (rawEnd < 0) {
                    // Unclosed: the rest is raw.
                    return out == null
                            ? xml
                            : out.append(xml, copied, xml.length()).toString();
                }
                at = at < rawEnd ? xml.indexOf('&', rawEnd) : at;
                rawStart = xml.indexOf("<![CDATA[", rawEnd);
                if (at < 0) {
                    return out == null
                            ? xml
                            : out.append(xml, copied, xml.length()).toString();
                }
            }
            if (!isReference(xml, at)) {
                out = out == null ? new StringBuilder(xml.length() + 64) : out;
                out.append(xml, copied, at).append("&amp;");
                copied = at + 1;
            }
            at = xml.indexOf('&', at + 1);
        }
        return out == null ? xml : out.append(xml, copied, xml.length()).toString();
    }

    private static boolean isReference(String xml, int at) {
        int end = Math.min(xml.length(), at + LONGEST_NAME);
        boolean number = at + 1 < end && xml.charAt(at + 1) == '#';
        int start = number ? at + 2 : at + 1;
        for (int i = start; i < end; i++) {
            char c = xml.charAt(i);
            if (c == ';') {
                return i > start;
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return false;
    }
}
