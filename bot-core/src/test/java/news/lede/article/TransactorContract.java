package news.lede.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.lede.community.Workspace;
import news.lede.store.PortContract;
import news.lede.story.Story;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

/** What every {@link Transactor} promises. */
public abstract class TransactorContract extends PortContract {
    @Test
    void whatReturnsIsKeptAndAnswered() {
        String answer = store.transactor().inTransaction(() -> {
            stored("Kept");
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(store.articles().count()).isEqualTo(1);
    }

    @Test
    void whatThrowsLeavesNothingInAnyPortAndIsPassedOn() {
        Article before = stored("Before");
        Story story = store.stories().open(before.id(), Language.ENGLISH, Samples.NOON);
        IllegalStateException failure = new IllegalStateException("power cut");

        assertThatThrownBy(() -> store.transactor().inTransaction(() -> {
                    Article article = stored("Undone");
                    store.stories().join(story.id(), article.id(), Samples.NOON);
                    store.articles().list(article.id(), before.id());
                    store.announcements().announce(story.id(), 2, Samples.NOON);
                    Workspace workspace = store.communities().workspace("console", "undone", "Undone");
                    store.communities().follow(workspace.id(), source("undone"));
                    store.vectors().putArticle("m", article.id(), new float[] {1});
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(store.articles().count()).isEqualTo(1);
        assertThat(store.articles().findByKeys(keys("key:Undone"))).isEmpty();
        assertThat(store.articles().listers(before.id())).isEmpty();
        assertThat(store.stories().find(story.id())).contains(story);
        assertThat(store.announcements().after(0, 10)).isEmpty();
        assertThat(store.sources().all()).containsExactly(store.sources().imported());
        assertThat(store.vectors().missing("m", 10)).containsExactly(before.id());
    }

    @Test
    void insideItsOwnChangesAreSeen() {
        store.transactor().inTransaction(() -> {
            Article article = stored("Fresh");
            assertThat(store.articles().find(article.id())).contains(article);
            assertThat(store.articles().findByKeys(keys("key:Fresh"))).contains(article.id());
            return true;
        });
    }

    @Test
    void aCallInsideAnotherJoinsIt() {
        assertThatThrownBy(() -> store.transactor().inTransaction(() -> {
                    store.transactor().inTransaction(() -> stored("Inner"));
                    throw new IllegalStateException("outer fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.articles().count()).isZero();
    }

    @Test
    void afterAFailureTheNextOneWorks() {
        assertThatThrownBy(() -> store.transactor().inTransaction(() -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        store.transactor().inTransaction(() -> stored("Next"));

        assertThat(store.articles().count()).isEqualTo(1);
    }

    @Test
    void writersWaitForEachOther() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> writers = IntStream.range(0, 8)
                    .mapToObj(writer -> threads.submit(() -> {
                        go.await();
                        for (int n = 0; n < 10; n++) {
                            String title = writer + "/" + n;
                            store.transactor().inTransaction(() -> {
                                long before = store.articles().count();
                                Article article = stored(title);
                                assertThat(store.articles().count()).isEqualTo(before + 1);
                                return article;
                            });
                        }
                        return true;
                    }))
                    .toList();
            go.countDown();
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(store.articles().count()).isEqualTo(80);
    }
}
