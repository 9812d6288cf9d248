package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is cut out of a run of blocks, and what is joined again. */
class RunsTest {
    private static List<Block> lines(String... texts) {
        return Stream.of(texts).map(Block::line).toList();
    }

    private static List<String> texts(List<Block> blocks) {
        return blocks.stream().map(Block::text).toList();
    }

    @Nested
    class Advertising {
        private final AdRuns runs = new AdRuns();

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "The boats left. by Taboola by Taboola Sponsored Links Sponsored Links Lose weight FitWorld Read More The lock is shut.|The boats left. The lock is shut.",
                    "The boats left. by Taboola by Taboola Sponsored Links Sponsored Links Lose weight Read More Undo The lock is shut.|The boats left. The lock is shut.",
                    "The boats left. (by Taboola by Taboola Lose weight Read More) The lock is shut.|The boats left. The lock is shut.",
                    "by Taboola by Taboola Lose weight Read More The lock is shut.|The lock is shut.",
                    "The lock is shut. by Taboola by Taboola Lose weight Read More|The lock is shut.",
                    "The boats left, by Taboola by Taboola Lose weight Read More the town said.|The boats left, the town said.",
                    "Taboola, the company, sponsors the race. Read more on Monday.|Taboola, the company, sponsors the race. Read more on Monday.",
                    "The race was sponsored by Taboola and won by Ada. She said: Read More books.|The race was sponsored by Taboola and won by Ada. She said: Read More books.",
                    "We sailed and sailed. They waited long long hours.|We sailed and sailed. They waited long long hours.",
                    "Sponsored Links Sponsored Links Lose weight now. The lock is shut.|The lock is shut.",
                    "No label here at all.|No label here at all."
                })
        void boxesGoAndSentencesStay(String text, String expected) {
            assertThat(runs.cut(text)).isEqualTo(expected.strip());
        }

        @Test
        void aBoxMayBeASeriesOfBlocks() {
            assertThat(texts(runs.cut(lines(
                            "The boats left.",
                            "by Taboola",
                            "by Taboola",
                            "Sponsored Links",
                            "Sponsored Links",
                            "Lose weight",
                            "Read More",
                            "The lock is shut."))))
                    .containsExactly("The boats left.", "The lock is shut.");
        }

        @Test
        void severalBoxesGoAndTheBlocksBetweenStayAsTheyWere() {
            List<Block> blocks = lines(
                    "The boats left. by Taboola by Taboola Lose weight Read More They came back.",
                    "Nothing here.",
                    "The lock by Taboola by Taboola Lose weight Read More is shut. by Taboola by Taboola Sleep well Read More");
            List<Block> kept = runs.cut(blocks);
            assertThat(texts(kept))
                    .containsExactly("The boats left. They came back.", "Nothing here.", "The lock is shut.");
            assertThat(kept.get(1)).isSameAs(blocks.get(1));
            List<Block> clean = lines("Nothing here.");
            assertThat(runs.cut(clean)).isSameAs(clean);
        }

        private static String different(int words) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < words; i++) {
                out.append("sail")
                        .append((char) ('a' + i / 26))
                        .append((char) ('a' + i % 26))
                        .append(' ');
            }
            return out.toString();
        }

        @Test
        void aBoxEndsWithinSixtyWords() {
            String far = "The boats left. by Taboola by Taboola " + different(119) + "Read More The lock is shut.";
            assertThat(runs.cut(far)).endsWith("Read More The lock is shut.");
            String near = "The boats left. by Taboola by Taboola " + different(50) + "Read More The lock is shut.";
            assertThat(runs.cut(near)).isEqualTo("The boats left. The lock is shut.");
        }

        @Test
        void manyBoxesInOneLineTakeNoLongerThanTheirLength() {
            String text = "The boats left. by Taboola by Taboola Lose weight Read More ".repeat(4000);
            assertThat(runs.cut(text)).isEqualTo("The boats left. ".repeat(4000).strip());
        }
    }

    @Nested
    class BrokenSentences {
        @Test
        void piecesJoin() {
            assertThat(texts(Fragments.rejoin(lines(
                            "The talks were opened on Monday by the two ministers Ilse",
                            "Brandt",
                            "and",
                            "Tomas Reyl",
                            ".",
                            "Both hope."))))
                    .containsExactly(
                            "The talks were opened on Monday by the two ministers Ilse Brandt and Tomas Reyl.",
                            "Both hope.");
        }

        @Test
        void headingsStandAlone() {
            Block heading = new Block("what came next", Block.Kind.HEADING, List.of(), 0, null);
            List<Block> blocks = List.of(Block.line("Open sentence of the town"), heading, Block.line("and more"));
            assertThat(Fragments.rejoin(blocks)).isEqualTo(blocks);
        }

        @Test
        void aShortOpenLineIsNoSentenceUnlessTheNextGoesOn() {
            assertThat(texts(Fragments.rejoin(lines("The end.", "Live Events", "The boats left."))))
                    .containsExactly("The end.", "Live Events", "The boats left.");
            assertThat(texts(Fragments.rejoin(lines("The end.", "Ada Quill", "said so."))))
                    .containsExactly("The end.", "Ada Quill said so.");
            assertThat(texts(Fragments.rejoin(lines("In short,", "The boats left."))))
                    .containsExactly("In short, The boats left.");
        }

        @Test
        void aLineInTitleCaseIsAHeading() {
            assertThat(texts(Fragments.rejoin(
                            lines("Harbour Council Closes Ancient Lock Before Summer Season", "The boats left."))))
                    .hasSize(2);
        }

        @Test
        void itemsJoinTextOnlyInMidSentence() {
            Block item = new Block("Boats", Block.Kind.ITEM, List.of(), 0, null);
            Block small = new Block("and boats", Block.Kind.ITEM, List.of(), 0, null);
            Block open = Block.line("The town of the two rivers and bridges lists its");
            assertThat(Fragments.rejoin(List.of(open, item))).hasSize(2);
            assertThat(texts(Fragments.rejoin(List.of(open, small))))
                    .containsExactly("The town of the two rivers and bridges lists its and boats");
        }

        @Test
        void whereLettersHaveNoCaseTheWordsAreLookedFor() {
            assertThat(texts(Fragments.rejoin(lines("三宅市長", "会見で述べた。", "会見では三宅市長が詳しい計画を初めて市民に説明した。"))))
                    .containsExactly("三宅市長会見で述べた。", "会見では三宅市長が詳しい計画を初めて市民に説明した。");
            assertThat(texts(Fragments.rejoin(lines("配信", "会見で述べた。", "会見では三宅市長が詳しい計画を初めて市民に説明した。"))))
                    .hasSize(3);
        }

        @Test
        void joiningStopsAtALength() {
            String half = "sail ".repeat(650).strip();
            assertThat(Fragments.rejoin(lines(half, "and", "on"))).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "a|b|a b",
                    "a|.|a.",
                    "he said (|yes|he said (yes",
                    "a –|b|a – b",
                    "a -|b|a - b",
                    "a —|b|a — b",
                    "a /|b|a /b",
                    "日|本|日本",
                    "日|a|日 a",
                    "日、|a|日、a",
                    "日|「|日「",
                    "a|「|a 「",
                    "he said \"yes|\" and|he said \"yes\" and",
                    "he said|\"yes|he said \"yes",
                    "x '|'|x ''",
                    "(|a|( a"
                },
                quoteCharacter = '~')
        void spacesStandWhereScriptAndMarksWantThem(String left, String right, String expected) {
            assertThat(Fragments.join(left, right)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "Harbour Council Closes Lock,true",
            "Harbour council closes lock,false",
            "Harbour Council,false",
            "Harbour Council of the Lock,true",
            "A B C D,false"
        })
        void titleCase(String text, boolean expected) {
            assertThat(Fragments.looksLikeHeading(text)).isEqualTo(expected);
        }
    }

    @Nested
    class BrokenSentencesOfPages {
        private List<String> relinked(String html) {
            return texts(
                    Fragments.relink(HtmlBlocks.of(org.jsoup.Jsoup.parse(html).body(), false), new RelativeTimes()));
        }

        @Test
        void neighboursInOneElementJoin() {
            assertThat(
                            relinked(
                                    "<div><div>The talks were opened on Monday by the ministers Ilse</div><div>Brandt</div><div>and</div><div>Tomas Reyl</div><div>.</div></div>"))
                    .containsExactly("The talks were opened on Monday by the ministers Ilse Brandt and Tomas Reyl.");
            assertThat(relinked("<div>Open the door of the house<div>and go in.</div></div>"))
                    .containsExactly("Open the door of the house and go in.");
        }

        @Test
        void othersDoNot() {
            assertThat(relinked("<div><p>Ada Quill</p><p>said so.</p></div>")).hasSize(2);
            assertThat(relinked("<div><p>Ada Quill of Tarn</p><p>said so.</p></div>"))
                    .hasSize(1);
            assertThat(relinked("<div><p>Ada Quill</p><p>said so in the evening.</p></div>"))
                    .hasSize(1);
            assertThat(relinked("<div><p>It is done now, all of it.</p><p>said so in the evening.</p></div>"))
                    .hasSize(2);
            assertThat(
                            relinked(
                                    "<div><div><p>The talks were opened on Monday by the ministers Ilse</p></div></div><div><p>and others.</p></div>"))
                    .hasSize(2);
            assertThat(relinked("<ul><li>The talks of the two towns</li><li>and others of them here.</li></ul>"))
                    .hasSize(2);
            assertThat(
                            relinked(
                                    "<div><p>The talks were opened on Monday by the ministers Ilse</p><p>Brandt</p><p>Others came.</p></div>"))
                    .hasSize(3);
        }

        @Test
        void anAgeIsNoMiddleOfASentence() {
            assertThat(relinked("<div><p>Diario de la Ría</p><p>hace 38 minutos</p><p>- Diario de la Ría</p></div>"))
                    .hasSize(3);
            assertThat(relinked("<div><p>Gazette</p><p>il y a 38 minutes</p><p>voici la suite de cela</p></div>"))
                    .hasSize(3);
        }
    }
}
