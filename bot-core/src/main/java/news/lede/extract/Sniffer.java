package news.lede.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells by its first bytes what a document is. Pure. */
final class Sniffer {
    private static final int LOOKED_AT = 8192;
    /** Some pages begin with a long style sheet or script. */
    private static final int LOOKED_AT_BEHIND_STYLES = 262_144;

    private static final List<String> OUTER_TAGS = List.of("<html", "<!doctype html", "<body", "<head>");

    private static final Map<String, String> SIGNATURES = Map.of(
            "%PDF", "a PDF document",
            "PK\u0003\u0004", "a zip archive or office document",
            "\u001F\u008B", "a gzip archive",
            "\u0089PNG", "an image",
            "\u00FF\u00D8\u00FF", "an image",
            "GIF8", "an image",
            "ID3", "a sound file",
            "\u007FELF", "a program",
            "MZ\u0090", "a program",
            "SQLite format", "a database");
    private static final List<String> TAGS = List.of(
            "<html",
            "<!doctype html",
            "<body",
            "<head>",
            "<head ",
            "</p>",
            "</div>",
            "<article",
            "<meta ",
            "<p>",
            "<h1");

    private Sniffer() {}

    /** What the bytes seem to be when they are no text. */
    static Optional<String> binaryKind(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(16, bytes.length), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> signature : SIGNATURES.entrySet()) {
            if (head.startsWith(signature.getKey())) {
                return Optional.of(signature.getValue());
            }
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return Optional.of("an image");
        }
        return hasZeros(bytes) ? Optional.of("bytes that are no text") : Optional.empty();
    }

    /** Zero bytes, but not in the even pattern of UTF-16. */
    private static boolean hasZeros(byte[] bytes) {
        int even = 0;
        int odd = 0;
        int end = Math.min(LOOKED_AT, bytes.length);
        for (int i = 0; i < end; i++) {
            if (bytes[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        boolean wide = Math.max(even, odd) * 4 > end && Math.min(even, odd) * 50 <= end;
        return even + odd > 0 && !wide;
    }

    static boolean looksLikeHtml(String text) {
        String head = text.substring(0, Math.min(LOOKED_AT, text.length())).toLowerCase(Locale.ROOT);
        if (TAGS.stream().anyMatch(head::contains)) {
            return true;
        }
        if (!head.stripLeading().startsWith("<")) {
            return false;
        }
        String more = text.substring(0, Math.min(LOOKED_AT_BEHIND_STYLES, text.length()))
                .toLowerCase(Locale.ROOT);
        return OUTER_TAGS.stream().anyMatch(more::contains);
    }
}
