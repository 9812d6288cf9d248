package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.command.CommandSpecs;
import news.lede.discord.server.MessageRules;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.subscription.Channel;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

/**
 * Every kind of answer as it goes out, beside the stored file, so that a change of layout is seen in review. {@code -Dpayloads.write=true} writes the files anew.
 */
class PayloadTest {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final Texts TEXTS = Texts.in(Locale.ENGLISH);
    private final MessageView view = new MessageView(TEXTS, new Phrases(TEXTS, Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void aListOfStories() throws IOException {
        sameAsStored("story-list", PaperDesk.list(TEXTS, "latest", 1));
    }

    @Test
    void relatedStoriesWithTheirReasons() throws IOException {
        sameAsStored("related", PaperDesk.related(TEXTS));
    }

    @Test
    void aStory() throws IOException {
        sameAsStored("story-card", PaperDesk.card(TEXTS, PaperDesk.item(4, 3, 3, List.of())));
    }

    @Test
    void help() throws IOException {
        sameAsStored("help", PaperDesk.listing(TEXTS, "help"));
    }

    @Test
    void topics() throws IOException {
        sameAsStored("topics", PaperDesk.listing(TEXTS, "topics"));
    }

    @Test
    void aNotice() throws IOException {
        sameAsStored("notice", TEXTS.notice("topic.near", List.of(), "imigration", "immigration"));
    }

    @Test
    void anAlertThatCallsARole() throws IOException {
        MessageCreateData alert = view.message(
                PaperDesk.card(TEXTS, PaperDesk.item(4, 3, 3, List.of())),
                Manner.told(Look.BOXES, Channel.Style.CARD, Mark.of("9ix-lq0b3x"), Optional.of("110")));

        JsonNode message = MAPPER.readTree(alert.toData().toString());

        assertThat(new MessageRules().faultsOfAlert(message)).isEmpty();
        sameAsStored("alert", message);
    }

    @Test
    void aDigest() throws IOException {
        Answer digest = new Answer.Briefing(
                "Your digest",
                List.of(PaperDesk.item(4, 3, 2, List.of()), PaperDesk.item(5, 1, 1, List.of())),
                List.of(),
                Optional.of("and 17 more"));

        JsonNode message = MAPPER.readTree(view.message(
                        digest, Manner.told(Look.BOXES, Channel.Style.CARD, Mark.of("9iy-lq0b3x"), Optional.empty()))
                .toData()
                .toString());

        assertThat(new MessageRules().faultsOfAlert(message)).isEmpty();
        sameAsStored("digest", message);
    }

    @Test
    void commands() throws IOException {
        List<CommandData> menu = CommandMenu.of(CommandSpecs.ALL);
        sameAsStored("commands", MAPPER.readTree(DataArray.fromCollection(menu).toString()));
    }

    @Test
    void twentyStories_theLaterOnesWithoutAButton() throws IOException {
        Answer list = new Answer.StoryList(
                "Stories",
                IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> PaperDesk.item(i, 3, 2, List.of()))
                        .toList(),
                List.of(),
                Optional.of("That is all."));
        JsonNode message = message(list);
        List<String> texts = message.path("components").findValuesAsText("content");

        assertThat(new MessageRules().faults(message)).isEmpty();
        assertThat(message.path("components").findValuesAsText("custom_id")).hasSize(11);
        assertThat(String.join("\n", texts)).contains("**1. ", "**20. ", "-# That is all.");
    }

    @Test
    void aTimeThatWasReckonedIsMarkedSo() throws IOException {
        Article known = PaperDesk.item(4, 1, 0, List.of()).view().newest();
        Article reckoned = new Article(
                known.id(),
                known.report(),
                known.title(),
                known.publisher(),
                known.url(),
                known.paragraphs(),
                known.published(),
                true,
                known.language(),
                known.maxSnippet(),
                known.firstSeen());
        StoryItem item = new StoryItem(
                new StoryView(new StoryId(4), 1, Language.ENGLISH, known.title(), List.of(reckoned)),
                List.of(),
                List.of(),
                OptionalDouble.empty());
        List<String> texts =
                message(PaperDesk.card(TEXTS, item)).path("components").findValuesAsText("content");
        assertThat(texts.getFirst()).contains("≈ <t:");
        assertThat(texts.getLast()).contains("≈ <t:");
    }

    private JsonNode message(Answer answer) throws IOException {
        return MAPPER.readTree(view.message(answer).toData().toString());
    }

    private void sameAsStored(String name, Answer answer) throws IOException {
        JsonNode message = message(answer);
        assertThat(new MessageRules().faults(message)).isEmpty();
        sameAsStored(name, message);
    }

    private static void sameAsStored(String name, JsonNode payload) throws IOException {
        String written = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(sorted(payload)) + "\n";
        if (Boolean.getBoolean("payloads.write")) {
            Files.writeString(Path.of("src/test/resources/news/lede/discord/payloads", name + ".json"), written);
        }
        try (InputStream stored = PayloadTest.class.getResourceAsStream("payloads/" + name + ".json")) {
            assertThat(stored).as("no stored payload %s", name).isNotNull();
            assertThat(written).isEqualTo(new String(stored.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Fields in the order of their names: JDA's own order is that of a hash map. */
    private static Object sorted(JsonNode node) throws IOException {
        return MAPPER.treeToValue(node, Object.class);
    }
}
