package news.lede.story;

import static news.lede.story.Newsroom.ELECTION;
import static news.lede.story.Newsroom.FERRY;
import static news.lede.story.Newsroom.FERRY_AGAIN;
import static news.lede.story.Newsroom.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.article.Article;
import news.lede.article.ArticleKey;
import news.lede.community.Viewer;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import org.junit.jupiter.api.Test;

class StoryViewsTest {
    private final Newsroom news = new Newsroom();
    private final Story ferry = news.read("Ferry Marla sinks off Port Alden", FERRY, NOON);
    private final SourceId foreign = news.store
            .sources()
            .addIfAbsent(SourceKind.FEED, "https://delvoort.example/feed", "Delvoort")
            .id();

    private Article foreignArticle() {
        return news.store
                .articles()
                .add(
                        Newsroom.text(
                                "Captain questioned after ferry Marla sinks",
                                FERRY_AGAIN,
                                "Delvoort Post",
                                NOON.minusSeconds(60),
                                "en"),
                        List.of(new ArticleKey("foreign")),
                        foreign,
                        Optional.empty(),
                        NOON);
    }

    private Viewer follows(SourceId... sources) {
        return new Viewer(new WorkspaceId(7), Set.of(sources));
    }

    @Test
    void aStoryHoldsOnlyWhatTheViewerFollowsOldestFirst() {
        Article other = foreignArticle();
        Story grown = news.grouping.place(other, NOON);
        assertThat(grown.id()).isEqualTo(ferry.id());
        assertThat(news.views
                        .view(ferry.id(), follows(news.imported))
                        .orElseThrow()
                        .articles())
                .extracting(article -> article.id())
                .containsExactly(ferry.members().getFirst());
        assertThat(news.views.view(ferry.id(), follows(foreign)).orElseThrow().title())
                .isEqualTo("Captain questioned after ferry Marla sinks");
        assertThat(news.views
                        .view(ferry.id(), follows(foreign, news.imported))
                        .orElseThrow()
                        .articles())
                .extracting(article -> article.id())
                .containsExactly(other.id(), ferry.members().getFirst());
    }

    @Test
    void whatDoesNotExistLooksLikeWhatIsInvisible() {
        assertThat(news.views.view(ferry.id(), follows(foreign))).isEmpty();
        assertThat(news.views.view(new StoryId(99), follows(news.imported))).isEmpty();
        assertThat(news.views.view(ferry.id(), follows())).isEmpty();
    }

    @Test
    void viewsComeInTheOrderAskedForEachOnce() {
        Story election = news.read("Weidner wins Kestrel Valley", ELECTION, NOON);
        assertThat(news.views.views(List.of(election.id(), ferry.id(), election.id(), new StoryId(99)), news.viewer()))
                .extracting(StoryView::id)
                .containsExactly(election.id(), ferry.id());
    }

    @Test
    void aMergedStoryIsSeenUnderItsSurvivor() {
        Story election = news.read("Weidner wins Kestrel Valley", ELECTION, NOON);
        news.store.stories().merge(ferry.id(), election.id(), NOON);
        assertThat(news.views.views(List.of(election.id(), ferry.id()), news.viewer()))
                .hasSize(1)
                .first()
                .satisfies(view -> assertThat(view.articles()).hasSize(2))
                .extracting(StoryView::id)
                .isEqualTo(ferry.id());
    }

    @Test
    void theSameViewIsNotBuiltTwice() {
        assertThat(news.view(ferry)).isSameAs(news.view(ferry));
    }
}
