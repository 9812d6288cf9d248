package news.lede.evaluation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.story.Related;
import news.lede.story.RelatedStories;
import news.lede.story.StoryView;
import news.lede.story.StoryViews;
import news.lede.topic.ArticleVectors;

/**
 * Which story each article belongs to, decided in order as they come; and which articles relate to each, for which every article stands in a story of its
 * own, since what relates never names the own story.
 */
final class ClusterSet implements EvaluationSet {
    private static final int MOST_RELATED = 10;

    private final Supplier<EmptyNewsroom> newsrooms;
    private final Instant now;

    ClusterSet(Supplier<EmptyNewsroom> newsrooms, Instant now) {
        this.newsrooms = newsrooms;
        this.now = now;
    }

    @Override
    public List<Path> answer(Path in, Path out, Consumer<String> problems) {
        List<LabelledArticle> articles =
                JsonLines.read(in.resolve("articles.jsonl"), LabelledArticle::of, LabelledArticle::id, problems);
        Path clusters = out.resolve("clusters.jsonl");
        JsonLines.write(clusters, clusters(articles));
        Path related = out.resolve("related.jsonl");
        JsonLines.write(related, related(articles));
        return List.of(clusters, related);
    }

    private List<Map<String, ?>> clusters(List<LabelledArticle> articles) {
        try (EmptyNewsroom newsroom = newsrooms.get()) {
            Reader reader = new Reader(newsroom, now);
            List<Article> stored = articles.stream().map(reader::group).toList();
            List<Map<String, ?>> answers = new ArrayList<>();
            for (int i = 0; i < stored.size(); i++) {
                // Asked when all are read, so that a merge counts as readers see it.
                String story = newsroom.stories()
                        .storyOf(stored.get(i).id())
                        .orElseThrow()
                        .toString();
                answers.add(Map.of("id", articles.get(i).id(), "story", story));
            }
            return answers;
        }
    }

    private List<Map<String, ?>> related(List<LabelledArticle> articles) {
        try (EmptyNewsroom newsroom = newsrooms.get()) {
            Reader reader = new Reader(newsroom, now);
            Map<ArticleId, String> idOf = new HashMap<>();
            List<Article> stored = new ArrayList<>();
            for (LabelledArticle article : articles) {
                Article added = reader.alone(article);
                stored.add(added);
                idOf.put(added.id(), article.id());
            }
            reader.index();
            StoryViews views = new StoryViews(newsroom.stories(), newsroom.articles());
            ArticleVectors meanings = newsroom.articleVectors();
            meanings.prepareAll();
            RelatedStories relating =
                    new RelatedStories(newsroom.stories(), newsroom.articles(), newsroom.index(), views, meanings);
            List<Map<String, ?>> answers = new ArrayList<>();
            for (int i = 0; i < stored.size(); i++) {
                StoryView story = newsroom.stories()
                        .storyOf(stored.get(i).id())
                        .flatMap(found -> views.view(found, reader.viewer()))
                        .orElseThrow();
                List<Related> found = relating.to(story, reader.viewer(), MOST_RELATED);
                answers.add(Map.of("id", articles.get(i).id(), "related", ids(found, idOf)));
            }
            return answers;
        }
    }

    private static List<String> ids(List<Related> related, Map<ArticleId, String> idOf) {
        return related.stream()
                .map(one -> idOf.getOrDefault(one.story().articles().getFirst().id(), ""))
                .toList();
    }
}
