package news.lede.article;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import news.lede.article.ArticleIndex.Query;
import news.lede.source.SourceId;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class IndexKeeperTest {
    private static final SourceId OURS = new SourceId(1);
    private static final SourceId THEIRS = new SourceId(2);

    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryArticleIndex index = new InMemoryArticleIndex();
    private final IndexKeeper keeper = new IndexKeeper(articles, index);

    private ArticleId stored(String title) {
        return articles.add(Samples.article(title, "Text."), List.of(), OURS, Optional.empty(), NOON)
                .id();
    }

    private int found(String word, SourceId eyes) {
        return index.search(new Query(word, true, Language.ENGLISH, Set.of(eyes), Optional.empty(), 10_000))
                .size();
    }

    @Test
    void anEmptyIndexIsBuiltFromTheFirstArticleAndProgressIsTold() {
        IntStream.range(0, 1203).forEach(n -> stored("Ferry " + n));
        List<String> told = new ArrayList<>();

        long done = keeper.catchUp((at, toDo) -> told.add(at + "/" + toDo));

        assertThat(done).isEqualTo(1203);
        assertThat(told).containsExactly("500/1203", "1000/1203", "1203/1203");
        assertThat(found("ferry", OURS)).isEqualTo(1203);
        assertThat(index.last()).isEqualTo(articles.last());
    }

    @Test
    void onlyWhatIsMissingIsIndexed() {
        stored("Ferry");
        keeper.catchUp((_, _) -> {});
        stored("Harbour");

        assertThat(keeper.catchUp((_, _) -> {})).isEqualTo(1);
        assertThat(keeper.catchUp((_, _) -> {})).isZero();
        assertThat(found("harbour", OURS)).isEqualTo(1);
    }

    @Test
    void whatTheStoreHasNoMoreIsForgottenAndWhatLostASourceIsIndexedAgain() {
        ArticleId kept = stored("Ferry kept");
        articles.seenAgain(kept, List.of(), THEIRS);
        stored("Ferry gone");
        keeper.catchUp((_, _) -> {});
        articles.purge(OURS);

        keeper.catchUp((_, _) -> {});

        assertThat(found("ferry", OURS)).isZero();
        assertThat(found("ferry", THEIRS)).isEqualTo(1);
        assertThat(index.last()).isEqualTo(kept);
    }

    @Test
    void whatAPublisherChangedIsFoundAsItIsNowAndFollowedOnce() {
        ArticleId ferry = stored("Ferry");
        stored("Harbour");
        keeper.catchUp((_, _) -> {});
        articles.revise(ferry, Samples.article("Lighthouse", "Text."), NOON);

        keeper.catchUp((_, _) -> {});

        assertThat(found("ferry", OURS)).isZero();
        assertThat(found("lighthouse", OURS)).isEqualTo(1);
        assertThat(index.seen()).isEqualTo(articles.lastChange()).isEqualTo(1);
    }

    @Test
    void whoeverWasAwayWhileChangesWereForgottenBeginsAnew() {
        ArticleId ferry = stored("Ferry");
        ArticleId barge = stored("Barge");
        keeper.catchUp((_, _) -> {});
        articles.revise(ferry, Samples.article("Lighthouse", "Text."), NOON);
        articles.revise(barge, Samples.article("Buoy", "Text."), NOON);
        articles.revise(barge, Samples.article("Anchor", "Text."), NOON);
        articles.forgetBefore(3, 100);

        keeper.catchUp((_, _) -> {});

        assertThat(found("ferry", OURS)).isZero();
        assertThat(found("lighthouse", OURS)).isEqualTo(1);
        assertThat(found("anchor", OURS)).isEqualTo(1);
        assertThat(index.seen()).isEqualTo(3);
    }

    @Test
    void whoeverHasFollowedAllThatWasForgottenGoesOnFromThere() {
        ArticleId ferry = stored("Ferry");
        stored("Barge");
        keeper.catchUp((_, _) -> {});
        articles.revise(ferry, Samples.article("Lighthouse", "Text."), NOON);
        keeper.catchUp((_, _) -> {});
        articles.revise(ferry, Samples.article("Harbour", "Text."), NOON);
        articles.forgetBefore(2, 100);

        assertThat(keeper.catchUp((_, _) -> {}))
                .as("articles indexed from the log")
                .isZero();
        assertThat(found("harbour", OURS)).isEqualTo(1);
    }

    @Test
    void manyChangesAreAllFollowed() {
        List<ArticleId> all =
                IntStream.range(0, 1203).mapToObj(n -> stored("Ferry " + n)).toList();
        keeper.catchUp((_, _) -> {});
        all.forEach(article -> articles.seenAgain(article, List.of(), THEIRS));

        keeper.catchUp((_, _) -> {});

        assertThat(found("ferry", THEIRS)).isEqualTo(1203);
        assertThat(index.seen()).isEqualTo(1203);
    }

    @Test
    void anIndexThatIsBuiltPassesOverWhatChangedBefore() {
        ArticleId ferry = stored("Ferry");
        articles.seenAgain(ferry, List.of(), THEIRS);

        keeper.catchUp((_, _) -> {});

        assertThat(index.seen()).isEqualTo(1);
        assertThat(found("ferry", THEIRS)).isEqualTo(1);
    }

    @Test
    void whatChangedBeforeItWasIndexedIsIndexedOnceAsItIs() {
        stored("Harbour");
        keeper.catchUp((_, _) -> {});
        ArticleId ferry = stored("Ferry");
        articles.revise(ferry, Samples.article("Lighthouse", "Text."), NOON);

        assertThat(keeper.catchUp((_, _) -> {})).isEqualTo(1);

        assertThat(found("ferry", OURS)).isZero();
        assertThat(found("lighthouse", OURS)).isEqualTo(1);
        assertThat(index.last()).isEqualTo(ferry);
    }

    @Test
    void whatHasToBeBuiltAnewLacksAll() {
        ArticleId ferry = stored("Ferry");
        keeper.catchUp((_, _) -> {});
        stored("Harbour");
        ArticleId last = stored("Lighthouse");
        assertThat(keeper.missing()).isEqualTo(last.value() - ferry.value());
        List.of("Buoy", "Anchor", "Barge")
                .forEach(title -> articles.revise(ferry, Samples.article(title, "Text."), NOON));
        assertThat(keeper.missing()).isEqualTo(last.value() - ferry.value());

        articles.forgetBefore(3, 100);

        assertThat(keeper.missing()).isEqualTo(last.value());
        keeper.catchUp((_, _) -> {});
        assertThat(keeper.missing()).isZero();
    }

    @Test
    void anIndexAheadOfTheChangesOfItsStoreIsBuiltAnew() {
        ArticleId ferry = stored("Ferry");
        index.add(List.of(InMemoryArticleIndex.indexed(articles.find(ferry).orElseThrow(), OURS, THEIRS)));
        index.seen(7);
        index.commit();

        keeper.catchUp((_, _) -> {});

        assertThat(index.seen()).isZero();
        assertThat(found("ferry", OURS)).isEqualTo(1);
        assertThat(found("ferry", THEIRS)).isZero();
    }

    @Test
    void anIndexAheadOfItsStoreIsBuiltAnew() {
        index.add(List.of(InMemoryArticleIndex.indexed(
                new Article(
                        new ArticleId(50),
                        new ReportId(50),
                        "Ferry of a lost day",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        NOON,
                        false,
                        Language.ENGLISH,
                        java.util.OptionalInt.empty(),
                        NOON),
                OURS)));
        index.commit();
        stored("Harbour");

        keeper.catchUp((_, _) -> {});

        assertThat(found("ferry", OURS)).isZero();
        assertThat(found("harbour", OURS)).isEqualTo(1);
        assertThat(index.last()).isEqualTo(articles.last());
    }

    @Test
    void aRefreshedArticleIsFoundInItsNewSourceAndNothingIsPassedOver() {
        ArticleId ferry = stored("Ferry");
        keeper.catchUp((_, _) -> {});
        articles.seenAgain(ferry, List.of(), THEIRS);
        stored("Harbour");
        ArticleId last = stored("Last");

        keeper.catchUp((_, _) -> {});

        assertThat(found("ferry", THEIRS)).isEqualTo(1);
        assertThat(found("harbour", OURS)).isEqualTo(1);
        assertThat(index.last()).isEqualTo(last);
    }
}
