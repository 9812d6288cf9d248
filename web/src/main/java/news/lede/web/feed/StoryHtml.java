package news.lede.web.feed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.article.Article;
import news.lede.summary.Evidence;
import news.lede.summary.Statement;
import news.lede.web.page.Outward;

/** Writes a story as the little HTML that readers of feeds show: its summary, each sentence with its publisher, then its sources. Pure. */
final class StoryHtml {
    private static final int MOST_SOURCES = 10;

    private final Phrases phrases;

    StoryHtml(Phrases phrases) {
        this.phrases = phrases;
    }

    String of(StoryItem item) {
        String summary = item.summary().stream().map(this::sentence).collect(Collectors.joining());
        List<Article> sources = item.sources();
        String listed = sources.stream().limit(MOST_SOURCES).map(this::source).collect(Collectors.joining());
        String left = sources.size() > MOST_SOURCES
                ? "<li>" + escaped(phrases.more(sources.size() - MOST_SOURCES)) + "</li>"
                : "";
        return summary + "<p>" + escaped(phrases.sourcesHeading()) + "</p><ul>" + listed + left + "</ul>";
    }

    private String sentence(Statement statement) {
        String behind = statement.evidence().stream()
                .map(Evidence::article)
                .distinct()
                .map(article -> linked(article, phrases.publisher(article)))
                .collect(Collectors.joining(", "));
        String disputed = phrases.disputed(statement)
                .map(note -> " <em>" + escaped(note) + "</em>")
                .orElse("");
        return "<p>" + escaped(statement.text()) + disputed + " (" + behind + ")</p>";
    }

    private String source(Article article) {
        return "<li>" + linked(article, article.title()) + " · " + escaped(phrases.publisher(article)) + "</li>";
    }

    private static String linked(Article article, String text) {
        Optional<String> address = Outward.of(article.url());
        return address.map(to -> "<a href=\"" + escaped(to) + "\">" + escaped(text) + "</a>")
                .orElse(escaped(text));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
