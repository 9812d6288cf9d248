package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.telegram.server.FormattedText;
import news.lede.telegram.server.Limits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the news, the names and the people write: every message is one that the service takes, within its limits, and mentions nobody. */
class HostileAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Keyboards keyboards = new Keyboards("lede_news_bot", true);
    private final List<Phrases> readers = Texts.LANGUAGES.stream()
            .map((Locale l) -> new Phrases(Texts.in(l), SampleStories.NOW, ZoneOffset.UTC))
            .toList();

    @Test
    void everyAnswerIsTaken() {
        draw(4711, 1_000);
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
    }

    private void check(Answer answer, Phrases phrases, Venue.Kind kind) {
        AnswerRenderer.Drawn drawn = AnswerRenderer.draw(answer, phrases, AnswerRenderer.Manner.ASKED);
        List<String> pages = Pages.of(drawn.blocks());
        assertThat(pages).isNotEmpty();
        for (String page : pages) {
            FormattedText read = Limits.check(call(page, answer, kind));
            List<String> found = new ArrayList<>();
            read.entities().forEach(e -> found.add(e.type()));
            assertThat(found).doesNotContain("mention");
            if (!(answer instanceof Answer.Listing || answer instanceof Answer.Notice)) {
                assertThat(read.text()).doesNotContain("\u202e", "\u2066");
            }
        }
        drawn.preview().ifPresent(preview -> assertThat(preview.url()).matches("(?i)https?://.+"));
    }

    private JsonNode call(String html, Answer answer, Venue.Kind kind) {
        ObjectNode call = JSON.createObjectNode()
                .put("chat_id", "1")
                .put("parse_mode", "HTML")
                .put("text", html);
        keyboards
                .of(answer, kind, Texts.in(Locale.ENGLISH))
                .ifPresent(k -> call.set("reply_markup", JSON.valueToTree(k)));
        return call;
    }
}
