package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {
    private static List<String> asked(String typed) {
        return Form.of(typed, Locale.ENGLISH).map(Form::fields).orElse(List.of()).stream()
                .map(field -> field.option().name())
                .toList();
    }

    @Test
    void asksForWhatIsWrittenOrPicked_asFarAsTheCallLeavesItOpen() {
        assertThat(asked("/subscribe immigration")).containsExactly("when", "at", "to", "filter");
        assertThat(asked("/subscribe immigration when:daily at:8:00")).containsExactly("to", "filter");
    }

    @Test
    void aReportAsksWhatIsWrong() {
        assertThat(asked("/report 4")).containsExactly("kind", "words");
    }

    @Test
    void asksForAtMostFiveThings() {
        assertThat(asked("/tune harbour")).containsExactly("words", "must", "not", "description", "yes");
    }

    @Test
    void whatLeavesNothingOpenHasNoForm() {
        assertThat(asked("/latest")).isEmpty();
        assertThat(asked("/nonsense at all")).isEmpty();
    }

    @Test
    void explainsEachFieldInTheReadersLanguage() {
        Form form = Form.of("/subscribe immigration", Locale.GERMAN).orElseThrow();
        Form.Field when = form.fields().getFirst();
        assertThat(when.explained()).isEqualTo(form.spec().description(when.option(), Locale.GERMAN));
        assertThat(when.shape())
                .isInstanceOfSatisfying(
                        OptionShape.OneOf.class,
                        one -> assertThat(one.choices()).contains(new Choice("täglich", "daily")));
    }

    @Test
    void whatIsFilledInBecomesPartOfTheCall_blanksAndStrangersDoNot() {
        Form form = Form.of("/subscribe immigration when:daily", Locale.ENGLISH).orElseThrow();
        Invocation call = form.filled(Map.of("at", " 8:00 ", "filter", "  ", "confirm", "yes", "when", "now"));
        assertThat(call)
                .isEqualTo(new Invocation("subscribe", Map.of("topic", "immigration", "when", "daily", "at", "8:00")));
    }

    @Test
    void shapesSayWhatIsAcceptedWhenItComes() {
        assertThat(OptionShape.of(CommandSpecs.LATEST.option("count").orElseThrow(), Locale.ENGLISH))
                .isEqualTo(new OptionShape.Number(1, 20));
        assertThat(OptionShape.of(CommandSpecs.TUNE.option("words").orElseThrow(), Locale.ENGLISH))
                .isEqualTo(new OptionShape.Text(1500));
        assertThat(OptionShape.of(CommandSpecs.SUMMARIZE.option("link").orElseThrow(), Locale.ENGLISH))
                .isEqualTo(new OptionShape.Text(2048));
        assertThat(OptionShape.of(CommandSpecs.TUNE.option("save").orElseThrow(), Locale.GERMAN))
                .isEqualTo(new OptionShape.OneOf(List.of(new Choice("ja", "yes"), new Choice("nein", "no"))));
    }
}
