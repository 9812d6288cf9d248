package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.discord.server.MessageRules;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.summary.Evidence;
import news.lede.summary.Statement;
import news.lede.text.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers made of text that means harm, by a seeded generator: whatever stands in news, the message is valid and says nothing but words. */
class HostileTextTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> PIECES = List.of(
            "@everyone",
            "@here",
            "<@1>",
            "<@&110>",
            "<#200>",
            "</latest:1>",
            "<t:1:R>",
            "<:x:1>",
            "**",
            "__",
            "~~",
            "||",
            "```",
            "`",
            "# ",
            "-# ",
            "> ",
            ">>> ",
            "- ",
            "1. ",
            "[x](https://evil.example)",
            "](",
            "\\",
            "\\\\",
            "https://evil.example/a_b*c",
            "\u202E",
            "\u200B",
            "\u2066",
            "e\u0301\u0301\u0301\u0301\u0301",
            "💥",
            "\uD83D",
            "\uDE00",
            "مرحبا",
            "漢字",
            "\n",
            "\r\n",
            "\t",
            "\u0000",
            "\u001b[31m",
            "word",
            "Ferry",
            " ",
            " ",
            " ",
            "ß",
            "x".repeat(300));
    private static final Pattern BARE_LINK = Pattern.compile("(?<![(\\\\])https?://");
    /** Nothing means anything in there. */
    private static final Pattern CODE = Pattern.compile("(?<!\\\\)`[^`\n]*`");

    private static final Pattern MENTION = Pattern.compile("@(everyone|here)|(?<!\\\\)<[@#/:]");

    @Test
    void fiveHundredAnswersAreValid() throws IOException {
        check(500, 11);
    }

    @Tag("long")
    @Test
    void aHundredThousandAnswersAreValid() throws IOException {
        check(100_000, 12);
    }

    private static void check(int count, long seed) throws IOException {
        Random random = new Random(seed);
        MessageRules rules = new MessageRules();
        for (int i = 0; i < count; i++) {
            Answer answer = answer(random);
            Texts texts = Texts.in(i % 2 == 0 ? Locale.ENGLISH : Locale.GERMAN);
            MessageView view = new MessageView(texts, new Phrases(texts, Instant.EPOCH, ZoneOffset.UTC));
            JsonNode message = MAPPER.readTree(view.message(answer).toData().toString());
            assertThat(rules.faults(message))
                    .as("answer %s of seed %s", i, seed)
                    .isEmpty();
            for (String content : message.path("components").findValuesAsText("content")) {
                String text = CODE.matcher(content).replaceAll("");
                assertThat(MENTION.matcher(text).find())
                        .as("mention in answer %s of seed %s: %s", i, seed, text)
                        .isFalse();
                assertThat(BARE_LINK.matcher(text).find())
                        .as("bare link in answer %s of seed %s: %s", i, seed, text)
                        .isFalse();
                assertThat(text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                        .isTrue();
            }
        }
    }

    private static Answer answer(Random random) {
        Optional<String> footer = random.nextBoolean() ? Optional.of(text(random)) : Optional.empty();
        return switch (random.nextInt(6)) {
            case 0 -> new Answer.StoryList(text(random), items(random), actions(random), footer);
            case 1 -> new Answer.StoryCard(text(random), item(random, 1), actions(random), footer);
            case 2 ->
                new Answer.Listing(
                        random.nextBoolean() ? Answer.Listing.Kind.HELP : Answer.Listing.Kind.TOPICS,
                        text(random),
                        IntStream.range(0, 1 + random.nextInt(3))
                                .mapToObj(i -> section(random))
                                .toList(),
                        actions(random),
                        footer);
            case 3 -> new Answer.Briefing(text(random), items(random), actions(random), footer);
            case 4 -> account(random, footer);
            default -> new Answer.Notice(text(random), text(random), actions(random));
        };
    }

    private static Answer.Account account(Random random, Optional<String> footer) {
        StoryItem story = item(random, 1);
        List<Evidence> evidence = story.view().articles().stream()
                .map(article -> new Evidence(article, 0, 0, ""))
                .toList();
        return new Answer.Account(
                Answer.Account.Kind.values()[random.nextInt(2)],
                text(random),
                story.view(),
                IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(_ -> new Answer.Account.Section(
                                text(random),
                                IntStream.range(0, 1 + random.nextInt(20))
                                        .mapToObj(_ -> new Answer.Account.Line(text(random), text(random), evidence))
                                        .toList()))
                        .toList(),
                actions(random),
                footer);
    }

    private static Answer.Listing.Section section(Random random) {
        return new Answer.Listing.Section(
                text(random),
                IntStream.range(0, random.nextInt(40))
                        .mapToObj(i -> new Answer.Listing.Line(text(random), text(random)))
                        .toList());
    }

    private static List<StoryItem> items(Random random) {
        return IntStream.range(0, 1 + random.nextInt(20))
                .mapToObj(i -> item(random, i))
                .toList();
    }

    private static StoryItem item(Random random, int number) {
        List<Article> articles = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> PaperDesk.article(
                        number * 10L + i,
                        text(random),
                        random.nextInt(4) == 0 ? "" : text(random),
                        random.nextInt(4) == 0 ? "" : "https://x.example/" + random.nextInt(99) + "/a_(b)?c=*d&e=~'",
                        List.of(text(random), text(random))))
                .toList();
        List<Statement> summary = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            Article from = articles.get(random.nextInt(articles.size()));
            String sentence = from.paragraphs().getFirst();
            summary.add(new Statement(sentence, List.of(new Evidence(from, 0, 0, sentence))));
        }
        return new StoryItem(
                new StoryView(
                        new StoryId(random.nextInt(5)),
                        1,
                        Language.ENGLISH,
                        articles.getFirst().title(),
                        articles),
                summary,
                random.nextBoolean() ? List.of() : List.of(text(random)),
                OptionalDouble.empty());
    }

    private static List<Action> actions(Random random) {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> new Action(text(random), (random.nextInt(9) == 0 ? "" : "/") + text(random)))
                .toList();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(20) == 0 ? 60 : 12); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
