package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import news.lede.answer.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CommandSpecsTest {
    private static final List<CommandSpec> SPECS = CommandSpecs.ALL;

    @ParameterizedTest
    @FieldSource("SPECS")
    void isLegalOnEveryPlatform(CommandSpec spec) {
        assertThat(spec.name()).matches("[a-z0-9_]{1,32}");
        assertThat(spec.options()).hasSizeLessThanOrEqualTo(25);
        for (Locale language : Texts.LANGUAGES) {
            // Telegram takes 3 to 256 characters, Discord 1 to 100.
            assertThat(spec.description(language)).hasSizeBetween(3, 100);
            for (Option option : spec.options()) {
                assertThat(option.name()).matches("[a-z]{1,32}");
                assertThat(spec.description(option, language)).hasSizeBetween(3, 100);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void requiredOptionsComeFirstAsDiscordDemands(CommandSpec spec) {
        boolean optional = false;
        for (Option option : spec.options()) {
            assertThat(optional && option.required()).as(option.name()).isFalse();
            optional |= !option.required();
        }
    }

    @ParameterizedTest
    @FieldSource("SPECS")
    void theExampleIsACallOfIt(CommandSpec spec) {
        for (Locale language : Texts.LANGUAGES) {
            Texts texts = Texts.in(language);
            Parsed parsed = new CommandLine(SPECS).parse(spec.example(language), texts);
            assertThat(parsed).isInstanceOfSatisfying(Parsed.Call.class, call -> {
                assertThat(call.spec()).isEqualTo(spec);
                assertThat(Arguments.fault(spec, call.invocation(), texts)).isEmpty();
            });
        }
    }
}
