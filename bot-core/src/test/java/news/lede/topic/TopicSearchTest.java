package news.lede.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import news.lede.article.Article;
import news.lede.article.ArticleIndex.IndexedArticle;
import news.lede.article.ArticleKey;
import news.lede.article.InMemoryArticleIndex;
import news.lede.article.NewArticle;
import news.lede.community.Viewer;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.store.InMemoryStore;
import news.lede.story.RelatedStories;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.story.StoryViews;
import news.lede.text.Language;
import news.lede.topic.TopicSearch.TopicHit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TopicSearchTest {
    private static final SourceId SOURCE = new SourceId(1);
    private static final SourceId HIDDEN = new SourceId(2);
    private static final Viewer VIEWER = new Viewer(new WorkspaceId(1), Set.of(SOURCE));
    private static final Topic FLOODS = new Topic(
            new TopicId("floods"),
            Map.of(Language.ENGLISH, "Floods"),
            "",
            Map.of(Language.ENGLISH, List.of("flood*", "high water"), new Language("de"), List.of("hochwasser*")),
            Optional.empty());

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryArticleIndex index = new InMemoryArticleIndex(RelatedStories::sketch);
    private final FakeEmbedder embedder = new FakeEmbedder();
    private final TopicDesk desk =
            new TopicDesk(store.articles(), embedder, store.vectors(), store.topicVotes(), () -> List.of(FLOODS));
    private final TopicSearch search = new TopicSearch(
            desk, store.articles(), index, store.stories(), new StoryViews(store.stories(), store.articles()));

    private int stored;

    @Nested
    class GivenNoEmbedding {
        @Test
        void theStoryThatIsAllAboutTheTopicComesFirstAndOthersNotAtAll() {
            embedder.on = false;
            StoryId brushed =
                    story("Bridge closes after flood warning", "Floods may come. The bridge stays shut.", SOURCE);
            StoryId about = story(
                    "Floods reach the old town",
                    "The flood rose at night. Flooding and high water closed roads.",
                    SOURCE);
            story("Cup final tonight", "Two sides meet in the capital.", SOURCE);
            assertThat(stories(search.on(FLOODS, VIEWER, 10))).containsExactly(about, brushed);
        }

        @Test
        void storiesAreJudgedInTheirOrderAlsoThoseThatDoNotFit() {
            embedder.on = false;
            StoryId cup = story("Cup final tonight", "Two sides meet in the capital.", SOURCE);
            StoryId about =
                    story("Floods reach the old town", "The flood rose at night. Flooding closed roads.", SOURCE);
            List<StoryView> seen = new StoryViews(store.stories(), store.articles()).views(List.of(cup, about), VIEWER);

            List<TopicSearch.Judged> judged = search.judge(FLOODS, seen);

            assertThat(judged).extracting(j -> j.story().id()).containsExactly(cup, about);
            assertThat(judged.getFirst().margin()).isNegative();
            assertThat(judged.getFirst().words()).isEmpty();
            assertThat(judged.getLast().margin()).isNotNegative();
            assertThat(judged.getLast().words())
                    .isNotEmpty()
                    .allMatch(w -> w.toLowerCase(Locale.ROOT).startsWith("flood"));
        }

        @Test
        void otherLanguagesAreFoundByTheirWords() {
            embedder.on = false;
            StoryId german = story("Hochwasser in Altenried", "Das Hochwasser stieg.", SOURCE, new Language("de"));
            assertThat(stories(search.on(FLOODS, VIEWER, 10))).containsExactly(german);
            assertThat(search.on(FLOODS, VIEWER, 10).getFirst().words()).containsExactly("Hochwasser");
        }

        @Test
        void whatTheAskerMayNotSeeIsNotFound() {
            embedder.on = false;
            story("Floods reach the old town", "The flood rose.", HIDDEN);
            assertThat(search.on(FLOODS, VIEWER, 10)).isEmpty();
            assertThat(search.on("floods", VIEWER, 10)).isEmpty();
        }

        @Test
        void noMoreThanAskedForIsAnswered() {
            embedder.on = false;
            for (int i = 0; i < 4; i++) {
                story("Floods in town " + i, "The flood rose.", SOURCE);
            }
            assertThat(search.on(FLOODS, VIEWER, 3)).hasSize(3);
        }

        @Test
        void nothingIsPrepared() {
            embedder.on = false;
            story("Floods reach the old town", "The flood rose.", SOURCE);
            desk.prepare(10);
            assertThat(embedder.embedded).isZero();
        }
    }

    @Nested
    class GivenEmbedding {
        @Test
        void aStoryIsFoundByMeaningWithoutAnyWord() {
            StoryId rising = story("River rises", "near:floods Water in the cellars.", SOURCE);
            story("Cup final tonight", "Two sides meet.", SOURCE);
            desk.prepare(10);
            assertThat(stories(search.on(FLOODS, VIEWER, 10))).containsExactly(rising);
        }

        @Test
        void whatIsPreparedAfterAQuestionCountsInTheNext() {
            story("Cup final tonight", "Two sides meet.", SOURCE);
            desk.prepare(10);
            story("River rises", "near:floods Water in the cellars.", SOURCE);
            double byWords = search.on(FLOODS, VIEWER, 10).getFirst().score();
            desk.prepare(10);
            double byMeaning = search.on(FLOODS, VIEWER, 10).getFirst().score();
            assertThat(byMeaning).isNotEqualTo(byWords);
            assertThat(search.on(FLOODS, VIEWER, 10).getFirst().score()).isEqualTo(byMeaning);
        }

        @Test
        void whatIsPreparedIsNotMadeAgain() {
            story("River rises", "Water in the cellars.", SOURCE);
            desk.prepare(10);
            desk.prepare(List.of(FLOODS));
            int made = embedder.embedded;
            desk.prepare(10);
            search.on(FLOODS, VIEWER, 10);
            assertThat(embedder.embedded).isEqualTo(made);
        }

        @Test
        void articlesTheModelCannotReadAreNotAskedForAgain() {
            story("Hochwasser in Altenried", "Das Hochwasser stieg.", SOURCE, new Language("de"));
            desk.prepare(10);
            assertThat(embedder.embedded).isZero();
            assertThat(store.vectors().missing(embedder.model(), 10)).isEmpty();
            assertThat(search.on(FLOODS, VIEWER, 10)).hasSize(1);
        }

        @Test
        void whenTheModelFails_thenWordsStillAnswer() {
            StoryId about = story("Floods reach the old town", "The flood rose. Floods close roads.", SOURCE);
            embedder.failing = true;
            desk.prepare(10);
            assertThat(stories(search.on(FLOODS, VIEWER, 10))).containsExactly(about);
        }
    }

    @Nested
    class GivenAnyWords {
        @Test
        void storiesWithAllWordsComeFirstThenThoseWithMost() {
            StoryId one = story("Harbour news", "The harbour opened.", SOURCE);
            StoryId all = story("Strike at the harbour over wages", "Crane drivers walked out.", SOURCE);
            StoryId two = story("Harbour wages", "A report came out.", SOURCE);
            assertThat(stories(search.on("harbour strike wages", VIEWER, 10))).containsExactly(all, two, one);
        }

        @Test
        void theWordsFoundAreTold() {
            story("Strike at the harbour", "Crane drivers walked out.", SOURCE);
            assertThat(search.on("harbour strike", VIEWER, 10).getFirst().words())
                    .containsExactlyInAnyOrder("harbour", "Strike");
        }

        @Test
        void nothingFoundIsAnEmptyList() {
            story("Strike at the harbour", "Crane drivers walked out.", SOURCE);
            assertThat(search.on("volcano", VIEWER, 10)).isEmpty();
            assertThat(search.on("  ", VIEWER, 10)).isEmpty();
        }
    }

    private static List<StoryId> stories(List<TopicHit> hits) {
        return hits.stream().map(TopicHit::story).toList();
    }

    private StoryId story(String title, String text, SourceId source) {
        return story(title, text, source, Language.ENGLISH);
    }

    private StoryId story(String title, String text, SourceId source, Language language) {
        Instant published = Instant.parse("2026-05-04T08:00:00Z").plusSeconds(++stored);
        NewArticle draft = new NewArticle(
                title,
                Optional.empty(),
                Optional.empty(),
                List.of(text),
                published,
                false,
                language,
                OptionalInt.empty());
        Article article = store.articles().add(draft, List.<ArticleKey>of(), source, Optional.empty(), published);
        index.add(List.of(new IndexedArticle(article, Set.of(source))));
        index.commit();
        return store.stories().open(article.id(), language, published).id();
    }

    /** Texts with "floods" in them lie in one direction, all others spread over the rest. */
    private static final class FakeEmbedder implements Embedder {
        boolean on = true;
        boolean failing;
        int embedded;

        @Override
        public boolean enabled() {
            return on;
        }

        @Override
        public String model() {
            return "fake";
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            if (failing) {
                on = false;
                throw new IllegalStateException("no model");
            }
            embedded += texts.size();
            return texts.stream().map(FakeEmbedder::vector).toList();
        }

        private static float[] vector(String text) {
            float[] vector = new float[8];
            vector[text.contains("floods") ? 0 : 1 + Math.floorMod(text.hashCode(), 7)] = 1;
            return vector;
        }
    }
}
