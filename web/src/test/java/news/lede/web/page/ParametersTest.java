package news.lede.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParametersTest {
    @Test
    void valuesAreDecodedAndKeptInOrder() {
        Parameters read = Parameters.read("words=flood+in%20Larkhaven&a=1&a=2&empty=&alone");

        assertThat(read.text("words")).contains("flood in Larkhaven");
        assertThat(read.all("a")).containsExactly("1", "2");
        assertThat(read.text("empty")).isEmpty();
        assertThat(read.text("alone")).isEmpty();
        assertThat(read.text("missing")).isEmpty();
    }

    @Test
    void aBrokenEscapeIsLeftOutAndTheRestRead() {
        Parameters read = Parameters.read("bad=%zz&good=yes&=nameless");

        assertThat(read.text("bad")).isEmpty();
        assertThat(read.text("good")).contains("yes");
        assertThat(read.values()).containsOnlyKeys("good");
    }

    @Test
    void numbersAreTakenWithinTheirBoundsAlone() {
        Parameters read = Parameters.read("page=3&zero=0&big=12345678901&word=x&minus=-1&arabic=%D9%A3");

        assertThat(read.number("page", 1, 3)).contains(3);
        assertThat(read.number("page", 1, 2)).isEmpty();
        assertThat(read.number("zero", 1, 9)).isEmpty();
        assertThat(read.number("big", 1, Integer.MAX_VALUE)).isEmpty();
        assertThat(read.number("word", 1, 9)).isEmpty();
        assertThat(read.number("minus", 1, 9)).isEmpty();
        assertThat(read.number("arabic", 1, 9)).isEmpty();
    }

    @Test
    void thousandsOfNamesAreNotRead() {
        Parameters read = Parameters.read("a=1&".repeat(100_000));

        assertThat(read.all("a")).hasSize(200);
    }
}
