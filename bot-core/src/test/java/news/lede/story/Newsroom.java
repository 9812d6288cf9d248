package news.lede.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex.IndexedArticle;
import news.lede.article.ArticleKey;
import news.lede.article.InMemoryArticleIndex;
import news.lede.article.NewArticle;
import news.lede.article.ReportId;
import news.lede.community.Viewer;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.store.InMemoryStore;
import news.lede.text.Language;

/** A store with everything that makes stories of articles, and texts about a country that does not exist. */
final class Newsroom {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static final String FERRY =
            "The ferry Marla sank off Port Alden on Friday night with 214 passengers aboard, the coast guard said."
                    + " Divers from Delvoort searched the wreck while Captain Ines Okafor was questioned about the failed pumps."
                    + " The owner, Brandt Lines, said the ferry had been inspected in the spring.";
    static final String FERRY_AGAIN =
            "Investigators questioned Captain Ines Okafor after the sinking of the ferry Marla near Port Alden."
                    + " The coast guard counts 214 passengers; divers from Delvoort reached the wreck and found two pumps broken."
                    + " Brandt Lines promised to help the families.";
    static final String ELECTION =
            "Voters in the Kestrel Valley elected Tomas Weidner as governor on Sunday, ending twelve years of the Orchard League."
                    + " Turnout reached 71 percent. Weidner promised lower irrigation fees and a railway to Sarn.";
    static final String FIRE = "A warehouse fire in Sarn destroyed 3,000 bicycles on Thursday, the fire brigade said."
            + " Nobody was hurt. The bicycle maker Velar employs 80 workers there and hopes to rebuild by autumn.";

    final InMemoryStore store = new InMemoryStore();
    final StoryGrouping grouping = grouping();
    final StoryViews views = new StoryViews(store.stories(), store.articles());
    final InMemoryArticleIndex index = new InMemoryArticleIndex(RelatedStories::sketch);
    final SourceId imported = store.sources().imported().id();
    private int keys;

    StoryGrouping grouping() {
        return new StoryGrouping(store.stories(), store.articles());
    }

    Viewer viewer() {
        return new Viewer(new WorkspaceId(1), Set.of(imported));
    }

    static NewArticle text(String title, String text, String publisher, Instant published, String language) {
        return new NewArticle(
                title,
                Optional.of(publisher).filter(name -> !name.isEmpty()),
                Optional.empty(),
                List.of(text),
                published,
                false,
                new Language(language),
                OptionalInt.empty());
    }

    Article store(NewArticle article, Optional<ReportId> report) {
        Article stored = store.articles()
                .add(article, List.of(new ArticleKey("key:" + keys++)), imported, report, article.published());
        index.add(List.of(new IndexedArticle(stored, Set.of(imported))));
        index.commit();
        return stored;
    }

    Story read(String title, String text, Instant published) {
        return read(text(title, text, "Alden Courier", published, "en"));
    }

    Story read(NewArticle article) {
        return grouping.place(store(article, grouping.reportOf(article)), article.published());
    }

    StoryView view(Story story) {
        return views.view(story.id(), viewer()).orElseThrow();
    }

    static Article article(long id, String title, String publisher, String... paragraphs) {
        return article(id, id, title, publisher, NOON, paragraphs);
    }

    static Article article(
            long id, long report, String title, String publisher, Instant published, String... paragraphs) {
        return new Article(
                new ArticleId(id),
                new ReportId(report),
                title,
                Optional.of(publisher).filter(name -> !name.isEmpty()),
                Optional.empty(),
                List.of(paragraphs),
                published,
                false,
                Language.ENGLISH,
                OptionalInt.empty(),
                published);
    }
}
