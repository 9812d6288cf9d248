package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.lede.alert.Messenger;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Messenger.Result;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Phrases;
import news.lede.answer.Snapshot;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.community.Place;
import news.lede.telegram.server.BotMessage;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Fault;
import news.lede.telegram.server.ReaderView;
import news.lede.telegram.server.Traffic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of answer through the real library as the local server takes it, in both languages: at a service that knows rich messages and at one that does not. What goes over the
 * wire, and what a reader sees of it, is compared with stored files.
 */
class DrawnPayloadsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SENDING = Set.of("sendMessage", "sendRichMessage");

    private static Bench rich;
    private static Bench plain;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        rich = Bench.ready();
        plain = Bench.ready();
        plain.server.faults().always("sendRichMessage", new Fault.Error(404, "Not Found: method not found"));
    }

    @AfterAll
    static void stop() {
        for (Bench bench : List.of(rich, plain)) {
            bench.close();
            assertThat(bench.server.violations()).isEmpty();
        }
    }

    /** Whose files are stored, beside a card in every language. */
    private static final List<Locale> STORED = List.of(Locale.ENGLISH, Locale.GERMAN);

    static Stream<Arguments> answers() {
        Map<String, Answer> answers = new TreeMap<>();
        answers.put("card-of-many", SampleAnswers.bridgeCard());
        answers.put("card-right-to-left", SampleAnswers.rightToLeftCard());
        answers.put("briefing", SampleAnswers.briefing(7));
        answers.put("timeline", SampleAnswers.timeline(9));
        answers.put("compare", SampleAnswers.compare());
        answers.put("evidence", SampleAnswers.evidence());
        answers.put("correction", SampleAnswers.correction());
        answers.put(
                "style-headlines",
                styled(new StoryItem(
                        SampleAnswers.bridge().view(),
                        List.of(),
                        List.of(),
                        SampleAnswers.bridge().score())));
        answers.put(
                "style-compact",
                styled(new StoryItem(
                        SampleAnswers.bridge().view(),
                        SampleAnswers.bridge().summary().subList(0, 1),
                        List.of(),
                        SampleAnswers.bridge().score())));
        answers.put("style-card", styled(SampleAnswers.bridge()));
        answers.put("listing", SampleAnswers.listing(Listing.Kind.SUBSCRIPTIONS));
        answers.put("setup", SampleAnswers.setup());
        return answers.entrySet().stream()
                .flatMap(e -> Texts.LANGUAGES.stream()
                        .filter(language ->
                                STORED.contains(language) || e.getKey().equals("card-of-many"))
                        .map(language -> Arguments.of(e.getKey(), language.getLanguage(), e.getValue())));
    }

    private static Answer styled(StoryItem story) {
        return new Answer.StoryCard(
                story.view().title(),
                story,
                SampleAnswers.bridgeCard().actions().subList(0, 3),
                Optional.empty());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("answers")
    void isStoredAsItGoesOut(String name, String language, Answer answer) throws JsonProcessingException {
        Phrases phrases = new Phrases(Texts.in(Locale.forLanguageTag(language)), SampleStories.NOW, ZoneOffset.UTC);
        String stored = language + "/" + name;
        boolean drawnRich = send(rich, answer, phrases, stored);
        if (drawnRich) {
            send(plain, answer, phrases, stored + "-plain");
        }
    }

    /** Whether it went out as a rich message. */
    private static boolean send(Bench bench, Answer answer, Phrases phrases, String name)
            throws JsonProcessingException {
        Chat chat = bench.server.privateChat(bench.server.person("Anna", "en"));
        Messenger messenger = bench.adapter.messenger();
        Outgoing message = new Outgoing(
                new Place("telegram", Long.toString(chat.id()), Optional.empty()),
                "n",
                answer,
                phrases,
                false,
                Optional.empty(),
                Optional.empty());
        assertThat(messenger.send(message)).isInstanceOf(Result.Delivered.class);
        BotMessage sent = chat.written().getFirst();
        Traffic traffic = SENDING.stream()
                .flatMap(method -> bench.server.traffic(method).stream())
                .filter(t -> t.call().path("chat_id").asLong() == chat.id())
                .filter(t -> bench == rich || !t.call().has("rich_message"))
                .findFirst()
                .orElseThrow();
        ObjectNode call = ((ObjectNode) traffic.call().deepCopy()).put("chat_id", "CHAT");
        Snapshot.assertShown(
                "telegram/payloads/drawn/" + name + ".json",
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(call));
        Snapshot.assertShown("telegram/payloads/drawn/" + name + ".txt", ReaderView.of(sent));
        return call.has("rich_message");
    }
}
