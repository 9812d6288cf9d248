package news.lede.evaluation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.story.StoryView;
import news.lede.story.StoryViews;
import news.lede.summary.Allowance;
import news.lede.summary.Extent;
import news.lede.summary.ExtractLimit;
import news.lede.summary.Statement;
import news.lede.summary.Summarizer;

/** What is said of stories of several articles: their headline, or a summary with the article that each sentence stands in. */
final class StorySet implements EvaluationSet {
    /** What is asked of each story. */
    enum Asked {
        HEADLINE,
        SUMMARY
    }

    private record LabelledStory(String id, int maxWords, List<LabelledArticle> articles) {
        static LabelledStory of(Line line) {
            List<LabelledArticle> articles = line.lines("articles", "article").stream()
                    .map(LabelledArticle::of)
                    .toList();
            if (articles.isEmpty()) {
                throw line.fault("has no articles");
            }
            return new LabelledStory(line.id(), line.count("max_words"), articles);
        }
    }

    private final Asked asked;
    private final Supplier<EmptyNewsroom> newsrooms;
    private final Instant now;

    StorySet(Asked asked, Supplier<EmptyNewsroom> newsrooms, Instant now) {
        this.asked = asked;
        this.newsrooms = newsrooms;
        this.now = now;
    }

    @Override
    public List<Path> answer(Path in, Path out, Consumer<String> problems) {
        List<LabelledStory> stories =
                JsonLines.read(in.resolve("stories.jsonl"), LabelledStory::of, LabelledStory::id, problems);
        List<Map<String, ?>> answers = new ArrayList<>();
        try (EmptyNewsroom newsroom = newsrooms.get()) {
            StoryViews views = new StoryViews(newsroom.stories(), newsroom.articles());
            Reader reader = new Reader(newsroom, now);
            for (LabelledStory story : stories) {
                List<Article> articles = reader.together(story.articles());
                Map<ArticleId, String> idOf = new HashMap<>();
                for (int i = 0; i < articles.size(); i++) {
                    idOf.put(articles.get(i).id(), story.articles().get(i).id());
                }
                StoryView view = newsroom.stories()
                        .storyOf(articles.getFirst().id())
                        .flatMap(id -> views.view(id, reader.viewer()))
                        .orElseThrow();
                answers.add(answer(story, view, idOf));
            }
        }
        Path written = out.resolve("summaries.jsonl");
        JsonLines.write(written, answers);
        return List.of(written);
    }

    private Map<String, ?> answer(LabelledStory story, StoryView view, Map<ArticleId, String> idOf) {
        List<Map<String, String>> sentences = switch (asked) {
            case HEADLINE -> List.of(Map.of("text", view.title(), "article", idOf.getOrDefault(titled(view), "")));
            case SUMMARY ->
                summary(story, view).stream()
                        .map(statement -> Map.of(
                                "text",
                                statement.text(),
                                "article",
                                idOf.getOrDefault(
                                        statement
                                                .evidence()
                                                .getFirst()
                                                .article()
                                                .id(),
                                        "")))
                        .toList();
        };
        String text = sentences.stream()
                .map(sentence -> sentence.getOrDefault("text", ""))
                .collect(Collectors.joining("\n"));
        return Map.of("id", story.id(), "summary", text, "sentences", sentences);
    }

    private static List<Statement> summary(LabelledStory story, StoryView view) {
        Extent extent = Extent.ofWords(story.maxWords());
        return Summarizer.summarize(view, extent, new Allowance(ExtractLimit.NONE));
    }

    /** The article whose title the story bears; it may have been shortened by its publisher's name. */
    private static ArticleId titled(StoryView view) {
        return view.articles().stream()
                .filter(article -> article.title().contains(view.title()))
                .findFirst()
                .orElse(view.articles().getFirst())
                .id();
    }
}
