package news.lede.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.lede.answer.Answer;
import news.lede.answer.Isolates;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.article.Article;

/** Draws answers as blocks of text and markup. Pure. */
final class AnswerRenderer {
    /** More sources than a reader looks through; the rest is counted. */
    private static final int SOURCES_SHOWN = 20;
    /** The most statements of a story that keep a block within a message; of a card, those that are not folded away. */
    private static final int STATEMENTS_SHOWN = 3;
    /** Sources that a reader sees at a glance; more are folded away. */
    private static final int SOURCES_OPEN = 3;

    private AnswerRenderer() {}

    /** An answer drawn, with what is shown below it. */
    record Drawn(List<Block> blocks, Optional<Preview> preview) {
        Drawn {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * How to draw.
     *
     * @param statements the most sentences of each story of a list
     * @param leftOut how many stories of the list are not here; said below it
     * @param unasked nobody asked: a story without a sentence is meant to be a headline, so its sources are not listed
     */
    record Manner(int statements, int leftOut, boolean unasked) {
        static final Manner ASKED = new Manner(STATEMENTS_SHOWN, 0, false);
        static final Manner UNASKED = new Manner(STATEMENTS_SHOWN, 0, true);

        Manner with(int statements, int leftOut) {
            return new Manner(statements, leftOut, unasked);
        }
    }

    /** {@code phrases} speak the reader's language and know the time. */
    static Drawn draw(Answer answer, Phrases phrases, Manner manner) {
        List<Block> blocks = new ArrayList<>();
        Optional<Preview> preview = Optional.empty();
        switch (answer) {
            case Answer.StoryList list -> blocks.addAll(list(list.title(), list.stories(), phrases, manner));
            case Answer.Briefing briefing -> blocks.addAll(list(briefing.title(), briefing.stories(), phrases, manner));
            case Answer.Account account -> blocks.addAll(account(account, phrases));
            case Answer.StoryCard card -> {
                blocks.addAll(card(card.story(), phrases, manner));
                preview = Preview.of(card.story().view());
            }
            case Answer.Listing listing -> {
                blocks.add(heading(listing.title()));
                listing.sections().forEach(s -> blocks.addAll(section(s)));
            }
            case Answer.Notice notice -> {
                blocks.add(heading(notice.title()));
                blocks.add(new Block(List.of(new Html.Text(Wording.paragraphs(notice.text()))), true));
            }
        }
        if (manner.leftOut() > 0) {
            blocks.add(Block.of(Html.italic(phrases.more(manner.leftOut()))));
        }
        answer.footer().ifPresent(f -> blocks.add(Block.of(Html.italic(Isolates.in(Wording.own(f, Wording.LINE))))));
        if (blocks.stream().allMatch(Block::isBlank)) {
            // Somebody waits; a message without a visible sign cannot be sent.
            blocks.add(Block.of(new Html.Text("…")));
        }
        return new Drawn(blocks, preview);
    }

    private static Block heading(String title) {
        return Block.of(Html.bold(Isolates.in(Wording.own(title, Wording.TITLE))));
    }

    private static List<Block> list(String title, List<StoryItem> stories, Phrases phrases, Manner manner) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(heading(title));
        for (int i = 0; i < stories.size(); i++) {
            blocks.add(item(i + 1, stories.get(i), phrases, manner));
        }
        return blocks;
    }

    private static Block item(int number, StoryItem item, Phrases phrases, Manner manner) {
        List<Html> nodes = new ArrayList<>();
        nodes.add(new Html.Bold(List.of(new Html.Text(number + ". "), StoryLines.title(item.view()))));
        String summary = item.summary().stream()
                .limit(manner.statements())
                .map(s -> StoryLines.told(s, phrases))
                .collect(Collectors.joining(" "));
        if (!summary.isEmpty()) {
            nodes.add(new Html.Text("\n" + summary));
        }
        nodes.add(new Html.Text("\n"));
        nodes.add(StoryLines.byline(item.view(), phrases));
        StoryLines.why(item, phrases).ifPresent(why -> nodes.add(new Html.Text("\n" + why)));
        return new Block(nodes, false);
    }

