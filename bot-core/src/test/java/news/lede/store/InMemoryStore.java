package news.lede.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.lede.alert.InMemoryAnnouncements;
import news.lede.alert.InMemoryBacklogs;
import news.lede.alert.InMemoryDeliveries;
import news.lede.alert.InMemoryMatches;
import news.lede.alert.InMemoryOutbox;
import news.lede.alert.InMemoryRetractions;
import news.lede.alert.InMemorySuggestions;
import news.lede.alert.InMemorySuspensions;
import news.lede.alert.InMemoryTold;
import news.lede.article.InMemoryArticles;
import news.lede.article.InMemoryFollowers;
import news.lede.article.InMemoryRevisits;
import news.lede.article.InMemoryTransactor;
import news.lede.article.TextSearch;
import news.lede.article.Transactor;
import news.lede.belongings.InMemoryCommunityRecords;
import news.lede.belongings.Persons;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.InMemoryAddressBook;
import news.lede.community.InMemoryAudit;
import news.lede.community.InMemoryCommunities;
import news.lede.community.InMemoryDelegations;
import news.lede.community.InMemoryLooks;
import news.lede.community.InMemoryPlatformFacts;
import news.lede.community.InMemoryQuotas;
import news.lede.community.InMemoryReceivedUpdates;
import news.lede.community.PersonalPlaces;
import news.lede.hub.InMemoryHubSubscriptions;
import news.lede.ingest.InMemoryInbox;
import news.lede.ingest.InMemoryPurge;
import news.lede.ingest.Purge;
import news.lede.lease.InMemoryLeases;
import news.lede.source.InMemoryHostRests;
import news.lede.source.InMemoryPollStates;
import news.lede.source.InMemorySourceEvents;
import news.lede.source.InMemorySourceOverview;
import news.lede.source.InMemorySources;
import news.lede.story.InMemoryStories;
import news.lede.story.InMemoryStoryReports;
import news.lede.story.InMemoryStoryVotes;
import news.lede.subscription.InMemorySubscriptions;
import news.lede.topic.InMemoryTopicDrafts;
import news.lede.topic.InMemoryTopicVotes;
import news.lede.topic.InMemoryTopics;
import news.lede.topic.InMemoryVectors;
import news.lede.upkeep.Upkeep;

