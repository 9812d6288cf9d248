package news.lede.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;

/** Recognises web addresses in what people type or paste. */
final class Links {
    private Links() {}

    /** The first address among the words of {@code text}, as a well-formed absolute http link. */
    static Optional<String> firstIn(String text) {
        return Arrays.stream(text.split("[\\s\\p{Z}]+"))
                .flatMap(word -> parse(word).stream())
                .map(URI::toString)
                .findFirst();
    }

    /** The link meant by one word; angle brackets and punctuation around it do not count, and {@code www.} needs no scheme. */
    static Optional<URI> parse(String word) {
        String bare =
                word.strip().replaceAll("^[<(\\[\"'\u201C\u201E]+", "").replaceAll("[>)\\]\"'\u201C\u201D,;!?.]+$", "");
        String full = bare.regionMatches(true, 0, "www.", 0, 4) ? "https://" + bare : bare;
        if (!full.regionMatches(true, 0, "http://", 0, 7) && !full.regionMatches(true, 0, "https://", 0, 8)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(full);
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException e) {
            // Not an address after all: it is looked at as words.
            return Optional.empty();
        }
    }
}
