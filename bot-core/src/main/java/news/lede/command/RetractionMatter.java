package news.lede.command;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.alert.Retractions;
import news.lede.answer.Display;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.community.Asker;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;

/** A story that is taken back; the subject is the number of the article whose title it bore. */
final class RetractionMatter implements Matter {
    private static final int SHOWN = 120;

    private final Newsroom newsroom;

    RetractionMatter(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public String action() {
        return "retraction";
    }

    @Override
    public Map<String, String> read(WorkspaceId workspace, String subject) {
        return article(subject)
                .filter(article -> newsroom.following()
                        .get()
                        .communities()
                        .takenBack(workspace)
                        .contains(article.id()))
                .map(article -> Map.of("story", Display.brief(article.title(), SHOWN)))
                .orElse(Map.of());
    }

    @Override
    public boolean write(Asker asker, String subject, Map<String, String> fields, Instant now) {
        Optional<Article> article = article(subject);
        Optional<StoryId> story = article.flatMap(one -> newsroom.stories().storyOf(one.id()));
        if (story.isEmpty()) {
            return false;
        }
        ArticleId titled = article.get().id();
        Retractions retractions = newsroom.dispatch().retractions();
        WorkspaceId workspace = asker.workspace().id();
        int messages = fields.isEmpty()
                ? retractions.giveBack(workspace, List.of(titled), story.get(), now)
                : retractions.takeBack(workspace, titled, story.get(), now);
        return messages >= 0;
    }

    private Optional<Article> article(String subject) {
        return subject.matches("\\d{1,18}")
                ? newsroom.articles().find(new ArticleId(Long.parseLong(subject)))
                : Optional.empty();
    }
}
