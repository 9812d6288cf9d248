package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import news.lede.answer.Action;
import news.lede.answer.Action.Kind;
import org.junit.jupiter.api.Test;

class ButtonsTest {
    private final Buttons buttons = new Buttons(Locale.ENGLISH);
    private final Set<String> used = new HashSet<>();

    private static List<Action> actions(Kind... kinds) {
        return IntStream.range(0, kinds.length)
                .mapToObj(i -> new Action("a" + i, "/why " + i, kinds[i]))
                .toList();
    }

    private static List<List<String>> labels(List<ActionRow> rows) {
        return rows.stream()
                .map(row -> row.getButtons().stream().map(ButtonsTest::label).toList())
                .toList();
    }

    private static String label(Button button) {
        Emoji emoji = button.getEmoji();
        return emoji == null ? button.getLabel() : emoji.getName();
    }

    @Test
    void fewStandInOneRow_deedsBehindWhatOneReads() {
        assertThat(labels(buttons.rows(actions(Kind.FOLLOW, Kind.OPEN, Kind.RELATED), true, used)))
                .containsExactly(List.of("a1", "a2", "a0", "Share"));
    }

    @Test
    void manyArePartedIntoReadingAndDoing() {
        List<ActionRow> rows = buttons.rows(
                actions(Kind.RELATED, Kind.GOOD, Kind.SOURCES, Kind.BAD, Kind.TIMELINE, Kind.REPORT), true, used);
        assertThat(labels(rows)).containsExactly(List.of("a0", "a2", "a4"), List.of("👍", "👎", "a5", "Share"));
    }

    @Test
    void moreThanTenAreTheFirstTen_theOneThatSharesAmongThem() {
        List<Action> many = actions(Stream.generate(() -> Kind.OTHER).limit(14).toArray(Kind[]::new));
        assertThat(labels(buttons.rows(many, false, new HashSet<>())))
                .containsExactly(List.of("a0", "a1", "a2", "a3", "a4"), List.of("a5", "a6", "a7", "a8", "a9"));
        assertThat(labels(buttons.rows(many, true, new HashSet<>())).getLast())
                .containsExactly("a5", "a6", "a7", "a8", "Share");
    }

    @Test
    void whatTheyDoShowsInTheirLook() {
        List<Button> row = buttons.rows(
                        actions(Kind.FOLLOW, Kind.CONFIRM, Kind.REPORT, Kind.CANCEL, Kind.OTHER), false, used)
                .getFirst()
                .getButtons();
        assertThat(row).extracting(Button::getLabel).containsExactly("a4", "a0", "a1", "a2", "a3");
        assertThat(row)
                .extracting(Button::getStyle)
                .containsExactly(
                        ButtonStyle.SECONDARY,
                        ButtonStyle.PRIMARY,
                        ButtonStyle.PRIMARY,
                        ButtonStyle.DANGER,
                        ButtonStyle.DANGER);
    }

    @Test
    void theSameStandsOnce_andWhatSaysNothingNotAtAll() {
        List<Action> twice =
                List.of(new Action("one", "/latest"), new Action("other", "/latest"), new Action("\u200B", "/topics"));
        assertThat(labels(buttons.rows(twice, false, used))).containsExactly(List.of("one"));
        assertThat(buttons.rows(twice, false, used)).isEmpty();
    }

    @Test
    void numbersStandForStories_inTwoRowsAtMost() {
        List<Action> stories = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> new Action("Open", "/story " + i, Kind.OPEN))
                .toList();
        assertThat(labels(buttons.numbers(stories, used)))
                .containsExactly(List.of("1", "2", "3", "4", "5"), List.of("6", "7", "8", "9", "10"));
    }
}
