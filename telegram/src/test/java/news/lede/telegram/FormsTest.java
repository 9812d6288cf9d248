package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.alert.Messenger;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Messenger.Result;
import news.lede.alert.Receipt;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Place;
import news.lede.telegram.server.BotMessage;
import news.lede.telegram.server.Button;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Fault;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** In which form messages go out, at a service that takes all of them and at older ones. */
class FormsTest {
    private static final Phrases PHRASES = new Phrases(Texts.in(Locale.ENGLISH), SampleStories.NOW, ZoneOffset.UTC);
    private static final Fault UNKNOWN_METHOD = new Fault.Error(404, "Not Found: method not found");

    private Bench bench;
    private Messenger messenger;
    private Person anna;
    private Chat alone;

    @BeforeEach
    void connect() throws IOException, InterruptedException {
        bench = Bench.ready();
        messenger = bench.adapter.messenger();
        anna = bench.server.person("Anna", "en");
        alone = bench.server.privateChat(anna);
    }

    @AfterEach
    void leave() {
        bench.close();
        assertThat(bench.server.violations()).isEmpty();
    }

    @Nested
    class RichMessages {
        @Test
        void aLongDigestIsOneRichMessageWithAllOfIt() {
            send(SampleAnswers.briefing(25));

            assertThat(bench.server.traffic("sendMessage")).isEmpty();
            assertThat(only(alone).text())
                    .contains("25. Harbour master reports day 25", "425 tonnes", "31 metres")
                    .contains("About 25 minutes to read.");
            assertThat(only(alone).buttons()).extracting(Button::label).contains("25");
        }

        @Test
        void aShortOneStaysPlain() {
            send(SampleAnswers.briefing(2));
            send(SampleAnswers.correction());
            send(SampleAnswers.bridgeCard());

            assertThat(bench.server.traffic("sendRichMessage")).isEmpty();
            assertThat(bench.server.traffic("sendMessage")).hasSize(3);
        }

        @Test
        void aServiceThatDoesNotKnowThemGetsPlainOnesAndIsAskedOnce() {
            bench.server.faults().always("sendRichMessage", UNKNOWN_METHOD);

            send(SampleAnswers.briefing(40));
            send(SampleAnswers.briefing(40));

            assertThat(bench.server.traffic("sendRichMessage")).hasSize(1);
            assertThat(alone.written()).hasSize(2);
            BotMessage sent = alone.written().getFirst();
            int shown = (int)
                    sent.text().lines().filter(l -> l.matches("\\d+\\. .*")).count();
            assertThat(shown).isBetween(10, 39);
            assertThat(sent.text()).contains("and " + (40 - shown) + " more", "About 40 minutes to read.");
            assertThat(sent.buttons()).extracting(Button::label).doesNotContain(Integer.toString(shown + 1));
        }

        @Test
        void oneThatRefusesThemGetsPlainOnes() {
            bench.server.faults().next("sendRichMessage", 1, new Fault.Error(400, "Bad Request: RICH_MESSAGE_INVALID"));

            assertThat(send(SampleAnswers.compare())).isInstanceOf(Result.Delivered.class);
            assertThat(only(alone).text()).contains("12 centimetres – The crack is 12 centimetres long.");
        }

        @Test
        void whatKeepsUsOutIsNoReasonToDoWithout() {
            bench.server
                    .faults()
                    .next("sendRichMessage", 1, new Fault.Error(403, "Forbidden: bot was blocked by the user"));

            assertThat(send(SampleAnswers.compare())).isInstanceOf(Result.Unreachable.class);
            assertThat(bench.server.traffic("sendMessage")).isEmpty();
            assertThat(send(SampleAnswers.compare())).isInstanceOf(Result.Delivered.class);
            assertThat(bench.server.traffic("sendRichMessage")).hasSize(2);
        }

        @Test
        void whoseAnswerWasLostIsNotSentAgainInAnotherForm() {
            bench.server.faults().next("sendRichMessage", 1, new Fault.DropAfter());

            assertThat(send(SampleAnswers.compare())).isInstanceOf(Result.Unknown.class);
            assertThat(bench.server.traffic("sendMessage")).isEmpty();
        }

