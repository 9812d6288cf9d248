package news.lede.extract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.extract.Extraction.Page;
import news.lede.extract.Extraction.Refusal;
import news.lede.extract.Extraction.Refused;
import news.lede.text.ByteText;
import news.lede.text.Language;
import org.jsoup.Jsoup;

/**
 * Makes articles of a saved page: HTML or the text of "copy page as text", whichever the bytes turn out to be.
 *
 * <p>Never throws for what a document holds; time and memory are linear in its size, which the caller bounds. Immutable and thread-safe.
 */
public final class DocumentExtractor {
    private static final int LONGEST_LINE_TITLE = 40;

    private final RelativeTimes times = new RelativeTimes();
    private final Furniture furniture = new Furniture();
    private final Headers headers = new Headers(times, furniture);
    private final ArticleCleaner cleaner = new ArticleCleaner(furniture);

    /** The articles of {@code document}, or why there are none. */
    public Extraction extract(Document document) {
        byte[] bytes = document.bytes();
        if (bytes.length == 0) {
            return refused(Refusal.EMPTY, "no bytes");
        }
        Optional<String> binary = BinarySniffer.kindOf(bytes);
        if (binary.isPresent()) {
            return refused(Refusal.BINARY, binary.get());
        }
        String text = ByteText.decode(bytes, document.charset());
        if (text.isBlank()) {
            return refused(Refusal.EMPTY, "only white space");
        }
        boolean html = looksLikeHtml(text);
        List<Block> blocks = html
                ? HtmlBlocks.of(Jsoup.parse(
                        text, document.address().map(Object::toString).orElse("")))
                : TextBlocks.of(text);
        return read(blocks, document);
    }

    private Extraction read(List<Block> blocks, Document document) {
        List<Header> heads = headers.find(blocks);
        int mainEnd = heads.isEmpty() ? blocks.size() : heads.getFirst().first();
        Language language = Language.UNKNOWN;
        List<ExtractedArticle> articles = new ArrayList<>();
        List<Block> top = blocks.subList(0, mainEnd);
        int title = titleAt(top);
        if (title >= 0) {
            String words = top.get(title).text();
            List<String> paragraphs = cleaner.clean(top.subList(title + 1, top.size()), words, language);
            if (!paragraphs.isEmpty()) {
                articles.add(article(words, Optional.empty(), paragraphs, Optional.empty(), false));
            }
        }
        for (int i = 0; i < heads.size(); i++) {
            Header head = heads.get(i);
            int end = i + 1 < heads.size() ? heads.get(i + 1).first() : blocks.size();
            List<String> paragraphs = cleaner.clean(blocks.subList(head.body(), end), head.title(), language);
            Optional<Instant> published =
                    times.whole(head.when()).map(age -> document.savedAt().minus(age));
            articles.add(article(head.title(), head.publisher(), paragraphs, published, true));
        }
        if (articles.isEmpty()) {
            return refused(Refusal.NO_ARTICLE, "no text under a title");
        }
        return new Page(articles.getFirst(), articles.subList(1, articles.size()));
    }

    private static int titleAt(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).words() > 2 && blocks.get(i).words() <= LONGEST_LINE_TITLE) {
                return i;
            }
        }
        return blocks.isEmpty() ? -1 : 0;
    }

    private static ExtractedArticle article(
            String title,
            Optional<String> publisher,
            List<String> paragraphs,
            Optional<Instant> published,
            boolean approximate) {
        return new ExtractedArticle(
                title,
                publisher,
                Optional.empty(),
                Optional.empty(),
                paragraphs,
                published,
                approximate,
                Optional.empty(),
                OptionalInt.empty(),
                0.8);
    }

    private static boolean looksLikeHtml(String text) {
        String head = text.substring(0, Math.min(4096, text.length())).toLowerCase(Locale.ROOT);
        return head.contains("<html")
                || head.contains("<!doctype html")
                || head.contains("<body")
                || head.contains("<head>")
                || head.contains("</p>")
                || head.contains("</div>");
    }

    private static Refused refused(Refusal refusal, String detail) {
        return new Refused(refusal, Optional.of(detail));
    }

    /** Tells documents that are not text at all by their first bytes. */
    static final class BinarySniffer {
        private static final int LOOKED_AT = 8192;

        private BinarySniffer() {}

        /** What the bytes seem to be when they are no text. */
        static Optional<String> kindOf(byte[] bytes) {
            String head = new String(bytes, 0, Math.min(16, bytes.length), StandardCharsets.ISO_8859_1);
            if (head.startsWith("%PDF")) {
                return Optional.of("a PDF document");
            }
            if (head.startsWith("PK\u0003\u0004")) {
                return Optional.of("a zip archive or office document");
            }
            if (head.startsWith("\u001F\u008B")) {
                return Optional.of("a gzip archive");
            }
            if (head.startsWith("\u0089PNG") || head.startsWith("\u00FF\u00D8\u00FF") || head.startsWith("GIF8")) {
                return Optional.of("an image");
            }
            return zeros(bytes) ? Optional.of("bytes that are no text") : Optional.empty();
        }

        /** Zero bytes, but not in the even pattern of UTF-16. */
        private static boolean zeros(byte[] bytes) {
            int even = 0;
            int odd = 0;
            int end = Math.min(LOOKED_AT, bytes.length);
            for (int i = 0; i < end; i++) {
                if (bytes[i] == 0) {
                    even += 1 - i % 2;
                    odd += i % 2;
                }
            }
            return even + odd > 0 && !(Math.max(even, odd) > end / 4 && Math.min(even, odd) < end / 50 + 1);
        }
    }
}
