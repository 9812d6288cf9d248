package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import news.lede.alert.Messenger.Outgoing;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Pick;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.community.Askers;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.telegram.TelegramTrial.Turn;
import org.junit.jupiter.api.Test;

class TelegramTrialTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Phrases PHRASES = new Phrases(Texts.in(Locale.ENGLISH), SampleStories.NOW, ZoneOffset.UTC);

    private final FakeDesk desk = new FakeDesk();
    private final TelegramTrial trial = new TelegramTrial(desk, true, InstantSource.fixed(SampleStories.NOW));
    private final Asker asker = new FakeAskers().apply(Askers.local("console", "Console", Role.MODERATOR));

    private static JsonNode json(String written) {
        try {
            return JSON.readTree(written);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode only(Turn turn) {
        assertThat(turn.messages()).hasSize(1);
        return json(turn.messages().getFirst());
    }

    /** What really went over the wire in another test. */
    private static JsonNode stored(String name) throws IOException {
        try (InputStream file =
                TelegramTrialTest.class.getResourceAsStream("/news/lede/telegram/payloads/" + name + ".json")) {
            return JSON.readTree(Objects.requireNonNull(file, name));
        }
    }

    private static void sameAs(String name, JsonNode drawn) throws IOException {
        for (String part : List.of("text", "reply_markup", "link_preview_options", "disable_notification")) {
            assertThat(drawn.path(part)).as(part).isEqualTo(stored(name).path(part));
        }
    }

    @Test
    void whatIsToldIsWhatTheMessengerSends() throws IOException {
        Answer card = new Answer.StoryCard(
                SampleStories.dam().view().title(), SampleStories.dam(), List.of(), Optional.empty());
        Outgoing message = new Outgoing(
                new Place("telegram", "5", Optional.empty()),
                "n",
                card,
                PHRASES,
                false,
                Optional.empty(),
                Optional.empty());

        JsonNode drawn = json(TelegramTrial.told(message, true));

        sameAs("unasked/alert", drawn);
        assertThat(drawn.path("method").asText()).isEqualToIgnoringCase("sendMessage");
    }

    @Test
    void whatIsAnsweredIsWhatThePostmanSends() throws IOException {
        sameAs("alone/list", only(trial.typed(asker, "/latest")));
        sameAs("alone/card", only(trial.typed(asker, "/story 4")));
        sameAs("alone/listing", only(trial.typed(asker, "/help")));
    }

    @Test
    void wordsAreHeardToo_andACommandToUsByName() {
        trial.typed(asker, " ferries ");
        trial.typed(asker, "/start story_4");
        trial.typed(asker, "/latest@lede_bot");
        assertThat(desk.typed()).containsExactly("ferries", "/story 4", "/latest");
    }

    @Test
    void buttonsAndLinksAskWhatTheyCarry() {
        trial.pressed(asker, "1:/related 4");
        trial.pressed(asker, "https://t.me/lede_bot?start=story_7");
        assertThat(desk.typed()).containsExactly("/related 4", "/story 7");
    }

    @Test
    void whatWeNeverWroteIsTooOld() {
        JsonNode notice = only(trial.pressed(asker, "forged"));
        assertThat(desk.typed()).isEmpty();
        assertThat(notice.path("text").asText())
                .contains(Texts.in(Locale.ENGLISH).text("notice.button-outdated.title"));
    }

    @Test
    void aPageOfAFormTakesThePlaceOfTheFormer_newsDoesNot() {
        desk.answerWith((_, typed) -> typed.startsWith("/setup") ? form() : FakeDesk.usual(typed));

        Turn turned = trial.pressed(asker, "1:/setup page:2");

        assertThat(turned.inPlace()).isTrue();
        assertThat(only(turned).path("method").asText()).isEqualToIgnoringCase("editMessageText");
        assertThat(trial.pressed(asker, "1:/latest").inPlace()).isFalse();
        assertThat(trial.typed(asker, "/setup").inPlace()).isFalse();
    }

    private static Answer form() {
        return new Answer.Listing(
                Answer.Listing.Kind.FORM,
                "Step 2",
                List.of(new Answer.Listing.Section("", List.of(new Answer.Listing.Line("Language", "English")))),
                List.<Pick>of(),
                List.of(),
                Optional.empty());
    }

    @Test
    void whatIsLongIsRichUnlessThatIsOff() {
        Answer compare = SampleAnswers.compare();
        desk.answerWith((_, _) -> compare);
        assertThat(only(trial.typed(asker, "/compare 12"))
                        .path("rich_message")
                        .path("html")
                        .asText())
                .contains("<table");
        TelegramTrial plain = new TelegramTrial(desk, false, InstantSource.fixed(SampleStories.NOW));
        assertThat(json(plain.typed(asker, "/compare 12").messages().getFirst())
                        .path("text")
                        .asText())
                .isNotEmpty();
    }
}