        @Test
        void answersAreRichTooAndReplyInGroups() {
            bench.desk.answerWith((_, _) -> SampleAnswers.timeline(9));
            Chat group = bench.server.supergroup("Town").join(anna, Standing.MEMBER);

            BotMessage answer = group.say(anna, "/timeline 12").answer(Bench.SOON);

            assertThat(bench.server.traffic("sendMessage")).isEmpty();
            assertThat(answer.replyTo()).isPresent();
            assertThat(answer.text())
                    .contains(
                            "## How it developed",
                            "▸ Monday, May 1, 2026",
                            "#### Monday, May 9, 2026",
                            "• 8:05 – The crack");
        }

        @Test
        void anAnswerGoesOutAsPlainPagesWhereTheyAreNotKnown() {
            bench.server.faults().always("sendRichMessage", UNKNOWN_METHOD);
            bench.desk.answerWith((_, _) -> SampleAnswers.briefing(30));

            String said = alone.say(anna, "/brief").answers(2, Bench.SOON).stream()
                    .map(BotMessage::text)
                    .reduce("", String::concat);

            assertThat(said).contains("1. Harbour", "30. Harbour", "430 tonnes");
        }

        @Test
        void anAnswerFollowsAGroupThatMoved() {
            bench.server.faults().always("sendRichMessage", UNKNOWN_METHOD);
            bench.desk.answerWith((_, _) -> SampleAnswers.briefing(6));
            Chat group = bench.server.group("Town").join(anna, Standing.MEMBER);
            Chat moved = group.moveToSupergroup();

            group.say(anna, "/brief");

            bench.server.await(
                    Bench.SOON,
                    () -> moved.written().stream()
                            .filter(m -> m.text().contains("6. Harbour"))
                            .findFirst(),
                    "no answer in the new group");
        }
    }

    @Nested
    class Times {
        private static final Fault UNKNOWN_TAG = new Fault.Error(
                400, "Bad Request: can't parse entities: unsupported start tag \"tg-time\" at byte offset 90");

        @Test
        void aServiceThatDoesNotKnowThemGetsTheWordsAloneAndIsAskedOnce() {
            bench.server.faults().next("sendMessage", 1, UNKNOWN_TAG);

            Receipt told = sent(SampleAnswers.bridgeCard());
            sent(SampleAnswers.bridgeCard());
            messenger.edit(
                    told,
                    outgoing(new Answer.StoryCard(
                            "Story",
                            SampleStories.dam(),
                            SampleAnswers.bridgeCard().actions(),
                            Optional.empty())));

            assertThat(bench.server.traffic("sendMessage")).hasSize(3);
            assertThat(bench.server
                            .traffic("sendMessage")
                            .getLast()
                            .call()
                            .path("text")
                            .asText())
                    .contains("40 minutes ago")
                    .doesNotContain("tg-time");
            assertThat(bench.server
                            .traffic("editMessageText")
                            .getLast()
                            .call()
                            .path("text")
                            .asText())
                    .contains("11 minutes ago")
                    .doesNotContain("tg-time");
        }

        @Test
        void anEditFindsOutToo() {
            Receipt told = sent(SampleAnswers.bridgeCard());
            bench.server.faults().next("editMessageText", 1, UNKNOWN_TAG);

            Result edited = messenger.edit(
                    told, outgoing(new Answer.StoryCard("Story", SampleStories.dam(), List.of(), Optional.empty())));

            assertThat(edited).isInstanceOf(Result.Delivered.class);
            assertThat(only(alone).text()).contains("Reservoir dam holds");
        }
    }

    private Result send(Answer answer) {
        return messenger.send(outgoing(answer));
    }

    private Receipt sent(Answer answer) {
        return ((Result.Delivered) send(answer)).receipt();
    }

    private Outgoing outgoing(Answer answer) {
        return new Outgoing(
                new Place("telegram", Long.toString(alone.id()), Optional.empty()),
                "n",
                answer,
                PHRASES,
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static BotMessage only(Chat chat) {
        assertThat(chat.written()).hasSize(1);
        return chat.written().getFirst();
    }
}
