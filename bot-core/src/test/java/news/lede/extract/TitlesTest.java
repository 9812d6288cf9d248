package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
    private static final Optional<URI> URL = Optional.of(URI.create("https://www.riverpost.example/a"));

    private static Optional<String> vote(String html, Optional<String> headline) {
        Document page = Jsoup.parse(html);
        Landmarks landmarks = new Landmarks(page);
        return new Titles()
                .vote(page, landmarks, new Metas(landmarks), headline, Optional.of("River Post"), URL)
                .map(Fact::value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Lock closed | River Post;Lock closed",
                "River Post: Lock closed;Lock closed",
                "River Post – Lock closed;Lock closed",
                "Lock closed - riverpost;Lock closed",
                "Lock closed | News | River Post;Lock closed | News",
                "Lock closed - for now;Lock closed - for now",
                "Lock-closed;Lock-closed",
                "Lock closed|River Post;Lock closed|River Post",
                "| River Post;| River Post",
                "Lock closed | River Post Online;Lock closed",
                "Lock closed | a River story of the Post Office;Lock closed | a River story of the Post Office",
                "Lock closed - ri;Lock closed - ri",
                "Lock closed - rpost;Lock closed - rpost",
                "Lock closed - verpost;Lock closed",
                "Lock closed | -;Lock closed"
            })
    void theSitesNameIsTakenOff(String title, String expected) {
        assertThat(Titles.withoutSite(title, Optional.of("River Post"), URL)).isEqualTo(expected);
    }

    @Test
    void withoutASiteNothingIsTakenOff() {
        assertThat(Titles.withoutSite("Lock closed | River Post", Optional.empty(), Optional.empty()))
                .isEqualTo("Lock closed | River Post");
        assertThat(Titles.withoutSite("a".repeat(600), Optional.empty(), Optional.empty()))
                .hasSize(500);
    }

    @Nested
    class TheVote {
        @Test
        void isWonByWhatMostPlacesAgreeOn() {
            assertThat(vote(
                            "<title>Lock closed for good | River Post</title><meta property=og:title content='Lock closed for good'><h1>Subscribe now</h1>",
                            Optional.empty()))
                    .contains("Lock closed for good");
        }

        @Test
        void goesToTheHeadingOfEquals() {
            assertThat(vote("<title>lock closed</title><h1>Lock Closed</h1>", Optional.of("LOCK CLOSED")))
                    .contains("Lock Closed");
            assertThat(vote("<title>lock closed</title>", Optional.of("LOCK CLOSED")))
                    .contains("LOCK CLOSED");
            assertThat(vote(
                            "<title>lock closed</title><meta name=twitter:title content='Lock closed'>",
                            Optional.empty()))
                    .contains("Lock closed");
        }

        @Test
        void countsAStatedHeadlineThatReadersSeeTwice() {
            String stated =
                    "<title>Storm shuts gates</title><meta property=og:title content='Storm shuts gates'><meta name=twitter:title content='Storm shuts gates'>";
            assertThat(vote(stated + "<h1>Lock closed for good</h1>", Optional.of("Lock closed for good")))
                    .contains("Lock closed for good");
            assertThat(vote(stated + "<h2>The bridge Lock closed for good</h2>", Optional.of("Lock closed for good")))
                    .contains("Lock closed for good");
        }

        @Test
        void passesByTheSitesNameAndThePathToThePage() {
            assertThat(vote("<h1>River Post</h1><h1>Lock closed</h1>", Optional.empty()))
                    .contains("Lock closed");
            assertThat(vote(
                            "<title>Storm shuts gates</title><nav><h1>Storm shuts gates</h1></nav><h2>Lock closed for good</h2>",
                            Optional.of("Lock closed for good")))
                    .contains("Lock closed for good");
            assertThat(vote(
                            "<title>Lock closed</title><nav><h1>Lock closed</h1></nav>",
                            Optional.of("Storm shuts gates")))
                    .contains("Lock closed");
        }

        @Test
        void isNotMisledByManyHeadingsOfTheFirstRank() {
            String many = "<h1>Why a lock?</h1><h1>Why a weir?</h1><h1>Why a gate?</h1><h1>Why a boat?</h1>";
            assertThat(vote("<title>Lock closed</title>" + many + "<h1>Lock closed</h1>", Optional.empty()))
                    .contains("Lock closed");
        }

        @Test
        void countsMarkedHeadlines() {
            assertThat(vote("<p itemprop=headline>Lock closed</p>", Optional.empty()))
                    .contains("Lock closed");
            assertThat(vote("<meta itemprop=headline content='Lock open'>", Optional.empty()))
                    .contains("Lock open");
        }

        @Test
        void leavesOutWhatIsEmptyOrLong() {
            assertThat(vote("<h1> </h1>", Optional.empty())).isEmpty();
            assertThat(vote("<h1>" + "a".repeat(399) + "</h1>", Optional.empty()))
                    .isPresent();
            assertThat(vote("<h1>" + "a".repeat(400) + "</h1>", Optional.empty()))
                    .isEmpty();
        }
    }

    @Nested
    class TheTitleLineOfSavedText {
        private final RelativeTimes times = new RelativeTimes();
        private static final String PROSE =
                "The lock at the old bridge was closed on Monday, the town said in the evening.";

        private TitleLine saved(String... lines) {
            return TitleLine.saved(List.of(lines).stream().map(Block::line).toList(), times);
        }

        @Test
        void isTheFirstLongEnoughLineAboveTheProse() {
            assertThat(saved("Home", "Lock closed for good", PROSE))
                    .isEqualTo(new TitleLine("Lock closed for good", 2, Optional.empty(), true));
            assertThat(saved("Topics of today:", "Lock closed again", "Another line here", PROSE))
                    .isEqualTo(new TitleLine("Lock closed again", 2, Optional.empty(), true));
        }

        @Test
        void hasTheDateBesideIt() {
            assertThat(saved("Lock closed again", "2 hours ago", PROSE))
                    .isEqualTo(new TitleLine("Lock closed again", 2, Optional.of("2 hours ago"), true));
            assertThat(saved("4 March 2026", "Lock closed again", PROSE))
                    .isEqualTo(new TitleLine("Lock closed again", 2, Optional.of("4 March 2026"), true));
        }

        @Test
        void isTheFirstSentenceWhereNoneStandsApart() {
            assertThat(saved(PROSE + " More.")).isEqualTo(new TitleLine(PROSE, 0, Optional.empty(), false));
            assertThat(saved()).isEqualTo(new TitleLine("", 0, Optional.empty(), false));
            assertThat(saved("Home")).isEqualTo(new TitleLine("Home", 0, Optional.empty(), false));
        }

        @Test
        void isCutAtAWordWhenTheSentenceIsLong() {
            String text = saved("word ".repeat(60).strip() + ".").text();
            assertThat(text).isEqualTo("word ".repeat(40).strip() + "…");
            assertThat(saved("a".repeat(300) + " b".repeat(41) + ".").text()).isEqualTo("a".repeat(200) + "…");
        }
    }

    @Nested
    class TheTitleLineOfAPage {
        private static PageFacts facts(Optional<String> title) {
            return new PageFacts(
                    title,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Origins.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    java.util.OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }

        private static String html(Optional<String> title, String... lines) {
            return TitleLine.html(List.of(lines).stream().map(Block::line).toList(), facts(title));
        }

        @Test
        void isTheFirstHeadlineWhenNoneIsStated() {
            assertThat(html(Optional.empty(), "Home", "Lock closed again")).isEqualTo("Lock closed again");
            assertThat(html(Optional.empty(), "Home")).isEmpty();
        }

        @Test
        void isTheShorterFormThatThePageShows() {
            Optional<String> stated = Optional.of("Lock closed again Post");
            assertThat(html(stated, "Lock closed again")).isEqualTo("Lock closed again");
            assertThat(html(stated, "Lock")).isEqualTo("Lock closed again Post");
            assertThat(html(stated, "Bridge closed again")).isEqualTo("Lock closed again Post");
            assertThat(html(stated, "Lock closed again Post now")).isEqualTo("Lock closed again Post");
            assertThat(html(Optional.of("Lockkeeper closed it"), "Lockkeeper closed"))
                    .isEqualTo("Lockkeeper closed it");
        }
    }
}
