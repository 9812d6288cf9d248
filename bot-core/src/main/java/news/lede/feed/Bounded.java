package news.lede.feed;

/**
 * Cuts a document that would make a tree too large for a small machine: ten megabytes of empty elements take twenty times their size. What stands before the cut is read. Pure.
 */
final class Bounded {
    /** A sitemap with the 50,000 pages that are allowed has about 400,000; a feed of 1,000 entries has 30,000. */
    private static final int MOST_TAGS = 500_000;

    private static final int SHORTEST_TAG = 4;

    private Bounded() {}

    static String cut(String xml) {
        if (xml.length() < MOST_TAGS * SHORTEST_TAG / 2) {
            return xml;
        }
        int tags = 0;
        for (int at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
            if (xml.startsWith("<![CDATA[", at)) {
                int end = xml.indexOf("]]>", at);
                if (end < 0) {
                    return xml;
                }
                at = end;
            } else if (++tags > MOST_TAGS) {
                return xml.substring(0, at);
            }
        }
        return xml;
    }
}
