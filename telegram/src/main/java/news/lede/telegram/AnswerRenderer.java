package news.lede.telegram;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.article.Article;
import news.lede.story.StoryView;
import news.lede.summary.Statement;

/** Draws answers as blocks of text and markup. Pure. */
final class AnswerRenderer {
    /** More sources than a reader looks through; the rest is counted. */
    private static final int SOURCES_SHOWN = 20;
    /** The most statements of a story that keep a block within a message. */
    private static final int STATEMENTS_SHOWN = 3;

    /** Sources behind one line of an account: more would not fit a block. */
    private static final int ACCOUNT_SOURCES = 5;

    private static final int MAX_URL = 2000;

    private AnswerRenderer() {}

    /** An answer drawn: {@code preview} is the address whose preview is shown below it. */
    record Drawn(List<Block> blocks, Optional<String> preview) {
        Drawn {
            blocks = List.copyOf(blocks);
        }
    }

    /** {@code phrases} speak the reader's language and know the time. */
    static Drawn draw(Answer answer, Phrases phrases) {
        return draw(answer, phrases, STATEMENTS_SHOWN, 0);
    }

    /** The same with at most so many sentences of each story of a list, saying below it how many stories are {@code leftOut}. */
    static Drawn draw(Answer answer, Phrases phrases, int statements, int leftOut) {
        List<Block> blocks = new ArrayList<>();
        Optional<String> preview = Optional.empty();
        switch (answer) {
            case Answer.StoryList list -> blocks.addAll(list(list.title(), list.stories(), phrases, statements));
            case Answer.Briefing briefing ->
                blocks.addAll(list(briefing.title(), briefing.stories(), phrases, statements));
            case Answer.Account account -> {
                blocks.addAll(account(account, phrases));
                preview = address(account.story());
            }
            case Answer.StoryCard card -> {
                blocks.addAll(card(card.story(), phrases));
                preview = address(card.story().view());
            }
            case Answer.Listing listing -> {
                blocks.add(Block.of(Html.bold(Wording.own(listing.title(), Wording.TITLE))));
                listing.sections().forEach(s -> blocks.addAll(section(s)));
            }
            case Answer.Notice notice -> {
                blocks.add(Block.of(Html.bold(Wording.own(notice.title(), Wording.TITLE))));
                blocks.add(new Block(List.of(new Html.Text(Wording.paragraphs(notice.text()))), true));
            }
        }
        if (leftOut > 0) {
            blocks.add(Block.of(Html.italic(phrases.more(leftOut))));
        }
        answer.footer().ifPresent(f -> blocks.add(Block.of(Html.italic(Wording.own(f, Wording.LINE)))));
        if (blocks.stream().allMatch(Block::isBlank)) {
            // Somebody waits; a message without a visible sign cannot be sent.
            blocks.add(Block.of(new Html.Text("…")));
        }
        return new Drawn(blocks, preview);
    }

