package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small pure helpers: spaces, phrases, overlap, ages, paragraphs, kinds of bytes. */
class SmallTextTest {
    @Nested
    class SpacesTest {
        @Test
        void runsBecomeOneAndInvisibleMarksGo() {
            assertThat(Spaces.single("  a \t\n b\u00A0c\uFEFFd ")).isEqualTo("a b c d");
            assertThat(Spaces.single("a\u200Bb\u00ADc\u2060d\u0001e\uFFFDf")).isEqualTo("abcdef");
            assertThat(Spaces.single(" ")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "a .|a.",
                    "a , b|a, b",
                    "(a )|(a)",
                    "in .NET|in .NET",
                    "wait ... he|wait ... he",
                    "a . b|a. b",
                    "a b|a b",
                    "雨 。|雨。"
                })
        void noSpaceBeforeAMarkThatCloses(String text, String expected) {
            assertThat(Spaces.tidy(text)).isEqualTo(expected);
        }
    }

    @Nested
    class PhrasesTest {
        private final Phrases phrases =
                new Phrases(List.of("Read more", "Read more here now", "More in ...", "# notes", "!!"));

        @Test
        void theLongestPhraseCounts() {
            assertThat(phrases.matchAt(Tokens.of("Please read more here now"), 1))
                    .isEqualTo(4);
            assertThat(phrases.matchAt(Tokens.of("read more here"), 0)).isEqualTo(2);
            assertThat(phrases.matchAt(Tokens.of("read"), 0)).isZero();
            assertThat(phrases.matchAt(Tokens.of("please read more"), 0)).isZero();
            assertThat(phrases.matchAt(Tokens.of("12 notes"), 0)).isEqualTo(2);
        }

        @Test
        void wholeTextsMatchWhateverTheirMarks() {
            assertThat(phrases.isWhole("READ MORE:")).isTrue();
            assertThat(phrases.isWhole("Read more of it")).isFalse();
            assertThat(phrases.isWhole("3 notes")).isTrue();
            assertThat(phrases.isWhole("")).isFalse();
        }

        @Test
        void anOpenPhraseBeginsALongerText() {
            assertThat(phrases.isWhole("More in")).isTrue();
            assertThat(phrases.isWhole("More in Sport")).isTrue();
            assertThat(phrases.isWhole("More on Sport")).isFalse();
            assertThat(phrases.isWhole("More in" + " a".repeat(12))).isTrue();
            assertThat(phrases.isWhole("More in" + " a".repeat(13))).isFalse();
            assertThat(phrases.isWhole("More in" + " ".repeat(193))).isTrue();
            assertThat(phrases.isWhole("More in" + " ".repeat(194))).isFalse();
        }

        @Test
        void listsShipWithThePackage() {
            assertThat(Phrases.load("credits.txt").isWhole("Photo credit")).isTrue();
            assertThat(Phrases.words("One 2!")).containsExactly("one", "#");
        }
    }

    @Nested
    class OverlapTest {
        @Test
        void sharedWordsAreCountedOnceEach() {
            assertThat(Overlap.ofWords("a b c d", "A, b")).isCloseTo(4.0 / 6, within(1e-9));
            assertThat(Overlap.ofWords("a a", "a")).isCloseTo(2.0 / 3, within(1e-9));
            assertThat(Overlap.ofWords("a", "a a")).isCloseTo(2.0 / 3, within(1e-9));
            assertThat(Overlap.ofWords("a", "b")).isZero();
            assertThat(Overlap.ofWords("", "b")).isZero();
            assertThat(Overlap.ofWords("b", "")).isZero();
        }

        @Test
        void shinglesAreRunsOfFourWords() {
            assertThat(Overlap.shingles("a b c d e")).hasSize(2);
            assertThat(Overlap.shingles("a b c d")).isEqualTo(Overlap.shingles("A B, C D!"));
            assertThat(Overlap.shingles("a b")).hasSize(1);
            assertThat(Overlap.shingles("")).isEmpty();
        }

        @Test
        void theShareOfOneInTheOther() {
            assertThat(Overlap.contained(Set.of(1, 2, 3, 4), Set.of(3, 4, 5))).isEqualTo(0.5);
            assertThat(Overlap.contained(Set.of(), Set.of(1))).isZero();
        }
    }

