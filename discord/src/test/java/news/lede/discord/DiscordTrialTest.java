package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import news.lede.alert.Messenger.Outgoing;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.community.Viewer;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.discord.DiscordTrial.Turn;
import news.lede.subscription.Channel;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class DiscordTrialTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Texts TEXTS = Texts.in(Locale.ENGLISH);
    private static final int EPHEMERAL = 64;

    private final PaperDesk desk = new PaperDesk();
    private final DiscordTrial trial = new DiscordTrial(desk);
    private final Asker asker = asker();

    private static Asker asker() {
        WorkspaceId workspace = new WorkspaceId(1);
        Place place = new Place("console", "local", Optional.empty());
        return new Asker(
                new PersonKey("console", "local"),
                Role.MODERATOR,
                new Workspace(workspace, "console", "local", "Console", Language.ENGLISH, ZoneOffset.UTC),
                new Conversation(new ConversationId(1), workspace, place),
                Locale.ENGLISH,
                new Viewer(workspace, Set.of()));
    }

    private static JsonNode json(String written) {
        try {
            return JSON.readTree(written);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode only(Turn turn) {
        assertThat(turn).isInstanceOf(Turn.Said.class);
        List<String> messages = ((Turn.Said) turn).messages();
        assertThat(messages).hasSize(1);
        return json(messages.getFirst());
    }

    private static boolean isForOne(JsonNode message) {
        return (message.path("flags").asInt() & EPHEMERAL) != 0;
    }

    @Test
    void whatIsToldIsTheBodyThatTheMessengerPosts() {
        Answer card = Objects.requireNonNull(SampleAnswers.all(TEXTS).get("story-card"));
        Outgoing message = new Outgoing(
                new Place("discord", "77", Optional.empty()),
                "9ix-lq0b3x",
                card,
                new Phrases(TEXTS, PaperDesk.NOW, ZoneOffset.UTC),
                true,
                Optional.of("110"),
                Optional.of(new SentMessage("77", "88", Look.BOXES).receipt()));

        JsonNode body = json(DiscordTrial.told(message));

        JsonNode drawn = json(new String(
                new MessageView(TEXTS, message.phrases())
                        .message(
                                card,
                                Manner.told(Look.BOXES, Channel.Style.CARD, Mark.of("9ix-lq0b3x"), Optional.of("110")))
                        .toData()
                        .toJson(),
                StandardCharsets.UTF_8));
        assertThat(body.path("components")).isEqualTo(drawn.path("components"));
        assertThat(body.path("nonce").asText()).isEqualTo("9ix-lq0b3x");
        assertThat(body.path("enforce_nonce").asBoolean()).isTrue();
        assertThat(body.path("flags").asInt()).isEqualTo(drawn.path("flags").asInt() | 1 << 12);
        assertThat(body.path("message_reference").path("message_id").asText()).isEqualTo("88");
    }

    @Test
    void newsIsForAllAndTheRestForTheAskerAlone() {
        assertThat(isForOne(only(trial.typed(asker, "/latest")))).isFalse();
        assertThat(isForOne(only(trial.typed(asker, "/help")))).isTrue();
        assertThat(isForOne(only(trial.typed(asker, "/nonsense")))).isTrue();
    }

    @Test
    void wordsThatAreNoCommandAreNotHeard() {
        assertThat(trial.typed(asker, "what is new?")).isInstanceOf(Turn.Unheard.class);
        assertThat(trial.typed(asker, " / ")).isInstanceOf(Turn.Unheard.class);
        assertThat(desk.questions()).isEmpty();
    }

    @Test
    void answersLookAsThePlaceChose() {
        desk.style(Channel.Style.EMBED);
        assertThat(only(trial.typed(asker, "/latest")).path("embeds")).hasSize(1);
    }

    @Test
    void aButtonAsksWhatItStandsForAndItsAnswerIsForOne() {
        JsonNode list = only(trial.typed(asker, "/latest"));

        JsonNode card = only(trial.pressed(asker, list, "1:/story 4", List.of()));

        assertThat(desk.questions().getLast().command()).isEqualTo("story");
        assertThat(isForOne(card)).isTrue();
    }

    @Test
    void aButtonThatWasNeverWrittenIsStale() {
        JsonNode list = only(trial.typed(asker, "/latest"));
        int asked = desk.questions().size();

        JsonNode notice = only(trial.pressed(asker, list, "7:forged", List.of()));

        assertThat(desk.questions()).hasSize(asked);
        assertThat(notice.toString()).contains(Wording.text("notice.stale.title", Locale.ENGLISH));
    }

    @Test
    void aButtonWithAQuestionMarkOpensAFormWhoseValuesAreAsked() {
        JsonNode list = only(trial.typed(asker, "/latest"));

        Turn opened = trial.pressed(asker, list, "1?/report 4", List.of());

        assertThat(opened).isInstanceOf(Turn.Asks.class);
        JsonNode form = json(((Turn.Asks) opened).form());
        assertThat(form.path("custom_id").asText()).isEqualTo("1?/report 4");
        assertThat(form.path("components")).isNotEmpty();
        trial.filled(asker, list, "1?/report 4", Map.of("words", "It was Monday"));
        assertThat(desk.questions().getLast().command()).isEqualTo("report");
        assertThat(desk.questions().getLast().options()).containsEntry("words", "It was Monday");
        assertThat(only(trial.filled(asker, list, "forged", Map.of())).toString())
                .contains(Wording.text("notice.stale-form.title", Locale.ENGLISH));
    }

    @Test
    void aMenuOfSeveralSendsWhatChanged_oneOfOneWhatIsChosen_andThePageTakesThePlaceOfTheFormer() {
        Answer setup = Objects.requireNonNull(SampleAnswers.all(TEXTS).get("setup"));
        desk.next(setup);
        JsonNode page = only(trial.typed(asker, "/setup"));
        assertThat(isForOne(page)).isTrue();

        desk.next(setup);
        Turn turned = trial.pressed(asker, page, "1=topics:/setup page:2", List.of("weather"));
        assertThat(desk.questions().getLast().options().get("topics")).isEqualTo("weather,-harbours");
        assertThat(((Turn.Said) turned).inPlace()).isTrue();

        desk.next(TEXTS.notice("failed", List.of(), "setup"));
        Turn refused = trial.pressed(asker, page, "1=at:/setup", List.of("18:00"));
        assertThat(desk.questions().getLast().options().get("at")).isEqualTo("18:00");
        assertThat(((Turn.Said) refused).inPlace()).isFalse();
    }
}
