package news.lede.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import news.lede.source.SourceId;
import news.lede.store.PortContract;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Articles} promises. */
public abstract class ArticlesContract extends PortContract {
    private static final Instant NOON = Samples.NOON;

    @Nested
    class WhenAnArticleIsAdded {
        @Test
        void itIsAnsweredAsItWasGiven() {
            NewArticle given = new NewArticle(
                    "Fähre läuft auf Grund: „kein Leck“ 🚢",
                    Optional.of("Küstenbote"),
                    Optional.of(URI.create("https://kuestenbote.example/f%C3%A4hre?id=7")),
                    List.of("Erster Absatz.", "Zweiter Absatz mit 'Zeichen' und \"Zeichen\"; -- :alle ?"),
                    NOON,
                    true,
                    new Language("de"),
                    OptionalInt.of(0),
                    Optional.of(URI.create("https://kuestenbote.example/f%C3%A4hre.jpg")));

            Article added = store.articles()
                    .add(given, keys("a"), store.sources().imported().id(), Optional.empty(), NOON.plusSeconds(5));

            assertThat(store.articles().find(added.id())).contains(added);
            assertThat(added)
                    .isEqualTo(new Article(
                            added.id(),
                            new ReportId(added.id().value()),
                            given.title(),
                            given.publisher(),
                            given.url(),
                            given.paragraphs(),
                            NOON,
                            true,
                            new Language("de"),
                            OptionalInt.of(0),
                            NOON.plusSeconds(5),
                            given.image()));
        }

        @Test
        void itIsKnownByKeysOfAnyLength() {
            SourceId source = store.sources().imported().id();
            Article one = stored(Samples.article("One", "Text of it."), source, longName(1));
            Article other = stored(Samples.article("Other", "Text of it."), source, longName(2));

            assertThat(store.articles().owners(keys(longName(1), longName(2), longName(3))))
                    .containsOnly(
                            Map.entry(keys(longName(1)).getFirst(), one.id()),
                            Map.entry(keys(longName(2)).getFirst(), other.id()));
        }

        @Test
        void whatIsAbsentStaysAbsent() {
            NewArticle given = new NewArticle(
                    "Bare",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    NOON,
                    false,
                    Language.UNKNOWN,
                    OptionalInt.empty());

            Article added = stored(given, store.sources().imported().id());

            assertThat(store.articles().find(added.id())).contains(added);
            assertThat(added.publisher()).isEmpty();
            assertThat(added.url()).isEmpty();
            assertThat(added.paragraphs()).isEmpty();
            assertThat(added.maxSnippet()).isEmpty();
        }

        @Test
        void instantsAreKeptToTheMillisecondFromTheFirstAnswerOn() {
            Instant fine = Instant.parse("2026-05-04T12:00:00.123456789Z");

            Article added = stored("Fine", fine);

            assertThat(added.published()).isEqualTo(Instant.parse("2026-05-04T12:00:00.123Z"));
            assertThat(store.articles().find(added.id())).contains(added);
        }

        @Test
        void anInstantBefore1970IsKept() {
            Article added = stored("Old", Instant.parse("1912-04-15T02:20:00.500Z"));

            assertThat(store.articles().find(added.id()).orElseThrow().published())
                    .isEqualTo(Instant.parse("1912-04-15T02:20:00.500Z"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Two\nlines\r\nand\u2028more",
                    " spaces \t around  and within ",
                    "nothing \u0000 there",
                    "half a ship \uD83D",
                    "\uDEA2 the other half",
                    "a whole ship \uD83D\uDEA2"
                })
        void oddSignsAreTidiedOnTheWayIn(String odd) {
            NewArticle given = Samples.article(odd, odd, " \n ", odd);

            Article added = stored(given, store.sources().imported().id(), odd);

            assertThat(store.articles().find(added.id())).contains(added);
            assertThat(added.paragraphs())
                    .hasSize(2)
                    .allSatisfy(p -> assertThat(p).isEqualTo(p.strip()).doesNotContain("  ", "\n", "\r", "\u0000"));
            assertThat(store.articles().findByKeys(keys(odd))).contains(added.id());
        }

        @Test
        void idsGrow() {
            ArticleId first = stored("First").id();
            ArticleId second = stored("Second").id();

            assertThat(second).isGreaterThan(first);
            assertThat(store.articles().last()).isEqualTo(second);
            assertThat(store.articles().count()).isEqualTo(2);
        }

        @Test
        void itCanRepeatAReport() {
            Article original = stored("Original");

            Article copy = store.articles()
                    .add(
                            Samples.article("Copy", "Text."),
                            keys("copy"),
                            store.sources().imported().id(),
                            Optional.of(original.report()),
                            NOON);

            assertThat(copy.report()).isEqualTo(original.report());
            assertThat(store.articles().find(copy.id())).contains(copy);
        }
    }

