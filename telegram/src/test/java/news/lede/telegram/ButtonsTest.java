package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Texts;
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
                    "topic_Not a topic",
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
        void aLongCommandIsWrittenShorter() {
            String command = "/subscribe topic:immigration when:daily at:07:30 to:me confirm:yes";

            String link = DeepLink.of("lede_news_bot", command).orElseThrow();

            assertThat(link).startsWith("https://t.me/lede_news_bot?start=c2_");
            assertThat(DeepLink.command(link)).contains(command);
            assertThat(DeepLink.of("lede_news_bot", "/search " + "x".repeat(50)))
                    .isEmpty();
        }

        @Test
        void noPayloadIsEverAnException() {
            Random random = new Random(7);
            String letters = "abcXYZ019_-";
            for (int i = 0; i < 10_000; i++) {
                StringBuilder payload = new StringBuilder(i % 3 == 0 ? "c1_" : i % 3 == 1 ? "c2_" : "");
                random.ints(random.nextInt(61), 0, letters.length()).forEach(n -> payload.append(letters.charAt(n)));
                DeepLink.commandOfPayload(payload.toString())
                        .ifPresent(c -> assertThat(c).startsWith("/"));
            }
        }
    }

    @Nested
    class Rows {
        private final Keyboards keyboards = new Keyboards("lede_news_bot", true);

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

            assertThat(keyboards.of(notice, Venue.Kind.PRIVATE, Texts.in(Locale.ENGLISH)))
                    .isEmpty();
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

        @Test
        void aLongCommandIsWrittenShorterBeforeItIsCopied() {
            String command = "/subscribe topic:climate-and-energy when:weekdays at:07:30 to:here confirm:yes";
            Answer notice = new Answer.Notice("T", "t", List.of(new Action("Start", command, Action.Kind.CONFIRM)));

            String data = rows(notice, Venue.Kind.PRIVATE).getFirst().getFirst().getCallbackData();

            assertThat(data.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64);
            assertThat(CallbackData.command(data)).contains(command);
        }

        @Test
        void numbersStandAtMostEightInARowAndInRowsOfAboutTheSameLength() {
            assertThat(numbers(8)).containsExactly(8);
            assertThat(numbers(9)).containsExactly(4, 5);
            assertThat(numbers(25)).containsExactly(6, 6, 6, 7);
        }

        private List<Integer> numbers(int stories) {
            Answer list = new Answer.StoryList(
                    "Latest", Collections.nCopies(stories, SampleStories.dam()), List.of(), Optional.empty());
            return rows(list, Venue.Kind.PRIVATE).stream().map(List::size).toList();
        }

        @Test
        void wordsStandBesideEachOtherAsLongAsEachIsReadWhole() {
            assertThat(labels(
                            new Action("Related", "/related 4", Action.Kind.RELATED),
                            new Action("Sources", "/story 4", Action.Kind.SOURCES),
                            new Action("Timeline", "/timeline 4", Action.Kind.TIMELINE),
                            new Action("Whole story here", "/story 4", Action.Kind.OPEN),
                            new Action("Search full texts", "/search a"),
                            new Action("A label that needs the whole row", "/help")))
                    .containsExactly(
                            List.of("Related", "Sources", "Timeline"),
                            List.of("Whole story here", "Search full texts"),
                            List.of("A label that needs the whole row"));
        }

        @Test
        void votesDecisionsAndPagesHaveRowsOfTheirOwn() {
            assertThat(labels(
                            new Action("More", "/latest page:3", Action.Kind.MORE),
                            new Action("👍", "/help", Action.Kind.GOOD),
                            new Action("End", "/help", Action.Kind.CANCEL),
                            new Action("👎", "/help", Action.Kind.BAD),
                            new Action("Back", "/latest page:1", Action.Kind.BACK),
                            new Action("Start", "/help", Action.Kind.CONFIRM),
                            new Action("Report", "/help", Action.Kind.REPORT),
                            new Action("Why?", "/help", Action.Kind.WHY)))
                    .containsExactly(
                            List.of("Why?"),
                            List.of("👍", "👎", "Report"),
                            List.of("End", "Start"),
                            List.of("Back", "More"));
        }

        @Test
        void whatBeginsConfirmsAndEndsIsColoured() {
            Answer notice = new Answer.Notice(
                    "T",
                    "t",
                    List.of(
                            new Action("Follow", "/help", Action.Kind.FOLLOW),
                            new Action("Start", "/help", Action.Kind.CONFIRM),
                            new Action("End", "/help", Action.Kind.CANCEL),
                            new Action("Help", "/help")));

            assertThat(rows(notice, Venue.Kind.GROUP).stream()
                            .flatMap(List::stream)
                            .map(b -> b.getText() + " " + b.getStyle()))
                    .containsExactlyInAnyOrder("Follow primary", "Start success", "End danger", "Help null");
        }

        @Test
        void aStoryIsTakenAlongFromAPrivateChatAlone() {
            Answer card = new Answer.StoryCard("Story", SampleStories.dam(), List.of(), Optional.empty());

            InlineKeyboardButton share =
                    rows(card, Venue.Kind.PRIVATE).getLast().getLast();
            assertThat(share.getText()).isEqualTo("Share");
            assertThat(share.getSwitchInlineQueryChosenChat().getRequestId()).isEqualTo("#4");
            assertThat(keyboards.of(card, Venue.Kind.GROUP, Texts.in(Locale.ENGLISH)))
                    .isEmpty();
            assertThat(new Keyboards("lede_news_bot", false).of(card, Venue.Kind.PRIVATE, Texts.in(Locale.ENGLISH)))
                    .isEmpty();
        }

        private List<List<String>> labels(Action... actions) {
            Answer notice = new Answer.Notice("T", "t", List.of(actions));
            return rows(notice, Venue.Kind.PRIVATE).stream()
                    .map(row -> row.stream().map(InlineKeyboardButton::getText).toList())
                    .toList();
        }

        private List<List<InlineKeyboardButton>> rows(Answer answer, Venue.Kind kind) {
            InlineKeyboardMarkup markup =
                    keyboards.of(answer, kind, Texts.in(Locale.ENGLISH)).orElseThrow();
            return markup.getKeyboard().stream()
                    .map(r -> (List<InlineKeyboardButton>) r)
                    .toList();
        }
    }

    @Nested
    class Short {
        @Test
        void everyCommandReadsBackAsItWas() {
            List<String> commands = List.of(
                    "/story 4 topic:immigration view:evidence",
                    "/subscribe words:\"harbour dam\" when:weekly at:07:30 to:me filter:\"not ~sport\" confirm:yes",
                    "/feedback 4 topic:climate fits:no",
                    "/why link:https://www.paper.example/a~b?c=1",
                    "/search water~~ levels page:2",
                    "/topicality x",
                    "/search наводнение");

            assertThat(commands).allSatisfy(command -> {
                String shortened = ShortForm.of(command);
                assertThat(shortened).startsWith("~");
                assertThat(ShortForm.command(shortened)).contains(command);
            });
        }

        @Test
        void anyTextBehindACommandReadsBackAsItWas() {
            HostileText text = new HostileText(11);
            for (int i = 0; i < 2_000; i++) {
                String command = "/search " + text.next();

                assertThat(ShortForm.command(ShortForm.of(command))).contains(command);
            }
        }

        @Test
        void whatOldButtonsCarryIsUnderstoodForEver() {
            assertThat(CallbackData.command("1:~a~vclimate~B~G07:30~H~L"))
                    .contains("/subscribe topic:climate when:daily at:07:30 to:here confirm:yes");
            assertThat(CallbackData.command("1:~t~A~5paper.example/~~4"))
                    .contains("/why link:https://www.paper.example/~4");
            assertThat(CallbackData.command("1:~r~vx~4")).contains("/tune topic:x remove:yes");
            assertThat(CallbackData.command("1:~u~7")).contains("/briefhttp://");
        }

        @Test
        void whatWasNeverWrittenIsNoCommand() {
            assertThat(List.of("~", "x~a", "~-", "words", "", "~~a", "~v4"))
                    .allSatisfy(data -> assertThat(ShortForm.command(data)).isEmpty());
        }
    }
}