    @Nested
    class RelativeTimesTest {
        private final RelativeTimes times = new RelativeTimes();

        @ParameterizedTest
        @CsvSource({
            "38 minutes ago,PT38M",
            "an hour ago,PT1H",
            "yesterday,PT24H",
            "- 2 days ago -,PT48H",
            "vor 3 Stunden,PT3H",
            "il y a 12 minutes,PT12M",
            "hace 40 minutos,PT40M",
            "2 weeks ago,PT336H",
            "999 minutes ago,PT16H39M",
            "1時間前,PT1H"
        })
        void agesAreRead(String text, Duration expected) {
            assertThat(times.whole(text)).contains(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "soon",
                    "38 minutes",
                    "1000 minutes ago",
                    "99999999999999999999 hours ago",
                    "he left 3 hours ago"
                })
        void theseAreNone(String text) {
            assertThat(times.whole(text)).isEmpty();
        }

        @Test
        void aLongTextIsNoAge() {
            assertThat(times.whole(" ".repeat(69) + "an hour ago")).isPresent();
            assertThat(times.whole(" ".repeat(70) + "an hour ago")).isEmpty();
        }

        @Test
        void theLongestStretchWithinATextCounts() {
            assertThat(times.within("River Post 12 minutes ago by Ada"))
                    .contains(new RelativeTimes.Found(2, 3, Duration.ofMinutes(12)));
            assertThat(times.within("12 minutes ago")).contains(new RelativeTimes.Found(0, 3, Duration.ofMinutes(12)));
            assertThat(times.within("Post an hour ago")).contains(new RelativeTimes.Found(1, 3, Duration.ofHours(1)));
            assertThat(times.within("no age here")).isEmpty();
        }
    }

    @Nested
    class ParagraphsTest {
        private static String sentence(int words) {
            return "Boats" + " sail".repeat(words - 1) + ".";
        }

        private static List<Integer> sizes(String text) {
            return Paragraphs.split(text, new Language("en")).stream()
                    .map(Tokens::words)
                    .toList();
        }

        @Test
        void upToAHundredAndThirtyWordsStayTogether() {
            String text = String.join(" ", sentence(65), sentence(65));
            assertThat(Paragraphs.split(text, new Language("en"))).containsExactly(text);
        }

        @Test
        void longerOnesAreCutAfterSixtyWords() {
            assertThat(sizes(String.join(" ", sentence(60), sentence(59), sentence(12))))
                    .containsExactly(60, 71);
            assertThat(sizes(String.join(" ", sentence(59), sentence(2), sentence(70))))
                    .containsExactly(61, 70);
            assertThat(sizes(String.join(" ", sentence(30), sentence(30), sentence(30), sentence(30), sentence(20))))
                    .containsExactly(60, 60, 20);
        }

        @Test
        void aShortRestJoinsTheOneBefore() {
            assertThat(sizes(String.join(" ", sentence(60), sentence(60), sentence(19))))
                    .containsExactly(60, 79);
            assertThat(sizes(sentence(200))).containsExactly(200);
            List<String> split =
                    Paragraphs.split(String.join(" ", sentence(60), sentence(60), sentence(19)), new Language("en"));
            assertThat(String.join(" ", split)).isEqualTo(String.join(" ", sentence(60), sentence(60), sentence(19)));
        }
    }

