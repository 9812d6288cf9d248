package news.lede.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.NewArticle;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.store.InMemoryStore;
import news.lede.text.Language;
import news.lede.topic.TopicDesk.Match;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TopicDeskTest {
    private static final SourceId SOURCE = new SourceId(1);
    private static final WorkspaceId OURS = new WorkspaceId(1);
    private static final WorkspaceId THEIRS = new WorkspaceId(2);
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Topic SAILING = Topic.ofName(new TopicId("sailing"), "sailing");
    private static final Topic BAKING = Topic.ofName(new TopicId("baking"), "baking");
    private static final List<Topic> BOTH = List.of(SAILING, BAKING);

    private final InMemoryStore store = new InMemoryStore();
    private final TopicDesk desk = desk(50);

    private TopicDesk desk(int room) {
        return new TopicDesk(
                store.articles(), new BagOfWordsEmbedder(), store.vectors(), store.topicVotes(), () -> BOTH, room);
    }

    @Nested
    class AnArticle {
        @Test
        void isMatchedWithEachTopicByItsWordsAtOnce() {
            ArticleId regatta = article("Sailing regatta opens", "Sailing boats crossed the bay.");
            List<Match> matches = desk.matches(regatta, List.of(SAILING, BAKING), OURS);
            assertThat(matches).extracting(Match::topic).containsExactly(SAILING.id(), BAKING.id());
            assertThat(matches).extracting(Match::fits).containsExactly(true, false);
            assertThat(matches.getFirst().words()).contains("Sailing");
        }

        @Test
        void isMatchedWithTopicsThatAreNewSinceOthersWereLearnt() {
            AtomicReference<List<Topic>> shipped = new AtomicReference<>(List.of(SAILING));
            TopicDesk changing = new TopicDesk(
                    store.articles(), new BagOfWordsEmbedder(), store.vectors(), store.topicVotes(), shipped::get, 50);
            ArticleId bread = article("Baking bread", "Baking is slow.");
            changing.learn();
            shipped.set(List.of(SAILING, BAKING));

            // Before they are learnt, and after.
            assertThat(changing.matches(bread, List.of(BAKING), OURS).getFirst().fits())
                    .isTrue();
            changing.readBack(10);
            changing.learn();
            assertThat(changing.matches(bread, List.of(BAKING), OURS).getFirst().fits())
                    .isTrue();
        }

        @Test
        void isMatchedByMeaningOnceItHasAVector() {
            ArticleId regatta = article("Sailing regatta opens", "Boats crossed the bay.");
            double byWords = score(regatta, SAILING, OURS);
            desk.prepare(10);
            assertThat(score(regatta, SAILING, OURS)).isNotEqualTo(byWords);
        }

        @Test
        void thatIsUnknownMatchesNothing() {
            assertThat(desk.matches(new ArticleId(77), List.of(SAILING), OURS)).isEmpty();
        }

        @Test
        void whoseTextIsAnotherNowIsMatchedAnew() {
            ArticleId first = article("Sailing regatta opens", "Sailing boats crossed the bay.");
            assertThat(desk.matches(first, List.of(SAILING), OURS).getFirst().fits())
                    .isTrue();
            store.articles().revise(first, draft("Regatta cancelled", "Nobody came."), NOON);
            desk.changed(List.of(first));
            assertThat(desk.matches(first, List.of(SAILING), OURS).getFirst().fits())
                    .isFalse();
        }

        @Test
        void olderThanTheWindowIsMatchedAllTheSame() {
            ArticleId first = article("Sailing regatta opens", "Sailing boats crossed the bay.");
            for (int i = 0; i < 12; i++) {
                article("Council meets", "Item " + i);
            }
            TopicDesk small = desk(10);
            small.read(100);
            assertThat(small.matches(first, List.of(SAILING), OURS).getFirst().fits())
                    .isTrue();
        }
    }

    @Nested
    class ATopic {
        @Test
        void thatIsDefinedAfterArticlesWereReadIsLookedForInThem() {
            ArticleId ferry = article("Ferry late again", "The ferry was late.");
            desk.read(10);
            Topic ferries = Topic.ofName(new TopicId("ferries"), "ferry");
            assertThat(desk.board(ferries, OURS).candidates()).isEmpty();
            while (desk.readBack(10)) {
                // Until the new topic is known everywhere.
            }
            assertThat(desk.board(ferries, OURS).candidates())
                    .extracting(candidate -> candidate.article().id())
                    .containsExactly(ferry);
        }

        @Test
        void isReadBackThroughTheWindowNewestFirst() {
            for (int i = 0; i < 30; i++) {
                article("Sailing club meets", "Item " + i);
            }
            TopicDesk reading = desk(20);
            reading.read(5);
            assertThat(reading.board(SAILING, OURS).candidates()).hasSize(5);
            while (reading.readBack(5)) {
                // Until the window is full.
            }
            assertThat(reading.board(SAILING, OURS).candidates()).hasSize(20);
        }

        @Test
        void losesWhatTheStoreHasNoMore() {
            ArticleId gone = article("Sailing club meets", "Sailing.");
            assertThat(desk.board(SAILING, OURS).candidates()).hasSize(1);
            desk.forget(List.of(gone));
            assertThat(desk.board(SAILING, OURS).candidates()).isEmpty();
        }
    }

    @Nested
    class Votes {
        private final List<ArticleId> regattas = new ArrayList<>();
        private final List<ArticleId> sales = new ArrayList<>();

        private void news() {
            for (int i = 0; i < 20; i++) {
                regattas.add(article(
                        "Sailing crews race around island " + i,
                        "Sailing crews raced; skippers trimmed spinnakers around buoys in gusty wind near harbour "
                                + i));
                sales.add(article(
                        "Sailing boat prices fall " + i,
                        "Sailing boat dealers discount second hand yachts as buyers wait for cheaper loans, dealer says "
                                + i));
                article("Bread festival " + i, "Baking ovens glow while bakers knead dough on market square " + i);
            }
            desk.prepare(100);
        }

        @Test
        void fiveForAndFiveAgainstMoveTheRankingToWhatIsWanted() {
            news();
            assertThat(shareOfSales()).isLessThan(0.5);
            for (int i = 0; i < 5; i++) {
                vote(OURS, sales.get(i), true);
                vote(OURS, regattas.get(i), false);
            }
            assertThat(shareOfSales()).isEqualTo(1);
            assertThat(score(sales.getLast(), SAILING, OURS))
                    .isGreaterThan(score(regattas.getLast(), SAILING, OURS) + 1);
        }

        @Test
        void anotherWorkspaceKeepsItsOrder() {
            news();
            double before = score(sales.getLast(), SAILING, THEIRS);
            vote(OURS, sales.getLast(), false);
            assertThat(score(sales.getLast(), SAILING, THEIRS)).isEqualTo(before);
            assertThat(score(sales.getLast(), SAILING, OURS)).isLessThan(before - 1);
        }

        /** Of the ten best that nobody voted on. */
        private double shareOfSales() {
            List<ArticleId> best = new ArrayList<>(regattas.subList(5, 20));
            best.addAll(sales.subList(5, 20));
            best.sort((a, b) -> Double.compare(score(b, SAILING, OURS), score(a, SAILING, OURS)));
            return best.subList(0, 10).stream().filter(sales::contains).count() / 10.0;
        }

        private void vote(WorkspaceId workspace, ArticleId article, boolean fits) {
            store.topicVotes().vote(workspace, SAILING.id(), article, new PersonKey("console", "ann"), fits, NOON);
        }
    }

    @Test
    void examplesOfADefinitionTeachAsVotesDo() {
        Topic taught = new Topic(
                SAILING.id(),
                SAILING.names(),
                Map.of(),
                "",
                SAILING.words(),
                Map.of(),
                Map.of(),
                List.of(
                        new Topic.Example(
                                "Skippers trimmed spinnakers around buoys in gusty wind near the harbour", true),
                        new Topic.Example(
                                "Dealers discount second hand yachts as buyers wait for cheaper loans", false)),
                Optional.empty());
        ArticleId race = article("Sailing crews race", "Skippers trimmed spinnakers around buoys in gusty wind.");
        ArticleId sale = article("Sailing boats cheaper", "Dealers discount yachts as buyers wait for cheaper loans.");
        desk.prepare(10);
        double untaught = score(race, SAILING, OURS) - score(sale, SAILING, OURS);
        assertThat(score(race, taught, OURS) - score(sale, taught, OURS)).isGreaterThan(untaught + 0.5);
    }

    private double score(ArticleId article, Topic topic, WorkspaceId workspace) {
        return desk.matches(article, List.of(topic), workspace).getFirst().score();
    }

    private ArticleId article(String title, String text) {
        Article added = store.articles().add(draft(title, text), List.of(), SOURCE, Optional.empty(), NOON);
        store.stories().open(added.id(), Language.ENGLISH, NOON);
        return added.id();
    }

    private static NewArticle draft(String title, String text) {
        return new NewArticle(
                title,
                Optional.empty(),
                Optional.empty(),
                List.of(text),
                NOON,
                false,
                Language.ENGLISH,
                OptionalInt.empty());
    }
}
