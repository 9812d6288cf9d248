package news.lede.evaluation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.summary.Allowance;
import news.lede.summary.Extent;
import news.lede.summary.ExtractLimit;
import news.lede.summary.Statement;
import news.lede.summary.Summarizer;

/** Summaries of single articles. The limit on what may be shown of one article is set aside: the set says how many sentences it wants. */
final class DocumentSet implements EvaluationSet {
    private record Document(LabelledArticle article, int maxSentences) {}

    private final Instant now;

    DocumentSet(Instant now) {
        this.now = now;
    }

    @Override
    public List<Path> answer(Path in, Path out, Consumer<String> problems) {
        List<Document> documents = JsonLines.read(
                in.resolve("docs.jsonl"),
                line -> new Document(LabelledArticle.of(line), line.count("max_sentences")),
                document -> document.article().id(),
                problems);
        List<Map<String, ?>> answers = new ArrayList<>();
        for (Document document : documents) {
            answers.add(Map.of("id", document.article().id(), "summary", summary(document)));
        }
        Path written = out.resolve("summaries.jsonl");
        JsonLines.write(written, answers);
        return List.of(written);
    }

    private String summary(Document document) {
        Article article = document.article().unstored(1, now);
        StoryView story = new StoryView(new StoryId(1), 1, article.language(), article.title(), List.of(article));
        Extent extent = Extent.ofSentences(document.maxSentences());
        return Summarizer.summarize(story, extent, new Allowance(ExtractLimit.NONE)).stream()
                .map(Statement::text)
                .collect(Collectors.joining("\n"));
    }
}
