package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.lede.answer.Answer;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import org.junit.jupiter.api.Test;

class PaletteTest {
    /** Discord's light ground, and the lighter of its dark ones. */
    private static final List<Integer> GROUNDS = List.of(0xFFFFFF, 0x313338);

    /** What the accessibility guidelines ask of signs that are no text. */
    private static final double ENOUGH = 3.0;

    @Test
    void everyColourIsToldFromLightAndDarkGround() {
        Stream.concat(Stream.of(Palette.NEWS, Palette.NOTICE), Palette.TOPICS.stream())
                .forEach(colour -> GROUNDS.forEach(ground -> assertThat(contrast(colour, ground))
                        .as("#%06X on #%06X", colour, ground)
                        .isGreaterThanOrEqualTo(ENOUGH)));
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8 & 0xFF) + 0.0722 * linear(colour & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Test
    void aTopicKeepsItsColour_andTopicsHaveMany() {
        assertThat(Palette.of("immigration")).isEqualTo(Palette.of("immigration"));
        assertThat(IntStream.range(0, 200).map(i -> Palette.of("topic-" + i)).distinct())
                .hasSize(Palette.TOPICS.size());
    }

    @Test
    void aListOfOneTopicHasItsColour_aMixedOneThatOfNews() {
        assertThat(Palette.of(list("harbours", "harbours"))).isEqualTo(Palette.of("harbours"));
        assertThat(Palette.of(list("harbours", "storms"))).isEqualTo(Palette.NEWS);
        assertThat(Palette.of(PaperDesk.related(Texts.in(Locale.ENGLISH)))).isEqualTo(Palette.NEWS);
        assertThat(Palette.of(new Answer.Notice("a", "b", List.of()))).isEqualTo(Palette.NOTICE);
    }

    private static Answer list(String... topics) {
        List<StoryItem> items = Stream.of(topics)
                .map(topic -> new StoryItem(
                        PaperDesk.item(4, 1, 0, List.of()).view(),
                        List.of(),
                        List.of(),
                        OptionalDouble.empty(),
                        Optional.of(topic)))
                .toList();
        return new Answer.StoryList("Stories", items, List.of(), Optional.empty());
    }
}
