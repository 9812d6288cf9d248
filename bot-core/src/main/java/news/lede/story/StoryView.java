package news.lede.story;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.text.Language;

/**
 * A story restricted to what one asker may see; all that a reader is ever shown comes from here. {@code articles} has at least one, oldest
 * publication first. {@code title} is that of the most central visible article, verbatim but for a publisher's name at its end.
 */
public record StoryView(StoryId id, int revision, Language language, String title, List<Article> articles) {
    public StoryView {
        articles = List.copyOf(articles);
        if (articles.isEmpty()) {
            throw new IllegalArgumentException("story " + id + " has nothing visible");
        }
    }

    /** The same story as some of its articles tell it; at least one, oldest first. */
    public StoryView of(List<Article> some) {
        return new StoryView(id, revision, language, Headline.of(some, language), some);
    }

    /** The article whose title the story bears. */
    public Article titled() {
        return articles.stream()
                .filter(article -> article.title().startsWith(title))
                .findFirst()
                .orElseGet(articles::getFirst);
    }

    /** The newest visible article by publication. */
    public Article newest() {
        Article newest = articles.getFirst();
        for (Article article : articles) {
            newest = article.published().isAfter(newest.published()) ? article : newest;
        }
        return newest;
    }

    /** A picture to show it with: that of the article whose title it bears, else the newest there is. */
    public Optional<URI> picture() {
        return titled().image()
                .or(() -> articles.stream()
                        .filter(article -> article.image().isPresent())
                        .max(Comparator.comparing(Article::published))
                        .flatMap(Article::image));
    }

    /** When the newest visible article was published. */
    public Instant published() {
        return newest().published();
    }

    /** Whether {@link #published} was reckoned rather than stated. */
    public boolean approximate() {
        return newest().approximate();
    }

    /** Publishers of the visible articles in order of publication, each once; articles without a known one add nothing. */
    public List<String> publishers() {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        articles.forEach(a -> a.publisher().ifPresent(names::add));
        return List.copyOf(names);
    }
}
