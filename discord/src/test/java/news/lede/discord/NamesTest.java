package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Texts;
import news.lede.command.CommandSpec;
import news.lede.command.CommandSpecs;
import news.lede.command.Option;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final Names GERMAN = Names.in(Locale.GERMAN);

    @Test
    void everyCommandAndOptionHasItsOwnNameInEachLanguage_legalOnDiscord() {
        for (Locale locale : Texts.LANGUAGES) {
            Set<String> commands = new HashSet<>();
            for (CommandSpec spec : CommandSpecs.ALL) {
                String name =
                        Names.in(locale).command(spec.name()).orElseThrow(() -> missing("command." + spec.name()));
                assertThat(name).matches("[-_\\p{L}\\p{N}]{1,32}").isLowerCase();
                assertThat(commands.add(name))
                        .as("%s twice in %s", name, locale)
                        .isTrue();
                Set<String> options = new HashSet<>();
                for (Option option : spec.options()) {
                    String own = Names.in(locale)
                            .option(option.name())
                            .orElseThrow(() -> missing("option." + option.name()));
                    assertThat(own).matches("[-_\\p{L}\\p{N}]{1,32}").isLowerCase();
                    assertThat(options.add(own))
                            .as("%s twice in /%s", own, name)
                            .isTrue();
                }
            }
        }
    }

    private static AssertionError missing(String key) {
        return new AssertionError("names.properties and names_de.properties lack " + key);
    }

    @Test
    void inEnglishCommandsGoByTheirOwnNames() {
        for (CommandSpec spec : CommandSpecs.ALL) {
            assertThat(Names.in(Locale.ENGLISH).command(spec.name())).contains(spec.name());
        }
    }

    @Test
    void whatNobodyNamedGoesByItsOwnName() {
        assertThat(GERMAN.command("unheard_of")).isEmpty();
        assertThat(GERMAN.said("Nimm /unheard_of.")).isEqualTo("Nimm /unheard_of.");
    }

    @Test
    void ourOwnSentencesCallCommandsAsMenusDo() {
        assertThat(GERMAN.said("Nimm /summarize, oder /latest")).isEqualTo("Nimm /zusammenfassen, oder /neueste");
        assertThat(Names.in(Locale.ENGLISH).said("Use /summarize.")).isEqualTo("Use /summarize.");
    }

    @Test
    void addressesAndPathsAreNoCommands() {
        for (String text : List.of("https://news.example/latest", "und/topic", "/topic/4", "a:/latest", "//latest")) {
            assertThat(GERMAN.said(text)).isEqualTo(text);
        }
    }

    @Test
    void noticesAndListsOfOursAreTranslated_whatIsQuotedIsNot() {
        Listing help = new Listing(
                Listing.Kind.HELP,
                "Was man mich fragen kann",
                List.of(new Listing.Section("", List.of(new Listing.Line("/latest [count]", "Mehr mit /topic")))),
                List.of(),
                Optional.of("Siehe /help"));
        Listing shown = (Listing) GERMAN.in(help);
        assertThat(shown.sections().getFirst().lines())
                .containsExactly(new Listing.Line("/neueste [count]", "Mehr mit /thema"));
        assertThat(shown.footer()).contains("Siehe /hilfe");
        assertThat(GERMAN.in(new Answer.Notice("/latest", "/topic", List.of())))
                .isEqualTo(new Answer.Notice("/neueste", "/thema", List.of()));
        Answer news = PaperDesk.list(Texts.in(Locale.GERMAN), "latest", 1);
        assertThat(GERMAN.in(news)).isSameAs(news);
    }
}
