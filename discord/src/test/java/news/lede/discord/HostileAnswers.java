package news.lede.discord;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.StoryItem;
import news.lede.article.Article;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.summary.Evidence;
import news.lede.summary.Statement;
import news.lede.text.Language;

/** Answers of every kind whose every text means harm, from a seeded generator. */
final class HostileAnswers {
    /** All links that answers have of themselves lead there. */
    static final String HOST = "x.example";

    private static final List<String> PIECES = List.of(
            "@everyone",
            "@here",
            "<@1>",
            "<@&110>",
            "<#200>",
            "</latest:1>",
            "<t:1:R>",
            "<:x:1>",
            "<a:x_y:123456789012345678>",
            "<id:customize>",
            "<@!1>",
            "<https://evil.example>",
            "<t:1700000000>",
            "[a]( <https://evil.example> )",
            "!",
            "HTTPS://EVIL.EXAMPLE",
            "discord://evil",
            "www.evil.example",
            "## ",
            "### ",
            "* ",
            "+ ",
            "12) ",
            "*",
            "_",
            "***",
            "___",
            "````",
            "\u200D",
            "\u2800",
            "\u3164",
            "\uFFFC",
            "o\u0338\u0338\u200D\u0338\u0338\u0338\u200D\u0338\u0338",
            "שלום",
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
            "\u061C\u200F",
            "word",
            "Ferry",
            " ",
            " ",
            " ",
            "ß",
            "x".repeat(300));

    private static final List<String> PICTURES = List.of(
            "https://x.example/a.jpg",
            "http://x.example/a_(b)*c.png?w=1&h=2#f",
            "https://x.example/" + "y".repeat(1_990),
            "https://x.example/" + "y".repeat(2_100),
            "javascript:alert(1)",
            "https://me:secret@x.example/a.jpg",
            "attachment://a.jpg",
            "data:image/png;base64,AAAA",
            "//x.example/a.jpg");

    private HostileAnswers() {}

    static Answer answer(Random random) {
        Optional<String> footer = random.nextBoolean() ? Optional.of(text(random)) : Optional.empty();
        return switch (random.nextInt(6)) {
            case 0 -> new Answer.StoryList(text(random), items(random), actions(random), footer);
            case 1 -> new Answer.StoryCard(text(random), item(random, 1), actions(random), footer);
            case 2 ->
                new Answer.Listing(
                        Answer.Listing.Kind.values()[random.nextInt(Answer.Listing.Kind.values().length)],
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
                Answer.Account.Kind.values()[random.nextInt(Answer.Account.Kind.values().length)],
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
                .mapToObj(i -> pictured(
                        random,
                        PaperDesk.article(
                                number * 10L + i,
                                text(random),
                                random.nextInt(4) == 0 ? "" : text(random),
                                random.nextInt(4) == 0
                                        ? ""
                                        : "https://x.example/" + random.nextInt(99) + "/a_(b)?c=*d&e=~'",
                                List.of(text(random), text(random)))))
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
                OptionalDouble.empty(),
                random.nextBoolean() ? Optional.empty() : Optional.of(text(random)));
    }

    private static Article pictured(Random random, Article article) {
        return random.nextInt(3) == 0
                ? article
                : PaperDesk.pictured(article, URI.create(PICTURES.get(random.nextInt(PICTURES.size()))));
    }

    private static List<Action> actions(Random random) {
        return IntStream.range(0, random.nextInt(14))
                .mapToObj(i -> new Action(
                        text(random),
                        (random.nextInt(9) == 0 ? "" : "/") + text(random),
                        Action.Kind.values()[random.nextInt(Action.Kind.values().length)]))
                .toList();
    }

    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(20) == 0 ? 60 : 12); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
