package news.lede.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the ids of Google News. Until 2024 an id was a small message in base64: {@code 08 13 22}, the length of the publisher's address as a varint, that address, then perhaps
 * the one of its AMP page. Newer ids carry a token that only Google resolves. Pure.
 */
final class NewsGoogle {
    private static final Pattern ARTICLE =
            Pattern.compile("^/(?:__i/)?(?:rss/)?(?:rd/)?(?:articles|read)/([A-Za-z0-9_-]{8,4096})/?$");
    private static final String ADDRESS = "http";

    private NewsGoogle() {}

    static boolean isArticle(String host, String path) {
        return host.equals("news.google.com") && ARTICLE.matcher(path).matches();
    }

    /** The address in the id of an article's link. */
    static Optional<String> target(String host, String path) {
        Matcher matcher = ARTICLE.matcher(path);
        return host.equals("news.google.com") && matcher.matches()
                ? bytes(matcher.group(1)).flatMap(NewsGoogle::inside)
                : Optional.empty();
    }

    /** Text in base64 as addresses carry it. */
    static Optional<String> base64(String text) {
        return bytes(text).map(b -> new String(b, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> inside(byte[] id) {
        String text = new String(id, StandardCharsets.ISO_8859_1);
        int start = text.indexOf(ADDRESS);
        if (start < 1 || start > 8) {
            return Optional.empty();
        }
        int length = length(id, start);
        int end = start + length;
        if (length < ADDRESS.length() || end > id.length) {
            return Optional.empty();
        }
        String address = text.substring(start, end);
        return address.chars().allMatch(c -> c > ' ' && c < 127) ? Optional.of(address) : Optional.empty();
    }

    /** The varint right before the address: one byte below 128, else two. */
    private static int length(byte[] id, int start) {
        int last = id[start - 1] & 0xFF;
        boolean two = start > 1 && (id[start - 2] & 0x80) != 0 && last < 0x40;
        return two ? (id[start - 2] & 0x7F) | last << 7 : last;
    }
}
