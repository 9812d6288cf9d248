package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import news.lede.text.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a page's elements to the blocks of its article. */
class PagesTest {
    private static final String PROSE =
            "The lock at the old bridge was closed on Monday because of the storm, the town said in the evening.";
    private static final String MORE =
            "Thirty barges wait above the weir, and their skippers sleep on board until the gates open once again.";

    private static List<Block> blocks(String html) {
        return HtmlBlocks.of(Jsoup.parse(html).body(), false);
    }

    private static List<String> texts(List<Block> blocks) {
        return blocks.stream().map(Block::text).toList();
    }

    @Nested
    class Reading {
        @Test
        void elementsThatBreakLinesPartBlocks() {
            List<Block> blocks = blocks("<h2>Head</h2><p>One <b>two</b></p><ul><li>Three</li></ul>four<br>five");
            assertThat(texts(blocks)).containsExactly("Head", "One two", "Three", "four", "five");
            assertThat(blocks)
                    .extracting(Block::kind)
                    .containsExactly(
                            Block.Kind.HEADING, Block.Kind.TEXT, Block.Kind.ITEM, Block.Kind.TEXT, Block.Kind.TEXT);
            assertThat(blocks.get(1).parts()).containsExactly("One", "two");
            assertThat(Objects.requireNonNull(blocks.get(1).home()).normalName())
                    .isEqualTo("p");
            assertThat(Objects.requireNonNull(blocks.get(3).home()).normalName())
                    .isEqualTo("body");
        }

        @Test
        void onlyHeadingsAreHeadings() {
            assertThat(blocks("<h1>A</h1><h6>B</h6><hr>C"))
                    .extracting(Block::kind)
                    .containsExactly(Block.Kind.HEADING, Block.Kind.HEADING, Block.Kind.TEXT);
        }

        @Test
        void linksAreCounted() {
            assertThat(blocks("<p>See <a href=x> here </a> now</p>").getFirst().linkChars())
                    .isEqualTo(4);
            assertThat(blocks("<p><a>one</a> two</p><p>three</p>"))
                    .extracting(Block::linkChars)
                    .containsExactly(3, 0);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<script>x</script>",
                    "<nav>x</nav>",
                    "<footer>x</footer>",
                    "<button>x</button>",
                    "<span hidden>x</span>",
                    "<b aria-hidden=true>x</b>",
                    "<i style='display: none'>x</i>",
                    "<p> </p>"
                })
        void someSaysNothing(String html) {
            assertThat(blocks(html)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<div hidden>x</div>",
                    "<div aria-hidden=true><p>x</p></div>",
                    "<section style='display: none'><span>x</span></section>"
                })
        void whatIsHiddenIsMarkedSo(String html) {
            assertThat(blocks(html + "<p>y</p>")).extracting(Block::hidden).containsExactly(true, false);
        }

        @Test
        void laxlyWhatIsHiddenIsReadToo() {
            assertThat(texts(HtmlBlocks.of(
                            Jsoup.parse("<nav>a</nav><p hidden>b</p><script>c</script>")
                                    .body(),
                            true)))
                    .containsExactly("a", "b");
            assertThat(texts(blocks("<p>a<a aria-hidden=true>b</a></p>"))).containsExactly("ab");
        }

        @Test
        void labelsSideBySideAreWordsApart() {
            assertThat(texts(blocks("<div><span>Paper</span><time>2 hours ago</time></div>")))
                    .containsExactly("Paper 2 hours ago");
            assertThat(texts(blocks("<div><span>T</span><span>he lock</span></div>")))
                    .containsExactly("The lock");
            assertThat(texts(blocks("<div><span>(</span><span>he</span></div>")))
                    .containsExactly("(he");
            assertThat(texts(blocks("<div><span>日本</span><span>語</span></div>")))
                    .containsExactly("日本語");
            assertThat(texts(blocks("<div><b>Pa</b><span>per</span></div>"))).containsExactly("Paper");
        }

