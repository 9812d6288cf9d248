package news.lede.store;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex.Hit;
import news.lede.article.ArticleIndex.Query;
import news.lede.article.ArticleKey;
import news.lede.article.Samples;
import news.lede.source.SourceId;
import news.lede.store.Store.Mode;
import news.lede.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresTextSearchTest {
    private static final Language GERMAN = new Language("de");

    private final PostgresStore store = PostgresStore.open(PostgresStores.newDatabase(), "", "", Mode.BESIDE);
    private final SourceId ours = store.sources().imported().id();

    private ArticleId stored(Language language, Instant published, String title, String text) {
        return store.articles()
                .add(
                        Samples.article(title, published, language, text),
                        List.of(new ArticleKey(title)),
                        ours,
                        Optional.empty(),
                        NOON)
                .id();
    }

    private ArticleId stored(String title, String text) {
        return stored(Language.ENGLISH, NOON, title, text);
    }

    private List<ArticleId> found(Query query) {
        return store.textSearch().orElseThrow().search(query).stream()
                .map(Hit::article)
                .toList();
    }

    private List<ArticleId> found(String words, boolean all) {
        return found(new Query(words, all, Language.ENGLISH, Set.of(ours), Optional.empty(), 10));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void wordsAreFoundInAnyInflection() {
        ArticleId ferry = stored("Ferries stay in port", "The crew waits.");
        stored("Bridge opens", "Cars drive.");

        assertThat(found("ferry", true)).containsExactly(ferry);
        assertThat(found("waiting crews", true)).containsExactly(ferry);
        assertThat(found("lighthouse", true)).isEmpty();
    }

    @Test
    void allWordsMustOccurOrAnyOfThem() {
        ArticleId ferry = stored("Ferry sails", "To the island.");
        ArticleId bridge = stored("Bridge opens", "To the island.");

        assertThat(found("ferry island", true)).containsExactly(ferry);
        assertThat(found("ferry bridge", true)).isEmpty();
        assertThat(found("ferry bridge", false)).containsExactlyInAnyOrder(ferry, bridge);
        assertThat(found("the ferry", true))
                .as("what says nothing does not count")
                .containsExactly(ferry);
    }

    @Test
    void aPhraseStandsAsItIsAndAStarForAnyEnd() {
        ArticleId island = stored("Koru Island votes", "Turnout is high.");
        ArticleId other = stored("Island of Koru", "Turnout is low.");

        assertThat(found("\"koru island\"", true)).containsExactly(island);
        assertThat(found("turn*", true)).containsExactlyInAnyOrder(island, other);
    }

    @Test
    void anyTextIsAQuestion() {
        stored("Ferry sails", "To the island.");

        for (String odd :
                List.of("", "\"", "& | ! ( ) : *", "'; DROP TABLE article", "a:b <-> c", "*", "\"\"", "\u0000")) {
            assertThat(found(odd, true)).as(odd).isEmpty();
            assertThat(found(odd, false)).as(odd).isEmpty();
        }
    }

    @Test
    void theBestComesFirstThenTheNewest() {
        ArticleId once = stored(Language.ENGLISH, NOON, "Harbour news", "A ferry came.");
        ArticleId twice = stored(Language.ENGLISH, NOON, "Ferry", "The ferry and another ferry.");
        ArticleId later = stored(Language.ENGLISH, NOON.plusSeconds(60), "Harbour news again", "A ferry came.");

        assertThat(found("ferry", true)).containsExactly(twice, later, once);
    }

    @Test
    void onlyWhatTheAskerSeesAndWhatIsYoungEnoughIsFound() {
        ArticleId old = stored(Language.ENGLISH, NOON.minus(Duration.ofDays(9)), "Ferry then", "It came.");
        ArticleId young = stored("Ferry now", "It comes.");
        Query mine = new Query("ferry", true, Language.ENGLISH, Set.of(ours), Optional.of(NOON), 10);

        assertThat(found(mine)).containsExactly(young);
        assertThat(found("ferry", true)).containsExactlyInAnyOrder(old, young);
        assertThat(found(new Query("ferry", true, Language.ENGLISH, Set.of(), Optional.empty(), 10)))
                .isEmpty();
        assertThat(found(new Query("ferry", true, Language.ENGLISH, Set.of(new SourceId(77)), Optional.empty(), 10)))
                .isEmpty();
        assertThat(found(new Query("ferry", true, Language.ENGLISH, Set.of(ours), Optional.empty(), 1)))
                .hasSize(1);
    }

    @Test
    void eachLanguageHasItsOwnInflections() {
        ArticleId bridge = stored(GERMAN, NOON, "Brücken gesperrt", "Wegen des Sturms.");

        assertThat(found(new Query("Brücke", true, GERMAN, Set.of(ours), Optional.empty(), 10)))
                .containsExactly(bridge);
        assertThat(found(new Query("Sturm", true, GERMAN, Set.of(ours), Optional.empty(), 10)))
                .containsExactly(bridge);
    }
}