    private static List<Block> account(Answer.Account account, Phrases phrases) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(heading(account.title()));
        blocks.add(new Block(List.of(StoryLines.byline(account.story(), phrases)), true));
        for (Answer.Account.Section section : account.sections()) {
            String heading = Isolates.in(Wording.foreign(section.heading(), Wording.TITLE));
            for (int i = 0; i < section.lines().size(); i++) {
                List<Html> nodes = new ArrayList<>();
                if (i == 0 && !heading.isBlank()) {
                    nodes.add(Html.bold(heading));
                    nodes.add(new Html.Text("\n"));
                }
                nodes.addAll(StoryLines.accountLine(section.lines().get(i)));
                blocks.add(new Block(nodes, i > 0));
            }
        }
        return blocks;
    }

    private static List<Block> card(StoryItem item, Phrases phrases, Manner manner) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.of(
                new Html.Bold(List.of(StoryLines.title(item.view()))),
                new Html.Text("\n"),
                StoryLines.byline(item.view(), phrases)));
        for (int i = 0; i < item.summary().size(); i++) {
            Block block = new Block(StoryLines.statement(item, item.summary().get(i), phrases), i > 0);
            blocks.add(i < STATEMENTS_SHOWN ? block : block.fold());
        }
        StoryLines.why(item, phrases).ifPresent(why -> blocks.add(Block.of(new Html.Text(why))));
        // The title of a story told once is the link to its one source.
        boolean listed = item.sources().size() > 1
                && !(manner.unasked() && item.summary().isEmpty());
        if (listed) {
            blocks.addAll(sources(item.sources(), phrases));
        }
        return blocks;
    }

    private static List<Block> sources(List<Article> articles, Phrases phrases) {
        List<Block> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(articles.size(), SOURCES_SHOWN); i++) {
            Article article = articles.get(i);
            List<Html> line = new ArrayList<>();
            line.add(new Html.Text("[" + (i + 1) + "] "));
            line.add(StoryLines.linked(
                    StoryLines.usable(article.url()), Wording.foreign(article.title(), Wording.TITLE)));
            line.add(new Html.Text("\n"));
            line.addAll(StoryLines.byline(article, phrases));
            lines.add(new Block(line, true));
        }
        if (articles.size() > SOURCES_SHOWN) {
            lines.add(new Block(List.of(new Html.Text(phrases.more(articles.size() - SOURCES_SHOWN))), true));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.of(Html.bold(phrases.sourcesHeading())));
        lines.forEach(line -> blocks.add(articles.size() > SOURCES_OPEN ? line.fold() : line));
        return blocks;
    }

    /** A heading stays with the first of its lines. */
    private static List<Block> section(Answer.Listing.Section section) {
        List<Block> blocks = new ArrayList<>();
        List<Html> heading = section.heading().isBlank()
                ? List.of()
                : List.of(Html.bold(Isolates.in(Wording.own(section.heading(), Wording.TITLE))));
        if (section.lines().isEmpty()) {
            blocks.add(new Block(heading, false));
        }
        for (int i = 0; i < section.lines().size(); i++) {
            Answer.Listing.Line line = section.lines().get(i);
            List<Html> nodes = new ArrayList<>();
            if (i == 0 && !heading.isEmpty()) {
                nodes.addAll(heading);
                nodes.add(new Html.Text("\n"));
            }
            String text = line.text().isBlank() ? "" : " – " + Wording.own(line.text(), Wording.LINE);
            nodes.add(new Html.Text(Isolates.in(Wording.own(line.name(), Wording.LINE) + text)));
            blocks.add(new Block(nodes, i > 0));
        }
        return blocks;
    }
}
