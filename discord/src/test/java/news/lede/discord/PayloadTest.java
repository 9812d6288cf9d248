package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of answer as it goes out, beside the stored file, so that a change of layout is seen in review. {@code -Dpayloads.write=true} writes the files anew.
 */
class PayloadTest {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final Texts TEXTS = Texts.in(Locale.ENGLISH);
    /** Whose files are stored. Every other language has to be within the limits as well; how its screens look is stored for a few. */
    private static final List<Locale> STORED = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final Set<String> STORED_IN_ALL = Set.of("story-card", "settings");
    private final MessageView view = view(Locale.ENGLISH);
    private final MessageRules rules = new MessageRules();

    static Set<String> kinds() {
        return SampleAnswers.all(TEXTS).keySet();
    }

    /** As everybody sees it; and as its asker alone does where that differs. */
    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfAnswer_inBothLooksAndLanguages(String kind) throws IOException {
        ObjectNode all = MAPPER.createObjectNode();
        for (Locale locale : Texts.LANGUAGES) {
            Answer answer = Names.in(locale)
                    .in(Objects.requireNonNull(
                            SampleAnswers.all(Texts.in(locale)).get(kind)));
            for (Look look : Look.values()) {
                JsonNode message = json(view(locale).message(answer, Manner.answer(look)));
                assertThat(rules.faults(message)).as("%s %s", look, locale).isEmpty();
                if (STORED.contains(locale) || look == Look.BOXES && STORED_IN_ALL.contains(kind)) {
                    all.set(look.name().toLowerCase(Locale.ROOT) + " " + locale.getLanguage(), message);
                }
            }
        }
        sameAsStored(kind, all);
    }

    @ParameterizedTest
    @EnumSource(Channel.Style.class)
    void whatIsToldUnasked_inEachStyle(Channel.Style style) throws IOException {
        boolean sentences = style != Channel.Style.HEADLINES;
        Map<String, Answer> told = Map.of(
                "alert", alert(style),
                "update", SampleAnswers.update(TEXTS),
                "digest", SampleAnswers.digest(TEXTS, sentences));
        ObjectNode all = MAPPER.createObjectNode();
        for (Map.Entry<String, Answer> one : told.entrySet()) {
            // A digest calls nobody.
            Optional<String> role = one.getKey().equals("digest") ? Optional.empty() : Optional.of("110");
            JsonNode message =
                    json(view.message(one.getValue(), Manner.told(Look.of(style), style, Mark.of("9ix-lq0b3x"), role)));
            assertThat(rules.faultsOfAlert(message)).as(one.getKey()).isEmpty();
            assertThat(Mark.isOn(message, "9ix-lq0b3x")).as(one.getKey()).isTrue();
            all.set(one.getKey(), message);
        }
        sameAsStored("told-" + style.name().toLowerCase(Locale.ROOT), all);
    }

    /** With as much as the style lets the core tell. */
    private static Answer alert(Channel.Style style) {
        Answer.StoryCard card = SampleAnswers.card(TEXTS, false);
        int sentences = switch (style) {
            case HEADLINES -> 0;
            case COMPACT -> 1;
            case CARD, EMBED -> 3;
        };
        StoryItem item = PaperDesk.pictured(PaperDesk.item(4, 3, sentences, List.of()));
        return new Answer.StoryCard(card.title(), item, card.actions(), Optional.empty());
    }

    @Test
    void aPictureThatDiscordWouldNotTakeIsLeftOut() throws IOException {
        for (String address : List.of(
                "ftp://news.example/a.jpg",
                "https:///a.jpg",
                "https://user:word@news.example/a.jpg",
                "https://news.example/" + "x".repeat(2_000))) {
            StoryItem plain = PaperDesk.item(4, 1, 1, List.of());
            Article article = PaperDesk.pictured(plain.view().newest(), URI.create(address));
            StoryItem item = new StoryItem(
                    new StoryView(new StoryId(4), 1, Language.ENGLISH, article.title(), List.of(article)),
                    List.of(),
                    List.of(),
                    OptionalDouble.empty());
            assertThat(message(PaperDesk.card(TEXTS, item)).findValues("media"))
                    .as(address)
                    .isEmpty();
        }
    }

    @Test
    void whatOnePersonSees_withTheButtonThatSharesIt() throws IOException {
        ObjectNode all = MAPPER.createObjectNode();
        for (Locale locale : Texts.LANGUAGES) {
            Answer answer = SampleAnswers.card(Texts.in(locale), true);
            JsonNode message = json(view(locale).message(answer, Manner.alone(Look.BOXES, true)));
            assertThat(rules.faults(message)).isEmpty();
            if (STORED.contains(locale)) {
                all.set(locale.getLanguage(), message);
            }
        }
        sameAsStored("shareable", all);
    }

    @Test
    void commands() throws IOException {
        List<CommandData> menu = CommandMenu.of(CommandSpecs.ALL);
        JsonNode all = MAPPER.readTree(DataArray.fromCollection(menu).toString());
        for (String localized : List.of("name_localizations", "description_localizations")) {
            all.findParents(localized)
                    .forEach(named -> ((ObjectNode) named.get(localized)).retain(Locale.GERMAN.getLanguage()));
        }
        sameAsStored("commands", all);
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

        assertThat(rules.faults(message)).isEmpty();
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

    private static MessageView view(Locale locale) {
        Texts texts = Texts.in(locale);
        return new MessageView(texts, new Phrases(texts, Instant.EPOCH, ZoneOffset.UTC));
    }

    private JsonNode message(Answer answer) throws IOException {
        return json(view.message(answer, Manner.answer(Look.BOXES)));
    }

    private static JsonNode json(MessageCreateData message) throws IOException {
        return MAPPER.readTree(message.toData().toString());
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
