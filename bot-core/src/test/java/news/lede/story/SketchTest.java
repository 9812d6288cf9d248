package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class SketchTest {
    private static final Likeness LIKENESS = new Likeness(Language.ENGLISH);

    private static Reading reading(String language, String title, String text) {
        return Reading.of(new Article(
                new ArticleId(1),
                new ReportId(1),
                title,
                Optional.empty(),
                Optional.empty(),
                List.of(text),
                Instant.EPOCH,
                false,
                new Language(language),
                OptionalInt.empty(),
                Instant.EPOCH));
    }

    private final Reading ferry = reading("en", "Ferry Marla sinks off Port Alden", Newsroom.FERRY);
    private final Reading again = reading("en", "Captain of the Marla questioned", Newsroom.FERRY_AGAIN);

    @Test
    void sketchesAreAsNearAsTheArticlesTheyAreOf() {
        double read = LIKENESS.nearness(LIKENESS.weigh(ferry.fingerprint()), LIKENESS.weigh(again.fingerprint()));
        double sketched = LIKENESS.nearness(LIKENESS.weigh(Sketch.of(ferry)), LIKENESS.weigh(Sketch.of(again)));

        assertThat(sketched).isGreaterThan(2).isCloseTo(read, within(1e-6));
    }

    @Test
    void keepsTitleWordsAndNamesApart() {
        Sketch sketch = Sketch.of(ferry);

        assertThat(sketch.title().size()).isEqualTo(ferry.fingerprint().title().size());
        assertThat(sketch.words().size()).isEqualTo(ferry.fingerprint().words().size());
        assertThat(sketch.entities().size())
                .isEqualTo(ferry.fingerprint().entities().size());
        assertThat(sketch.entities().norm())
                .isCloseTo(ferry.fingerprint().entities().norm(), within(1e-6));
    }

    @Test
    void countsWordsByTheirStems() {
        Sketch sketch = Sketch.of(reading("en", "Pumps", "Pumps and a pump. The ferry."));

        assertThat(sketch.count("pump")).isEqualTo(3);
        assertThat(sketch.count("ferri")).isEqualTo(1);
        assertThat(sketch.count("harbour")).isZero();
    }

    @Test
    void knowsWordsOfTwoSyllables() {
        Reading read =
                reading("vi", "Th\u00e0nh ph\u1ed1 m\u01b0a l\u1edbn", "M\u01b0a l\u1edbn \u1edf nhi\u1ec1u n\u01a1i.");

        for (Wording.Word word : read.worded().wording().words()) {
            assertThat(Sketch.of(read).count(word.stem())).isEqualTo(word.count());
        }
        assertThat(read.worded().wording().words()).anyMatch(word -> word.count() == 2);
    }

    @Test
    void whatStandsMoreOftenThanAByteTellsIsCountedToItsEnd() {
        Sketch sketch = Sketch.of(reading("en", "Hum", "hum ".repeat(400)));

        assertThat(sketch.count("hum")).isEqualTo(127);
        assertThat(sketch.words().value(0)).isEqualTo((float) (1 + Math.log(255)));
    }

    @Test
    void anEmptyTextHasAnEmptySketch() {
        Sketch sketch = Sketch.read(new byte[0]);

        assertThat(sketch.words().isEmpty()).isTrue();
        assertThat(sketch.count("pump")).isZero();
    }

    @Test
    void takesSevenBytesForEachWord() {
        assertThat(Sketch.bytes(ferry).length)
                .isLessThan(7 * 60)
                .isEqualTo(7 * Sketch.of(ferry).keys().length);
    }
}
