package news.lede.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.extract.Extraction.Page;
import news.lede.extract.Extraction.Refusal;
import news.lede.extract.Extraction.Refused;
import news.lede.text.ByteText;
import news.lede.text.Language;
import org.jsoup.Jsoup;

/**
 * Makes articles of a saved page: HTML or the text of "copy page as text", whichever the bytes turn out to be.
 *
 * <p>Never throws for what a document holds; time and memory are linear in its size and bounded: of a page the first 6 million characters are parsed, of
 * any document the first million characters of text or 20 000 blocks are read, and 200 heads of listed articles are considered. A main article that states no date has
 * none; a date without a time of day is noon UTC of that day; a relative age is reckoned from {@link Document#savedAt}. Immutable and thread-safe.
 */
public final class DocumentExtractor {
    private static final double SAME_TITLE = 0.8;
    /** So few words make one look elsewhere for the text. */
    private static final int THIN = 60;

    /** So few words are often the beginning of an article that scripts complete. */
    private static final int SHORT = 200;

    private static final double SAME_TEXT = 0.7;
    private static final double SAME_START = 0.4;
    /** Of a longer page the rest is not read: the tree takes about fifty times its text. */
    private static final int MOST_CHARACTERS = 6_000_000;

    private final RelativeTimes times = new RelativeTimes();
    private final Furniture furniture = new Furniture();
    private final AdRuns adRuns = new AdRuns();
    private final Headers headers = new Headers(times, furniture);
    private final FactsReader factsReader = new FactsReader();
    private final BodyChooser chooser;
    private final BodyFinder bodies = new BodyFinder();
    private final BodyTrimmer trimmer = new BodyTrimmer(furniture, times);
    private final ArticleCleaner cleaner = new ArticleCleaner(furniture);
    private final Gate gate = new Gate();
    private final Walls walls = new Walls();
    private final PageJudge judge = new PageJudge(walls);

    /** With the trees that ship beside this class. */
    public DocumentExtractor() {
        this(new Trees(Resources.lines("body-trees-1.txt")), new Trees(Resources.lines("body-trees-2.txt")));
    }

    DocumentExtractor(Trees first, Trees second) {
        chooser = new BodyChooser(new BlockFeatures(furniture, times), first, second);
    }

    BodyChooser chooser() {
        return chooser;
    }

    /** The articles of {@code document}, or why there are none. */
    public Extraction extract(Document document) {
        byte[] bytes = document.bytes();
        if (bytes.length == 0) {
            return refused(Refusal.EMPTY, "no bytes");
        }
        Optional<String> binary = Sniffer.binaryKind(bytes);
        if (binary.isPresent()) {
            return refused(Refusal.BINARY, binary.get());
        }
        String text = ByteText.decode(bytes, document.charset());
        if (text.isBlank()) {
            return refused(Refusal.EMPTY, "only white space");
        }
        return Sniffer.looksLikeHtml(text) ? html(text, document) : saved(text, document);
    }

    Extraction html(String text, Document document) {
        org.jsoup.nodes.Document page = parse(text, document);
        Landmarks landmarks = new Landmarks(page);
        PageFacts facts = factsReader.read(page, landmarks, document.address());
        Extraction strict = html(page, facts, false, document);
        return judge.judged(
                page,
                landmarks,
                facts,
                strict instanceof Page found && Tokens.words(found.main().paragraphs(), THIN) >= THIN
                        ? strict
                        : fuller(strict, html(page, facts, true, document)));
    }

    private static org.jsoup.nodes.Document parse(String text, Document document) {
        return Jsoup.parse(
                text.substring(0, Math.min(text.length(), MOST_CHARACTERS)),
                document.address().map(Object::toString).orElse(""));
    }

    /** The page as the choice of its body sees it. */
    View view(Document document) {
        org.jsoup.nodes.Document page = parse(ByteText.decode(document.bytes(), document.charset()), document);
        return view(page, factsReader.read(page, document.address()), false);
    }

    private static int words(ExtractedArticle article) {
        return words(article.paragraphs());
    }

    private static int words(List<String> paragraphs) {
        return paragraphs.stream().mapToInt(Tokens::words).sum();
    }

    private static Extraction fuller(Extraction strict, Extraction lax) {
        if (!(strict instanceof Page first)) {
            return lax;
        }
        return lax instanceof Page second && words(second.main()) > 2 * words(first.main()) ? lax : strict;
    }

    /** What a page shows of its main article: all blocks up to the first listed one. */
    record View(List<Block> top, List<Block> visible, List<Header> heads, PageFacts facts) {}

