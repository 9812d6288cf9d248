package news.lede.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The vocabularies that elements of feeds come from. */
enum Space {
    /** The format itself: RSS inside RSS, Atom inside Atom, a sitemap's own names inside a sitemap. */
    FEED,
    /** Atom inside another format. */
    ATOM,
    CONTENT,
    DUBLIN_CORE,
    MEDIA,
    ITUNES,
    SYNDICATION,
    NEWS,
    /** Pictures of a sitemap. */
    IMAGE,
    XHTML,
    OTHER;

    /** Addresses as publishers write them, without scheme, "www.", case and a last "/" or "#"; old and mistaken ones too. */
    private static final Map<String, Space> BY_ADDRESS = new HashMap<>();

    static {
        put(
                ATOM,
                "w3.org/2005/atom",
                "purl.org/atom/ns",
                "purl.org/pie",
                "purl.org/echo",
                "example.com/newformat",
                "necho");
        put(
                FEED,
                "purl.org/rss/1.0",
                "my.netscape.com/rdf/simple/0.9",
                "my.netscape.com/publish/formats/rss-0.91.dtd",
                "channel.netscape.com/rdf/simple/0.9",
                "backend.userland.com/rss",
                "backend.userland.com/rss2",
                "backend.userland.com/rss2.1",
                "backend.userland.com/rss091",
                "backend.userland.com/rss092",
                "backend.userland.com/rss093",
                "backend.userland.com/rss094",
                "blogs.law.harvard.edu/tech/rss",
                "cyber.law.harvard.edu/rss",
                "purl.org/net/rss1.1",
                "sitemaps.org/schemas/sitemap/0.9",
                "google.com/schemas/sitemap/0.84",
                "google.com/schemas/sitemap/0.9",
                "w3.org/1999/02/22-rdf-syntax-ns");
        put(CONTENT, "purl.org/rss/1.0/modules/content");
        put(
                DUBLIN_CORE,
                "purl.org/dc/elements/1.1",
                "purl.org/dc/elements/1.0",
                "purl.org/dc/terms",
                "purl.org/dc",
                "dublincore.org/documents/dcmi-namespace");
        put(
                MEDIA,
                "search.yahoo.com/mrss",
                "video.search.yahoo.com/mrss",
                "tools.search.yahoo.com/mrss",
                "search.yahoo.com/rss");
        put(
                ITUNES,
                "itunes.com/dtds/podcast-1.0.dtd",
                "example.com/dtds/podcast-1.0.dtd",
                "itunes.com/dtds/podcast-1.0");
        put(SYNDICATION, "purl.org/rss/1.0/modules/syndication");
        put(NEWS, "google.com/schemas/sitemap-news/0.9", "google.com/schemas/sitemap-news");
        put(IMAGE, "google.com/schemas/sitemap-image/1.1", "google.com/schemas/sitemap-image");
        put(XHTML, "w3.org/1999/xhtml", "w3.org/tr/rec-html40", "w3.org/2000/svg", "w3.org/1998/math/mathml");
    }

    private static void put(Space space, String... addresses) {
        for (String address : addresses) {
            BY_ADDRESS.put(address, space);
        }
    }

    /** The vocabulary with this address; {@code OTHER} for one that is not known here. */
    static Space ofAddress(String uri) {
        String key = uri.strip().toLowerCase(Locale.ROOT);
        key = key.startsWith("https://") ? key.substring(8) : key.startsWith("http://") ? key.substring(7) : key;
        key = key.startsWith("www.") ? key.substring(4) : key;
        while (key.endsWith("/") || key.endsWith("#")) {
            key = key.substring(0, key.length() - 1);
        }
        return BY_ADDRESS.getOrDefault(key, OTHER);
    }

    /** The vocabulary that a prefix stands for by custom; many feeds use it without saying so. */
    static Space ofPrefix(String prefix) {
        return switch (prefix) {
            case "atom", "atom10", "a10", "atom03" -> ATOM;
            case "content" -> CONTENT;
            case "dc", "dcterms", "dct" -> DUBLIN_CORE;
            case "media", "mrss" -> MEDIA;
            case "itunes", "googleplay" -> ITUNES;
            case "sy" -> SYNDICATION;
            case "news" -> NEWS;
            case "image" -> IMAGE;
            case "rss", "rdf" -> FEED;
            case "xhtml", "html", "h", "svg" -> XHTML;
            default -> OTHER;
        };
    }
}
