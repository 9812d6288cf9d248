package news.lede.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.extract.Extraction.Page;
import news.lede.extract.Extraction.Refusal;
import news.lede.extract.Extraction.Refused;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Judges what was read of a page against the page: whether it is only what stands before a wall, and what of it may be quoted. Real articles are let pass in doubt.
 * Immutable.
 */
final class PageJudge {
    /** Fewer words are no beginning of an article but a line of its offer. */
    private static final int BEGINNING = 25;
    /** A beginning is rarely longer. */
    private static final int TEASER = 300;
    /** Without a word of the page itself, only so short a text is taken for a beginning. */
    private static final int SHORT_TEASER = 150;

    private static final int RECOGNISED = 40;
    private static final String PAYWALLS =
            "[class*=paywall], [id*=paywall], [class*=regwall], [class*=subscriber-only], [class*=premium-wall], [class*=metered]";

    private final Walls walls;

    PageJudge(Walls walls) {
        this.walls = walls;
    }

    static Refused refused(Wall wall) {
        return new Refused(
                wall.hidesAnArticle() ? Refusal.PAYWALL_OR_CONSENT : Refusal.NO_ARTICLE, Optional.of(wall.told()));
    }

    /** The beginning that stands before an offer, marked as such; the article as it is where nothing of it is left. */
    ExtractedArticle beginning(ExtractedArticle read) {
        List<String> told = walls.withoutOffers(read.paragraphs());
        boolean enough =
                Walls.words(told) >= BEGINNING && walls.in(read.title(), told).isEmpty();
        return enough ? read.beginning(told) : read;
    }

    /** What came of a page, seen beside the page itself. */
    Extraction judged(Document page, Landmarks landmarks, PageFacts facts, Extraction read) {
        return switch (read) {
            case Refused refused ->
                refused.refusal() == Refusal.NO_ARTICLE
                        ? walls.in(page, List.of())
                                .<Extraction>map(PageJudge::refused)
                                .orElse(refused)
                        : refused;
            case Page(ExtractedArticle main, List<ExtractedArticle> listed) -> {
                Optional<Wall> wall = listed.isEmpty() ? walls.in(page, main.paragraphs()) : Optional.empty();
                yield wall.isPresent() ? refused(wall.get()) : new Page(whole(page, landmarks, facts, main), listed);
            }
        };
    }

    private ExtractedArticle whole(Document page, Landmarks landmarks, PageFacts facts, ExtractedArticle main) {
        boolean cut = main.partial() || isCut(page, landmarks, facts, main.paragraphs());
        ExtractedArticle article = cut ? main.beginning(walls.withoutOffers(main.paragraphs())) : main;
        return quotable(landmarks.unquotable, article.paragraphs().isEmpty() ? main : article);
    }

    private boolean isCut(Document page, Landmarks landmarks, PageFacts facts, List<String> paragraphs) {
        if (facts.closed()) {
            int words = Walls.words(paragraphs);
            Optional<JsonNode> article = new JsonLd(landmarks).article(facts.title());
            int all = article.map(a -> a.path("wordCount").asInt(0)).orElse(0);
            if (all > 0) {
                return all > 2 * words;
            }
            boolean told = words < SHORT_TEASER
                    || paragraphs.getLast().endsWith("...")
                    || paragraphs.getLast().endsWith("…")
                    || walls.offers(page.body().text());
            return words < TEASER && told && !isShown(page, article, words);
        }
        return Tokens.words(paragraphs, SHORT_TEASER) < SHORT_TEASER
                && page.selectFirst(PAYWALLS) != null
                && walls.offers(page.body().text());
    }

    /** Whether the part that is for subscribers stands in the page all the same: {@code hasPart} names its elements. */
    private static boolean isShown(Document page, Optional<JsonNode> article, int words) {
        List<JsonNode> parts = new ArrayList<>();
        article.map(a -> a.path("hasPart")).ifPresent(p -> {
            if (p.isArray()) {
                p.forEach(parts::add);
            } else {
                parts.add(p);
            }
        });
        int closed = 0;
        for (JsonNode part : parts) {
            boolean forSubscribers = part.path("isAccessibleForFree")
                    .asText("")
                    .toLowerCase(Locale.ROOT)
                    .contains("false");
            if (forSubscribers) {
                closed += words(page, part.path("cssSelector").asText(""));
            }
        }
        return closed > BEGINNING && words * 2 > closed;
    }

    private static int words(Document page, String selector) {
        try {
            return selector.isBlank()
                    ? 0
                    : page.select(selector).stream()
                            .mapToInt(e -> Tokens.words(e.text()))
                            .max()
                            .orElse(0);
        } catch (Selector.SelectorParseException e) {
            // A page's own mistake; it tells nothing then.
            return 0;
        }
    }

    /**
     * What stands in elements that must not be quoted ({@code data-nosnippet}) is left out; where that is most of the text, the whole article is kept but not quoted.
     */
    private static ExtractedArticle quotable(List<Element> held, ExtractedArticle article) {
        if (held.isEmpty()) {
            return article;
        }
        StringBuilder texts = new StringBuilder();
        held.forEach(e -> texts.append(Spaces.single(e.text())).append('\n'));
        String all = texts.toString();
        List<String> free = article.paragraphs().stream()
                .filter(p -> !all.contains(p.substring(0, Math.min(p.length(), RECOGNISED))))
                .toList();
        if (free.size() == article.paragraphs().size()) {
            return article;
        }
        return Walls.words(free) * 2 < Walls.words(article.paragraphs())
                ? article.quotable(article.paragraphs(), OptionalInt.of(0))
                : article.quotable(free, article.maxSnippet());
    }
}
