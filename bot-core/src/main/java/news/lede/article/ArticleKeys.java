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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.source.SourceId;

/** Decides what an article is known by. */
public final class ArticleKeys {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Query parameters that say how a reader came, not what is read. */
    private static final Pattern TRACKING = Pattern.compile(
            "(?i)(utm_\\w+|fbclid|gclid|dclid|mc_[ce]id|igshid|cmpid|ns_\\w+|ito|ocid|at_\\w+|guccounter)");

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

    /** The key of a link, if it can serve as one: scheme, tracking parameters, fragment and trailing slash do not count. */
    public static Optional<ArticleKey> link(URI url) {
        String host = url.getHost();
        if (host == null) {
            return Optional.empty();
        }
        String path = Optional.ofNullable(url.getRawPath()).orElse("").replaceAll("/+$", "");
        String query = Stream.of(
                        Optional.ofNullable(url.getRawQuery()).orElse("").split("&"))
                .filter(p ->
                        !p.isEmpty() && !TRACKING.matcher(p.split("=", 2)[0]).matches())
                .sorted()
                .collect(Collectors.joining("&"));
        if (path.isEmpty() && query.isEmpty()) {
            return Optional.empty();
        }
        String site = host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        String port = url.getPort() < 0 || url.getPort() == 80 || url.getPort() == 443 ? "" : ":" + url.getPort();
        return Optional.of(new ArticleKey("link:" + site + port + path + (query.isEmpty() ? "" : "?" + query)));
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