    @Nested
    class GivenAnEmptyStore {
        @Test
        void nothingIsFound() {
            assertThat(store.articles().last()).isEqualTo(new ArticleId(0));
            assertThat(store.articles().count()).isZero();
            assertThat(store.articles().find(new ArticleId(1))).isEmpty();
            assertThat(store.articles().findAll(List.of(new ArticleId(1)))).isEmpty();
            assertThat(store.articles().findAll(List.of())).isEmpty();
            assertThat(store.articles().findByKeys(keys("a"))).isEmpty();
            assertThat(store.articles().findByKeys(List.of())).isEmpty();
            assertThat(store.articles().after(new ArticleId(0), 10)).isEmpty();
            assertThat(store.articles().publishedSince(Instant.EPOCH, 10)).isEmpty();
            assertThat(store.articles().sourcesOf(new ArticleId(1))).isEmpty();
            assertThat(store.articles().listers(new ArticleId(1))).isEmpty();
        }

        @Test
        void changesToAnUnknownArticleAreRefused() {
            SourceId source = store.sources().imported().id();

            assertThatThrownBy(() -> store.articles().seenAgain(new ArticleId(7), keys("a"), source))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.articles().list(new ArticleId(7), new ArticleId(8)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(store.articles().findByKeys(keys("a"))).isEmpty();
        }
    }

    @Nested
    class GivenSeveralKeys {
        @Test
        void anyOfThemFindsTheArticle() {
            Article article = stored(Samples.article("One", "Text."), source("a"), "k1", "k2");

            assertThat(store.articles().findByKeys(keys("other", "k2"))).contains(article.id());
        }

        @Test
        void theOldestIsFoundWhenTheyBelongToSeveral() {
            Article older = stored(Samples.article("One", "Text."), source("a"), "k1");
            stored(Samples.article("Two", "Text."), source("a"), "k2");

            assertThat(store.articles().findByKeys(keys("k2", "k1"))).contains(older.id());
        }

        @Test
        void aKeyStaysWithWhoHadItFirst() {
            Article older = stored(Samples.article("One", "Text."), source("a"), "same");
            stored(Samples.article("Two", "Text."), source("a"), "same", "two");

            assertThat(store.articles().findByKeys(keys("same"))).contains(older.id());
        }

        @Test
        void seeingAgainAddsWhatIsNewAndSaysWhether() {
            SourceId first = source("first");
            SourceId second = source("second");
            Article article = stored(Samples.article("One", "Text."), first, "k1");

            assertThat(store.articles().seenAgain(article.id(), keys("k1"), first))
                    .isFalse();
            assertThat(store.articles().seenAgain(article.id(), keys("k1", "k2"), first))
                    .isTrue();
            assertThat(store.articles().seenAgain(article.id(), keys("k1"), second))
                    .isTrue();
            assertThat(store.articles().seenAgain(article.id(), keys("k1", "k2"), second))
                    .isFalse();

            assertThat(store.articles().findByKeys(keys("k2"))).contains(article.id());
            assertThat(store.articles().sourcesOf(article.id())).containsExactlyInAnyOrder(first, second);
        }
    }

    @Nested
    class GivenSources {
        @Test
        void onlyWhatOneOfThemCarriedIsVisible() {
            SourceId ours = source("ours");
            SourceId theirs = source("theirs");
            Article mine = stored("Mine", NOON, ours);
            Article foreign = stored("Foreign", NOON, theirs);
            Article both = stored("Both", NOON, theirs);
            store.articles().seenAgain(both.id(), List.of(), ours);
            List<ArticleId> all = List.of(mine.id(), foreign.id(), both.id(), new ArticleId(999));

            assertThat(store.articles().visible(all, eyes(ours))).containsExactlyInAnyOrder(mine.id(), both.id());
            assertThat(store.articles().visible(all, eyes(theirs))).containsExactlyInAnyOrder(foreign.id(), both.id());
            assertThat(store.articles().visible(all, eyes(ours, theirs))).hasSize(3);
            assertThat(store.articles().visible(all, Set.of())).isEmpty();
            assertThat(store.articles().visible(List.of(), eyes(ours))).isEmpty();
        }
    }

    @Nested
    class GivenListings {
        @Test
        void theListersOfAnArticleAreKnownOnceOldestFirst() {
            Article listed = stored("Listed");
            Article page = stored("Page");
            Article otherPage = stored("Other page");

            store.articles().list(otherPage.id(), listed.id());
            store.articles().list(page.id(), listed.id());
            store.articles().list(page.id(), listed.id());
            store.articles().list(listed.id(), listed.id());

            assertThat(store.articles().listers(listed.id())).containsExactly(page.id(), otherPage.id());
            assertThat(store.articles().listers(page.id())).isEmpty();
        }

