package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HeadersTest {
    private static final String PROSE =
            "The lock at the old bridge was closed on Monday because of the storm, the town said in the evening.";

    private final Headers headers = new Headers(new RelativeTimes(), new Furniture());

    private static String body(int words) {
        return "Boats" + " sail".repeat(words - 1) + ".";
    }

    private List<Header> find(String... lines) {
        List<Block> blocks = new ArrayList<>();
        for (String line : lines) {
            blocks.add(
                    line.startsWith("# ")
                            ? new Block(line.substring(2), Block.Kind.HEADING, List.of(line.substring(2)), 0, null)
                            : Block.line(line));
        }
        return headers.find(blocks);
    }

    @Nested
    class AHeadThatNamesItsPublisherTwice {
        @Test
        void needsTwentyFiveWordsUnderIt() {
            assertThat(find(PROSE, "River Post", "2 hours ago", "- River Post", "Barge owners block lock", body(25)))
                    .containsExactly(new Header(
                            1, 5, 6, "Barge owners block lock", Optional.of("River Post"), "2 hours ago", true));
            assertThat(find(PROSE, "River Post", "2 hours ago", "- River Post", "Barge owners block lock", body(24)))
                    .isEmpty();
        }

        @Test
        void mayStandInOneLine() {
            assertThat(find(PROSE, "River Post 2 hours ago - River Post Barge owners block lock", body(60)))
                    .containsExactly(new Header(
                            1, 2, 3, "Barge owners block lock", Optional.of("River Post"), "2 hours ago", true));
        }

        @Test
        void mayHaveTheTitleFirst() {
            assertThat(find(PROSE, "# Barge owners block lock", "River Post", "yesterday", "- River Post", body(60)))
                    .containsExactly(new Header(
                            1, 5, 6, "Barge owners block lock", Optional.of("River Post"), "yesterday", true));
        }

        @Test
        void mayTellItsAgeInOneWord() {
            assertThat(find(PROSE, "River Post", "now", "- River Post", "Barge owners block lock", body(60)))
                    .hasSize(1);
        }
    }

    @Nested
    class AHeadThatNamesItsPublisherOnce {
        @Test
        void needsSixtyWordsAndAnotherOrASectionBreak() {
            String[] two = {
                PROSE,
                "River Post · 2 hours ago",
                "Barge owners block lock",
                body(60),
                "Upland Herald · 3 hours ago",
                "Power station at Tarn stands still",
                body(60)
            };
            assertThat(find(two))
                    .extracting(Header::title)
                    .containsExactly("Barge owners block lock", "Power station at Tarn stands still");
            assertThat(find(two))
                    .extracting(h -> h.publisher().orElseThrow())
                    .containsExactly("River Post", "Upland Herald");
            assertThat(find(PROSE, "River Post · 2 hours ago", "Barge owners block lock", body(60)))
                    .isEmpty();
            assertThat(find(PROSE, "Related Articles", "River Post · 2 hours ago", "Barge owners block lock", body(60)))
                    .hasSize(1);
            assertThat(find(PROSE, "Related Articles", "River Post · 2 hours ago", "Barge owners block lock", body(59)))
                    .isEmpty();
        }

        @Test
        void needsFewerBesideALikeOneOverALongText() {
            assertThat(find(
                            PROSE,
                            "River Post · 2 hours ago",
                            "Barge owners block lock",
                            body(60),
                            "Upland Herald · 3 hours ago",
                            "Power station at Tarn stands still",
                            body(25)))
                    .hasSize(2);
            assertThat(find(
                            PROSE,
                            "River Post · 2 hours ago",
                            "Barge owners block lock",
                            body(60),
                            "Upland Herald",
                            "3 hours ago",
                            "Power station at Tarn stands still",
                            body(41)))
                    .isEmpty();
            assertThat(find(
                            PROSE,
                            "River Post · 2 hours ago",
                            "Barge owners block lock",
                            body(59),
                            "Upland Herald · 3 hours ago",
                            "Power station at Tarn stands still",
                            body(59)))
                    .isEmpty();
        }

        @Test
        void tellsItsAgeInMoreThanAWordThatHeadlinesUse() {
            assertThat(find(PROSE, "Related Articles", "River Post", "today", "Barge owners block lock", body(60)))
                    .isEmpty();
            assertThat(find(PROSE, "Related Articles", "River Post · yesterday", "Barge owners block lock", body(60)))
                    .hasSize(1);
        }
    }

    @Nested
    class WhatIsNoHead {
        @Test
        void aHeadAtTheTopIsTheArticlesOwn() {
            assertThat(find("River Post", "2 hours ago", "Barge owners block lock", body(60), body(60)))
                    .isEmpty();
        }

        @Test
        void anAgeWithinASentenceIsNone() {
            assertThat(find(
                            PROSE,
                            "Related Articles",
                            "The lock closed 2 hours ago for good",
                            "Barge owners block lock",
                            body(60)))
                    .isEmpty();
        }

        @Test
        void aPublisherIsAName() {
            assertThat(find(PROSE, "Related Articles", "river post · 2 hours ago", "Barge owners block lock", body(60)))
                    .isEmpty();
            assertThat(find(PROSE, "Related Articles", "It rained. · 2 hours ago", "Barge owners block lock", body(60)))
                    .isEmpty();
            assertThat(find(PROSE, "Related Articles", "2026 · 2 hours ago", "Barge owners block lock", body(60)))
                    .isEmpty();
        }

        @Test
        void aTitleHasThreeWords() {
            assertThat(find(PROSE, "Related Articles", "River Post · 2 hours ago", "Barge owners", body(60)))
                    .isEmpty();
        }

        @Test
        void aHeadWithoutTextIsNone() {
            assertThat(find(PROSE, "River Post", "2 hours ago", "- River Post", "Barge owners block lock"))
                    .isEmpty();
        }
    }

    @Nested
    class TheTextUnderAHead {
        @Test
        void endsAtASectionBreak() {
            assertThat(find(
                            PROSE,
                            "River Post",
                            "2 hours ago",
                            "- River Post",
                            "Barge owners block lock",
                            body(60),
                            body(20),
                            "Comments",
                            body(20)))
                    .extracting(Header::end)
                    .containsExactly(7);
        }

        @Test
        void endsWhereNothingIsProse() {
            List<String> lines = new ArrayList<>(
                    List.of(PROSE, "River Post", "2 hours ago", "- River Post", "Barge owners block lock", body(60)));
            for (int i = 0; i < 7; i++) {
                lines.add("Menu " + (char) ('A' + i));
            }
            lines.add(body(20));
            assertThat(find(lines.toArray(String[]::new)))
                    .extracting(Header::end)
                    .containsExactly(14);
            lines.add(6, "Menu Z");
            assertThat(find(lines.toArray(String[]::new)))
                    .extracting(Header::end)
                    .containsExactly(6);
        }

        @Test
        void endsBeforeTheNextHead() {
            assertThat(find(
                            PROSE,
                            "River Post",
                            "2 hours ago",
                            "- River Post",
                            "Barge owners block lock",
                            body(60),
                            "Upland Herald",
                            "3 hours ago",
                            "- Upland Herald",
                            "Power station stands still",
                            body(60)))
                    .containsExactly(
                            new Header(
                                    1, 5, 6, "Barge owners block lock", Optional.of("River Post"), "2 hours ago", true),
                            new Header(
                                    6,
                                    10,
                                    11,
                                    "Power station stands still",
                                    Optional.of("Upland Herald"),
                                    "3 hours ago",
                                    true));
        }
    }
}
