package news.lede.evaluation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.topic.Topic;
import news.lede.topic.TopicDesk.Match;
import news.lede.topic.TopicId;
import news.lede.topic.TopicMatching;

/** How well articles fit topics of which only the name is known, and which of them the bot would tell of each. */
final class TopicSet implements EvaluationSet {
    private record NamedTopic(String id, String name) {
        static NamedTopic of(Line line) {
            String name = line.text("name").strip();
            if (name.isEmpty()) {
                throw line.fault("has no \"name\"; only by its name can a topic be matched");
            }
            return new NamedTopic(line.id(), name);
        }
    }

    private final Supplier<EmptyNewsroom> newsrooms;
    private final Instant now;

    TopicSet(Supplier<EmptyNewsroom> newsrooms, Instant now) {
        this.newsrooms = newsrooms;
        this.now = now;
    }

    @Override
    public List<Path> answer(Path in, Path out, Consumer<String> problems) {
        List<NamedTopic> topics = JsonLines.read(in.resolve("topics.jsonl"), NamedTopic::of, NamedTopic::id, problems);
        List<LabelledArticle> articles =
                JsonLines.read(in.resolve("articles.jsonl"), LabelledArticle::of, LabelledArticle::id, problems);
        Path written = out.resolve("topics.jsonl");
        JsonLines.write(written, answers(articles, topics));
        return List.of(written);
    }

    private List<Map<String, ?>> answers(List<LabelledArticle> articles, List<NamedTopic> named) {
        // The ids of the file need not be what we take for an id.
        Map<TopicId, String> idOf = new HashMap<>();
        List<Topic> topics = new ArrayList<>();
        for (NamedTopic each : named) {
            TopicId id = new TopicId("asked-" + topics.size());
            idOf.put(id, each.id());
            topics.add(Topic.ofName(id, each.name()));
        }
        try (EmptyNewsroom newsroom = newsrooms.get()) {
            Reader reader = new Reader(newsroom, now);
            List<Article> stored = articles.stream().map(reader::alone).toList();
            newsroom.articleVectors().prepareAll();
            TopicMatching matching =
                    new TopicMatching(newsroom.articles(), newsroom.embedder(), newsroom.vectors(), newsroom.votes());
            Map<ArticleId, List<Match>> matches =
                    matching.match(stored, topics, reader.viewer().workspace());
            List<Map<String, ?>> answers = new ArrayList<>();
            for (int i = 0; i < stored.size(); i++) {
                List<Match> found = matches.getOrDefault(stored.get(i).id(), List.of());
                answers.add(answer(articles.get(i).id(), found, idOf));
            }
            return answers;
        }
    }

    private static Map<String, ?> answer(String id, List<Match> matches, Map<TopicId, String> idOf) {
        Map<String, Double> scores = new LinkedHashMap<>();
        List<String> labels = new ArrayList<>();
        for (Match match : matches) {
            String topic = Objects.requireNonNull(idOf.get(match.topic()));
            scores.put(topic, match.score());
            if (match.fits()) {
                labels.add(topic);
            }
        }
        return Map.of("id", id, "scores", scores, "labels", labels);
    }
}
