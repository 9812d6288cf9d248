package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.NewArticle;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** News made at random, seeded: events with words of their own, each article telling some of them among words that all news has. */
class MergingStoriesTest {
    private static final int ARTICLES = 70;
    private static final int EVENTS = 9;

    private final Random random = new Random(4);

    private record Told(int event, NewArticle article) {}

    private static List<Told> told(long seed) {
        Random random = new Random(seed);
        List<List<String>> events =
                IntStream.range(0, EVENTS).mapToObj(_ -> phrases(9, 3, random)).toList();
        List<String> common = phrases(60, 0, random);
        return IntStream.range(0, ARTICLES)
                .mapToObj(i -> {
                    int event = random.nextInt(EVENTS);
                    int tells = 9 + random.nextInt(12);
                    return new Told(event, article(events.get(event), common, tells, i, random));
                })
                .toList();
    }

    /** Every other phrase is the event's, up to {@code tells}. */
    private static NewArticle article(List<String> event, List<String> common, int tells, int minute, Random random) {
        List<String> words = new ArrayList<>();
        for (int w = 0; w < 40; w++) {
            List<String> from = w % 2 == 1 && w / 2 < tells ? event : common;
            words.add(from.get(random.nextInt(from.size())));
        }
        return Newsroom.text(
                String.join(" ", words.subList(0, 6)),
                String.join(" ", words),
                "Courier",
                Newsroom.NOON.plusSeconds(60L * minute),
                "en");
    }

    /** Names of one word, then phrases of two. */
    private static List<String> phrases(int count, int names, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> i < names ? "Q" + word(random) : word(random) + " " + word(random))
                .toList();
    }

    private static String word(Random random) {
        return random.ints(7, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static Article store(Newsroom news, NewArticle article, StoryGrouping grouping) {
        return news.store(article, grouping.reportOf(article));
    }

    @Test
    void noStoryIsEverSplitAndEveryIdLeadsToWhereItsMembersAre() {
        int merges = LongStream.rangeClosed(1, 6).mapToInt(this::mergesTold).sum();
        assertThat(merges).as("some stories turned out to be one").isPositive();
    }

    private int mergesTold(long seed) {
        Newsroom news = new Newsroom();
        Map<StoryId, Set<ArticleId>> shown = new HashMap<>();
        int merges = 0;
        int placed = 0;
        for (Told told : told(seed)) {
            Article article = store(news, told.article(), news.grouping);
            Story story = news.grouping.place(article, article.published());
            placed++;
            assertThat(story.members()).contains(article.id());
            shown.computeIfAbsent(story.id(), _ -> new HashSet<>()).addAll(story.members());
            int members = 0;
            for (Map.Entry<StoryId, Set<ArticleId>> known : shown.entrySet()) {
                Story now = news.store.stories().find(known.getKey()).orElseThrow();
                assertThat(now.members()).containsAll(known.getValue());
                if (now.id().equals(known.getKey())) {
                    members += now.members().size();
                } else {
                    assertThat(now.id()).as("the older survives").isLessThan(known.getKey());
                    merges++;
                }
            }
            assertThat(members).as("each article in one story").isEqualTo(placed);
        }
        return merges;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 7})
    void aMemoryReadAnewDecidesTheSame(long seed) {
        Newsroom kept = new Newsroom();
        Newsroom anew = new Newsroom();
        assertThat(stories(seed, anew, anew::grouping)).isEqualTo(stories(seed, kept, () -> kept.grouping));
    }

    private static List<Story> stories(long seed, Newsroom news, Supplier<StoryGrouping> groupings) {
        return told(seed).stream()
                .map(told -> {
                    StoryGrouping grouping = groupings.get();
                    return grouping.place(
                            store(news, told.article(), grouping),
                            told.article().published());
                })
                .toList();
    }

    @Nested
    class TwoStoriesOfOneEvent {
        private final List<String> event = phrases(12, 4, random);
        private final List<String> common = phrases(40, 0, random);
        private final Newsroom news = new Newsroom();

        /** All that there is to say of the event, in another order and among other words each time. */
        private NewArticle report(int minute) {
            List<String> shuffled = new ArrayList<>(event);
            Collections.shuffle(shuffled, random);
            List<String> words = new ArrayList<>();
            for (String phrase : shuffled) {
                words.add(common.get(random.nextInt(common.size())));
                words.add(phrase);
            }
            String text = String.join(" ", words);
            return Newsroom.text(text.substring(0, 60), text, "Courier", Newsroom.NOON.plusSeconds(60L * minute), "en");
        }

        private Story opened(int minute) {
            NewArticle article = report(minute);
            Article stored = store(news, article, news.grouping);
            return news.store.stories().open(stored.id(), stored.language(), stored.published());
        }

        private Article next(int minute) {
            return store(news, report(minute), news.grouping);
        }

        @Test
        void becomeTheOlderOneWhenAnArticleBringsThemTogether() {
            Story first = opened(0);
            Story second = opened(1);
            Article bridge = next(2);
            Story merged = news.grouping().place(bridge, bridge.published());
            assertThat(merged.id()).isEqualTo(first.id());
            assertThat(merged.members())
                    .containsExactlyInAnyOrder(
                            first.members().getFirst(), second.members().getFirst(), bridge.id());
            assertThat(news.store.stories().find(second.id())).contains(merged);
            assertThat(merged.revision()).isEqualTo(3);
        }

        @Test
        void becomeWhicheverIsToSurvive() {
            opened(0);
            Story second = opened(1);
            StoryGrouping youngest = new StoryGrouping(
                    news.store.stories(),
                    news.store.articles(),
                    (one, other) -> one.id().compareTo(other.id()) > 0 ? one : other);
            Article bridge = next(2);
            assertThat(youngest.place(bridge, bridge.published()).id()).isEqualTo(second.id());
        }

        @Test
        void areTwoAgainInMemoryWhenTheMergeWasRolledBack() {
            Story first = opened(0);
            Story second = opened(1);
            StoryGrouping grouping = news.grouping();
            try {
                news.store.transactor().inTransaction(() -> {
                    Article bridge = next(2);
                    assertThat(grouping.place(bridge, bridge.published()).members())
                            .hasSize(3);
                    throw new IllegalStateException("disk full");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("disk full");
            }
            assertThat(news.store.stories().find(second.id())).contains(second);
            Article bridge = next(3);
            Story merged = grouping.place(bridge, bridge.published());
            assertThat(merged.id()).isEqualTo(first.id());
            assertThat(merged.members()).hasSize(3).contains(second.members().getFirst(), bridge.id());
        }
    }
}
