package news.lede.article;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.lede.source.SourceId;
import news.lede.text.LinkKey;

/** Decides what an article is known by. */
public final class ArticleKeys {
    static final String LINK = "link:";
    static final String SITE = "site:";
    static final String GUID = "guid:";
    static final String FILE = "file:";
    static final String TEXT = "text:";

    private static final int TELLING_WORDS = 12;
    /** Under a country's domain these are shared by everybody there. */
    private static final Set<String> SECOND_LEVEL =
            Set.of("co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "go", "gob", "gouv");

    private ArticleKeys() {}

    /**
     * The keys of an article: its normalised link, its publisher's identifier within its source, and its content (title and text without
     * case, punctuation and spacing), within its site and in itself. A link to a home page is no key, since every article of a site would share it. What each key is
     * worth is decided by {@link Recognition}.
     */
    public static List<ArticleKey> of(NewArticle article, SourceId source, Optional<String> guid) {
        List<ArticleKey> keys = new ArrayList<>();
        article.url().flatMap(ArticleKeys::link).ifPresent(keys::add);
        guid.filter(g -> !g.isBlank())
                .map(g -> new ArticleKey(GUID + source + ":" + g.strip()))
                .ifPresent(keys::add);
        keys.addAll(contents(article));
        return keys;
    }

    /** The content of an article; the last one is without regard to where it was published. */
    private static List<ArticleKey> contents(NewArticle article) {
        String text = TextMatch.fold(String.join(" ", article.paragraphs()));
        String hash = hash(TextMatch.fold(article.title()) + "\n" + text);
        ArticleKey plain = new ArticleKey(TEXT + hash);
        return article.url()
                .flatMap(ArticleKeys::site)
                // A headline alone, or with a line that stands under each day's weather, is no proof that two links
                // lead to one article.
                .filter(site -> text.split(" ").length >= TELLING_WORDS)
                .map(site -> List.of(new ArticleKey(SITE + site + ":" + hash), plain))
                .orElse(List.of(plain));
    }

    /** A file of a folder, as one way to know again what stood in it. */
    public static ArticleKey file(SourceId source, String path) {
        return new ArticleKey(FILE + source + ":" + path);
    }

    /** The key of a link, if it can serve as one (see {@link LinkKey}). */
    public static Optional<ArticleKey> link(URI url) {
        return LinkKey.of(url).map(key -> new ArticleKey(LINK + key));
    }

    /** Whether two addresses are of one site, whichever of its houses they name. */
    public static boolean sameSite(URI one, URI other) {
        return site(one).isPresent() && site(one).equals(site(other));
    }

    /** The site behind an address: {@code www.}, {@code m.} and other houses of one owner are one. */
    static Optional<String> site(URI url) {
        if (url.getHost() == null) {
            return Optional.empty();
        }
        String[] labels = url.getHost().toLowerCase(Locale.ROOT).split("\\.");
        boolean address = labels[labels.length - 1].matches("\\d*|.*]");
        int kept = labels.length > 2 && SECOND_LEVEL.contains(labels[labels.length - 2]) ? 3 : 2;
        return Optional.of(
                address || labels.length <= kept
                        ? String.join(".", labels)
                        : String.join(".", Arrays.copyOfRange(labels, labels.length - kept, labels.length)));
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(sha256(text), 0, 16);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
