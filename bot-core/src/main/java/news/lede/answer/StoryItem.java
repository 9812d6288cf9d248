package news.lede.answer;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.story.StoryView;
import news.lede.summary.Evidence;
import news.lede.summary.Statement;

/**
 * One story within an answer. {@code reasons}: in words, why it is here ("both mention Mara Lind"). {@code score} orders it within this answer,
 * comparable with nothing else. {@code topic} is the name of the one it was found under. {@code subject} is the name of the one it speaks of most, where that was looked for: the same for the same
 * story whoever asks in a workspace, so that it can have a colour.
 */
public record StoryItem(
        StoryView view,
        List<Statement> summary,
        List<String> reasons,
        OptionalDouble score,
        Optional<String> topic,
        Optional<String> subject) {
    public StoryItem(StoryView view, List<Statement> summary, List<String> reasons, OptionalDouble score) {
        this(view, summary, reasons, score, Optional.empty());
    }

    /** Found under a topic, it speaks of that. */
    public StoryItem(
            StoryView view,
            List<Statement> summary,
            List<String> reasons,
            OptionalDouble score,
            Optional<String> topic) {
        this(view, summary, reasons, score, topic, topic);
    }

    /** The same story on a subject. */
    public StoryItem on(Optional<String> subject) {
        return new StoryItem(view, summary, reasons, score, topic, subject);
    }

    public StoryItem {
        summary = List.copyOf(summary);
        reasons = List.copyOf(reasons);
    }

    /** What one types to see this story whole. */
    public String openCommand() {
        return "/story " + view.id() + topic.map(name -> " topic:" + name).orElse("");
    }

    /** What one types to see the stories around it. */
    public String relatedCommand() {
        return "/related " + view.id();
    }

    /**
     * The articles of the story in the order to list them: those the summary quotes in the order it does, then the others, newest first. A
     * quoted article is named by its place in this list, counted from 1.
     */
    public List<Article> sources() {
        Set<Article> sources = new LinkedHashSet<>(quoted());
        view.articles().stream()
                .sorted(Comparator.comparing(Article::published)
                        .thenComparing(Article::id)
                        .reversed())
                .forEach(sources::add);
        return List.copyOf(sources);
    }

    /** The articles that the summary quotes, in the order it does. */
    public List<Article> quoted() {
        return summary.stream()
                .flatMap(s -> s.evidence().stream())
                .map(Evidence::article)
                .distinct()
                .toList();
    }

    /** The places in {@link #sources} of what a statement of this summary rests on, ascending: what stands behind it as "[1]". */
    public List<Integer> marks(Statement statement) {
        List<ArticleId> order = sources().stream().map(Article::id).toList();
        return statement.evidence().stream()
                .map(e -> order.indexOf(e.article().id()) + 1)
                .distinct()
                .sorted()
                .toList();
    }
}
