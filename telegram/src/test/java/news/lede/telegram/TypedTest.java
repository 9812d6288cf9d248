package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import news.lede.command.CommandSpecs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
    private final Typed typed = new Typed("lede_news_bot", CommandSpecs.ALL);

    @ParameterizedTest
    @CsvSource({
        "/latest, /latest",
        "/LATEST, /latest",
        "/latest@lede_news_bot, /latest",
        "/latest@LEDE_NEWS_BOT  count:3 , /latest count:3",
        "/topic   immigration law, /topic immigration law",
        "/start story_4, /story 4",
        "/start else, /start else",
        "/unknown@lede_news_bot, /unknown",
    })
    void aCommandToUsIsHandedOverWithoutOurName(String text, String forDesk) {
        assertThat(typed.forDesk(written(Venue.Kind.GROUP, text, Optional.empty())))
                .hasValue(forDesk);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "good morning",
                "/latest@another_bot",
                "/unknown",
                "see /latest",
                "/",
                "/@lede_news_bot",
                "latest"
            })
    void amongSeveralOtherThingsAreNotForUs(String text) {
        assertThat(typed.forDesk(written(Venue.Kind.GROUP, text, Optional.empty())))
                .isEmpty();
        assertThat(typed.forDesk(written(Venue.Kind.CHANNEL, text, Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"good morning", "/", "/latst", "https://paper.example/1"})
    void aloneEverythingIsForTheDesk(String text) {
        assertThat(typed.forDesk(written(Venue.Kind.PRIVATE, text, Optional.empty())))
                .hasValue(text);
    }

    @Test
    void aReplyToALinkFillsItInForCommandsOnLinks() {
        Optional<String> link = Optional.of("https://paper.example/1");
        assertThat(typed.forDesk(written(Venue.Kind.GROUP, "/known", link))).hasValue("/known https://paper.example/1");
        assertThat(typed.forDesk(written(Venue.Kind.GROUP, "/known https://other.example/2", link)))
                .hasValue("/known https://other.example/2");
        assertThat(typed.forDesk(written(Venue.Kind.GROUP, "/known", Optional.of("some words"))))
                .hasValue("/known");
    }

    @ParameterizedTest
    @CsvSource({
        "look https://paper.example/1, GROUP, true",
        "see www.paper.example, GROUP, true",
        "good morning, GROUP, false",
        "httpd is a server, GROUP, false",
        "/known@another_bot https://paper.example/1, GROUP, false",
        "look https://paper.example/1, CHANNEL, false",
        "look https://paper.example/1, PRIVATE, false",
    })
    void onlyLinksSaidInGroupsAreLookedAtUnasked(String text, Venue.Kind kind, boolean overheard) {
        assertThat(Typed.isOverheard(written(kind, text, Optional.empty()))).isEqualTo(overheard);
    }

    @Test
    void whatAReplyIsAboutFillsInForCommandsOnStories() {
        assertThat(typed.forDesk(written(Venue.Kind.GROUP, "/related", Optional.of("4"))))
                .hasValue("/related 4");
        assertThat(typed.forDesk(written(Venue.Kind.GROUP, "/story", Optional.of("4"))))
                .hasValue("/story 4");
        assertThat(typed.forDesk(written(Venue.Kind.GROUP, "/related 5", Optional.of("4"))))
                .hasValue("/related 5");
        assertThat(typed.forDesk(written(Venue.Kind.GROUP, "/latest", Optional.of("4"))))
                .hasValue("/latest");
    }

    @Test
    void inReplyToSomebodyACommandOnPersonsIsAboutThem() {
        assertThat(typed.forDesk(inReplyTo(77, "/grant role:editor"))).hasValue("/grant person:77 role:editor");
        assertThat(typed.forDesk(inReplyTo(77, "/grant"))).hasValue("/grant person:77");
        assertThat(typed.forDesk(inReplyTo(77, "/grant topic:weather person:8")))
                .hasValue("/grant topic:weather person:8");
        assertThat(typed.forDesk(inReplyTo(77, "/grant 8 role:editor"))).hasValue("/grant 8 role:editor");
        assertThat(typed.forDesk(inReplyTo(77, "/latest"))).hasValue("/latest");
    }

    private static Incoming.Written inReplyTo(long person, String text) {
        return new Incoming.Written(
                new Venue(1, Optional.empty(), Venue.Kind.GROUP, "x"),
                new Author(2, Optional.empty(), false),
                3,
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.of(person),
                Optional.empty());
    }

    private static Incoming.Written written(Venue.Kind kind, String text, Optional<String> about) {
        return new Incoming.Written(
                new Venue(1, Optional.empty(), kind, "x"),
                new Author(2, Optional.empty(), false),
                3,
                text,
                about,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
