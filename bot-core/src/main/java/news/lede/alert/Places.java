package news.lede.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Viewer;
import news.lede.community.Workspace;
import news.lede.story.StoryId;
import news.lede.story.StoryRanking;
import news.lede.story.StoryRanking.Interests;
import news.lede.story.StoryRanking.Purpose;
import news.lede.story.StoryView;
import news.lede.story.StoryViews;
import news.lede.subscription.Channel;
import news.lede.subscription.Subscriptions;

/** What a conversation wants and sees. */
final class Places {
    private final Subscriptions subscriptions;
    private final Communities communities;
    private final StoryViews views;
    private final StoryRanking ranking;

    Places(Subscriptions subscriptions, Communities communities, StoryViews views, StoryRanking ranking) {
        this.subscriptions = subscriptions;
        this.communities = communities;
        this.views = views;
        this.ranking = ranking;
    }

    /** A conversation, its settings, and the eyes of its workspace. */
    record Spot(Conversation conversation, Workspace workspace, Channel channel, Viewer viewer) {
        ConversationId id() {
            return conversation.id();
        }

        ZoneId zone() {
            return workspace.zone();
        }

        boolean isPaused(Instant now) {
            return channel.pausedUntil().filter(now::isBefore).isPresent();
        }

        /** Until when it is quiet there, if it is. */
        Optional<Instant> quietUntil(Instant now) {
            return channel.quiet().flatMap(hours -> hours.endAfter(now, zone()));
        }
    }

    Optional<Spot> find(ConversationId id) {
        return communities
                .find(id)
                .flatMap(conversation -> communities
                        .find(conversation.workspace())
                        .map(workspace -> new Spot(
                                conversation,
                                workspace,
                                subscriptions.channel(id),
                                communities.viewer(workspace.id()))));
    }

    /** The same eyes, for what was taken back there too. */
    static Spot seeingAll(Spot spot) {
        return new Spot(
                spot.conversation(),
                spot.workspace(),
                spot.channel(),
                spot.viewer().seeingAll());
    }

    /** Stories as they are seen there, under the ids asked for; what cannot be seen is left out. */
    Map<StoryId, StoryView> views(Collection<StoryId> stories, Spot spot) {
        Map<StoryId, StoryView> found = new HashMap<>();
        for (StoryView view : views.views(stories, spot.viewer())) {
            found.put(view.id(), view);
        }
        for (StoryId asked : stories) {
            if (!found.containsKey(asked)) {
                views.view(asked, spot.viewer()).ifPresent(view -> found.put(asked, view));
            }
        }
        return found;
    }

    /** What a story weighs among others of these days. Which of two weighs more does not change by waiting. */
    double weight(StoryView story, Instant now) {
        return ranking.weight(story, Interests.NONE, Purpose.BRIEFING, now).total();
    }

    /** How many publishers tell it there. */
    int voices(StoryView story) {
        return ranking.voices(story).size();
    }

    /** The best first. */
    List<StoryView> ranked(Collection<StoryView> stories, Instant now) {
        return ranking.rank(List.copyOf(stories), Interests.NONE, Purpose.BRIEFING, now).stream()
                .map(StoryRanking.Ranked::story)
                .toList();
    }
}
