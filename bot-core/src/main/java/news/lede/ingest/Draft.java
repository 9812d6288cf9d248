package news.lede.ingest;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.article.ArticleKey;
import news.lede.article.ArticleKeys;
import news.lede.article.NewArticle;
import news.lede.source.SourceId;

/**
 * An article about to be stored, with what it is known by besides itself: the identifier its publisher gave it within its source, and {@code aliases}, other addresses of it. Its
 * own address counts only when {@code linkTells}. {@code file}: where in a folder it was found.
 */
record Draft(NewArticle article, Optional<String> guid, List<URI> aliases, boolean linkTells, Optional<String> file) {
    Draft {
        aliases = List.copyOf(aliases);
    }

    Draft(NewArticle article, Optional<String> guid) {
        this(article, guid, List.of(), true, Optional.empty());
    }

    Draft in(String path) {
        return new Draft(article, guid, aliases, linkTells, Optional.of(path));
    }

    /** What it is known by when {@code source} carries it. */
    List<ArticleKey> keys(SourceId source) {
        List<ArticleKey> keys = new ArrayList<>(ArticleKeys.of(article, source, guid));
        if (!linkTells) {
            article.url().flatMap(ArticleKeys::link).ifPresent(keys::remove);
        }
        aliases.stream()
                .flatMap(alias -> ArticleKeys.link(alias).stream())
                .filter(key -> !keys.contains(key))
                .forEach(key -> keys.add(0, key));
        file.ifPresent(path -> keys.add(0, ArticleKeys.file(source, path)));
        return List.copyOf(keys);
    }
}
