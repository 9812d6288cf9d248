package news.lede.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.summary.Statement;

/**
 * An answer as plain text: for the console, for programs, and where a platform can show nothing better. Lines are parted by line feeds, never wrapped, and
 * carry no markup. Immutable.
 */
public final class AnswerText {
    /** More sources than a reader looks through; the rest is counted. */
    private static final int SOURCES_SHOWN = 20;

    private static final String INDENT = "   ";

    private final Phrases phrases;

    public AnswerText(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The whole answer, without a line feed at its end. */
    public String of(Answer answer) {
        List<String> blocks = new ArrayList<>();
        blocks.add(Display.plain(answer.title()));
        switch (answer) {
            case Answer.StoryList list -> blocks.addAll(items(list.stories()));
            case Answer.Briefing briefing -> blocks.addAll(items(briefing.stories()));
            case Answer.Account account -> {
                blocks.add(phrases.byline(account.story()) + " · #"
                        + account.story().id());
                account.sections().forEach(s -> blocks.add(section(s)));
            }
            case Answer.StoryCard card -> blocks.addAll(card(card.story()));
            case Answer.Listing listing -> {
                listing.sections().forEach(s -> blocks.add(section(s)));
                listing.picks().forEach(p -> blocks.add(pick(p)));
            }
            case Answer.Notice notice -> blocks.add(notice.text());
        }
        if (!answer.actions().isEmpty()) {
            blocks.add(answer.actions().stream().map(AnswerText::action).collect(Collectors.joining("\n")));
        }
        answer.footer().ifPresent(blocks::add);
        return blocks.stream().filter(b -> !b.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private List<String> items(List<StoryItem> stories) {
        List<String> items = new ArrayList<>();
        stories.forEach(story -> items.add(item(items.size() + 1, story)));
        return items;
    }

    private String section(Answer.Account.Section section) {
        List<String> lines = new ArrayList<>();
        if (!section.heading().isEmpty()) {
            lines.add(Display.plain(section.heading()));
        }
        for (Answer.Account.Line line : section.lines()) {
            String label = Display.plain(line.label());
            String text = Display.plain(line.text());
            lines.add(label.isEmpty() || text.isEmpty() ? label + text : label + " - " + text);
            line.articles().stream().limit(SOURCES_SHOWN).forEach(article -> {
                String link = article.url().map(url -> " · " + url).orElse("");
                lines.add(INDENT + phrases.byline(article) + link);
            });
        }
        return String.join("\n", lines);
    }

    private String item(int number, StoryItem item) {
        List<String> lines = new ArrayList<>();
        lines.add(number + ". " + Display.plain(item.view().title()));
        if (!item.summary().isEmpty()) {
            lines.add(INDENT + item.summary().stream().map(this::told).collect(Collectors.joining(" ")));
        }
        lines.add(INDENT + phrases.byline(item.view()) + " · #" + item.view().id());
        links(item.summary().isEmpty() ? item.view().articles() : item.quoted())
                .forEach(link -> lines.add(INDENT + link));
        if (!item.reasons().isEmpty()) {
            lines.add(INDENT + phrases.why(item.reasons()));
        }
        return String.join("\n", lines);
    }

    private static List<String> links(List<Article> articles) {
        return articles.stream()
                .flatMap(a -> a.url().stream())
                .map(Object::toString)
                .limit(SOURCES_SHOWN)
                .toList();
    }

    private List<String> card(StoryItem item) {
        List<String> blocks = new ArrayList<>();
        blocks.add(phrases.byline(item.view()) + " · #" + item.view().id());
        blocks.add(
                item.summary().stream().map(s -> told(s) + " " + marks(item, s)).collect(Collectors.joining("\n")));
        if (!item.reasons().isEmpty()) {
            blocks.add(phrases.why(item.reasons()));
        }
        blocks.add(sources(item.sources()));
        return blocks;
    }

    private String told(Statement statement) {
        String text = Display.plain(statement.text());
        return phrases.disputed(statement).map(note -> text + " " + note).orElse(text);
    }

    private static String marks(StoryItem item, Statement statement) {
        return item.marks(statement).stream().map(n -> "[" + n + "]").collect(Collectors.joining());
    }

    private String sources(List<Article> articles) {
        List<String> lines = new ArrayList<>();
        lines.add(phrases.sourcesHeading());
        for (int i = 0; i < Math.min(articles.size(), SOURCES_SHOWN); i++) {
            Article article = articles.get(i);
            lines.add("[" + (i + 1) + "] " + phrases.byline(article));
            lines.add("    " + Display.plain(article.title()));
            article.url().ifPresent(url -> lines.add("    " + url));
        }
        if (articles.size() > SOURCES_SHOWN) {
            lines.add(phrases.more(articles.size() - SOURCES_SHOWN));
        }
        return String.join("\n", lines);
    }

    private static String section(Answer.Listing.Section section) {
        List<String> lines = new ArrayList<>();
        if (!section.heading().isEmpty()) {
            lines.add(section.heading());
        }
        section.lines().forEach(l -> lines.add(l.text().isEmpty() ? l.name() : l.name() + " - " + l.text()));
        return String.join("\n", lines);
    }

    /** What is picked now bears a sign, so that it need not be known what a command would change. */
    private static String pick(Pick pick) {
        return pick.values().stream()
                .map(v -> (v.picked() ? "[x] " : "[ ] ") + Display.plain(v.label()) + ": " + v.command())
                .collect(Collectors.joining("\n", Display.plain(pick.label()) + "\n", ""));
    }

    private static String action(Action action) {
        return Display.plain(action.label()) + ": " + action.command();
    }
}
