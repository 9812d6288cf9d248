package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import news.lede.answer.Texts;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void everyTextExistsInEveryLanguage() {
        ResourceBundle.Control exact = new ResourceBundle.Control() {
            @Override
            public List<Locale> getCandidateLocales(String name, Locale locale) {
                return List.of(locale.equals(Locale.ENGLISH) ? Locale.ROOT : locale);
            }
        };
        ResourceBundle english = ResourceBundle.getBundle("news.lede.discord.messages", Locale.ENGLISH, exact);
        for (Locale locale : Texts.LANGUAGES) {
            ResourceBundle own = ResourceBundle.getBundle("news.lede.discord.messages", locale, exact);
            assertThat(own.keySet()).as("%s", locale).isEqualTo(english.keySet());
        }
    }

    @Test
    void anUnknownLanguageGetsEnglish() {
        assertThat(Wording.text("menu.summarize", Locale.forLanguageTag("fi"))).isEqualTo("Summarise links");
    }

    @Test
    void menuNamesFitDiscord() {
        for (CommandMenu.Menu menu : CommandMenu.Menu.values()) {
            for (Locale locale : Texts.LANGUAGES) {
                assertThat(menu.name(locale)).hasSizeBetween(1, 32);
            }
        }
    }
}
