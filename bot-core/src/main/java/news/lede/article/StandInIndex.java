package news.lede.article;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An index that is being built, for which the store answers until {@link #isBuilt}: what is half there would keep the other half from being found. Thread-safe as far as both are. */
public final class StandInIndex implements ArticleIndex {
    private final ArticleIndex index;
    private final TextSearch meanwhile;
    private final Articles articles;
    private final Sketching sketching;
    private volatile boolean built;

    public StandInIndex(ArticleIndex index, TextSearch meanwhile, Articles articles, Sketching sketching) {
        this.index = index;
        this.meanwhile = meanwhile;
        this.articles = articles;
        this.sketching = sketching;
    }

    /** From now on the index itself answers. */
    public void built() {
        built = true;
    }

    public boolean isBuilt() {
        return built;
    }

    @Override
    public List<Hit> search(Query query) {
        return built ? index.search(query) : meanwhile.search(query);
    }

    @Override
    public List<Sketched> sketches(Query query) {
        if (built) {
            return index.sketches(query);
        }
        List<ArticleId> found =
                meanwhile.search(query).stream().map(Hit::article).toList();
        Map<ArticleId, Article> read =
                articles.findAll(found).stream().collect(Collectors.toMap(Article::id, article -> article));
        return found.stream()
                .flatMap(id -> Optional.ofNullable(read.get(id)).stream())
                .map(article -> new Sketched(article.id(), sketching.of(article)))
                .toList();
    }

    @Override
    public void add(Collection<IndexedArticle> added) {
        index.add(added);
    }

    @Override
    public void remove(Collection<ArticleId> gone, ArticleId last) {
        index.remove(gone, last);
    }

    @Override
    public void commit() {
        index.commit();
    }

    @Override
    public void clear() {
        index.clear();
    }

    @Override
    public void seen(long change) {
        index.seen(change);
    }

    @Override
    public long seen() {
        return index.seen();
    }

    @Override
    public ArticleId last() {
        return index.last();
    }

    @Override
    public void close() {
        index.close();
    }
}
