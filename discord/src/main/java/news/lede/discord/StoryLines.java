package news.lede.discord;

import static news.lede.discord.Markdown.glue;
import static news.lede.discord.Markdown.line;
import static news.lede.discord.Markdown.plain;
import static news.lede.discord.Markdown.run;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Isolates;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.discord.Markdown.Line;
import news.lede.discord.Markdown.Lines;
import news.lede.discord.Markdown.Style;
import news.lede.story.StoryView;
import news.lede.summary.Evidence;
import news.lede.summary.Statement;

/** The lines in which one story is told: short within a list, whole on a card. */
final class StoryLines {
    /** How much is told, most first; what does not fit in one message is told with less. */
    enum Detail {
        FULL(256),
        WITHOUT_REASON(256),
        WITHOUT_SUMMARY(200),
        TITLE(120);

        private final int titleChars;

        Detail(int titleChars) {
            this.titleChars = titleChars;
        }
    }

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int STATEMENT_CHARS = 1000;
    private static final int PUBLISHER_CHARS = 80;
    private static final int PUBLISHERS = 3;
    private static final int REASON_CHARS = 300;

    private final Texts texts;
    private final Phrases phrases;

    StoryLines(Texts texts, Phrases phrases) {
        this.texts = texts;
        this.phrases = phrases;
    }

    /** A story within a list; {@code number} is its place there. */
    Lines inList(int number, StoryItem item, Detail detail) {
        List<Line> lines = new ArrayList<>();
        Optional<URI> link = item.sources().getFirst().url();
        Markdown title = linked(plain(item.view().title(), detail.titleChars), link);
        lines.add(line(Style.NORMAL, new Markdown.Strong(run(glue(number + ". "), title))));
        if (detail.compareTo(Detail.WITHOUT_SUMMARY) < 0 && !item.summary().isEmpty()) {
            lines.add(line(Style.NORMAL, summary(item, link)));
        }
        if (detail != Detail.TITLE) {
            lines.add(line(Style.SMALL, byline(item.view())));
        }
        if (detail == Detail.FULL && !item.reasons().isEmpty()) {
            lines.add(line(Style.SMALL, plain(phrases.why(item.reasons()), REASON_CHARS)));
        }
        return new Lines(lines);
    }

    /** Sentences in a row; one that rests on another article than the headline leads to is followed by that article's mark. */
    private Markdown summary(StoryItem item, Optional<URI> headline) {
        List<Markdown> parts = new ArrayList<>();
        for (Statement statement : item.summary()) {
            if (!parts.isEmpty()) {
                parts.add(glue(" "));
            }
            parts.add(told(statement));
            if (statement.evidence().stream()
                    .map(Evidence::article)
                    .noneMatch(a -> a.url().equals(headline))) {
                parts.add(marks(item, statement));
            }
        }
        return new Markdown.Run(parts);
    }

    /** The sentence, and what other sources say of its figures. */
    private Markdown told(Statement statement) {
        Markdown text = plain(statement.text(), STATEMENT_CHARS);
        return phrases.disputed(statement)
                .map(note -> run(text, glue(" "), plain(note, STATEMENT_CHARS)))
                .orElse(text);
    }

    /** The body of a card: each sentence with the marks of what it rests on, then why it is shown. */
    Lines cardBody(StoryItem item, int sentences) {
        List<Line> lines = new ArrayList<>();
        item.summary().stream().limit(sentences).forEach(s -> lines.add(line(Style.NORMAL, told(s), marks(item, s))));
        if (!item.reasons().isEmpty()) {
            lines.add(line(Style.SMALL, plain(phrases.why(item.reasons()), REASON_CHARS)));
        }
        return new Lines(lines);
    }

