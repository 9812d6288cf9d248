package news.lede.alert;

import java.util.Map;
import java.util.OptionalDouble;
import news.lede.article.ArticleId;
import news.lede.community.WorkspaceId;

/** Which topics an article is on. Scores are comparable between topics. */
public interface TopicFits {
    /** The topics that every workspace has, by name, as far as the article is on them. Asked once for all. */
    Map<String, Double> shared(ArticleId article);

    /** How well it fits a topic as a workspace defined or taught it; empty when it does not, or there is none. */
    OptionalDouble own(ArticleId article, WorkspaceId workspace, String name);
}
