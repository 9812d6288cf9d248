package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import news.lede.alert.Announcements.Announcement;
import news.lede.alert.Matches.Match;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Samples;
import news.lede.community.Conversation;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.store.PortContract;
import news.lede.story.Story;
import news.lede.story.StoryId;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.Subscriptions.Outcome;
import news.lede.subscription.Wish;
import news.lede.text.Language;

/** Short words for what the contracts of telling share: who wishes for what, and what is announced. */
public abstract class PlanningContract extends PortContract {
    protected static final Instant NOON = Samples.NOON;
    protected static final PersonKey ADA = new PersonKey("telegram", "1");
    protected static final int MANY = 1_000;
    protected static final Wish FERRIES = topic("ferries");

    protected static Wish topic(String name) {
        return new Wish(new Subject.OfTopic(name), "", Set.of(), 1);
    }

    /** A source that every new workspace follows. */
    protected SourceId everybodysSource() {
        SourceId source = source("courier");
        store.sources().addToPack("default", source);
        return source;
    }

    /** A chat with a workspace of its own. */
    protected Conversation chat(String name) {
        WorkspaceId workspace =
                store.communities().workspace("telegram", name, name).id();
        return store.communities().conversation(workspace, new Place("telegram", name, Optional.empty()));
    }

    protected Subscription subscribe(Conversation conversation, Wish wish) {
        return subscribe(conversation, wish, NOON.minusSeconds(86_400));
    }

    protected Subscription subscribe(Conversation conversation, Wish wish, Instant at) {
        Outcome outcome =
                store.subscriptions().subscribe(conversation, wish, new Cadence.Instantly(), Optional.empty(), ADA, at);
        return ((Outcome.Subscribed) outcome).subscription();
    }

    protected void budget(Conversation conversation, int budget) {
        store.subscriptions().save(Channel.standard(conversation.id()).withBudget(OptionalInt.of(budget)));
    }

    protected Story story(String title) {
        return story(title, everybodysSource());
    }

    protected Story story(String title, SourceId by) {
        Article article = stored(title, NOON, by);
        return store.stories().open(article.id(), Language.ENGLISH, NOON);
    }

    protected static ArticleId firstOf(Story story) {
        return story.members().getFirst();
    }

    protected Announcement announced(StoryId story, int revision, Instant at) {
        store.announcements().announce(story, revision, at);
        return store.announcements().after(0, Integer.MAX_VALUE).stream()
                .filter(a -> a.story().equals(story) && a.revision() == revision)
                .findFirst()
                .orElseThrow();
    }

    protected Announcement announced(Story story) {
        return announced(story.id(), story.revision(), NOON);
    }

    /** Matches the story's last article with a wish and plans for all who wish it. */
    protected void tell(Story story, Subscription wishing) {
        tell(announced(story), story.members().getLast(), wishing, Optional.empty());
    }

    protected void tell(
            Announcement announcement, ArticleId article, Subscription wishing, Optional<WorkspaceId> within) {
        store.matches().matched(announcement, List.of(new Match(wishing.wishId(), article, 1, within)), NOON);
        expandAll(announcement, MANY);
    }

    protected void expandAll(Announcement announcement, int most) {
        while (store.outbox().expand(announcement, most, NOON)) {
            // Until all are planned.
        }
    }

    protected List<Delivery> deliveries(Conversation conversation, StoryId story) {
        return store.outbox().of(conversation.id(), story).stream()
                .map(id -> store.deliveries().find(id).orElseThrow())
                .toList();
    }

    /** Sends what was planned for a conversation, as it is by then. */
    protected Delivery sent(Conversation conversation, Story story, Instant at) {
        Delivery planned = deliveries(conversation, story.id()).getLast();
        assertThat(store.deliveries().begin(planned.id(), at)).isPresent();
        store.deliveries()
                .sent(
                        planned.id(),
                        new Receipt("m" + planned.id()),
                        List.of(new Deliveries.Shown(story.id(), story.revision())),
                        at);
        return planned;
    }
}
