package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomIdTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        String id = CustomId.of("/related 4").orElseThrow();
        assertThat(id).isEqualTo("1:/related 4");
        assertThat(CustomId.command(id)).hasValue("/related 4");
    }

    @Test
    void whatFitsStandsAsItIs() {
        assertThat(CustomId.of("/" + "x".repeat(97)).orElseThrow()).hasSize(100).startsWith("1:/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search harbour master resigns after the inquiry into the ferry that ran aground off Aldsund in spring source:valley-news count:5 page:2",
                "/summarize https://news.example.org/2026/05/04/world/north/ferry-line-reopens-after-the-storm-of-april-what-travellers-need-to-know-1234567890.html?from=front",
                "/topic \"Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich\" oder „Hafenmeisterin tritt zurück“ 漢字 💥 page:2",
            })
    void whatIsLongerIsPacked_andReadAgain(String command) {
        assertThat(command.length()).isGreaterThan(98);
        String id = CustomId.of(command).orElseThrow();
        assertThat(id).startsWith("2:").hasSizeLessThanOrEqualTo(100);
        assertThat(CustomId.command(id)).hasValue(command);
        assertThat(CustomId.form(id)).isEmpty();
        assertThat(CustomId.form(CustomId.ofForm(command).orElseThrow())).hasValue(command);
    }

    @Test
    void everyLengthIsReadAgain() {
        Random random = new Random(7);
        for (int length = 0; length < 160; length++) {
            StringBuilder text = new StringBuilder("/");
            random.ints(length, ' ', 0x17F).forEach(text::appendCodePoint);
            assertThat(Packed.unpack(Packed.pack(text.toString()))).hasValue(text.toString());
        }
    }

    @Test
    void whatFitsInNoWayGetsNoId() {
        StringBuilder noise = new StringBuilder("/");
        new Random(8).ints(400, 'a', 'z').forEach(noise::appendCodePoint);
        assertThat(CustomId.of(noise.toString())).isEmpty();
    }

    @Test
    void whatSwellsWhenUnpackedIsNotRead() {
        assertThat(CustomId.command("2:" + Packed.pack("/" + "x".repeat(5_000))))
                .isEmpty();
    }

    @Test
    void noiseIsNotReadAndHarmsNothing() {
        Random random = new Random(9);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder id = new StringBuilder("2:");
            random.ints(1 + random.nextInt(98), 0x4DF0, 0x8E10).forEach(id::appendCodePoint);
            assertThat(CustomId.command(id.toString())).isEmpty();
        }
    }

    @Test
    void whatIsNoCommandGetsNoId() {
        assertThat(CustomId.of("latest")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1:",
                "1:latest",
                "2:/latest",
                "2:",
                "2:一",
                "2:漢字",
                "3:/latest",
                "1:share",
                "/latest",
                "x1:/latest"
            })
    void whatWeDidNotWriteIsNotRead(String id) {
        assertThat(CustomId.command(id)).isEmpty();
    }
}
