package news.lede.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import news.lede.text.Language;

/**
 * A clean article before it has an identity. Title and {@code paragraphs} are made single lines, trimmed, with single spaces inside;
 * blank paragraphs are left out.
 * {@code approximate} says that {@code published} was reckoned ("38 minutes ago") rather than stated.
 * {@code maxSnippet} is the publisher's own limit in characters on what may be shown of it, 0 for none at all, absent when it
 * states none. {@code image} is the picture it is shown with; one that {@link Pictures} would not show is left out.
 */
public record NewArticle(
        String title,
        Optional<String> publisher,
        Optional<URI> url,
        List<String> paragraphs,
        Instant published,
        boolean approximate,
        Language language,
        OptionalInt maxSnippet,
        Optional<URI> image) {
    private static final Pattern UNKEPT = Pattern.compile("[\\x00\\p{Cs}]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");

    /** One without a picture. */
    public NewArticle(
            String title,
            Optional<String> publisher,
            Optional<URI> url,
            List<String> paragraphs,
            Instant published,
            boolean approximate,
            Language language,
            OptionalInt maxSnippet) {
        this(title, publisher, url, paragraphs, published, approximate, language, maxSnippet, Optional.empty());
    }

    public NewArticle {
        image = image.filter(Pictures::isShown);
        title = tidy(title);
        paragraphs = paragraphs.stream()
                .map(NewArticle::tidy)
                .filter(p -> !p.isEmpty())
                .toList();
        if (title.isBlank()) {
            throw new IllegalArgumentException("an article has a title");
        }
    }

    /**
     * One line with single spaces, without what no text store keeps: NUL and halves of surrogate pairs. Stores part paragraphs by line feeds, so
     * one within a paragraph would make it two.
     */
    private static String tidy(String text) {
        return isUntidy(text)
                ? SPACES.matcher(UNKEPT.matcher(text).replaceAll(""))
                        .replaceAll(" ")
                        .strip()
                : text;
    }

    /** Most paragraphs are tidy, and seeing that by an expression took longer than storing them. */
    private static boolean isUntidy(String text) {
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (i == 0 || i == last || text.charAt(i - 1) == ' ') {
                    return true;
                }
            } else if (c < ' ') {
                if (c == 0 || c >= '\t' && c <= '\r') {
                    return true;
                }
            } else if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
                return true;
            } else if (Character.isSurrogate(c)) {
                if (i == last || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
