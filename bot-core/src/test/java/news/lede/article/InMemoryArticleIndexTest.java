package news.lede.article;

/** The fake keeps what the port promises. */
class InMemoryArticleIndexTest extends ArticleIndexContract {
    @Override
    protected ArticleIndex open() {
        return new InMemoryArticleIndex(SKETCHING);
    }
}
