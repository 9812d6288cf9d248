package news.lede.command;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.lede.answer.Answer.Notice;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.article.Articles;
import news.lede.community.Viewer;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.WebAddress;
import news.lede.ingest.AskedLinks;
import news.lede.ingest.AskedLinks.Result;
import news.lede.ingest.PageReader.Reason;

/**
 * Finds the article that somebody means by a link: the one they see already, else what the page says when it is read now, which is theirs from then on. Thread-safe; may take as long as a
 * stranger's server.
 */
final class AskedArticles {
    /** Pages of strangers that a workspace has read in {@link #WITHIN}. */
    private static final int MOST = 20;

    private static final Duration WITHIN = Duration.ofHours(1);
    private static final int ADDRESS_SHOWN = 120;

    private final StoryReferences references;
    private final Articles articles;
    private final Supplier<AskedLinks> links;
    private final Tries tries;

    AskedArticles(Newsroom newsroom, StoryReferences references) {
        this.references = references;
        this.articles = newsroom.articles();
        this.links = newsroom.askedLinks();
        this.tries = new Tries(MOST, WITHIN, newsroom.clock());
    }

    sealed interface Found {}

    /** The article; {@code viewer} sees it, which the asker may not have done before. */
    record Seen(Article article, Viewer viewer) implements Found {}

    /** There is none, and why. */
    record Not(Notice notice) implements Found {}

    Found find(Request request, URI link) {
        Optional<Article> known = references.article(link, request.viewer());
        if (known.isPresent()) {
            return new Seen(known.get(), request.viewer());
        }
        Texts texts = request.texts();
        if (!tries.another(request.asker().workspace().id())) {
            return new Not(texts.notice("link.too-many", List.of(), Integer.toString(MOST)));
        }
        return switch (links.get().read(link, request.asker().workspace().id())) {
            case Result.Found(var article, var source) ->
                new Seen(articles.find(article).orElseThrow(), request.viewer().seeing(source));
            case Result.Failed(URI asked, FetchOutcome outcome) ->
                new Not(new FetchNotices(texts)
                        .ofPage(asked, outcome)
                        .orElseGet(() -> closed(texts, "link.no-article", asked)));
            case Result.Closed(URI asked, Reason reason) ->
                new Not(closed(
                        texts,
                        switch (reason) {
                            case WALL -> "link.wall";
                            case NO_PAGE -> "link.no-page";
                            case TOO_LARGE -> "link.too-large";
                            case NO_ARTICLE -> "link.no-article";
                            case ROBOTS, REFUSED -> "link.robots";
                        },
                        asked));
            case Result.Hidden(URI asked) -> new Not(closed(texts, "link.hidden", asked));
            case Result.Busy _ -> new Not(texts.notice("link.busy", List.of()));
        };
    }

    /** {@code {0}} is the address, {@code {1}} its host. */
    private static Notice closed(Texts texts, String name, URI asked) {
        return texts.notice(
                name,
                List.of(),
                Display.brief(asked.toString(), ADDRESS_SHOWN),
                Display.brief(WebAddress.host(asked), ADDRESS_SHOWN));
    }
}
