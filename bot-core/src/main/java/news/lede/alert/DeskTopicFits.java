package news.lede.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import news.lede.article.ArticleId;
import news.lede.community.WorkspaceId;
import news.lede.topic.Topic;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicDesk;
import news.lede.topic.TopicDesk.Match;
import news.lede.topic.TopicId;
import news.lede.topic.Topics;

/** Topics as the desk matches them for questions, so that what is told and what is answered agree. Thread-safe. */
public final class DeskTopicFits implements TopicFits {
    /** Nobody's: it has no votes. */
    private static final WorkspaceId SHARED = new WorkspaceId(0);

    private final Supplier<TopicDesk> desk;
    private final Supplier<TopicCatalog> catalog;
    private final Topics defined;
    private final Supplier<List<Topic>> shipped;

    /** Suppliers are asked when the first article is matched. */
    public DeskTopicFits(
            Supplier<TopicDesk> desk, Supplier<TopicCatalog> catalog, Topics defined, Supplier<List<Topic>> shipped) {
        this.desk = desk;
        this.catalog = catalog;
        this.defined = defined;
        this.shipped = shipped;
    }

    @Override
    public Map<String, Double> shared(ArticleId article) {
        Map<String, Double> fits = new HashMap<>();
        for (Match match : desk.get().matches(article, shipped.get(), SHARED)) {
            if (match.fits()) {
                fits.put(match.topic().value(), match.score());
            }
        }
        return Map.copyOf(fits);
    }

    @Override
    public OptionalDouble own(ArticleId article, WorkspaceId workspace, String name) {
        TopicId id = new TopicId(name);
        Optional<Topic> topic =
                defined.find(workspace, id).or(() -> catalog.get().shipped(id));
        return topic.stream()
                .flatMap(meant -> desk.get().matches(article, List.of(meant), workspace).stream())
                .filter(Match::fits)
                .mapToDouble(Match::score)
                .findFirst();
    }
}