    private static List<Block> list(String title, List<StoryItem> stories, Phrases phrases, int statements) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.of(Html.bold(Wording.own(title, Wording.TITLE))));
        for (int i = 0; i < stories.size(); i++) {
            blocks.add(item(i + 1, stories.get(i), phrases, statements));
        }
        return blocks;
    }

    private static List<Block> account(Answer.Account account, Phrases phrases) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.of(Html.bold(Wording.own(account.title(), Wording.TITLE))));
        String byline = Wording.foreign(phrases.byline(account.story()), Wording.LINE) + " · #"
                + account.story().id();
        blocks.add(new Block(List.of(Html.italic(byline)), true));
        for (Answer.Account.Section section : account.sections()) {
            String heading = Wording.foreign(section.heading(), Wording.TITLE);
            for (int i = 0; i < section.lines().size(); i++) {
                List<Html> nodes = new ArrayList<>();
                if (i == 0 && !heading.isBlank()) {
                    nodes.add(Html.bold(heading));
                    nodes.add(new Html.Text("\n"));
                }
                nodes.addAll(accountLine(section.lines().get(i)));
                blocks.add(new Block(nodes, i > 0));
            }
        }
        return blocks;
    }

    private static List<Html> accountLine(Answer.Account.Line line) {
        List<Html> nodes = new ArrayList<>();
        String label = Wording.foreign(line.label(), Wording.TITLE);
        String text = Wording.foreign(line.text(), Wording.SENTENCE);
        nodes.add(Html.italic(label));
        nodes.add(new Html.Text((label.isBlank() || text.isBlank() ? "" : " – ") + text));
        for (Article article : line.articles().stream().limit(ACCOUNT_SOURCES).toList()) {
            String name = Wording.foreign(article.publisher().orElse(article.title()), Wording.TITLE);
            nodes.add(new Html.Text(" "));
            nodes.add(linked(article.url(), "[" + name + "]"));
        }
        return nodes;
    }

    private static Block item(int number, StoryItem item, Phrases phrases, int statements) {
        List<Html> nodes = new ArrayList<>();
        nodes.add(new Html.Bold(List.of(new Html.Text(number + ". "), title(item.view()))));
        String summary = item.summary().stream()
                .limit(statements)
                .map(s -> told(s, phrases))
                .collect(Collectors.joining(" "));
        if (!summary.isEmpty()) {
            nodes.add(new Html.Text("\n" + summary));
        }
        nodes.add(new Html.Text("\n"));
        nodes.add(Html.italic(byline(item, phrases)));
        why(item, phrases).ifPresent(why -> nodes.add(new Html.Text("\n" + why)));
        return new Block(nodes, false);
    }

    private static List<Block> card(StoryItem item, Phrases phrases) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.of(
                new Html.Bold(List.of(title(item.view()))), new Html.Text("\n"), Html.italic(byline(item, phrases))));
        for (int i = 0; i < item.summary().size(); i++) {
            blocks.add(statement(item, item.summary().get(i), i > 0, phrases));
        }
        why(item, phrases).ifPresent(why -> blocks.add(Block.of(new Html.Text(why))));
        blocks.addAll(sources(item.sources(), phrases));
        return blocks;
    }

    /** The sentence, and what other sources say of its figures. */
    private static String told(Statement statement, Phrases phrases) {
        String text = Wording.foreign(statement.text(), Wording.SENTENCE);
        return phrases.disputed(statement)
                .map(note -> text + " " + Wording.foreign(note, Wording.SENTENCE))
                .orElse(text);
    }

    private static Block statement(StoryItem item, Statement statement, boolean close, Phrases phrases) {
        List<Html> nodes = new ArrayList<>();
        nodes.add(new Html.Text(told(statement, phrases)));
        List<Article> sources = item.sources();
        for (int mark : item.marks(statement).stream().limit(SOURCES_SHOWN).toList()) {
            nodes.add(new Html.Text(" "));
            nodes.add(linked(sources.get(mark - 1).url(), "[" + mark + "]"));
        }
        return new Block(nodes, close);
    }

    private static List<Block> sources(List<Article> articles, Phrases phrases) {
        List<Block> blocks = new ArrayList<>();
        Html heading = Html.bold(phrases.sourcesHeading());
        for (int i = 0; i < Math.min(articles.size(), SOURCES_SHOWN); i++) {
            Article article = articles.get(i);
            List<Html> line = new ArrayList<>();
            if (i == 0) {
                line.add(heading);
                line.add(new Html.Text("\n"));
            }
            line.add(new Html.Text("[" + (i + 1) + "] "));
            line.add(linked(article.url(), Wording.foreign(article.title(), Wording.TITLE)));
            line.add(new Html.Text("\n" + Wording.foreign(phrases.byline(article), Wording.LINE)));
            blocks.add(new Block(line, i > 0));
        }
        if (articles.size() > SOURCES_SHOWN) {
            blocks.add(new Block(List.of(new Html.Text(phrases.more(articles.size() - SOURCES_SHOWN))), true));
        }
        return blocks;
    }

    /** A heading stays with the first of its lines. */
    private static List<Block> section(Answer.Listing.Section section) {
        List<Block> blocks = new ArrayList<>();
        List<Html> heading = section.heading().isBlank()
                ? List.of()
                : List.of(Html.bold(Wording.own(section.heading(), Wording.TITLE)));
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
            nodes.add(new Html.Text(Wording.own(line.name(), Wording.LINE) + text));
            blocks.add(new Block(nodes, i > 0));
        }
        return blocks;
    }

    private static Html title(StoryView story) {
        return linked(address(story).map(URI::create), Wording.foreign(story.title(), Wording.TITLE));
    }

    private static Optional<String> why(StoryItem item, Phrases phrases) {
        return item.reasons().isEmpty()
                ? Optional.empty()
                : Optional.of(Wording.foreign(phrases.why(item.reasons()), Wording.LINE));
    }

    private static String byline(StoryItem item, Phrases phrases) {
        return Wording.foreign(phrases.byline(item.view()), Wording.LINE) + " · #"
                + item.view().id();
    }

    /** The page of the article whose title the story bears, else of the newest that has one. */
    private static Optional<String> address(StoryView story) {
        return story.articles().reversed().stream()
                .filter(a -> a.title().equals(story.title()))
                .flatMap(a -> usable(a.url()).stream())
                .findFirst()
                .or(() -> story.articles().reversed().stream()
                        .flatMap(a -> usable(a.url()).stream())
                        .findFirst());
    }

    private static Html linked(Optional<URI> url, String text) {
        return usable(url).<Html>map(u -> new Html.Link(u, text)).orElse(new Html.Text(text));
    }

    /** The service takes web addresses of bounded length and drops every other link. */
    private static Optional<String> usable(Optional<URI> url) {
        return url.filter(u -> u.getHost() != null)
                .filter(u -> {
                    String scheme = String.valueOf(u.getScheme()).toLowerCase(Locale.ROOT);
                    return scheme.equals("http") || scheme.equals("https");
                })
                .map(URI::toASCIIString)
                .filter(u -> u.length() <= MAX_URL);
    }
}