    @Nested
    class SnifferTest {
        private static Optional<String> kind(String bytes) {
            return Sniffer.binaryKind(bytes.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Test
        void knownSignaturesAreNamed() {
            assertThat(kind("%PDF-1.4")).contains("a PDF document");
            assertThat(kind("RIFF....WEBPVP8")).contains("an image");
            assertThat(kind("RIFF....WAVE")).isEmpty();
            assertThat(kind("....WEBP")).isEmpty();
            assertThat(kind("Plain text")).isEmpty();
        }

        @Test
        void zerosAreNoTextUnlessInTheEvenPatternOfWideText() {
            assertThat(Sniffer.binaryKind("wide text".getBytes(StandardCharsets.UTF_16LE)))
                    .isEmpty();
            assertThat(Sniffer.binaryKind("wide text".getBytes(StandardCharsets.UTF_16BE)))
                    .isEmpty();
            assertThat(kind("abc\0defghijkl")).contains("bytes that are no text");
            assertThat(kind("a\0\0b\0\0c\0\0")).contains("bytes that are no text");
            assertThat(kind("a".repeat(8191) + "\0")).isPresent();
            assertThat(kind("a".repeat(8192) + "\0")).isEmpty();
        }

        @Test
        void htmlIsKnownByATagNearItsStart() {
            assertThat(Sniffer.looksLikeHtml("<!DOCTYPE HTML><title>x</title>")).isTrue();
            assertThat(Sniffer.looksLikeHtml("text </P> text")).isTrue();
            assertThat(Sniffer.looksLikeHtml("a < b and c > d")).isFalse();
            assertThat(Sniffer.looksLikeHtml(" ".repeat(8190) + "<p>")).isFalse();
            assertThat(Sniffer.looksLikeHtml(" ".repeat(8189) + "<p>")).isTrue();
        }

        @Test
        void aPageMayBeginWithALongStyleSheet() {
            String styles = "<style>" + " ".repeat(9000) + "</style>";
            assertThat(Sniffer.looksLikeHtml(styles + "<!DOCTYPE html>")).isTrue();
            assertThat(Sniffer.looksLikeHtml(styles + "<p>")).isFalse();
            assertThat(Sniffer.looksLikeHtml("text " + styles + "<body>")).isFalse();
        }
    }

    @Nested
    class TextBlocksTest {
        @Test
        void eachLineThatSaysSomethingIsABlock() {
            List<Block> blocks = TextBlocks.of(" One  line \n\n \t\nTwo\r\n");
            assertThat(blocks).containsExactly(Block.line("One line"), Block.line("Two"));
            assertThat(blocks.getFirst().kind()).isEqualTo(Block.Kind.TEXT);
            assertThat(blocks.getFirst().words()).isEqualTo(2);
        }

        @Test
        void theNumberOfBlocksAndCharactersIsBounded() {
            assertThat(TextBlocks.of("a\n".repeat(TextBlocks.MOST_BLOCKS + 1))).hasSize(TextBlocks.MOST_BLOCKS);
            assertThat(TextBlocks.of("a".repeat(TextBlocks.MOST_CHARACTERS + 1)))
                    .extracting(b -> b.text().length())
                    .containsExactly(TextBlocks.MOST_CHARACTERS);
        }
    }

    @Nested
    class GateTest {
        private final Gate gate = new Gate();

        private static List<String> words(int count) {
            return new ArrayList<>(List.of("boat ".repeat(count).strip() + "."));
        }

        @Test
        void tooShortIsLessThanEightWords() {
            assertThat(gate.isTooShort(words(7))).isTrue();
            assertThat(gate.isTooShort(words(8))).isFalse();
        }

        @Test
        void confidenceAddsWhatSpeaksForAnArticle() {
            assertThat(gate.confidence(words(24), "Boat", true, Optional.empty()))
                    .isEqualTo(0.2);
            assertThat(gate.confidence(words(25), "Sea", false, Optional.empty()))
                    .isCloseTo(0.25 + 0.35 * 25 / 150, within(1e-9));
            assertThat(gate.confidence(words(75), "Sea", true, Optional.empty()))
                    .isCloseTo(0.575, within(1e-9));
            assertThat(gate.confidence(words(150), "Boat", true, Optional.empty()))
                    .isCloseTo(1, within(1e-9));
            assertThat(gate.confidence(words(300), "Sea", false, Optional.of("boat boat boat boat")))
                    .isCloseTo(0.85, within(1e-9));
            assertThat(gate.confidence(words(300), "Sea", false, Optional.of("no word of this here")))
                    .isCloseTo(0.6, within(1e-9));
            List<String> half = words(150);
            half.add("no end");
            assertThat(gate.confidence(half, "Sea", false, Optional.empty())).isCloseTo(0.475, within(1e-9));
        }
    }
}
