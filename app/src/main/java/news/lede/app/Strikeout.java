package news.lede.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Strikes out of a text what must never be read: the values of secret settings, as they are and as they stand in an address. */
record Strikeout(List<String> secrets) {
    static final Strikeout NOTHING = new Strikeout(List.of());
    /** Less is no secret, and would be found within words. */
    private static final int LEAST = 6;

    private static final String STRUCK = "(secret)";

    Strikeout {
        secrets = List.copyOf(secrets);
    }

    /** The longest first, so that of one within another nothing is left. */
    static Strikeout of(Collection<String> secrets) {
        return new Strikeout(secrets.stream()
                .filter(secret -> secret.length() >= LEAST)
                .flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    String in(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, STRUCK);
        }
        return clean;
    }
}
