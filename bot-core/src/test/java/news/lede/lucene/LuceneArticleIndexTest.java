package news.lede.lucene;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex;
import news.lede.article.ArticleIndex.IndexedArticle;
import news.lede.article.ArticleIndexContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lucene keeps what the port promises, and what an index in a folder must bear besides. */
class LuceneArticleIndexTest extends ArticleIndexContract {
    @TempDir
    Path folder;

    @Override
    protected ArticleIndex open() {
        return LuceneArticleIndex.open(folder, "store", SKETCHING);
    }

    private void reopen() {
        index.close();
        index = open();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Deportations halted by judge            | deport
                    en | The judge halts a deportation           | deporting judges
                    de | Die Fähren fahren wieder                | Fähre fahren
                    fr | L'homme arrêté par les policiers        | hommes policier
                    fr | Les Misérables au théâtre               | miserable
                    es | Los migrantes detenidos en la frontera  | migrante fronteras
                    ru | Паромы возвращаются в гавань            | гавани
                    sv | Färjorna står stilla                    | färjorna
                    tr | Göçmenler sınırda bekliyor              | sınır
                    """)
    void anyInflectionIsFoundInALanguageWeKnow(String language, String title, String words) {
        ArticleId article = indexed(language, title, "123.", NOON, OURS);

        assertThat(all(language, words)).containsExactly(article);
    }

    @Test
    void anAskersLanguageThatNobodyWritesInIsOnlyAGuess() {
        ArticleId article = indexed("de", "Die Fähren fahren wieder", "123.", NOON, OURS);

        assertThat(all("en", "Fähre")).containsExactly(article);
    }

    @Test
    void anApostropheDoesNotHideAWord() {
        ArticleId article = indexed("und", "Valmora's harbour, l’église", "123.", NOON, OURS);

        assertThat(all("und", "valmora eglise")).containsExactly(article);
        assertThat(all("und", "\"valmora's harbour\"")).containsExactly(article);
    }

    @Test
    void decomposedAccentsAreTheSame() {
        ArticleId article = indexed("vi", "Bão đổ bộ vào Hà Nội", "123.", NOON, OURS);

        assertThat(all("vi", java.text.Normalizer.normalize("Hà Nội", java.text.Normalizer.Form.NFD)))
                .containsExactly(article);
    }

    @Nested
    class WhenTheStoreWasCopied {
        @Test
        void theIndexGoesOnAsThatOfTheCopyAndOfNoOther() {
            ArticleId ferry = indexed("Ferry aground", "Text.");
            index.seen(7);
            index.commit();
            index.close();

            boolean handedOver = LuceneArticleIndex.handOver(folder, "store", "copy");

            index = LuceneArticleIndex.open(folder, "copy", SKETCHING);
            assertThat(handedOver).isTrue();
            assertThat(any("en", "ferry")).containsExactly(ferry);
            assertThat(index.last()).isEqualTo(ferry);
            assertThat(index.seen()).isEqualTo(7);
            index.close();
            index = open();
            assertThat(index.last()).isEqualTo(new ArticleId(0));
        }

        @Test
        void whatIsNotThereOrAnothersIsNotHandedOver() {
            indexed("Ferry aground", "Text.");

            assertThat(LuceneArticleIndex.handOver(folder, "store", "copy"))
                    .as("while somebody writes to it")
                    .isFalse();
            index.close();
            assertThat(LuceneArticleIndex.handOver(folder, "another", "copy")).isFalse();
            assertThat(LuceneArticleIndex.handOver(folder.resolve("none"), "store", "copy"))
                    .isFalse();
            assertThat(folder.resolve("none")).doesNotExist();
            index = open();
            assertThat(any("en", "ferry")).hasSize(1);
        }
    }

    @Nested
    class WhenItIsReopened {
        @Test
        void whatWasCommittedIsThere() {
            ArticleId ferry = indexed("Ferry aground", "Text.");

            reopen();

            assertThat(any("en", "ferry")).containsExactly(ferry);
            assertThat(index.last()).isEqualTo(ferry);
        }

        @Test
        void howFarChangesWereFollowedIsKnown() {
            index.seen(5);
            indexed("Ferry aground", "Text.");
            index.seen(9);

            reopen();

            assertThat(index.seen()).isEqualTo(5);
        }

        @Test
        void whatWasNotCommittedIsNot() {
            ArticleId ferry = indexed("Ferry aground", "Text.");
            index.add(
                    List.of(new IndexedArticle(article(new ArticleId(9), "en", "Ferry", "Text.", NOON), Set.of(OURS))));

            reopen();

            assertThat(any("en", "ferry")).containsExactly(ferry);
            assertThat(index.last()).isEqualTo(ferry);
        }

        @Test
        void anotherStoresIndexIsBuiltAnew() {
            indexed("Ferry aground", "Text.");
            index.close();

            index = LuceneArticleIndex.open(folder, "another store", SKETCHING);

            assertThat(index.last()).isEqualTo(new ArticleId(0));
            assertThat(any("en", "ferry")).isEmpty();
            assertThat(any("en", "harbour")).isEmpty();
            ArticleId harbour = indexed("Harbour closed", "Text.");
            assertThat(any("en", "harbour")).containsExactly(harbour);
        }
    }

    @Nested
    class WhenItsFilesAreDamaged {
        @ParameterizedTest
        @ValueSource(strings = {"segments_", ".cfs", ".si", ".cfe"})
        void aFileOfNonsenseMeansItIsBuiltAnew(String which) throws IOException {
            damage(which, file -> Files.writeString(file, "this is not an index"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"segments_", ".cfs", ".si", ".cfe"})
        void anEmptyFileMeansItIsBuiltAnew(String which) throws IOException {
            damage(which, file -> Files.write(file, new byte[0]));
        }

        @ParameterizedTest
        @ValueSource(strings = {"segments_", ".cfs", ".si", ".cfe"})
        void aMissingFileMeansItIsBuiltAnew(String which) throws IOException {
            damage(which, Files::delete);
        }

        private interface Damage {
            void to(Path file) throws IOException;
        }

        private void damage(String which, Damage damage) throws IOException {
            indexed("Ferry aground", "Text.");
            index.close();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.getFileName().toString().contains(which))
                        .toList()) {
                    damage.to(file);
                }
            }

            index = open();

            assertThat(index.last()).isEqualTo(new ArticleId(0));
            assertThat(any("en", "ferry")).isEmpty();
            ArticleId harbour = indexed("Harbour closed", "Text.");
            reopen();
            assertThat(any("en", "harbour")).containsExactly(harbour);
        }
    }

    @Nested
    class GivenAnotherProcessKeepsIt {
        @Test
        void whatIsThereIsSearchedAndAdditionsAreLeftToIt() {
            ArticleId ferry = indexed("Ferry aground", "Text.");
            try (LuceneArticleIndex beside = LuceneArticleIndex.visit(folder, "store", SKETCHING)) {
                beside.add(List.of(
                        new IndexedArticle(article(new ArticleId(2), "en", "Ferry", "Text.", NOON), Set.of(OURS))));
                beside.commit();

                assertThat(beside.last()).isEqualTo(ferry);
                assertThat(search(beside)).containsExactly(ferry);
            }
        }

        @Test
        void itsNewCommitsAreSeen() {
            ArticleId first = indexed("Ferry aground", "Text.");
            try (LuceneArticleIndex beside = LuceneArticleIndex.visit(folder, "store", SKETCHING)) {
                ArticleId second = indexed("Ferry afloat", "Text.");

                assertThat(search(beside)).containsExactlyInAnyOrder(first, second);
            }
        }

        @Test
        void aVisitorLetsGoAfterEachCommit() {
            index.close();
            try (LuceneArticleIndex visitor = LuceneArticleIndex.visit(folder, "store", SKETCHING)) {
                visitor.add(List.of(
                        new IndexedArticle(article(new ArticleId(1), "en", "Ferry", "Text.", NOON), Set.of(OURS))));
                visitor.commit();
                index = open();
                index.add(List.of(
                        new IndexedArticle(article(new ArticleId(2), "en", "Ferry", "Text.", NOON), Set.of(OURS))));
                index.commit();

                assertThat(search(visitor)).hasSize(2);
                assertThat(index.last()).isEqualTo(new ArticleId(2));
            }
        }

        @Test
        void whatWasLeftMeanwhileIsNotPassedOverLater() {
            ArticleId first = indexed("Ferry aground", "Text.");
            index.close();
            try (LuceneArticleIndex keeper = LuceneArticleIndex.open(folder, "store", SKETCHING)) {
                index = open();
                keeper.add(List.of(
                        new IndexedArticle(article(new ArticleId(2), "en", "Ferry", "Text.", NOON), Set.of(OURS))));
                index.add(List.of(
                        new IndexedArticle(article(new ArticleId(3), "en", "Ferry", "Text.", NOON), Set.of(OURS))));
            }
            index.add(
                    List.of(new IndexedArticle(article(new ArticleId(4), "en", "Ferry", "Text.", NOON), Set.of(OURS))));
            index.commit();

            assertThat(index.last().value()).isBetween(first.value(), 2L);
        }

        @Test
        void whileItBuildsAnewSearchingWorksInMemory() throws IOException {
            index.close();
            try (LuceneArticleIndex keeper = LuceneArticleIndex.open(folder, "store", SKETCHING)) {
                keeper.add(List.of(
                        new IndexedArticle(article(new ArticleId(1), "en", "Ferry", "Text.", NOON), Set.of(OURS))));
                try (LuceneArticleIndex beside = LuceneArticleIndex.visit(folder, "another store", SKETCHING)) {
                    beside.add(List.of(
                            new IndexedArticle(article(new ArticleId(7), "en", "Ferry", "Text.", NOON), Set.of(OURS))));
                    beside.commit();
                    assertThat(search(beside)).containsExactly(new ArticleId(7));
                }
                keeper.commit();
                assertThat(search(keeper)).containsExactly(new ArticleId(1));
            }
            index = open();
        }

        private List<ArticleId> search(LuceneArticleIndex asked) {
            LuceneArticleIndexTest test = new LuceneArticleIndexTest();
            test.index = asked;
            return test.any("en", "ferry");
        }
    }

    @Test
    void aWriterThatBrokeIsReplacedAndNothingThatWasCommittedIsLost() {
        ArticleId before = indexed("en", "Ferry aground", "123.", NOON, OURS);
        index.commit();
        // Whoever is interrupted while writing a file finds it closed, as one whose disk is full.
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> {
                        indexed("en", "Crane falls", "123.", NOON, OURS);
                        index.commit();
                    })
                    .isInstanceOf(RuntimeException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        ArticleId after = indexed("en", "Lighthouse lit", "123.", NOON, OURS);
        index.commit();

        assertThat(all("en", "ferry")).containsExactly(before);
        assertThat(all("en", "lighthouse")).containsExactly(after);
    }
}
