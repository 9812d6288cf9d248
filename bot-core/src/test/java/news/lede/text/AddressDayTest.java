package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressDayTest {
    @ParameterizedTest
    @CsvSource({
        "https://paper.example/2021/05/04/ferry, 2021-05-04",
        "https://paper.example/news/2021-05-04-ferry, 2021-05-04",
        "https://paper.example/20210504/ferry, 2021-05-04",
        "https://paper.example/2021/5/4, 2021-05-04",
        "https://paper.example/a/2021/12/31_ferry, 2021-12-31",
    })
    void theDayThatAnAddressNamesIsRead(URI address, LocalDate day) {
        assertThat(AddressDay.in(address)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://paper.example/ferry",
                "https://paper.example/1921/05/04/",
                "https://paper.example/2021/13/04/",
                "https://paper.example/2021/05/44/",
                "https://paper.example/202105041",
                "https://paper.example?day=/2021/05/04/",
                "https://paper.example"
            })
    void otherNumbersAreNone(URI address) {
        assertThat(AddressDay.in(address)).isEmpty();
    }

    @Test
    void aDayThatNoCalendarHasIsNone() {
        assertThat(AddressDay.in(URI.create("https://paper.example/2021/02/30/ferry")))
                .isEmpty();
    }
}
