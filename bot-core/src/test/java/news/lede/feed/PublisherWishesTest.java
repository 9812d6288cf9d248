package news.lede.feed;

import static news.lede.feed.TestFeeds.feed;
import static news.lede.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublisherWishesTest {
    private static PollWishes wishes(String inside) {
        return feed(rss(inside)).wishes();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <ttl>60</ttl> | PT1H
                    <ttl> 5 </ttl> | PT5M
                    <sy:updatePeriod>hourly</sy:updatePeriod> | PT1H
                    <sy:updatePeriod>Daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency> | PT6H
                    <sy:updatePeriod>weekly</sy:updatePeriod> | PT168H
                    <ttl>15</ttl><sy:updatePeriod>hourly</sy:updatePeriod> | PT1H
                    <ttl>120</ttl><sy:updatePeriod>hourly</sy:updatePeriod> | PT2H
                    """)
    void theLongerWishCounts(String inside, Duration interval) {
        assertThat(wishes(inside).interval()).contains(interval);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<ttl>0</ttl>",
                "<ttl>-5</ttl>",
                "<ttl>soon</ttl>",
                "<ttl>99999999999999999999</ttl>",
                "<sy:updatePeriod>often</sy:updatePeriod>",
                "<sy:updateFrequency>2</sy:updateFrequency>"
            })
    void whatIsNoWishIsNone(String inside) {
        assertThat(wishes(inside)).isEqualTo(PollWishes.NONE);
    }

    @Test
    void hoursAndDaysToStayAwayAreRead() {
        PollWishes wishes = wishes("<skipHours><hour>0</hour><hour>23</hour><hour>24</hour><hour>99</hour></skipHours>"
                + "<skipDays><day>Sunday</day><day> monday </day><day>Someday</day></skipDays>");
        assertThat(wishes.skipHours()).containsExactlyInAnyOrder(0, 23);
        assertThat(wishes.skipDays()).containsExactlyInAnyOrder(DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
        assertThat(wishes.interval()).isEmpty();
    }
}
