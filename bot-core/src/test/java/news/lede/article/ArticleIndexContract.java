package news.lede.article;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.article.ArticleIndex.Hit;
import news.lede.article.ArticleIndex.IndexedArticle;
import news.lede.article.ArticleIndex.Query;
import news.lede.article.ArticleIndex.Sketched;
import news.lede.source.SourceId;
import news.lede.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ArticleIndex} promises. */
public abstract class ArticleIndexContract {
    protected static final SourceId OURS = new SourceId(1);
    protected static final SourceId THEIRS = new SourceId(2);

    /** What an index under test is to keep of an article: its title. */
    protected static final ArticleIndex.Sketching SKETCHING =
            article -> article.title().getBytes(StandardCharsets.UTF_8);

    protected ArticleIndex index;
    private long lastId;

    /** A new, empty index of the kind under test. */
    protected abstract ArticleIndex open();

    @BeforeEach
    void openIndex() {
        index = open();
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    protected ArticleId indexed(String title, String text) {
        return indexed("en", title, text, NOON, OURS);
    }

    protected ArticleId indexed(String language, String title, String text, Instant published, SourceId... sources) {
        ArticleId id = new ArticleId(++lastId);
        index.add(List.of(new IndexedArticle(article(id, language, title, text, published), Set.of(sources))));
        index.commit();
        return id;
    }

    protected static Article article(ArticleId id, String language, String title, String text, Instant published) {
        NewArticle article = Samples.article(title, published, new Language(language), text.split("\n"));
        return new Article(
                id,
                new ReportId(id.value()),
                article.title(),
                article.publisher(),
                article.url(),
                article.paragraphs(),
                published,
                false,
                article.language(),
                article.maxSnippet(),
                NOON);
    }

    @Test
    void whatIsRemovedIsFoundNoMoreAndCatchingUpGoesOnAboveWhatIsLeft() {
        ArticleId ferry = indexed("Ferry", "The ferry sails.");
        ArticleId second = indexed("Second ferry", "The other ferry sails.");
        ArticleId last = indexed("Last ferry", "The last ferry sails.");

        index.remove(List.of(ferry, last), second);
        index.commit();

        assertThat(all("en", "ferry")).containsExactly(second);
        assertThat(index.last()).isEqualTo(second);

        ArticleId later = indexed("Later ferry", "One more ferry sails.");
        assertThat(all("en", "ferry")).containsExactlyInAnyOrder(second, later);
        assertThat(index.last()).isEqualTo(later);
    }

    @Test
    void removingTheOldestOrNothingKeepsWhereCatchingUpGoesOn() {
        ArticleId ferry = indexed("Ferry", "The ferry sails.");
        ArticleId second = indexed("Second ferry", "The other ferry sails.");

        index.remove(List.of(), new ArticleId(0));
        index.remove(List.of(ferry), second);
        index.commit();

        assertThat(index.last()).isEqualTo(second);
    }

    protected List<ArticleId> all(String language, String words) {
        return found(words, true, language, Optional.empty(), 10, OURS);
    }

    protected List<ArticleId> any(String language, String words) {
        return found(words, false, language, Optional.empty(), 10, OURS);
    }

    protected List<ArticleId> found(
            String words, boolean all, String language, Optional<Instant> since, int limit, SourceId... sources) {
        return index
                .search(new Query(words, all, new Language(language), Set.copyOf(Arrays.asList(sources)), since, limit))
                .stream()
                .map(Hit::article)
                .toList();
    }

    @Nested
    class GivenWords {
        @Test
        void allMustOccurOrAnyMay() {
            ArticleId ferry = indexed("Ferry aground", "The ferry struck a sandbank near the harbour.");
            ArticleId harbour = indexed("Harbour fees rise", "Fees in the harbour rise by a tenth.");
            indexed("Choir wins prize", "The choir sang.");

            assertThat(all("en", "ferry harbour")).containsExactly(ferry);
            assertThat(any("en", "ferry harbour")).containsExactly(ferry, harbour);
            assertThat(all("en", "ferry choir")).isEmpty();
            assertThat(all("en", "zeppelin")).isEmpty();
        }

        @Test
        void aWordInTheTitleCountsMore() {
            ArticleId inText = indexed("Council meets", "The bridge was discussed, then the budget, then the weather.");
            ArticleId inTitle =
                    indexed("Bridge to close", "Repairs were discussed, then the budget, then the weather.");

            assertThat(any("en", "bridge")).containsExactly(inTitle, inText);
        }

        @Test
        void caseAndPluralDoNotCount() {
            ArticleId ferry = indexed("Two FERRIES collide", "Both ships stayed afloat.");

            assertThat(all("en", "Ships")).containsExactly(ferry);
            assertThat(all("en", "ship")).containsExactly(ferry);
            assertThat(all("en", "ferries")).containsExactly(ferry);
        }

        @Test
        void stopWordsDoNotCount() {
            ArticleId ferry = indexed("Ferry aground", "Nobody was hurt.");

            assertThat(all("en", "the ferry is on a")).containsExactly(ferry);
        }

        @Test
        void aBeginningStandsForEveryWordThatBeginsSo() {
            ArticleId one = indexed("Immigration rises", "Figures are out.");
            ArticleId two = indexed("Immigrants march", "They marched.");
            indexed("Imminent storm", "It comes.");

            assertThat(all("en", "immigra*")).containsExactlyInAnyOrder(one, two);
            assertThat(all("en", "immigra* figures")).containsExactly(one);
        }

        @Test
        void aPhraseOccursOnlyAsItStands() {
            ArticleId together = indexed("Border guard strikes", "The border guard went on strike.");
            indexed("Guard at the border", "A guard stood at the border.");
            ArticleId choir = indexed("Choir sings", "It sang.");

            assertThat(all("en", "\"border guard\"")).containsExactly(together);
            assertThat(all("en", "“border guard” strike")).containsExactly(together);
            assertThat(any("en", "\"border guard\" choir")).containsExactlyInAnyOrder(together, choir);
            assertThat(all("en", "\"guard border\"")).isEmpty();
        }
    }

    @Nested
    class GivenOtherLanguages {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        fr | Les Misérables au théâtre          | Miserables
                        fr | Les Misérables au théâtre          | misérables
                        de | Fähre läuft auf Grund              | FÄHRE
                        es | Mañana habrá elecciones            | manana
                        vi | Bão lớn đổ bộ vào Hà Nội           | Hà Nội
                        vi | Bão lớn đổ bộ vào Hà Nội           | ha noi
                        ru | Паром сел на мель у берега         | паром
                        uk | Пором сів на мілину                | мілину
                        el | Το πλοίο προσάραξε                 | πλοίο
                        ar | العبارة تجنح قرب الميناء           | الميناء
                        he | המעבורת עלתה על שרטון              | המעבורת
                        hi | नौका किनारे पर फंस गई                  | नौका
                        zh | 渡轮在港口附近搁浅                   | 港口
                        zh | 渡轮在港口附近搁浅                   | 港
                        zh | 渡轮在港口附近搁浅                   | 渡轮 搁浅
                        ja | フェリーが港の近くで座礁              | フェリー
                        ja | フェリーが港の近くで座礁              | 座礁
                        ko | 여객선이 항구 근처에서 좌초했다        | 항구
                        th | เรือเฟอร์รี่เกยตื้นใกล้ท่าเรือ            | เกยตื้น
                        tr | İstanbul'da vapur seferleri durdu  | vapur
                        """)
        void theirWordsAreFound(String language, String title, String words) {
            ArticleId article = indexed(language, title, "123.", NOON, OURS);
            indexed("en", "Something else", "Entirely.", NOON, OURS);

            assertThat(all(language, words)).containsExactly(article);
            assertThat(all("und", words)).containsExactly(article);
        }

        @Test
        void aWordOfOneScriptSignMoreIsNotFound() {
            indexed("zh", "渡轮在港口附近搁浅", "123.", NOON, OURS);

            assertThat(all("zh", "港外")).isEmpty();
        }

        @Test
        void wordsAsTheyStandAreFoundAcrossLanguages() {
            ArticleId german = indexed("de", "Brand im Hafen von Valmora", "Es brannte.", NOON, OURS);
            ArticleId english = indexed("en", "Fire in Valmora harbour", "It burned.", NOON, OURS);

            assertThat(any("en", "Valmora")).containsExactlyInAnyOrder(german, english);
        }
    }

    @Nested
    class GivenLimits {
        @Test
        void onlySourcesOfTheAskerCount() {
            ArticleId ours = indexed("en", "Ferry one", "Text.", NOON, OURS);
            ArticleId theirs = indexed("en", "Ferry two", "Text.", NOON, THEIRS);
            ArticleId both = indexed("en", "Ferry three", "Text.", NOON, OURS, THEIRS);

            assertThat(found("ferry", true, "en", Optional.empty(), 10, OURS)).containsExactlyInAnyOrder(ours, both);
            assertThat(found("ferry", true, "en", Optional.empty(), 10, THEIRS))
                    .containsExactlyInAnyOrder(theirs, both);
            assertThat(found("ferry", true, "en", Optional.empty(), 10, OURS, THEIRS))
                    .hasSize(3);
            assertThat(found("ferry", true, "en", Optional.empty(), 10)).isEmpty();
            assertThat(found("ferry", true, "en", Optional.empty(), 10, new SourceId(99)))
                    .isEmpty();
        }

        @Test
        void onlyPublicationsSinceAnInstantCount() {
            ArticleId early = indexed("en", "Ferry one", "Text.", NOON.minusSeconds(1), OURS);
            ArticleId late = indexed("en", "Ferry two", "Text.", NOON, OURS);

            assertThat(found("ferry", true, "en", Optional.of(NOON), 10, OURS)).containsExactly(late);
            assertThat(found("ferry", true, "en", Optional.of(NOON.minusSeconds(1)), 10, OURS))
                    .containsExactly(late, early);
        }

        @Test
        void equalScoresComeNewestFirstAndNoMoreThanAsked() {
            ArticleId first = indexed("en", "Ferry sails", "Text.", NOON, OURS);
            ArticleId third = indexed("en", "Ferry sails", "Text.", NOON.plusSeconds(9), OURS);
            ArticleId second = indexed("en", "Ferry sails", "Text.", NOON.plusSeconds(5), OURS);

            assertThat(any("en", "ferry")).containsExactly(third, second, first);
            assertThat(found("ferry", false, "en", Optional.empty(), 2, OURS)).containsExactly(third, second);
            assertThat(found("ferry", false, "en", Optional.empty(), 0, OURS)).isEmpty();
        }
    }

    @Nested
    class GivenHostileText {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "   ",
                    "\"",
                    "\"\"",
                    "\"ferry",
                    "ferry\"",
                    "+-&&||!(){}[]^~*?:\\/",
                    "title:ferry",
                    "ferry~2 AND (NOT OR",
                    "*",
                    "*ferry",
                    "f*",
                    "?",
                    "ferry^1e99",
                    "[a TO z]",
                    "\u0000\u0001",
                    "\uD83D\uDEA2\uD83D\uDEA2",
                    "\uD83D",
                    "'; DROP TABLE article; --",
                    "${jndi:x}",
                    "....",
                    "-",
                    "_"
                })
        void itIsAQuestionLikeAnyOther(String words) {
            indexed("Ferry aground", "Text.");

            assertThat(any("en", words).size()).isLessThanOrEqualTo(1);
            assertThat(all("und", words).size()).isLessThanOrEqualTo(1);
        }

        @Test
        void aPastedArticleIsAQuestionToo() {
            ArticleId ferry = indexed("Ferry aground", "Text.");

            assertThat(any("en", "ferry " + "lorem ipsum dolor ".repeat(20_000)))
                    .containsExactly(ferry);
            assertThat(any("zh", "渡轮在港口附近搁浅".repeat(5_000))).isEmpty();
            assertThat(all("en", "x".repeat(100_000))).isEmpty();
        }
    }

    @Nested
    class WhenItChanges {
        @Test
        void additionsAreFoundAfterTheCommit() {
            index.add(List.of(
                    new IndexedArticle(article(new ArticleId(5), "en", "Ferry aground", "Text.", NOON), Set.of(OURS))));
            assertThat(index.last()).isEqualTo(new ArticleId(0));

            index.commit();

            assertThat(any("en", "ferry")).containsExactly(new ArticleId(5));
            assertThat(index.last()).isEqualTo(new ArticleId(5));
        }

        @Test
        void anArticleAddedAgainIsReplaced() {
            ArticleId id = indexed("Ferry aground", "Text.");
            indexed("Other", "Text.");
            index.add(List.of(new IndexedArticle(article(id, "en", "Ferry afloat", "Text.", NOON), Set.of(THEIRS))));
            index.commit();

            assertThat(any("en", "aground")).isEmpty();
            assertThat(any("en", "ferry")).isEmpty();
            assertThat(found("afloat", true, "en", Optional.empty(), 10, THEIRS))
                    .containsExactly(id);
            assertThat(index.last()).isEqualTo(new ArticleId(2));
        }

        @Test
        void clearedItIsEmpty() {
            indexed("Ferry aground", "Text.");

            index.clear();

            assertThat(any("en", "ferry")).isEmpty();
            assertThat(index.last()).isEqualTo(new ArticleId(0));
        }

        @Test
        void howFarChangesWereFollowedIsKeptByACommit() {
            assertThat(index.seen()).isZero();
            indexed("Ferry", "Text.");
            index.seen(7);
            assertThat(index.seen()).isZero();
            index.commit();
            assertThat(index.seen()).isEqualTo(7);
            indexed("Harbour", "Text.");
            assertThat(index.seen()).isEqualTo(7);
        }

        @Test
        void anEmptyOneAnswersNothing() {
            assertThat(any("en", "ferry")).isEmpty();
            assertThat(index.last()).isEqualTo(new ArticleId(0));
            index.add(List.of());
            index.commit();
            assertThat(index.last()).isEqualTo(new ArticleId(0));
        }

        @Test
        void sketchesComeWithTheArticlesInTheOrderOfASearch() {
            ArticleId once = indexed("Ferry aground", "A harbour and its ferry boat in the rain at night.");
            ArticleId mostly = indexed("Ferry, ferry", "The ferry.");
            indexed("Election", "Votes.");

            List<Sketched> found =
                    index.sketches(new Query("ferry", false, new Language("en"), Set.of(OURS), Optional.empty(), 10));

            assertThat(found).extracting(Sketched::article).containsExactly(mostly, once);
            assertThat(found)
                    .extracting(hit -> new String(hit.sketch(), StandardCharsets.UTF_8))
                    .containsExactly("Ferry, ferry", "Ferry aground");
        }

        @Test
        void theSketchIsThatOfTheArticleAsItIsNow() {
            ArticleId id = indexed("Ferry aground", "Text.");
            index.add(List.of(new IndexedArticle(article(id, "en", "Ferry afloat", "Text.", NOON), Set.of(OURS))));
            index.commit();

            assertThat(index.sketches(
                            new Query("ferry", false, new Language("en"), Set.of(OURS), Optional.empty(), 10)))
                    .singleElement()
                    .satisfies(hit -> assertThat(new String(hit.sketch(), StandardCharsets.UTF_8))
                            .isEqualTo("Ferry afloat"));
        }

        @Test
        void whatMayNotBeSeenHasNoSketch() {
            indexed("en", "Ferry aground", "Text.", NOON, THEIRS);

            assertThat(index.sketches(
                            new Query("ferry", false, new Language("en"), Set.of(OURS), Optional.empty(), 10)))
                    .isEmpty();
        }
    }
}
