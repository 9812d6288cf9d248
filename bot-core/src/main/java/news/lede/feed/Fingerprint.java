package news.lede.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.text.LinkKey;
import news.lede.text.WebAddress;

/** Hashes what a reader sees of an entry. Pure. */
final class Fingerprint {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]{1,2000}");

    private Fingerprint() {}

    /** 32 hex digits; the same for texts that differ only in markup, white space and tracking parameters of addresses. */
    static String of(String title, String html) {
        String seen = bare(title) + "\n" + bare(PlainText.of(html));
        return HexFormat.of().formatHex(sha256(seen), 0, 16);
    }

    private static String bare(String text) {
        String linked = text.contains("://")
                ? ADDRESS.matcher(text).replaceAll(m -> Matcher.quoteReplacement(address(m.group())))
                : text;
        StringBuilder out = new StringBuilder(linked.length());
        Normalizer.normalize(linked, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static String address(String written) {
        return WebAddress.absolute(written).flatMap(LinkKey::of).orElseGet(() -> host(written));
    }

    private static String host(String written) {
        return WebAddress.absolute(written).map(URI::getHost).orElse(written);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
