package news.lede.article;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import news.lede.source.SourceId;
import news.lede.text.LinkKey;

/** Decides what an article is known by. */
public final class ArticleKeys {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ArticleKeys() {}

    /**
     * The keys of an article: its normalised link, its publisher's identifier within its source, and its content (title and text without
     * case, punctuation and spacing). A link to a home page is no key, since every article of a site would share it.
     */
    public static List<ArticleKey> of(NewArticle article, SourceId source, Optional<String> guid) {
        List<ArticleKey> keys = new ArrayList<>();
        article.url().flatMap(ArticleKeys::link).ifPresent(keys::add);
        guid.filter(g -> !g.isBlank())
                .map(g -> new ArticleKey("guid:" + source + ":" + g.strip()))
                .ifPresent(keys::add);
        keys.add(content(article.title(), article.paragraphs()));
        return keys;
    }

    /** The key of a link, if it can serve as one (see {@link LinkKey}). */
    public static Optional<ArticleKey> link(URI url) {
        return LinkKey.of(url).map(key -> new ArticleKey("link:" + key));
    }

    static ArticleKey content(String title, List<String> paragraphs) {
        String folded = fold(title) + "\n" + fold(String.join(" ", paragraphs));
        return new ArticleKey("text:" + HexFormat.of().formatHex(sha256(folded), 0, 16));
    }

    private static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(plain).replaceAll(" ").strip();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
