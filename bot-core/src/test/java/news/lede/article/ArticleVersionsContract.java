package news.lede.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.store.PortContract;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

/** What every {@link Articles} promises of articles whose publishers changed them. */
public abstract class ArticleVersionsContract extends PortContract {
    private static final Instant NOON = Samples.NOON;

    private static NewArticle edited(String title, String... paragraphs) {
        return new NewArticle(
                title,
                Optional.of("Somebody Else"),
                Optional.of(URI.create("https://elsewhere.example/")),
                List.of(paragraphs),
                NOON.plusSeconds(500),
                true,
                new Language("de"),
                OptionalInt.of(7));
    }

    @Test
    void anArticleThatNeverChangedHasNoVersions() {
        assertThat(store.articles().versions(stored("Ferry runs aground").id())).isEmpty();
        assertThat(store.articles().versions(new ArticleId(77))).isEmpty();
    }

    @Test
    void theFirstChangeKeepsWhatWasSeenFirstAndWhatIsNow() {
        Article before = stored(Samples.article("Ferry aground", "Nobody was hurt.", "It rained."), source("a"), "k");

        Article after = store.articles()
                .revise(before.id(), edited("Ferry aground: two hurt", "Two were hurt."), NOON.plusSeconds(60));

        assertThat(after)
                .isEqualTo(new Article(
                        before.id(),
                        before.report(),
                        "Ferry aground: two hurt",
                        before.publisher(),
                        before.url(),
                        List.of("Two were hurt."),
                        before.published(),
                        before.approximate(),
                        new Language("de"),
                        OptionalInt.of(7),
                        before.firstSeen()));
        assertThat(store.articles().find(before.id())).contains(after);
        assertThat(store.articles().findByKeys(keys("k"))).contains(before.id());
        assertThat(store.articles().versions(before.id()))
                .containsExactly(
                        new ArticleVersion(before.id(), 1, before.firstSeen(), "Ferry aground", before.paragraphs()),
                        new ArticleVersion(
                                before.id(),
                                2,
                                NOON.plusSeconds(60),
                                "Ferry aground: two hurt",
                                List.of("Two were hurt.")));
    }

    @Test
    void eachFurtherChangeIsOneMoreVersion() {
        ArticleId id = stored("Ferry runs aground").id();
        store.articles().revise(id, edited("Second", "Two."), NOON.plusSeconds(1));
        store.articles().revise(id, edited("Third"), NOON.plusSeconds(2));

        assertThat(store.articles().versions(id))
                .extracting(ArticleVersion::version, ArticleVersion::title)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "Ferry runs aground"),
                        org.assertj.core.groups.Tuple.tuple(2, "Second"),
                        org.assertj.core.groups.Tuple.tuple(3, "Third"));
        assertThat(store.articles().versions(id).getLast().paragraphs()).isEmpty();
    }

    @Test
    void aCompletedTextReplacesTheOldOneWithoutAVersion() {
        Article before = stored("Ferry runs aground");

        Article after = store.articles().complete(before.id(), edited("Ferry runs aground", "All.", "Of it."));

        assertThat(after.paragraphs()).containsExactly("All.", "Of it.");
        assertThat(after.published()).isEqualTo(before.published());
        assertThat(store.articles().find(before.id())).contains(after);
        assertThat(store.articles().versions(before.id())).isEmpty();
    }

    @Test
    void anUnknownArticleCannotChange() {
        assertThatThrownBy(() -> store.articles().revise(new ArticleId(7), edited("T"), NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.articles().complete(new ArticleId(7), edited("T")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangeBelongsToTheTransactionItIsMadeIn() {
        Article before = stored("Ferry runs aground");

        assertThatThrownBy(() -> store.transactor().inTransaction(() -> {
                    store.articles().revise(before.id(), edited("Other"), NOON);
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");

        assertThat(store.articles().find(before.id())).contains(before);
        assertThat(store.articles().versions(before.id())).isEmpty();
    }

    @Test
    void whoOwnsWhichKeyIsToldKeyByKey() {
        Article one = stored(Samples.article("One", "Text."), source("a"), "k1", "k2");
        Article two = stored(Samples.article("Two", "Text."), source("a"), "k2", "k3");

        assertThat(store.articles().owners(keys("k1", "k2", "k3", "k4")))
                .isEqualTo(Map.of(
                        new ArticleKey("k1"), one.id(),
                        new ArticleKey("k2"), one.id(),
                        new ArticleKey("k3"), two.id()));
        assertThat(store.articles().owners(List.of())).isEmpty();
    }

    @Test
    void aPictureComesWithAChangeAndOutlastsOneThatBringsNone() {
        Article before = stored("Ferry runs aground");
        Optional<URI> picture = Optional.of(URI.create("https://a.example/ferry.jpg"));
        NewArticle shown = Samples.article("Ferry runs aground", "Two were hurt.");
        NewArticle withPicture = new NewArticle(
                shown.title(),
                shown.publisher(),
                shown.url(),
                shown.paragraphs(),
                shown.published(),
                shown.approximate(),
                shown.language(),
                shown.maxSnippet(),
                picture);

        assertThat(store.articles()
                        .revise(before.id(), withPicture, NOON.plusSeconds(1))
                        .image())
                .isEqualTo(picture);
        assertThat(store.articles()
                        .revise(before.id(), edited("Ferry aground", "Two were hurt."), NOON.plusSeconds(2))
                        .image())
                .isEqualTo(picture);
    }
}
