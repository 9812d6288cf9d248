package news.lede.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartsTest {
    private static Bars bars(long... counts) {
        return Bars.of(
                "Articles",
                "articles",
                IntStream.range(0, counts.length)
                        .mapToObj(i -> new Bars.Count("day " + i, counts[i], i < counts.length - 1))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "4,1", "5,2", "8,2", "9,5", "20,5", "21,10", "4000,1000", "4001,2000"})
    void aScaleHasRoundNumbersAndAboutFourOfThem(long most, long step) {
        assertThat(Scale.step(most)).isEqualTo(step);
    }

    @Test
    void theHighestLineIsNotBelowTheHighestBar() {
        Bars drawn = bars(3, 7, 9);

        assertThat(drawn.ticks()).extracting(Bars.Tick::text).containsExactly("0", "5", "10");
        double top = Double.parseDouble(drawn.ticks().getLast().y());
        assertThat(drawn.bars())
                .allSatisfy(bar -> assertThat(Double.parseDouble(bar.y())).isGreaterThanOrEqualTo(top));
    }

    @Test
    void heightsAreInProportionAndStandOnTheLine() {
        Bars drawn = bars(5, 10);
        Bars.Bar half = drawn.bars().getFirst();
        Bars.Bar whole = drawn.bars().getLast();

        assertThat(Double.parseDouble(half.height()) * 2).isEqualTo(Double.parseDouble(whole.height()));
        assertThat(Double.parseDouble(half.y()) + Double.parseDouble(half.height()))
                .isEqualTo(Double.parseDouble(drawn.ticks().getFirst().y()));
    }

    @Test
    void whatIsNotOverIsDrawnAsSuchAndEveryBarSaysItsFigure() {
        Bars drawn = bars(1, 2);

        assertThat(drawn.bars()).extracting(Bars.Bar::whole).containsExactly(true, false);
        assertThat(drawn.bars()).extracting(Bars.Bar::text).containsExactly("day 0: 1 article", "day 1: 2 articles");
        assertThat(drawn.summary()).isEqualTo("Articles: 3 articles in all, at most 2");
    }

    @Test
    void ofManyBarsSomeAreNamedAndTheLastAlwaysIs() {
        Bars drawn = bars(new long[30]);

        assertThat(drawn.labels()).hasSizeLessThanOrEqualTo(8);
        assertThat(drawn.labels().getLast().text()).isEqualTo("day 29");
    }

    @Test
    void nothingAtAllIsAChartToo() {
        assertThat(bars().bars()).isEmpty();
        assertThat(bars().ticks()).hasSize(2);
    }

    @Test
    void aSparkShowsADayWithoutAnythingAsALine() {
        Spark spark = Spark.of(List.of(0, 4, 2), "6 articles in 3 days");

        assertThat(spark.bars()).extracting(Bars.Bar::height).containsExactly("1.0", "24.0", "12.0");
        assertThat(spark.bars()).extracting(Bars.Bar::whole).containsExactly(false, true, true);
    }
}