        @Test
        void theNumberOfBlocksIsBounded() {
            assertThat(blocks("<p>a</p>".repeat(TextBlocks.MOST_BLOCKS + 5)).size())
                    .isBetween(TextBlocks.MOST_BLOCKS, TextBlocks.MOST_BLOCKS + 1);
        }
    }

    @Nested
    class FindingTheBody {
        private final BodyFinder finder = new BodyFinder();

        private List<String> find(String html, Optional<String> description) {
            PageFacts facts = new PageFacts(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Origins.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    description,
                    false);
            return texts(finder.find(blocks(html), facts));
        }

        private static String p(String... texts) {
            return "<p>" + String.join("</p><p>", texts) + "</p>";
        }

        @Test
        void theNamedElementWins() {
            assertThat(find(
                            "<div><p>Menu</p><p>Other</p></div><div class=article-body>" + p(PROSE, MORE, "Short line")
                                    + "</div><div><p>Links of all kinds</p><p>More links of the day</p></div>",
                            Optional.empty()))
                    .containsExactly(PROSE, MORE, "Short line");
        }

        @Test
        void theElementWithMostProseWinsElse() {
            assertThat(find(
                            "<div><p>Menu</p><p>Other things of the page that are no prose</p></div><div>"
                                    + p(PROSE, MORE, PROSE) + "</div>",
                            Optional.empty()))
                    .containsExactly(PROSE, MORE, PROSE);
        }

        @Test
        void furnitureInsideIsLeftOut() {
            assertThat(find(
                            "<article>" + p(PROSE, MORE, PROSE, MORE) + "<aside>" + p(PROSE) + "</aside></article>",
                            Optional.empty()))
                    .containsExactly(PROSE, MORE, PROSE, MORE);
        }

        @Test
        void thePageOfMostlyFurnitureIsNoFurniture() {
            assertThat(find("<aside>" + p(PROSE, MORE) + "</aside>", Optional.empty()))
                    .containsExactly(PROSE, MORE);
        }

        @Test
        void theDescriptionDecidesBetweenEquals() {
            String html = "<section>" + p(PROSE, PROSE) + "</section><section>" + p(MORE, MORE) + "</section>";
            assertThat(find("<div>" + html + "</div>", Optional.of(MORE))).contains(MORE);
        }

        @Test
        void aPageWithoutProseHasNoBody() {
            assertThat(find("<p>Menu</p><p>Other</p>", Optional.empty())).isEmpty();
        }

        @Test
        void proseIsLongOrEndsASentence() {
            assertThat(BodyFinder.isProse(Block.line(PROSE))).isTrue();
            assertThat(BodyFinder.isProse(Block.line("One two three four five six seven eight.")))
                    .isTrue();
            assertThat(BodyFinder.isProse(Block.line("One two three four five six seven.")))
                    .isFalse();
            assertThat(BodyFinder.isProse(Block.line("One two three four five six seven eight")))
                    .isFalse();
            assertThat(BodyFinder.isProse(Block.line("a ".repeat(25).strip()))).isTrue();
            assertThat(BodyFinder.isProse(Block.line("a ".repeat(24).strip()))).isFalse();
            assertThat(BodyFinder.isProse(blocks("<h2>" + PROSE + "</h2>").getFirst()))
                    .isFalse();
            assertThat(BodyFinder.isProse(blocks("<p><a>" + PROSE + "</a></p>").getFirst()))
                    .isFalse();
            assertThat(BodyFinder.linkShare(blocks("<p><a>ab</a> c</p>").getFirst()))
                    .isEqualTo(0.5);
        }
    }

    @Nested
    class Trimming {
        private final BodyTrimmer trimmer = new BodyTrimmer(new Furniture(), new RelativeTimes());

        private List<String> trim(String html) {
            return texts(trimmer.trim(blocks(html), Optional.of("Lock closed because of the storm")));
        }

        @Test
        void theHeadlineAgainAndTheDateGoFromTheTop() {
            assertThat(trim("<p>Lock closed because of the storm</p><p>2 hours ago</p><p>4 March 2026</p><p>" + PROSE
                            + "</p><h3>Lock closed because of the storm</h3><p>" + MORE + "</p>"))
                    .containsExactly(PROSE, "Lock closed because of the storm", MORE);
        }

        @Test
        void labelsAndLinkListsGo() {
            assertThat(trim("<p>" + PROSE + "</p><div>Live Events</div><div>Nordwind heute</div><p><a>"
                            + MORE.replace(".", "")
                            + "</a></p><ul><li><a>Other boats leave</a> now</li><li>Own item</li></ul><p>" + MORE
                            + "</p>"))
                    .containsExactly(PROSE, "Own item", MORE);
        }

        @Test
        void aLabelOfSixWordsIsOneAndOfSevenIsNot() {
            assertThat(trim("<p>" + PROSE + "</p><p>One two three four five six</p><p>" + MORE + "</p>"))
                    .hasSize(2);
            assertThat(trim("<p>" + PROSE + "</p><p>One two three four five six seven</p><p>" + MORE + "</p>"))
                    .hasSize(3);
            assertThat(trim("<p>" + PROSE + "</p><p>They ask for:</p><p>" + MORE + "</p>"))
                    .hasSize(3);
            assertThat(trim("<p>" + PROSE + "</p><p>Dear reader,</p><p>" + MORE + "</p>"))
                    .hasSize(3);
            assertThat(trim("<p>" + PROSE + "</p><p>Ada Quill</p><p>said so and went home then.</p>"))
                    .hasSize(3);
        }

        @Test
        void aSentenceThatIsALinkStays() {
            assertThat(trim("<p>" + PROSE + "</p><p><a>" + MORE + "</a></p>")).containsExactly(PROSE, MORE);
        }

        @Test
        void headingsOfNothingGo() {
            assertThat(trim("<p>" + PROSE + "</p><h3>What comes next</h3><h4>In detail</h4><p>" + MORE
                            + "</p><h3>Try our tools</h3>"))
                    .containsExactly(PROSE, "What comes next", "In detail", MORE);
        }

        @Test
        void theTextEndsAtALateSectionBreakOnly() {
            String p = "<p>" + PROSE + "</p>";
            assertThat(trim(p + p + p + p + "<p>Related Articles</p>" + p)).hasSize(4);
            assertThat(trim(p + "<p>Related Articles</p>" + p + p + p)).hasSize(4);
        }

        @Test
        void pointersToOtherArticlesGo() {
            assertThat(trim("<p>" + PROSE + "</p><p>Read more: The boats of the town leave today.</p>"))
                    .containsExactly(PROSE);
        }
    }

    @Nested
    class Cleaning {
        private final ArticleCleaner cleaner = new ArticleCleaner(new Furniture());

        private List<String> clean(String html) {
            return cleaner.clean(blocks(html), "Lock closed", new Language("en"));
        }

        @Test
        void aShortLineThatNoListKnowsGoes() {
            assertThat(clean("<p>" + PROSE + "</p><div>Nordwind heute</div><p>" + MORE + "</p>"))
                    .containsExactly(PROSE, MORE);
        }

        @Test
        void theBoxBehindTheLastSentenceGoes() {
            assertThat(clean("<p>" + PROSE + "</p><p>" + MORE
                            + "</p><h3>Probier die Werkzeuge</h3><p>Was sie alles für dich können:</p>"))
                    .containsExactly(PROSE, MORE);
        }

        @Test
        void aLongerLineOrAnItemStaysAtTheEnd() {
            String thirteen = "One two three four five six seven eight nine ten eleven twelve thirteen";
            assertThat(clean("<p>" + PROSE + "</p><p>" + MORE + "</p><p>" + thirteen + "</p>"))
                    .hasSize(3);
            assertThat(clean("<p>" + PROSE + "</p><p>" + MORE + "</p><ul><li>Own item</li></ul>"))
                    .hasSize(3);
        }

        @Test
        void theTitleIsNotItsOwnFirstParagraph() {
            assertThat(clean("<h2>Lock closed</h2><p>" + PROSE + "</p><h2>Lock closed</h2><p>" + MORE + "</p>"))
                    .containsExactly(PROSE, "Lock closed", MORE);
        }
    }

    @Nested
    class Labels {
        private final Furniture furniture = new Furniture();

        private List<String> trim(String... lines) {
            return texts(furniture.trim(List.of(lines).stream().map(Block::line).toList()));
        }

        @Test
        void aSectionBreakEndsTheTextOnceItHasBegun() {
            assertThat(trim("Related Articles", PROSE, "Live Events", MORE, "Comments", MORE))
                    .containsExactly(PROSE, MORE);
            assertThat(trim(PROSE, "© 2026 River Post", MORE)).containsExactly(PROSE);
        }

        @Test
        void pointersGo() {
            assertThat(furniture.isPointer(Block.line("Read more: The boats leave")))
                    .isTrue();
            assertThat(furniture.isPointer(Block.line("He said: The boats leave")))
                    .isFalse();
            assertThat(furniture.isPointer(Block.line(": The boats leave"))).isFalse();
            assertThat(furniture.isPointer(Block.line("Read more: " + "boat ".repeat(39))))
                    .isFalse();
            assertThat(furniture.isPointer(Block.line("Read more: " + "boat ".repeat(38))))
                    .isTrue();
            assertThat(trim(PROSE, "Read more: The boats leave", MORE)).containsExactly(PROSE, MORE);
        }

        @Test
        void copyrightLinesEndTheText() {
            assertThat(furniture.endsArticle(Block.line("Copyright River Post")))
                    .isTrue();
            assertThat(furniture.endsArticle(Block.line("(c) 2026 River Post"))).isTrue();
            assertThat(furniture.endsArticle(Block.line("(C) 2026 River Post"))).isTrue();
            assertThat(furniture.endsArticle(Block.line("The Copyright of it"))).isFalse();
            assertThat(furniture.endsArticle(Block.line("© " + "a".repeat(298))))
                    .isFalse();
        }

        @Test
        void aWordThatMayBeALinkStaysWithinASentence() {
            assertThat(furniture.mayBeLink(Block.line("Live"))).isTrue();
            assertThat(furniture.mayBeLink(Block.line("Live Events"))).isFalse();
            assertThat(trim("The match is shown", "Live", "on the big screen of the town hall."))
                    .hasSize(3);
            assertThat(trim("The match is over.", "Live", "The town hall is open again today."))
                    .hasSize(2);
        }
    }

    @Nested
    class SuspectNames {
        private final Boilerplate boilerplate = new Boilerplate();

        private boolean suspects(String html) {
            Element element = Jsoup.parseBodyFragment(html).body().child(0);
            return boilerplate.suspects(element);
        }

        @Test
        void tagsRolesAndNamesSpeakAgainstAnElement() {
            assertThat(suspects("<aside></aside>")).isTrue();
            assertThat(suspects("<div role=navigation></div>")).isTrue();
            assertThat(suspects("<div role=complementary></div>")).isTrue();
            assertThat(suspects("<div role=contentinfo></div>")).isTrue();
            assertThat(suspects("<div role=dialog></div>")).isTrue();
            assertThat(suspects("<div role=main></div>")).isFalse();
            assertThat(suspects("<div class='x related-posts'></div>")).isTrue();
            assertThat(suspects("<div id=relatedPosts></div>")).isTrue();
            assertThat(suspects("<div class=has-related></div>")).isFalse();
            assertThat(suspects("<article class=related></article>")).isFalse();
            assertThat(suspects("<div class=text></div>")).isFalse();
            assertThat(suspects("<div></div>")).isFalse();
        }
    }

    @Nested
    class Evaluating {
        @Test
        void aFolderOfPagesBecomesPredictions(@TempDir Path folder) throws IOException {
            Files.writeString(
                    folder.resolve("pages.json"),
                    "{\"one\":{\"url\":\"https://r.example/2026/03/04/lock\"},\"two\":{\"url\":\"not an address\"}}");
            Files.createDirectories(folder.resolve("pages"));
            write(
                    folder.resolve("pages/one.html.gz"),
                    "<html><head><meta name=author content='Ada Quill'></head><body><h1>Lock closed again</h1><p>"
                            + PROSE + "</p><p>" + MORE + "</p></body></html>");
            write(folder.resolve("pages/two.html.gz"), "");
            Evaluation.Count count = new Evaluation(() -> Instant.EPOCH).run(folder, folder.resolve("out"));
            assertThat(count).isEqualTo(new Evaluation.Count(2, 1));
            assertThat(Files.readString(folder.resolve("out/predictions.json")))
                    .isEqualTo(
                            "{\"one\":{\"articleBody\":\"" + PROSE + "\\n\\n" + MORE
                                    + "\",\"headline\":\"Lock closed again\",\"datePublished\":\"2026-03-04\",\"author\":\"Ada Quill\"}}");
        }

        private static void write(Path file, String text) throws IOException {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
