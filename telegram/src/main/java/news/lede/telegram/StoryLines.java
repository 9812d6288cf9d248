package news.lede.telegram;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Isolates;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.article.Article;
import news.lede.story.StoryView;
import news.lede.summary.Statement;

/** The lines a story is told in, as pieces of a message: plain and rich messages are made of the same. */
final class StoryLines {
    /** Links behind one statement or line: more would not be looked at. */
    static final int MARKS_SHOWN = 5;

    private static final int MAX_URL = 2000;
    private static final String DOT = " · ";

    private StoryLines() {}

    /** The title, a link where the story has a page. */
    static Html title(StoryView story) {
        return linked(address(story), Wording.foreign(story.title(), Wording.TITLE));
    }

    /** Who reported the story, when, and its number. */
    static Html byline(StoryView story, Phrases phrases) {
        String reporters = phrases.reporters(story);
        String age = phrases.age(story.published(), story.approximate());
        return new Html.Italic(List.of(
                new Html.Text(Wording.line(reporters) + DOT),
                age(story.published(), story.approximate(), phrases),
                new Html.Text(DOT + Isolates.beside("#" + story.id(), reporters + age))));
    }

    /** Who published the article and when. */
    static List<Html> byline(Article article, Phrases phrases) {
        return List.of(
                new Html.Text(Wording.line(phrases.publisher(article)) + DOT),
                age(article.published(), article.approximate(), phrases));
    }

    /** A reckoned time stays in our words: in an app's it would look like a known one. */
    private static Html age(Instant published, boolean approximate, Phrases phrases) {
        String words = Isolates.piece(phrases.age(published, approximate));
        return approximate
                ? new Html.Text(words)
                : new Html.Time(
                        published, phrases.isOld(published) ? Html.Time.Format.DAY : Html.Time.Format.AGO, words);
    }

    /** The sentence, and what other sources say of its figures. */
    static String told(Statement statement, Phrases phrases) {
        String text = Wording.foreign(statement.text(), Wording.SENTENCE);
        return phrases.disputed(statement)
                .map(note -> Isolates.in(text + " " + Wording.foreign(note, Wording.SENTENCE)))
                .orElse(text);
    }

    /** The same with a link to each article it rests on. */
    static List<Html> statement(StoryItem item, Statement statement, Phrases phrases) {
        List<Html> nodes = new ArrayList<>();
        nodes.add(new Html.Text(told(statement, phrases)));
        List<Article> sources = item.sources();
        for (int mark : item.marks(statement).stream().limit(MARKS_SHOWN).toList()) {
            nodes.add(new Html.Text(" "));
            nodes.add(linked(usable(sources.get(mark - 1).url()), "[" + mark + "]"));
        }
        return nodes;
    }

    static Optional<String> why(StoryItem item, Phrases phrases) {
        return item.reasons().isEmpty() ? Optional.empty() : Optional.of(Wording.line(phrases.why(item.reasons())));
    }

    /** A line of an account: its label, its text, a link to each article behind it. */
    static List<Html> accountLine(Answer.Account.Line line) {
        List<Html> nodes = new ArrayList<>();
        String label = Wording.foreign(line.label(), Wording.TITLE);
        String text = Isolates.in(Wording.foreign(line.text(), Wording.SENTENCE));
        nodes.add(Html.italic(label));
        nodes.add(new Html.Text((label.isBlank() || text.isBlank() ? "" : " – ") + text));
        nodes.addAll(behind(line));
        return nodes;
    }

    /** A link to each article behind a line, by its publisher. */
    static List<Html> behind(Answer.Account.Line line) {
        List<Html> nodes = new ArrayList<>();
        for (Article article : line.articles().stream().limit(MARKS_SHOWN).toList()) {
            String name = Wording.foreign(article.publisher().orElse(article.title()), Wording.TITLE);
            nodes.add(new Html.Text(" "));
            nodes.add(linked(usable(article.url()), "[" + name + "]"));
        }
        return nodes;
    }

    /** The page of the article whose title the story bears, else of the newest that has one. */
    static Optional<String> address(StoryView story) {
        return page(story).flatMap(article -> usable(article.url()));
    }

    /** That article. */
    static Optional<Article> page(StoryView story) {
        List<Article> paged = story.articles().reversed().stream()
                .filter(article -> usable(article.url()).isPresent())
                .toList();
        return paged.stream()
                .filter(article -> article.title().equals(story.title()))
                .findFirst()
                .or(() -> paged.stream().findFirst());
    }

    static Html linked(Optional<String> address, String text) {
        return address.<Html>map(url -> new Html.Link(url, text)).orElse(new Html.Text(text));
    }

    /** The service takes web addresses of bounded length and drops every other link. */
    static Optional<String> usable(Optional<URI> url) {
        return url.filter(u -> u.getHost() != null)
                .filter(u -> {
                    String scheme = String.valueOf(u.getScheme()).toLowerCase(Locale.ROOT);
                    return scheme.equals("http") || scheme.equals("https");
                })
                .map(URI::toASCIIString)
                .filter(u -> u.length() <= MAX_URL);
    }
}
