package news.lede.story;

import static news.lede.story.Newsroom.NOON;
import static news.lede.story.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import news.lede.article.Article;
import news.lede.story.StoryRanking.Interests;
import news.lede.story.StoryRanking.Purpose;
import news.lede.story.StoryRanking.Ranked;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StoryRankingTest {
    private static final Publishers FAMILIES =
            new Publishers(List.of(new PublisherFamily("Harbour Press", Set.of(), Set.of("Post", "Post Radio"))));

    private final StoryRanking ranking = new StoryRanking(() -> FAMILIES);

    /** Publishers that told it long before its newest article, which is {@code age} old and of the first of them: no growth is left. */
    private static StoryView story(long id, Duration age, String... publishers) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < publishers.length; i++) {
            articles.add(
                    article(id * 100 + i, id * 100 + i, "Title", publishers[i], NOON.minus(age.plusDays(3)), "Text."));
        }
        articles.add(article(id * 100 + 99, id * 100 + 99, "Title", publishers[0], NOON.minus(age), "Text."));
        return new StoryView(new StoryId(id), 1, Language.ENGLISH, "Title", articles);
    }

    private static StoryView told(long id, String title, Duration age, String lead) {
        return new StoryView(
                new StoryId(id),
                1,
                Language.ENGLISH,
                title,
                List.of(article(id, id, title, "Publisher " + id, NOON.minus(age), lead)));
    }

    @Test
    void whoBelongsTogetherMayChangeBetweenTwoAnswers() {
        AtomicReference<Publishers> publishers = new AtomicReference<>(Publishers.UNRELATED);
        StoryRanking changing = new StoryRanking(publishers::get);
        StoryView story = story(1, Duration.ofHours(1), "Post", "Post Radio");
        assertThat(changing.voices(story)).hasSize(2);

        publishers.set(FAMILIES);

        assertThat(changing.voices(story)).hasSize(1);
    }

    private List<Ranked> rank(List<StoryView> stories) {
        return ranking.rank(stories, Interests.NONE, Purpose.LATEST, NOON);
    }

    private List<Long> ids(List<StoryView> stories) {
        return rank(stories).stream().map(ranked -> ranked.story().id().value()).toList();
    }

    private double weight(StoryView story) {
        return ranking.weight(story, Interests.NONE, Purpose.LATEST, NOON).total();
    }

    @Nested
    class Weights {
        @Test
        void ofOnePublisherEachTheNewestComesFirstHoweverSmallTheDifference() {
            assertThat(ids(List.of(
                            story(1, Duration.ofMinutes(60), "A"),
                            story(2, Duration.ofMinutes(38), "B"),
                            story(3, Duration.ZERO, ""),
                            story(4, Duration.ofMinutes(38), "C"))))
                    .containsExactly(3L, 2L, 4L, 1L);
        }

        @Test
        void fourPublishersStandWhereOneSixHoursYoungerWould() {
            StoryView four = story(1, Duration.ofHours(7), "A", "B", "C", "D");
            assertThat(ids(List.of(story(2, Duration.ofMinutes(59), "E"), four, story(3, Duration.ofMinutes(61), "F"))))
                    .containsExactly(2L, 1L, 3L);
            assertThat(weight(four)).isCloseTo(-1, within(1e-6));
        }

        @Test
        void publishersHaveAMostTheyCount() {
            String[] many = IntStream.range(0, 64).mapToObj(i -> "P" + i).toArray(String[]::new);
            assertThat(weight(story(1, Duration.ZERO, many))).isCloseTo(12, within(1e-6));
        }

        @Test
        void publishersOfOneReportAreNotIndependent() {
            List<Article> copies = List.of(
                    article(1, 1, "T", "A", NOON, "x"),
                    article(2, 1, "T", "B", NOON, "x"),
                    article(3, 1, "T", "C", NOON, "x"));
            assertThat(weight(new StoryView(new StoryId(1), 1, Language.ENGLISH, "T", copies)))
                    .isZero();
        }

        @Test
        void publishersOfOneFamilyAreNotIndependent() {
            assertThat(weight(story(1, Duration.ZERO, "Post", "Post Radio"))).isZero();
            assertThat(weight(story(1, Duration.ZERO, "Post", "Post Radio", "Valley News")))
                    .isCloseTo(3, within(1e-6));
        }

        @Test
        void eachWhoJoinedCountsTheLessTheLongerBeforeTheNewestArticleThatWas() {
            List<Article> articles = List.of(
                    article(1, 1, "T", "A", NOON.minus(Duration.ofHours(5)), "x"),
                    article(2, 2, "T", "B", NOON.minus(Duration.ofHours(3)), "x"),
                    article(3, 3, "T", "C", NOON.minus(Duration.ofHours(2)), "x"),
                    article(4, 4, "T", "D", NOON.minus(Duration.ofHours(1)), "x"));
            StoryRanking.Weight weight = ranking.weight(
                    new StoryView(new StoryId(1), 1, Language.ENGLISH, "T", articles),
                    Interests.NONE,
                    Purpose.LATEST,
                    NOON);
            assertThat(weight.age()).isCloseTo(1, within(1e-9));
            assertThat(weight.spread()).isCloseTo(6, within(1e-9));
            assertThat(weight.joined()).isEqualTo(2);
            assertThat(weight.growth()).isCloseTo(Math.log(1 + 1 + 0.5 + 0.25) / Math.log(2), within(1e-9));
            assertThat(weight.total()).isCloseTo(weight.spread() + weight.growth() - 1, within(1e-9));
        }

        @Test
        void theTopicsOfTheWorkspaceBringAStoryForward() {
            List<StoryView> stories =
                    List.of(story(1, Duration.ofMinutes(10), "A"), story(2, Duration.ofMinutes(100), "B"));
            List<Ranked> ranked = ranking.rank(
                    stories, story -> story.id().value() == 2 ? List.of("Harbours") : List.of(), Purpose.LATEST, NOON);
            assertThat(ranked).extracting(r -> r.story().id().value()).containsExactly(2L, 1L);
            assertThat(ranked.getFirst().weight().interests()).containsExactly("Harbours");
        }

        @Test
        void aBriefingAsksMoreForHowManyThanForWhen() {
            List<StoryView> stories =
                    List.of(story(1, Duration.ofMinutes(10), "A"), story(2, Duration.ofHours(16), "B", "C", "D", "E"));
            assertThat(ids(stories)).containsExactly(1L, 2L);
            assertThat(ranking.rank(stories, Interests.NONE, Purpose.BRIEFING, NOON))
                    .extracting(r -> r.story().id().value())
                    .containsExactly(2L, 1L);
        }
    }

    @Nested
    class Subjects {
        private StoryView harbour(long id, int minutes) {
            String[] titles = {
                "Mara Lind calls walkout a mistake",
                "Dockers answer Mara Lind with march",
                "Court hears complaint of Mara Lind",
                "Mara Lind leaves the port board"
            };
            String title = titles[(int) (id % titles.length)];
            return told(id, title, Duration.ofMinutes(minutes), "On Monday Mara Lind said so. Later Mara Lind left.");
        }

        private StoryView other(long id, int minutes) {
            String[] names = {"Ida Moor", "Tomas Breck", "Edda Quist", "Olan Veit"};
            String name = names[(int) (id % names.length)];
            return told(id, name + " wins prize", Duration.ofMinutes(minutes), "A jury chose " + name + " on Sunday.");
        }

        @Test
        void aThirdStoryOnOneSubjectWaitsForTheNextOnSomethingElse() {
            List<StoryView> stories =
                    List.of(harbour(1, 1), harbour(2, 2), harbour(3, 3), harbour(4, 4), other(5, 60), other(6, 61));
            List<Ranked> ranked = rank(stories);
            assertThat(ranked).extracting(r -> r.story().id().value()).containsExactly(1L, 2L, 5L, 3L, 4L, 6L);
            assertThat(ranked.get(2).moved()).contains(new StoryRanking.Moved(5, "Mara Lind"));
            assertThat(ranked.get(3).moved()).contains(new StoryRanking.Moved(3, "Mara Lind"));
            assertThat(ranked.get(4).moved()).contains(new StoryRanking.Moved(4, "Mara Lind"));
            assertThat(ranked.get(5).moved()).isEmpty();
            assertThat(ranked).extracting(Ranked::place).containsExactly(1, 2, 3, 4, 5, 6);
        }

        @Test
        void scoresNeverRiseDownTheList() {
            List<Ranked> ranked =
                    rank(List.of(harbour(1, 1), harbour(2, 2), harbour(3, 3), other(5, 60), other(6, 61)));
            assertThat(ranked.get(3).weight().total())
                    .isGreaterThan(ranked.get(2).weight().total());
            assertThat(ranked.get(3).score()).isEqualTo(ranked.get(2).score());
        }

        @Test
        void whatIsADayOlderIsNotDugOutForVariety() {
            assertThat(ids(List.of(harbour(1, 1), harbour(2, 2), harbour(3, 3), other(5, 25 * 60))))
                    .containsExactly(1L, 2L, 3L, 5L);
        }

        @Test
        void twoMainWordsInCommonAreASubjectAndOneIsNot() {
            List<StoryView> prices = List.of(
                    told(1, "Bread prices rise in spring", Duration.ofMinutes(1), "Prices of bread rise by a tenth."),
                    told(
                            2,
                            "Bakers explain bread prices",
                            Duration.ofMinutes(2),
                            "The bread has its prices, they say."),
                    told(
                            3,
                            "Prices of bread anger parents",
                            Duration.ofMinutes(3),
                            "Many find prices of bread unfair."),
                    told(4, "Milk is cheap again", Duration.ofMinutes(4), "The milk costs less."));
            assertThat(ids(prices)).containsExactly(1L, 2L, 4L, 3L);
            List<StoryView> loose = List.of(
                    told(1, "Bread is late", Duration.ofMinutes(1), "The bread came at noon."),
                    told(2, "Bread for birds", Duration.ofMinutes(2), "They like bread."),
                    told(3, "Bread under glass", Duration.ofMinutes(3), "A museum shows bread."),
                    told(4, "Milk is cheap again", Duration.ofMinutes(4), "The milk costs less."));
            assertThat(ids(loose)).containsExactly(1L, 2L, 3L, 4L);
        }

        @Test
        void inATownsNewsTheTownIsNoSubject() {
            List<StoryView> stories = new ArrayList<>();
            for (int i = 1; i <= 6; i++) {
                String about = i <= 3 ? "Mara Lind" : "Ida Moor";
                stories.add(told(
                        i,
                        about + " in Arlen again",
                        Duration.ofMinutes(i),
                        "The town of Arlen saw " + about + ". Arlen is glad."));
            }
            assertThat(ids(stories)).containsExactly(1L, 2L, 4L, 3L, 5L, 6L);
        }

        @Test
        void twoStoriesAreAlikeWhenTheyShareAMainName() {
            assertThat(ranking.alike(harbour(1, 1), harbour(2, 2))).isTrue();
            assertThat(ranking.alike(harbour(1, 1), other(5, 5))).isFalse();
        }
    }

    @Nested
    class ForAnyNews {
        private final Random random = new Random(11);

        private List<StoryView> any(int count) {
            List<StoryView> stories = new ArrayList<>();
            for (int id = 1; id <= count; id++) {
                String name = "Person" + (char) ('a' + random.nextInt(4)) + " Lind";
                List<Article> articles = new ArrayList<>();
                for (int i = 0; i <= random.nextInt(4); i++) {
                    articles.add(article(
                            id * 10L + i,
                            id * 10L + (random.nextInt(4) == 0 ? 0 : i),
                            "Today " + name + " speaks on " + random.nextInt(5),
                            "P" + random.nextInt(5),
                            NOON.minus(Duration.ofMinutes(random.nextInt(50) * 20L)),
                            "In town " + name + " spoke. All heard " + name + " speak."));
                }
                articles.sort(Comparator.comparing(Article::published));
                stories.add(new StoryView(
                        new StoryId(id),
                        1,
                        Language.ENGLISH,
                        articles.getFirst().title(),
                        articles));
            }
            return stories;
        }

        @Test
        void theOrderDependsNeitherOnTheOrderGivenNorOnTheTime() {
            for (int round = 0; round < 30; round++) {
                List<StoryView> stories = any(40);
                List<Long> once = ids(stories);
                Collections.shuffle(stories, random);
                assertThat(ids(stories)).isEqualTo(once);
                Instant later = NOON.plus(Duration.ofMinutes(random.nextInt(3_000)));
                assertThat(new StoryRanking(() -> FAMILIES).rank(stories, Interests.NONE, Purpose.LATEST, later))
                        .extracting(r -> r.story().id().value())
                        .isEqualTo(once);
            }
        }

        @Test
        void noStoryIsLostOrDoubled() {
            for (int round = 0; round < 30; round++) {
                List<StoryView> stories = any(random.nextInt(60));
                assertThat(rank(stories)).extracting(Ranked::story).containsExactlyInAnyOrderElementsOf(stories);
            }
        }

        @Test
        void noThreeInARowAreOnOneSubjectWhileAnotherStoryIsAtHand() {
            for (int round = 0; round < 30; round++) {
                List<Ranked> ranked = rank(any(40));
                for (int i = 2; i < ranked.size(); i++) {
                    Set<String> two = subject(ranked, i - 1).shared(subject(ranked, i - 2));
                    Set<String> over = Set.copyOf(two);
                    two.retainAll(subject(ranked, i).marks().keySet());
                    if (!two.isEmpty()) {
                        double least = ranked.get(i).weight().total() - 24;
                        assertThat(ranked.subList(i, ranked.size()))
                                .filteredOn(r -> r.weight().total() >= least)
                                .noneMatch(r -> Collections.disjoint(
                                        Subject.of(r.story()).marks().keySet(), over));
                    }
                }
            }
        }

        private Subject subject(List<Ranked> ranked, int at) {
            return Subject.of(ranked.get(at).story());
        }

        @Test
        void ofTwoStoriesThatDifferInAgeAloneTheNewerComesFirst() {
            for (int round = 0; round < 200; round++) {
                int minutes = random.nextInt(600);
                StoryView newer = told(2, "A title", Duration.ofMinutes(minutes), "x");
                StoryView older = told(1, "A title", Duration.ofMinutes(minutes + 1 + random.nextInt(600)), "x");
                assertThat(ids(List.of(older, newer))).containsExactly(2L, 1L);
            }
        }

        @Test
        void anotherPublisherNeverMakesAStoryLighter() {
            for (int round = 0; round < 300; round++) {
                StoryView before = any(1).getFirst();
                List<Article> articles = new ArrayList<>(before.articles());
                articles.add(
                        article(999, 999, "T", "Another", before.published().plusSeconds(random.nextInt(20_000)), "x"));
                StoryView after = new StoryView(before.id(), 2, before.language(), before.title(), articles);
                assertThat(weight(after)).isGreaterThanOrEqualTo(weight(before));
            }
        }
    }
}