/** All fakes of one store, wired together. */
public final class InMemoryStore implements Store {
    private final InMemorySources sources = new InMemorySources();
    private final InMemoryCommunities communities = new InMemoryCommunities(sources);
    private final InMemoryCommunityRecords communityRecords = new InMemoryCommunityRecords(this);
    private final InMemoryLooks looks = new InMemoryLooks();
    private final InMemoryAudit audit = new InMemoryAudit();
    private final InMemoryDelegations delegations = new InMemoryDelegations();
    private final InMemoryQuotas quotas = new InMemoryQuotas();
    private final InMemoryPlatformFacts platformFacts = new InMemoryPlatformFacts();
    private final InMemoryHostRests hostRests = new InMemoryHostRests();
    private final InMemoryHubSubscriptions hubs = new InMemoryHubSubscriptions(sources);
    private final InMemorySourceEvents sourceEvents = new InMemorySourceEvents();
    private final InMemoryPollStates pollStates =
            new InMemoryPollStates(sources, communities::followers, sourceEvents::latest);
    private final InMemoryInbox inbox = new InMemoryInbox();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryFollowers followers = new InMemoryFollowers(articles);
    private final InMemoryRevisits revisits = new InMemoryRevisits();
    private final InMemoryStories stories = new InMemoryStories(articles);
    private final InMemoryStoryVotes storyVotes = new InMemoryStoryVotes();
    private final InMemoryStoryReports storyReports = new InMemoryStoryReports();
    private final InMemoryTopics topics = new InMemoryTopics();
    private final InMemoryTopicDrafts topicDrafts = new InMemoryTopicDrafts();
    private final InMemoryTopicVotes topicVotes = new InMemoryTopicVotes();
    private final InMemoryVectors vectors = new InMemoryVectors(articles);
    private final InMemoryAnnouncements announcements = new InMemoryAnnouncements();
    private final InMemorySubscriptions subscriptions = new InMemorySubscriptions(sources, communities);
    private final InMemorySuspensions suspensions = new InMemorySuspensions(this::conversation);
    private final InMemoryTold told = new InMemoryTold(this::conversation, stories, suspensions);
    private final InMemoryDeliveries deliveries =
            new InMemoryDeliveries(this::conversation, this::paused, told, suspensions);
    private final InMemoryMatches matches = new InMemoryMatches(announcements, subscriptions, topics, topicVotes);
    private final InMemoryOutbox outbox = new InMemoryOutbox(this);
    private final InMemorySuggestions suggestions = new InMemorySuggestions(this);
    private final InMemoryRetractions retractions = new InMemoryRetractions(this);
    private final InMemoryReceivedUpdates receivedUpdates = new InMemoryReceivedUpdates();
    private final InMemoryLeases leases = new InMemoryLeases();
    private final InMemoryTransactor parts = new InMemoryTransactor(List.of(
            sources,
            communities,
            looks,
            audit,
            delegations,
            quotas,
            platformFacts,
            hostRests,
            hubs,
            sourceEvents,
            pollStates,
            inbox,
            articles,
            revisits,
            stories,
            storyVotes,
            storyReports,
            topics,
            topicDrafts,
            topicVotes,
            vectors,
            announcements,
            subscriptions,
            suspensions,
            told,
            deliveries,
            matches,
            outbox,
            suggestions,
            retractions,
            receivedUpdates));
    private final Transactor transactor = new Fenced();
    private volatile Optional<TextSearch> textSearch = Optional.empty();

