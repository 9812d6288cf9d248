package news.lede.belongings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Deliveries;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Lane;
import news.lede.alert.Receipt;
import news.lede.article.Article;
import news.lede.article.ArticleKeys;
import news.lede.article.Samples;
import news.lede.belongings.CommunityFile.ToldStory;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.store.PortContract;
import news.lede.story.StoryId;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

/** What every {@link CommunityRecords} promises. */
public abstract class CommunityRecordsContract extends PortContract {
    private static final Instant NOON = Samples.NOON;

    private WorkspaceId workspace(String key) {
        return store.communities().workspace("discord", key, "Arlen").id();
    }

    private ConversationId place(WorkspaceId workspace, String chat) {
        return store.communities()
                .conversation(workspace, new Place("discord", chat, Optional.empty()))
                .id();
    }

    private Article published(String title, SourceId source) {
        var article = Samples.article(title, title + " is all we know.");
        return stored(
                article,
                source,
                ArticleKeys.link(article.url().orElseThrow()).orElseThrow().value());
    }

    private StoryId story(Article first) {
        return store.stories().open(first.id(), Language.ENGLISH, NOON).id();
    }

    private void tell(ConversationId where, StoryId story, Instant at) {
        DeliveryId id = store.deliveries()
                .plan(new Deliveries.Planned(
                        where, Delivery.Kind.FIRST, Optional.of(story), 0, 1, Lane.ALERT, NOON, NOON))
                .orElseThrow();
        store.deliveries().begin(id, at);
        store.deliveries().sent(id, new Receipt("m" + story), List.of(new Deliveries.Shown(story, 1)), at);
    }

    @Test
    void workspacesAndTheirPlacesComeAsTheyWereMade() {
        WorkspaceId one = workspace("one");
        WorkspaceId two = workspace("two");
        ConversationId first = place(one, "a");
        ConversationId second = place(one, "b");
        place(two, "c");

        assertThat(store.communityRecords().workspaces())
                .extracting(workspace -> workspace.id())
                .containsExactly(one, two);
        assertThat(store.communityRecords().places(one))
                .extracting(place -> place.id())
                .containsExactly(first, second);
    }

    @Test
    void aToldStoryIsKnownByTheLinksThatTheWorkspaceSees() {
        WorkspaceId one = workspace("one");
        SourceId seen = source("seen");
        store.communities().follow(one, seen);
        Article theirs = published("Bridge closed", seen);
        Article hidden = published("Bridge closed for repairs", source("hidden"));
        StoryId story = story(theirs);
        store.stories().join(story, hidden.id(), NOON);
        ConversationId here = place(one, "a");
        tell(here, story, NOON.plusSeconds(5));
        tell(here, story(published("Nobody here follows this", source("other"))), NOON.plusSeconds(9));

        assertThat(store.communityRecords().told(here))
                .containsExactly(new ToldStory(
                        NOON.plusSeconds(5),
                        "Bridge closed",
                        List.of(theirs.url().orElseThrow())));
    }

    @Test
    void whatWasToldElsewhereIsKnownAndIsNotPlannedAgain() {
        WorkspaceId one = workspace("one");
        SourceId seen = source("seen");
        store.communities().follow(one, seen);
        Article article = published("Bridge closed", seen);
        StoryId story = story(article);
        ConversationId here = place(one, "a");
        ToldStory told = new ToldStory(
                NOON.minusSeconds(60), "Bridge closed", List.of(article.url().orElseThrow()));
        ToldStory unknown = new ToldStory(NOON, "Elsewhere", List.of(URI.create("https://elsewhere.example/news/1")));

        assertThat(store.communityRecords().retell(here, List.of(told, unknown)))
                .isEqualTo(1);

        assertThat(store.communityRecords().told(here)).containsExactly(told);
        assertThat(store.communityRecords().retell(here, List.of(told))).isEqualTo(1);
        assertThat(store.deliveries().due("discord", NOON.plusSeconds(60), List.of(), 9))
                .isEmpty();
        assertThat(story).isEqualTo(store.stories().storyOf(article.id()).orElseThrow());
    }

    @Test
    void whatWasTakenBackIsKnownByItsLinks() {
        WorkspaceId one = workspace("one");
        SourceId seen = source("seen");
        store.communities().follow(one, seen);
        Article article = published("Bridge closed", seen);
        URI link = article.url().orElseThrow();

        assertThat(store.communityRecords()
                        .retract(one, List.of(link, URI.create("https://elsewhere.example/news/1")), NOON))
                .isEqualTo(1);

        assertThat(store.communityRecords().retracted(one)).containsExactly(link);
        assertThat(store.communityRecords().retracted(workspace("two"))).isEmpty();
    }

    /** A file can name any link; what comes of it must not tell what others read. */
    @Test
    void ofWhatOthersReadAloneNothingIsLearntByItsLinks() {
        WorkspaceId one = workspace("one");
        SourceId theirs = source("theirs");
        store.communities().follow(workspace("two"), theirs);
        Article hidden = published("Bridge closed", theirs);
        story(hidden);
        URI link = hidden.url().orElseThrow();

        assertThat(store.communityRecords().retract(one, List.of(link), NOON)).isZero();
        assertThat(store.communityRecords()
                        .retell(place(one, "a"), List.of(new ToldStory(NOON, "Bridge closed", List.of(link)))))
                .isZero();
        assertThat(store.communityRecords().retracted(one)).isEmpty();
    }
}