    View view(org.jsoup.nodes.Document page, PageFacts facts, boolean lax) {
        List<Block> blocks = Fragments.relink(withoutStrays(adRuns.cut(HtmlBlocks.of(page, lax))), times);
        List<Block> visible = blocks.stream().filter(b -> !b.hidden()).toList();
        List<Header> heads = headers.find(visible).stream()
                .filter(h -> facts.title()
                        .map(t -> Overlap.ofWords(h.title(), t) < SAME_TITLE)
                        .orElse(true))
                .toList();
        int own = ownTitle(visible, facts);
        List<Header> listed = heads.stream().filter(h -> h.first() > own).toList();
        return new View(
                listed.isEmpty()
                        ? blocks
                        : before(blocks, visible.get(listed.getFirst().first())),
                visible,
                listed,
                facts);
    }

    /** Where the page shows its headline as one; heads of articles above it belong to a menu. */
    private static int ownTitle(List<Block> blocks, PageFacts facts) {
        for (int i = 0; i < blocks.size() && facts.title().isPresent(); i++) {
            Block block = blocks.get(i);
            if (block.kind() == Block.Kind.HEADING
                    && Overlap.ofWords(facts.title().get(), block.text()) >= SAME_TITLE) {
                return i;
            }
        }
        return -1;
    }

