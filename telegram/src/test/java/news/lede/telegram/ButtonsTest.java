package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

class ButtonsTest {
    @Nested
    class Data {
        @ParameterizedTest
        @ValueSource(strings = {"/latest", "/topic immigration page:2", "/search wörter über wasser", "/story 4"})
        void aCommandReadsBackFromDataAndLinks(String command) {
            assertThat(CallbackData.of(command).flatMap(CallbackData::command)).hasValue(command);
            assertThat(DeepLink.of("lede_news_bot", command).flatMap(DeepLink::command))
                    .hasValue(command);
        }

        @Test
        void whatDoesNotFitIsRefusedNotCut() {
            assertThat(CallbackData.of("/" + "x".repeat(61))).isPresent();
            assertThat(CallbackData.of("/" + "x".repeat(62))).isEmpty();
            assertThat(CallbackData.of("/" + "ä".repeat(31))).isEmpty();
            assertThat(DeepLink.of("lede_news_bot", "/" + "x".repeat(44))).isPresent();
            assertThat(DeepLink.of("lede_news_bot", "/" + "x".repeat(45))).isEmpty();
        }

        @Test
        void aStoryHasALinkThatPeopleCanRead() {
            assertThat(DeepLink.of("lede_news_bot", "/story 4")).hasValue("https://t.me/lede_news_bot?start=story_4");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "1", "1:", "0:/latest", "2:/latest", "1:latest", "/latest"})
        void dataWeNeverWroteIsNoCommand(String data) {
            assertThat(CallbackData.command(data)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "topic_x",
                    "c1_",
                    "c1_!!",
                    "c1_eA",
                    "c1__w",
                    "story_",
                    "story_x",
                    "story_99999999999999999999"
                })
        void payloadsWeNeverWroteAreNoCommand(String payload) {
            assertThat(DeepLink.commandOfPayload(payload)).isEmpty();
        }

        @Test
        void noPayloadIsEverAnException() {
            Random random = new Random(7);
            String letters = "abcXYZ019_-";
            for (int i = 0; i < 10_000; i++) {
                StringBuilder payload = new StringBuilder(i % 2 == 0 ? "c1_" : "");
                random.ints(random.nextInt(61), 0, letters.length()).forEach(n -> payload.append(letters.charAt(n)));
                DeepLink.commandOfPayload(payload.toString())
                        .ifPresent(c -> assertThat(c).startsWith("/"));
            }
        }
    }

    @Nested
    class Rows {
        private final Keyboards keyboards = new Keyboards("lede_news_bot");

        @Test
        void storiesOfAListAreNumberedAndOpenThem() {
            Answer list = new Answer.StoryList(
                    "Latest",
                    List.of(SampleStories.dam(), SampleStories.ferry()),
                    List.of(new Action("Next page", "/latest page:2")),
                    Optional.empty());

            List<List<InlineKeyboardButton>> rows = rows(list, Venue.Kind.PRIVATE);

            assertThat(rows.getFirst())
                    .extracting(InlineKeyboardButton::getText)
                    .containsExactly("1", "2");
            assertThat(rows.getFirst())
                    .extracting(InlineKeyboardButton::getCallbackData)
                    .containsExactly("1:/story 4", "1:/story 7");
            assertThat(rows.getLast()).extracting(InlineKeyboardButton::getText).containsExactly("Next page");
        }

        @Test
        void aCommandThatIsTooLongToCallBackIsCopied() {
            String command = "/search " + "x".repeat(100);
            Answer notice = new Answer.Notice("T", "t", List.of(new Action("Search again", command)));

            for (Venue.Kind kind : Venue.Kind.values()) {
                InlineKeyboardButton button = rows(notice, kind).getFirst().getFirst();
                assertThat(button.getCopyText().getText()).isEqualTo(command);
                assertThat(button.getCallbackData()).isNull();
                assertThat(button.getUrl()).isNull();
            }
        }

        @Test
        void aCommandThatIsTooLongEvenForThatHasNoButton() {
            Answer notice =
                    new Answer.Notice("T", "t", List.of(new Action("Search again", "/search " + "x".repeat(300))));

            assertThat(keyboards.of(notice, Venue.Kind.PRIVATE)).isEmpty();
        }

        @Test
        void inAGroupACommandMustFitTheLinkThatAnswersThePress() {
            String command = "/search " + "x".repeat(45);
            assertThat(command.getBytes(StandardCharsets.UTF_8).length).isLessThan(62);
            Answer notice = new Answer.Notice("T", "t", List.of(new Action("Search again", command)));

            assertThat(rows(notice, Venue.Kind.PRIVATE).getFirst().getFirst().getCallbackData())
                    .isNotNull();
            assertThat(rows(notice, Venue.Kind.GROUP).getFirst().getFirst().getCopyText())
                    .isNotNull();
        }

        @Test
        void whatActsInThePlaceNeverLeadsAwayFromIt() {
            String command = "/subscribe " + "x".repeat(45);
            Answer notice = new Answer.Notice("T", "t", List.of(new Action("Start", command)));

            assertThat(rows(notice, Venue.Kind.GROUP).getFirst().getFirst().getCallbackData())
                    .isEqualTo("1:" + command);
            Answer few = new Answer.Notice("T", "t", List.of(new Action("End", "/unsubscribe 4")));
            InlineKeyboardButton inChannel =
                    rows(few, Venue.Kind.CHANNEL).getFirst().getFirst();
            assertThat(inChannel.getUrl()).isNull();
            assertThat(inChannel.getCopyText().getText()).isEqualTo("/unsubscribe 4");
        }

        private List<List<InlineKeyboardButton>> rows(Answer answer, Venue.Kind kind) {
            InlineKeyboardMarkup markup = keyboards.of(answer, kind).orElseThrow();
            return markup.getKeyboard().stream()
                    .map(r -> (List<InlineKeyboardButton>) r)
                    .toList();
        }
    }
}
