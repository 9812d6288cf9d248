package news.lede.alert;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import news.lede.article.ArticleId;
import news.lede.community.WorkspaceId;

/** Articles are on the topics that a test says. */
public final class FakeTopicFits implements TopicFits {
    private record Own(ArticleId article, WorkspaceId workspace, String name) {}

    private final Map<ArticleId, Map<String, Double>> shared = new HashMap<>();
    private final Set<Own> own = new HashSet<>();
    private final Set<ArticleId> broken = new HashSet<>();

    public void fits(ArticleId article, String topic) {
        shared.computeIfAbsent(article, _ -> new HashMap<>()).put(topic, 1.0);
    }

    public void fits(ArticleId article, WorkspaceId workspace, String topic) {
        own.add(new Own(article, workspace, topic));
    }

    /** From now on nobody can say what the article is on, or somebody can again. */
    public void breaks(ArticleId article, boolean from) {
        if (from) {
            broken.add(article);
        } else {
            broken.remove(article);
        }
    }

    @Override
    public Map<String, Double> shared(ArticleId article) {
        if (broken.contains(article)) {
            throw new IllegalStateException("what it is on cannot be said");
        }
        return shared.getOrDefault(article, Map.of());
    }

    @Override
    public OptionalDouble own(ArticleId article, WorkspaceId workspace, String name) {
        return own.contains(new Own(article, workspace, name)) ? OptionalDouble.of(1) : OptionalDouble.empty();
    }
}