        @Test
        void whatStandsBesideArticlesListedThemOrWasListedByThem() {
            Article listed = stored("Listed");
            Article alsoListed = stored("Also listed");
            Article page = stored("Page");
            Article otherPage = stored("Other page");

            store.articles().list(page.id(), alsoListed.id());
            store.articles().list(page.id(), listed.id());
            store.articles().list(otherPage.id(), page.id());
            store.articles().list(otherPage.id(), listed.id());

            assertThat(store.articles().beside(List.of(page.id())))
                    .containsExactlyInAnyOrder(listed.id(), alsoListed.id(), otherPage.id());
            assertThat(store.articles().beside(List.of(page.id(), listed.id())))
                    .containsExactlyInAnyOrder(alsoListed.id(), otherPage.id());
            assertThat(store.articles().beside(List.of(new ArticleId(1_000_000))))
                    .isEmpty();
            assertThat(store.articles().beside(List.of())).isEmpty();
        }
    }

    @Nested
    class GivenMoreThanAPortion {
        @Test
        void allThatExistAreFoundInTheOrderOfIdsEachOnce() {
            List<Article> all = store.transactor()
                    .inTransaction(() -> IntStream.range(0, 1203)
                            .mapToObj(n -> stored("Number " + n, NOON.plusSeconds(n)))
                            .toList());
            List<ArticleId> wanted = new java.util.ArrayList<>(
                    all.reversed().stream().map(Article::id).toList());
            wanted.addAll(wanted.subList(0, 20));
            wanted.add(new ArticleId(123456));

            assertThat(store.articles().findAll(wanted)).isEqualTo(all);
            assertThat(store.articles()
                            .visible(wanted, eyes(store.sources().imported().id())))
                    .hasSize(1203);
            assertThat(store.articles().publishedSince(NOON, 1100)).isEqualTo(all.subList(103, 1203));
        }

        @Test
        void whatBecameOfArticlesIsReadOn() {
            Article ferry = stored("Ferry");
            Article harbour = stored("Harbour");
            assertThat(store.articles().lastChange()).isZero();
            SourceId other = source("other");

            store.articles().revise(ferry.id(), Samples.article("Ferry sinks", "More."), NOON);
            store.articles().seenAgain(harbour.id(), List.of(), other);
            store.articles().seenAgain(harbour.id(), List.of(), other);
            store.articles().complete(harbour.id(), Samples.article("Harbour", "All of it."));
            store.purge().purge(other, NOON);

            List<ArticleChange> changes = store.articles().changes(0, 10);
            assertThat(changes.stream().map(ArticleChange::article))
                    .containsExactly(ferry.id(), harbour.id(), harbour.id(), harbour.id());
            assertThat(changes.stream().map(ArticleChange::number)).isSorted().doesNotHaveDuplicates();
            assertThat(store.articles().lastChange())
                    .isEqualTo(changes.getLast().number());
            assertThat(store.articles().changes(0, 2)).isEqualTo(changes.subList(0, 2));
            assertThat(store.articles().changes(changes.get(1).number(), 10)).isEqualTo(changes.subList(2, 4));
            assertThat(store.articles().changes(changes.getLast().number(), 10)).isEmpty();
        }

        @Test
        void theArticlesOfASourceThatIsAnotherAreChangedByThat() {
            SourceId duplicate = source("duplicate");
            source("kept");
            Article ferry = stored("Ferry", NOON, duplicate);
            stored("Harbour");

            store.sources().mergeInto(duplicate, "https://kept.example/feed", NOON);

            assertThat(store.articles().changes(0, 10).stream().map(ArticleChange::article))
                    .containsExactly(ferry.id());
        }

        @Test
        void theLogIsReadOn() {
            List<Article> all =
                    IntStream.range(0, 7).mapToObj(n -> stored("Number " + n)).toList();

            assertThat(store.articles().after(new ArticleId(0), 3)).isEqualTo(all.subList(0, 3));
            assertThat(store.articles().after(all.get(2).id(), 3)).isEqualTo(all.subList(3, 6));
            assertThat(store.articles().after(all.get(5).id(), 3)).isEqualTo(all.subList(6, 7));
            assertThat(store.articles().after(all.get(6).id(), 3)).isEmpty();
        }

        @Test
        void sinceAnInstantTheNewestIdsAreAnsweredOldestFirst() {
            Article late = stored("Late", NOON);
            stored("Early", NOON.minusSeconds(1));
            Article later = stored("Later", NOON.plusSeconds(1));
            Article latest = stored("Latest", NOON.plusSeconds(2));

            assertThat(store.articles().publishedSince(NOON, 10)).containsExactly(late, later, latest);
            assertThat(store.articles().publishedSince(NOON, 2)).containsExactly(later, latest);
            assertThat(store.articles().publishedSince(NOON.plusSeconds(3), 2)).isEmpty();
        }
    }
}
