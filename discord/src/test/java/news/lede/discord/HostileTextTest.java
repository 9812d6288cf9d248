package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.discord.ReaderEye.Kind;
import news.lede.discord.server.MessageRules;
import news.lede.subscription.Channel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers made of text that means harm, by a seeded generator: whatever stands in news, the message is valid in both looks, and says nothing but words. */
class HostileTextTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** What only we write. */
    private static final Set<Kind> OURS =
            EnumSet.of(Kind.HEADING, Kind.SMALL, Kind.ITEM, Kind.STRONG, Kind.LINK, Kind.TIME, Kind.CODE);

    @Test
    void twoThousandAnswersAreValid() throws IOException {
        check(2_000, 11);
    }

    @Tag("long")
    @Test
    void aHundredThousandAnswersAreValid() throws IOException {
        check(100_000, 12);
    }

    @Test
    void foreignWordsAreSeenAsTheyAreAndMarkNothing() {
        Random random = new Random(13);
        for (int i = 0; i < 20_000; i++) {
            String text = HostileAnswers.text(random);
            String words = MarkdownWriter.unmarked(text, Integer.MAX_VALUE);

            ReaderEye alone = ReaderEye.on(MarkdownWriter.write(Markdown.plain(text)));
            assertThat(alone.found()).as("alone: %s", text).isEmpty();
            assertThat(alone.seen()).isEqualTo(seen(words));

            ReaderEye strong = ReaderEye.on(MarkdownWriter.write(new Markdown.Strong(Markdown.plain(text))));
            assertThat(strong.kinds())
                    .as("strong: %s", text)
                    .isEqualTo(words.isEmpty() ? List.of() : List.of(Kind.STRONG));
            assertThat(strong.seen()).isEqualTo(seen(words));

            ReaderEye link = ReaderEye.on(MarkdownWriter.write(Markdown.line(
                    Markdown.Style.HEADING,
                    new Markdown.Link(Markdown.plain(text), URI.create("https://x.example/a_(b)?c=*d")))));
            assertThat(link.kinds())
                    .as("link: %s", text)
                    .isEqualTo(words.isEmpty() ? List.of() : List.of(Kind.HEADING, Kind.LINK));
            assertThat(link.seen()).isEqualTo(seen(words));

            ReaderEye code = ReaderEye.on(MarkdownWriter.write(new Markdown.Code(text)));
            assertThat(code.kinds()).as("code: %s", text).isEqualTo(words.isEmpty() ? List.of() : List.of(Kind.CODE));
        }
    }

    private static String seen(String words) {
        return words.replace("\u200B", "");
    }

    private static void check(int count, long seed) throws IOException {
        Random random = new Random(seed);
        MessageRules rules = new MessageRules();
        for (int i = 0; i < count; i++) {
            Answer answer = HostileAnswers.answer(random);
            Texts texts = Texts.in(i % 2 == 0 ? Locale.ENGLISH : Locale.GERMAN);
            MessageView view = new MessageView(texts, new Phrases(texts, Instant.EPOCH, ZoneOffset.UTC));
            Channel.Style style = Channel.Style.values()[random.nextInt(Channel.Style.values().length)];
            Manner manner = new Manner(
                    random.nextInt(3) == 0 ? Look.EMBEDS : Look.BOXES,
                    style,
                    random.nextBoolean() ? OptionalInt.of(Mark.of("n" + i)) : OptionalInt.empty(),
                    random.nextInt(4) == 0 ? Optional.of("110") : Optional.empty(),
                    random.nextBoolean());
            JsonNode message =
                    MAPPER.readTree(view.message(answer, manner).toData().toString());
            String which = "answer " + i + " of seed " + seed;
            assertThat(rules.faultsOfAlert(message)).as(which).isEmpty();
            for (String text : texts(message)) {
                look(which, text.replace("<@&110>", ""));
            }
        }
    }

    /** Everything that is read with its marks. */
    private static List<String> texts(JsonNode message) {
        List<String> texts = new ArrayList<>(message.path("components").findValuesAsText("content"));
        texts.add(message.path("content").asText());
        for (JsonNode embed : message.path("embeds")) {
            for (String part : List.of("title", "description", "name", "value")) {
                texts.addAll(embed.findValuesAsText(part));
            }
        }
        return texts;
    }

    private static void look(String which, String text) {
        ReaderEye eye = ReaderEye.on(text);
        assertThat(OURS).as("%s: %s", which, text).containsAll(eye.kinds());
        eye.found().stream()
                .filter(found -> found.kind() == Kind.LINK)
                .forEach(link -> assertThat(URI.create(link.detail()).getHost())
                        .as(which)
                        .isEqualTo(HostileAnswers.HOST));
        assertThat(text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
    }
}