    /** The articles of a story, {@code most} of them, numbered as the marks name them. */
    Lines sources(StoryItem item, int most) {
        List<Line> lines = new ArrayList<>();
        List<Article> sources = item.sources();
        for (int i = 0; i < Math.min(most, sources.size()); i++) {
            Article article = sources.get(i);
            lines.add(line(
                    Style.SMALL,
                    glue(superscript(i + 1) + " "),
                    linked(plain(article.title(), Detail.TITLE.titleChars), article.url()),
                    glue(" · "),
                    plain(article.publisher().orElse(texts.text("publisher.unknown")), PUBLISHER_CHARS),
                    glue(" · "),
                    age(article.published(), article.approximate())));
        }
        if (most < sources.size()) {
            lines.add(line(Style.SMALL, plain(phrases.more(sources.size() - most))));
        }
        return new Lines(lines);
    }

    /** One line of an account, followed by who says so. */
    Line accountLine(Answer.Account.Kind kind, Answer.Account.Line told) {
        List<Markdown> parts = new ArrayList<>();
        if (!told.label().isBlank()) {
            parts.add(new Markdown.Strong(plain(told.label(), PUBLISHER_CHARS)));
            parts.add(glue(told.text().isBlank() ? "" : " "));
        }
        parts.add(plain(told.text(), STATEMENT_CHARS));
        for (Article article : told.articles().stream().limit(PUBLISHERS).toList()) {
            parts.add(glue(" · "));
            String publisher = article.publisher().orElse(texts.text("publisher.unknown"));
            parts.add(linked(plain(publisher, PUBLISHER_CHARS), article.url()));
        }
        if (told.articles().size() > PUBLISHERS) {
            parts.add(glue(" "));
            parts.add(plain(phrases.more(told.articles().size() - PUBLISHERS)));
        }
        // What stands side by side reads as a list, also on a narrow screen; a table in a block of code could have no
        // links.
        Style style = kind == Answer.Account.Kind.COMPARE ? Style.ITEM : Style.NORMAL;
        return line(style, new Markdown.Run(parts));
    }

    /** Who reported a story, when, and its number. */
    Markdown byline(StoryView story) {
        List<String> publishers = story.publishers();
        List<Markdown> parts = new ArrayList<>();
        if (publishers.isEmpty()) {
            parts.add(plain(texts.text("publisher.unknown")));
        }
        for (int i = 0; i < Math.min(PUBLISHERS, publishers.size()); i++) {
            if (i > 0) {
                parts.add(glue(", "));
            }
            parts.add(plain(publishers.get(i), PUBLISHER_CHARS));
        }
        if (publishers.size() > PUBLISHERS) {
            parts.add(glue(" "));
            parts.add(plain(phrases.more(publishers.size() - PUBLISHERS)));
        }
        parts.add(glue(" · "));
        if (story.articles().size() > 1) {
            parts.add(plain(texts.count("articles", story.articles().size())));
            parts.add(glue(" · "));
        }
        parts.add(apart(age(story.published(), story.approximate())));
        parts.add(glue(" · "));
        parts.add(apart(plain("#" + story.id())));
        return new Markdown.Run(parts);
    }

    /** Among words that run from right to left a time, which the reader's client words, and a number would change places. */
    private Markdown apart(Markdown part) {
        return Isolates.isRightToLeft(texts.text("publisher.unknown")) ? new Markdown.Apart(part) : part;
    }

    /** How long ago, marked when the time was reckoned rather than stated. */
    private static Markdown age(Instant published, boolean approximate) {
        Markdown ago = new Markdown.Ago(published);
        return approximate ? run(glue("≈ "), ago) : ago;
    }

    /** The superscript numbers of what a sentence rests on, each leading there. */
    private static Markdown marks(StoryItem item, Statement statement) {
        List<Markdown> marks = new ArrayList<>();
        for (int mark : item.marks(statement)) {
            marks.add(glue(" "));
            marks.add(
                    linked(glue(superscript(mark)), item.sources().get(mark - 1).url()));
        }
        return new Markdown.Run(marks);
    }

    private static Markdown linked(Markdown label, Optional<URI> target) {
        return target.<Markdown>map(t -> new Markdown.Link(label, t)).orElse(label);
    }

    private static String superscript(int number) {
        StringBuilder out = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> out.append(SUPERSCRIPTS.charAt(digit - '0')));
        return out.toString();
    }
}
