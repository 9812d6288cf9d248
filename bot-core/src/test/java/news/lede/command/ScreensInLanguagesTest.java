package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Snapshot;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How setting a place up reads in each language of ours, stored beside; the cards of stories are stored with the payloads of the platforms. */
class ScreensInLanguagesTest {
    /** Discord's limit for the label of a button. */
    private static final int LABEL = 80;

    private final SubscribeDesk test = new SubscribeDesk();

    static List<Locale> languages() {
        return Texts.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void settingUp(Locale language) {
        Asker known = test.moderator();
        Asker asker = new Asker(
                known.person(), known.role(), known.workspace(), known.conversation(), language, known.viewer());
        List<String> typed = Stream.concat(
                        Stream.of("/setup"),
                        Stream.of(SetupStep.values())
                                .filter(step -> step != SetupStep.PREVIEW)
                                .map(step -> "/setup " + step.name().toLowerCase(Locale.ROOT)))
                .toList();
        for (String one : typed) {
            Answer answer = test.ask(asker, one);
            if (answer instanceof Listing form) {
                assertThat(form.actions())
                        .as(one)
                        .allSatisfy(action -> assertThat(action.label()).hasSizeBetween(1, LABEL));
            }
        }
        Snapshot.assertShown(
                "command/screens/setup-" + language.getLanguage() + ".txt",
                typed.stream()
                        .map(one -> "> " + one + "\n" + test.text(asker, one))
                        .collect(Collectors.joining("\n\n")));
    }
}