    /** Whoever lost the lease that the present thread is under changes nothing. */
    private final class Fenced implements Transactor {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return parts.inTransaction(() -> {
                leases.requireHeld();
                return work.get();
            });
        }
    }

    public InMemoryStore() {
        sources.whenMerged(articles::merge);
        stories.whenMerged(outbox::merged);
        communities.whenTakenIn(deliveries::takeIn);
        communities.whenTakenIn(told::takeIn);
        communities.whenTakenIn(subscriptions::takeIn);
        communities.whenTakenIn((other, kept) -> storyReports.takeIn(other, kept.id()));
        communities.whenTakenIn((other, kept) -> suggestions.takeIn(other, kept.id()));
        communities.whenTakenIn((other, _) -> suspensions.forget(other));
        communities.whenTakenIn((other, kept) -> looks.takeIn(other, kept.id()));
        communities.whenTakenIn((other, kept) -> delegations.takeIn(other, kept.id()));
        communities.whenMoved(moved -> suspensions.forget(moved.id()));
        communities.whenMoved(deliveries::wake);
        communities.whenMerged(audit::takeIn);
        communities.whenMerged(delegations::takeIn);
        communities.whenMerged(quotas::takeIn);
        communities.whenMerged(topics::takeIn);
        communities.whenMerged(topicVotes::takeIn);
        communities.whenMerged(topicDrafts::takeIn);
        communities.whenMerged(matches::takeIn);
        communities.whenMerged(subscriptions::takeIn);
        communities.whenMerged(suggestions::takeIn);
        communities.whenMerged(retractions::takeIn);
        communities.takenBackBy(retractions::articles);
        deliveries.whenReplaced(outbox::replaced);
    }

    @Override
    public String identity() {
        return "in-memory";
    }

    @Override
    public boolean isShared() {
        return false;
    }

    /** It belongs to one process, which never plans beside itself. */
    @Override
    public boolean isAttended() {
        return false;
    }

    @Override
    public Transactor transactor() {
        return transactor;
    }

    @Override
    public InMemorySources sources() {
        return sources;
    }

    @Override
    public InMemoryPollStates pollStates() {
        return pollStates;
    }

    @Override
    public InMemoryHostRests hostRests() {
        return hostRests;
    }

    @Override
    public InMemoryHubSubscriptions hubs() {
        return hubs;
    }

    @Override
    public InMemorySourceEvents sourceEvents() {
        return sourceEvents;
    }

    @Override
    public InMemorySourceOverview sourceOverview() {
        return new InMemorySourceOverview(this);
    }

    @Override
    public InMemoryInbox inbox() {
        return inbox;
    }

    @Override
    public Purge purge() {
        return new InMemoryPurge(this);
    }

    @Override
    public InMemoryArticles articles() {
        return articles;
    }

    /** Lets it search in texts as some databases can. */
    public void searchTextsBy(TextSearch search) {
        textSearch = Optional.of(search);
    }

    @Override
    public Optional<TextSearch> textSearch() {
        return textSearch;
    }

    @Override
    public InMemoryFollowers followers() {
        return followers;
    }

    @Override
    public InMemoryRevisits revisits() {
        return revisits;
    }

    @Override
    public InMemoryStories stories() {
        return stories;
    }

    @Override
    public InMemoryStoryVotes storyVotes() {
        return storyVotes;
    }

    @Override
    public InMemoryStoryReports storyReports() {
        return storyReports;
    }

    @Override
    public InMemorySuggestions suggestions() {
        return suggestions;
    }

    @Override
    public InMemorySuggestions credits() {
        return suggestions;
    }

    @Override
    public InMemoryRetractions retractions() {
        return retractions;
    }

    @Override
    public InMemoryCommunities communities() {
        return communities;
    }

    @Override
    public InMemoryAddressBook addressBook(PersonalPlaces places) {
        return new InMemoryAddressBook(communities, places);
    }

    @Override
    public InMemoryCommunityRecords communityRecords() {
        return communityRecords;
    }

    /** Erasing reaches every table, and there are none: what it does is a matter of databases alone, see {@code PersonsContract}. */
    @Override
    public Persons persons(PersonalPlaces places) {
        throw new UnsupportedOperationException("there are no tables here");
    }

    /** Likewise, see {@code UpkeepContract}. */
    @Override
    public Upkeep upkeep() {
        throw new UnsupportedOperationException("there are no tables here");
    }

    @Override
    public InMemoryLooks looks() {
        return looks;
    }

    @Override
    public InMemoryAudit audit() {
        return audit;
    }

    @Override
    public InMemoryDelegations delegations() {
        return delegations;
    }

    @Override
    public InMemoryQuotas quotas() {
        return quotas;
    }

    @Override
    public InMemoryPlatformFacts platformFacts() {
        return platformFacts;
    }

    @Override
    public InMemoryTopics topics() {
        return topics;
    }

    @Override
    public InMemoryTopicDrafts topicDrafts() {
        return topicDrafts;
    }

    @Override
    public InMemoryTopicVotes topicVotes() {
        return topicVotes;
    }

    @Override
    public InMemoryVectors vectors() {
        return vectors;
    }

    @Override
    public InMemoryAnnouncements announcements() {
        return announcements;
    }

    @Override
    public InMemorySubscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    public InMemoryDeliveries deliveries() {
        return deliveries;
    }

    @Override
    public InMemoryTold edits() {
        return told;
    }

    @Override
    public InMemoryBacklogs backlogs() {
        return new InMemoryBacklogs(this);
    }

    @Override
    public InMemorySuspensions suspensions() {
        return suspensions;
    }

    private Conversation conversation(ConversationId id) {
        return communities.find(id).orElseThrow();
    }

    private boolean paused(ConversationId id, Instant now) {
        return subscriptions.channel(id).pausedUntil().filter(now::isBefore).isPresent();
    }

    @Override
    public InMemoryMatches matches() {
        return matches;
    }

    @Override
    public InMemoryOutbox outbox() {
        return outbox;
    }

    @Override
    public InMemoryReceivedUpdates receivedUpdates() {
        return receivedUpdates;
    }

    @Override
    public InMemoryLeases leases() {
        return leases;
    }

    @Override
    public void close() {}
}
