package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.telegram.AnswerRenderer.Manner;
import news.lede.telegram.server.Entity;
import news.lede.telegram.server.FormattedText;
import news.lede.telegram.server.Limits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;

/** Whatever the news, the names and the people write: every message is one that the service takes, within its limits, and mentions nobody. */
class HostileAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What is lost when the service drops it; what it finds by itself is not. */
    private static final Set<String> MARKUP =
            Set.of("bold", "italic", "text_link", "date_time", "blockquote", "expandable_blockquote");

    private static final Pattern TOWER = Pattern.compile("\\p{Mn}{5}");

    private final Keyboards keyboards = new Keyboards("lede_news_bot", true);
    private final InlineResults results = new InlineResults(keyboards);
    private int rich;
    private final List<Phrases> readers = Texts.LANGUAGES.stream()
            .map((Locale l) -> new Phrases(Texts.in(l), SampleStories.NOW, ZoneOffset.UTC))
            .toList();

    @Test
    void everyAnswerIsTaken() {
        draw(4711, 2_000);
    }

    @Test
    @Tag("long")
    void everyOneOfAHundredThousandAnswersIsTaken() {
        draw(20260504, 100_000);
    }

    private void draw(long seed, int count) {
        HostileAnswers answers = new HostileAnswers(seed);
        for (int i = 0; i < count; i++) {
            Answer answer = answers.next();
            Venue.Kind kind = Venue.Kind.values()[i % 3];
            try {
                check(answer, readers.get(i % readers.size()), kind);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("answer " + i + " of seed " + seed + ": " + answer, e);
            }
        }
        assertThat(rich).isGreaterThan(count / 20);
    }

    private void check(Answer answer, Phrases phrases, Venue.Kind kind) {
        AnswerRenderer.Drawn drawn = AnswerRenderer.draw(answer, phrases, Manner.ASKED);
        List<String> pages = Pages.of(drawn.blocks());
        assertThat(pages).isNotEmpty();
        pages.forEach(page -> checkPage(page, answer, kind));
        drawn.preview().ifPresent(preview -> assertThat(preview.url()).matches("(?i)https?://.+"));
        checkPage(OnePage.of(answer, phrases, Manner.UNASKED).html(), answer, kind);
        RichRenderer.draw(answer, phrases, drawn).ifPresent(page -> checkRich(page, answer, kind));
        results.of(answer, phrases).forEach(HostileAnswersTest::checkResult);
    }

    private void checkPage(String html, Answer answer, Venue.Kind kind) {
        ObjectNode call = call(answer, kind).put("parse_mode", "HTML").put("text", html);
        FormattedText read = Limits.check(call);
        checkText(read);
        List<Entity> dropped = read.entities().stream().skip(100).toList();
        assertThat(dropped).noneMatch(e -> MARKUP.contains(e.type()));
    }

    private void checkRich(RichPage page, Answer answer, Venue.Kind kind) {
        ObjectNode call = call(answer, kind);
        call.set("rich_message", JSON.valueToTree(page.message()));
        checkText(Limits.checkRich(call));
        rich++;
    }

    /** What it would be sent as is a message like others. */
    private static void checkResult(InlineQueryResultArticle result) {
        JsonNode json = JSON.valueToTree(result);
        assertThat(json.path("id").asText().getBytes(StandardCharsets.UTF_8).length)
                .isBetween(1, 64);
        assertThat(json.path("title").asText()).isNotBlank().hasSizeLessThanOrEqualTo(256);
        assertThat(json.path("thumbnail_url").asText("https://a.example")).matches("https?://\\S+");
        ObjectNode call = JSON.createObjectNode()
                .put("chat_id", "1")
                .put("parse_mode", "HTML")
                .put(
                        "text",
                        json.path("input_message_content").path("message_text").asText());
        if (json.has("reply_markup")) {
            call.set("reply_markup", json.get("reply_markup"));
            json.get("reply_markup").findParents("callback_data").forEach(b -> {
                throw new AssertionError("calls back to a chat we are no member of: " + b);
            });
        }
        checkText(Limits.check(call));
    }

    private static void checkText(FormattedText read) {
        assertThat(read.entities()).extracting(Entity::type).doesNotContain("mention");
        assertThat(read.text()).doesNotContain("\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067");
        assertThat(read.text().chars().filter(c -> c == '\u2068').count())
                .isEqualTo(read.text().chars().filter(c -> c == '\u2069').count());
        assertThat(TOWER.matcher(read.text()).find()).isFalse();
    }

    private ObjectNode call(Answer answer, Venue.Kind kind) {
        ObjectNode call = JSON.createObjectNode().put("chat_id", "1");
        keyboards
                .of(answer, kind, Texts.in(Locale.ENGLISH))
                .ifPresent(k -> call.set("reply_markup", JSON.valueToTree(k)));
        return call;
    }
}
