package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.lede.alert.Announcements.Announcement;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Revisits.Revisit;
import news.lede.ingest.TestFeed.Item;
import news.lede.source.SourceId;
import news.lede.store.InMemoryStore;
import news.lede.store.SqliteStores;
import news.lede.store.Store;
import news.lede.story.StoryId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever step the program ends at, the next start goes on so that nothing is lost and nothing doubled. */
class CrashTest {
    private static final Instant NOW = TestChain.NOW;
    private static final String SAME = "The council of Port Ellery voted for the tunnel on Monday after nine hours of"
            + " debate, and the mayor said that digging would begin in the spring of next year.";

    /** What is left behind, told so that two stores can be compared. */
    private record Left(
            Set<Set<String>> stories,
            List<Integer> announced,
            List<String> planned,
            Map<String, Integer> versions,
            long waiting) {
        static Left in(TestChain chain) {
            Map<StoryId, Set<String>> stories = new HashMap<>();
            Map<String, Integer> versions = new TreeMap<>();
            Map<ArticleId, String> titles =
                    chain.articles().stream().collect(Collectors.toMap(Article::id, Article::title));
            titles.forEach((id, title) -> {
                stories.computeIfAbsent(chain.store.stories().storyOf(id).orElseThrow(), _ -> new TreeSet<>())
                        .add(title);
                versions.put(title, chain.store.articles().versions(id).size());
            });
            assertThat(chain.titles()).doesNotHaveDuplicates();
            return new Left(
                    Set.copyOf(stories.values()),
                    chain.store.announcements().after(0, 1_000).stream()
                            .map(Announcement::revision)
                            .sorted()
                            .toList(),
                    chain.store.revisits().due(NOW.plus(Duration.ofDays(9)), 1_000).stream()
                            .map(Revisit::article)
                            .map(titles::get)
                            .sorted()
                            .toList(),
                    versions,
                    chain.store.inbox().backlog());
        }
    }

    private static void recorded(TestChain chain) {
        SourceId courier = chain.source("courier");
        SourceId post = chain.source("post");
        chain.pages.answer("https://courier.example/1", "Tunnel vote in Port Ellery", SAME);
        chain.polled(courier, true, List.of(Item.of("https://courier.example/0", "Old orchard", NOW, "Apples.")));
        chain.polled(
                courier,
                Item.of("https://courier.example/1", "Tunnel vote in Port Ellery", NOW, "They voted."),
                Item.of("https://courier.example/2", "Lighthouse keeper retires", NOW, "He handed over the key."));
        chain.intake(chain.store).take(1);
        chain.polled(post, Item.of("https://post.example/1", "Port Ellery votes for tunnel", NOW, SAME));
        chain.polled(courier, true, List.of(Item.of("https://courier.example/0", "New orchard", NOW, "Pears.")));
    }

    /** Until nothing waits any more, as the program does it over time. */
    private static void goOn(TestChain chain) {
        for (int round = 0; round < 10; round++) {
            chain.intake(chain.store).take(100);
            chain.clock.advance(Duration.ofMinutes(2));
        }
    }

    private static Left undisturbed(Supplier<Store> stores) {
        TestChain chain = new TestChain(stores.get(), Duration.ofSeconds(30));
        recorded(chain);
        goOn(chain);
        Left left = Left.in(chain);
        chain.store.close();
        return left;
    }

    /** Fails at each step in turn, {@code apart} from each other, until a run meets no failure; answers how many steps there were. */
    private static int failAtSteps(int apart, Supplier<Store> stores, Supplier<? extends Throwable> failure) {
        Left expected = undisturbed(stores);
        assertThat(expected.stories()).hasSize(3);
        assertThat(expected.versions()).containsEntry("New orchard", 2);
        for (int step = 1; ; step += apart) {
            TestChain chain = new TestChain(stores.get(), Duration.ofSeconds(30));
            recorded(chain);
            boolean[] failed = new boolean[1];
            Store failing = FailingStore.at(step, chain.store, () -> {
                failed[0] = true;
                return failure.get();
            });
            try {
                chain.intake(failing).take(100);
            } catch (FailingStore.PowerCut | IllegalStateException e) {
                assertThat(failed[0]).isTrue();
            }
            goOn(chain);
            assertThat(Left.in(chain)).as("failed at step %d", step).isEqualTo(expected);
            chain.store.close();
            if (!failed[0]) {
                return step;
            }
        }
    }

    @Test
    void aPowerCutAtAnyStepLosesAndDoublesNothing() {
        assertThat(failAtSteps(1, InMemoryStore::new, FailingStore.PowerCut::new))
                .isGreaterThan(30);
    }

    @Test
    void aFailureAtAnyStepIsTriedAgain() {
        assertThat(failAtSteps(1, InMemoryStore::new, () -> new IllegalStateException("no room on the disk")))
                .isGreaterThan(30);
    }

    @Test
    void aPowerCutLeavesSqliteWhole(@TempDir Path folder) {
        assertThat(failAtSteps(7, () -> SqliteStores.openNew(folder), FailingStore.PowerCut::new))
                .isGreaterThan(30);
    }
}