    private static List<Block> before(List<Block> blocks, Block end) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) == end) {
                return blocks.subList(0, i);
            }
        }
        return blocks;
    }

    private Extraction html(org.jsoup.nodes.Document page, PageFacts facts, boolean lax, Document document) {
        Language language = facts.language().map(Language::new).orElse(Language.UNKNOWN);
        View view = view(page, facts, lax);
        String title = TitleLine.html(view.top(), facts);
        List<String> shown = withStated(body(view, title, language), facts, title, language);
        List<String> paragraphs =
                Tokens.words(shown, SHORT) < SHORT ? withState(shown, page, facts, title, language) : shown;
        ExtractedArticle main = new ExtractedArticle(
                title,
                view.heads().isEmpty() ? facts.publisher() : Optional.empty(),
                facts.author(),
                facts.url(),
                paragraphs,
                facts.published().map(Published::instant),
                false,
                facts.published().map(Published::day),
                facts.language(),
                facts.maxSnippet(),
                false,
                facts.origins(),
                gate.confidence(paragraphs, title, facts.title().isPresent(), facts.description()),
                // Above a list of articles the picture is that of the list.
                view.heads().isEmpty() ? facts.image() : Optional.empty());
        return answer(
                main,
                listed(view.visible(), view.heads(), document.savedAt(), facts.language(), facts.maxSnippet()),
                facts.closed());
    }

    /**
     * The paragraphs of a page's own article. The trees know publishers' pages; what stands above the list of an aggregator, and a page that gives them next to
     * nothing, is read by rules.
     */
    private List<String> body(View view, String title, Language language) {
        List<String> chosen = view.heads().isEmpty()
                ? cleaner.paragraphs(chooser.choose(view.top(), view.facts()), title, language)
                : List.of();
        if (Tokens.words(chosen, THIN) >= THIN) {
            return chosen;
        }
        List<Block> ruled = trimmer.trim(
                bodies.find(view.top().stream().filter(b -> !b.hidden()).toList(), view.facts()),
                view.facts().title());
        List<String> other = cleaner.clean(ruled, title, language);
        return words(other) > 2 * words(chosen) ? other : chosen;
    }

    /** Labels that are never words of a sentence, which would keep its pieces apart. */
    private List<Block> withoutStrays(List<Block> blocks) {
        return blocks.stream()
                .filter(b -> b.kind() != Block.Kind.TEXT || furniture.mayBeLink(b) || !furniture.isStray(b))
                .toList();
    }

    /** Where the page shows much less than its structured data carries, that is the article. */
    private List<String> withStated(List<String> shown, PageFacts facts, String title, Language language) {
        if (facts.statedBody().isEmpty() || Tokens.words(facts.statedBody().get()) < Math.max(THIN, 2 * words(shown))) {
            return shown;
        }
        String stated = facts.statedBody().get();
        String plain = stated.contains("</")
                ? Jsoup.parseBodyFragment(stated.replace("</p>", "</p>\n")).wholeText()
                : stated;
        return cleaner.clean(adRuns.cut(TextBlocks.of(plain)), title, language);
    }

    /** Where a page shows little, and its scripts carry much more that goes on from the same, that is the article. */
    private List<String> withState(
            List<String> shown, org.jsoup.nodes.Document page, PageFacts facts, String title, Language language) {
        List<String> carried = PageState.paragraphs(page, Math.max(THIN, 2 * words(shown)));
        if (carried.isEmpty()) {
            return shown;
        }
        Set<Integer> all = Overlap.shingles(String.join(" ", carried));
        boolean same = Overlap.contained(Overlap.shingles(String.join(" ", shown)), all) > SAME_START
                || facts.description()
                        .map(d -> Overlap.contained(Overlap.shingles(d), all) > SAME_START)
                        .orElse(false);
        return same ? cleaner.paragraphs(carried.stream().map(Block::line).toList(), title, language) : shown;
    }

    private Extraction saved(String text, Document document) {
        List<Block> blocks = adRuns.cut(TextBlocks.of(text));
        List<Header> heads = headers.find(blocks);
        List<Block> top =
                heads.isEmpty() ? blocks : blocks.subList(0, heads.getFirst().first());
        TitleLine title = TitleLine.saved(top, times);
        List<String> paragraphs = cleaner.clean(top.subList(title.next(), top.size()), title.text(), Language.UNKNOWN);
        ExtractedArticle main = new ExtractedArticle(
                title.text(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                paragraphs,
                title.when().map(w -> instant(w, document.savedAt())),
                title.when().map(w -> times.whole(w).isPresent()).orElse(false),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                Origins.NONE,
                gate.confidence(paragraphs, title.text(), title.stated(), Optional.empty()));
        return answer(main, listed(blocks, heads, document.savedAt(), Optional.empty(), OptionalInt.empty()), false);
    }

    private Instant instant(String when, Instant savedAt) {
        return times.whole(when)
                .map(savedAt::minus)
                .or(() -> FactsReader.instant(when, true))
                .orElse(savedAt);
    }

    private Extraction answer(ExtractedArticle read, List<ExtractedArticle> listed, boolean closed) {
        Optional<Wall> wall = walls.in(read.title(), read.paragraphs());
        ExtractedArticle main = wall.filter(Wall::leavesABeginning).isPresent() ? judge.beginning(read) : read;
        if (main.partial()) {
            wall = Optional.empty();
        }
        if (wall.isEmpty() && !main.title().isBlank() && !gate.isTooShort(main.paragraphs())) {
            return new Page(main, distinct(main, listed));
        }
        if (!listed.isEmpty()) {
            return new Page(listed.getFirst(), distinct(listed.getFirst(), listed.subList(1, listed.size())));
        }
        if (wall.isPresent()) {
            return PageJudge.refused(wall.get());
        }
        return closed
                ? PageJudge.refused(Wall.SUBSCRIPTION)
                : refused(Refusal.NO_ARTICLE, main.title().isBlank() ? "no title" : "no text under the title");
    }

    private List<ExtractedArticle> listed(
            List<Block> blocks,
            List<Header> heads,
            Instant savedAt,
            Optional<String> language,
            OptionalInt maxSnippet) {
        List<ExtractedArticle> articles = new ArrayList<>();
        for (Header head : heads) {
            List<String> paragraphs = cleaner.clean(
                    blocks.subList(head.body(), head.end()),
                    head.title(),
                    language.map(Language::new).orElse(Language.UNKNOWN));
            if (!gate.isTooShort(paragraphs)) {
                articles.add(new ExtractedArticle(
                        head.title(),
                        head.publisher(),
                        Optional.empty(),
                        Optional.empty(),
                        paragraphs,
                        times.whole(head.when()).map(savedAt::minus),
                        true,
                        Optional.empty(),
                        language,
                        maxSnippet,
                        false,
                        Origins.NONE,
                        gate.confidence(paragraphs, head.title(), true, Optional.empty())));
            }
        }
        return articles;
    }

    /** The listed articles without those that tell the same text as the main one or one before. */
    private static List<ExtractedArticle> distinct(ExtractedArticle main, List<ExtractedArticle> listed) {
        if (listed.isEmpty()) {
            return listed;
        }
        List<Set<Integer>> seen = new ArrayList<>(List.of(shingles(main)));
        List<ExtractedArticle> out = new ArrayList<>();
        for (ExtractedArticle article : listed) {
            Set<Integer> own = shingles(article);
            if (seen.stream().noneMatch(s -> Overlap.contained(own, s) > SAME_TEXT)) {
                out.add(article);
                seen.add(own);
            }
        }
        return out;
    }

    private static Set<Integer> shingles(ExtractedArticle article) {
        return Overlap.shingles(article.paragraphs().stream().collect(Collectors.joining(" ")));
    }

    private static Refused refused(Refusal refusal, String detail) {
        return new Refused(refusal, Optional.of(detail));
    }
}
