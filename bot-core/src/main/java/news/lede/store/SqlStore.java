package news.lede.store;

import news.lede.alert.Announcements;
import news.lede.alert.Backlogs;
import news.lede.alert.Credits;
import news.lede.alert.Deliveries;
import news.lede.alert.Edits;
import news.lede.alert.Matches;
import news.lede.alert.Outbox;
import news.lede.alert.Retractions;
import news.lede.alert.Suspensions;
import news.lede.article.Articles;
import news.lede.article.Followers;
import news.lede.article.Revisits;
import news.lede.article.Transactor;
import news.lede.belongings.CommunityRecords;
import news.lede.belongings.Persons;
import news.lede.community.AddressBook;
import news.lede.community.Audit;
import news.lede.community.Communities;
import news.lede.community.Delegations;
import news.lede.community.Looks;
import news.lede.community.PersonalPlaces;
import news.lede.community.PlatformFacts;
import news.lede.community.Quotas;
import news.lede.community.ReceivedUpdates;
import news.lede.community.Suggestions;
import news.lede.hub.HubSubscriptions;
import news.lede.ingest.Inbox;
import news.lede.ingest.Purge;
import news.lede.lease.Leases;
import news.lede.source.HostRests;
import news.lede.source.PollStates;
import news.lede.source.SourceEvents;
import news.lede.source.SourceOverview;
import news.lede.source.Sources;
import news.lede.story.Stories;
import news.lede.story.StoryReports;
import news.lede.story.StoryVotes;
import news.lede.subscription.Subscriptions;
import news.lede.topic.TopicDrafts;
import news.lede.topic.TopicVotes;
import news.lede.topic.Topics;
import news.lede.topic.Vectors;
import news.lede.upkeep.Upkeep;

/**
 * All ports in the SQL that SQLite and PostgreSQL share. A dialect is one subclass, which opens the database, and one folder
 * of migrations.
 */
abstract class SqlStore implements Store {
    private final Sessions sessions;
    private final Sources sources;
    private final PollStates pollStates;
    private final HostRests hostRests;
    private final HubSubscriptions hubs;
    private final SourceEvents sourceEvents;
    private final SourceOverview sourceOverview;
    private final Inbox inbox;
    private final Purge purge;
    private final Upkeep upkeep;
    private final Articles articles;
    private final Followers followers;
    private final Revisits revisits;
    private final Stories stories;
    private final StoryVotes storyVotes;
    private final StoryReports storyReports;
    private final SqlSuggestions suggestions;
    private final Retractions retractions;
    private final Communities communities;
    private final CommunityRecords communityRecords;
    private final Looks looks;
    private final Audit audit;
    private final Delegations delegations;
    private final Quotas quotas;
    private final PlatformFacts platformFacts;
    private final Topics topics;
    private final TopicDrafts topicDrafts;
    private final TopicVotes topicVotes;
    private final Vectors vectors;
    private final Announcements announcements;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Edits edits;
    private final Suspensions suspensions;
    private final Backlogs backlogs;
    private final Matches matches;
    private final Outbox outbox;
    private final ReceivedUpdates receivedUpdates;
    private final Leases leases;

    SqlStore(Sessions unfenced) {
        FencedSessions fenced = new FencedSessions(unfenced);
        leases = new SqlLeases(fenced);
        sessions = fenced;
        sources = new SqlSources(sessions);
        pollStates = new SqlPollStates(sessions);
        hostRests = new SqlHostRests(sessions);
        hubs = new SqlHubSubscriptions(sessions);
        sourceEvents = new SqlSourceEvents(sessions);
        sourceOverview = new SqlSourceOverview(sessions);
        inbox = new SqlInbox(sessions);
        purge = new SqlPurge(sessions);
        upkeep = new SqlUpkeep(sessions);
        articles = new SqlArticles(sessions);
        followers = new SqlFollowers(sessions);
        revisits = new SqlRevisits(sessions);
        stories = new SqlStories(sessions);
        storyVotes = new SqlStoryVotes(sessions);
        storyReports = new SqlStoryReports(sessions);
        suggestions = new SqlSuggestions(sessions);
        retractions = new SqlRetractions(sessions);
        communities = new SqlCommunities(sessions);
        communityRecords = new SqlCommunityRecords(sessions);
        looks = new SqlLooks(sessions);
        audit = new SqlAudit(sessions);
        delegations = new SqlDelegations(sessions);
        quotas = new SqlQuotas(sessions);
        platformFacts = new SqlPlatformFacts(sessions);
        topics = new SqlTopics(sessions);
        topicDrafts = new SqlTopicDrafts(sessions);
        topicVotes = new SqlTopicVotes(sessions);
        vectors = new SqlVectors(sessions);
        announcements = new SqlAnnouncements(sessions);
        subscriptions = new SqlSubscriptions(sessions);
        deliveries = new SqlDeliveries(sessions);
        edits = new SqlEdits(sessions);
        suspensions = new SqlSuspensions(sessions);
        backlogs = new SqlBacklogs(sessions);
        matches = new SqlMatches(sessions);
        outbox = new SqlOutbox(sessions);
        receivedUpdates = new SqlReceivedUpdates(sessions);
    }

    @Override
    public final String identity() {
        return sessions.read(handle -> handle.createQuery("SELECT identity FROM store_identity")
                .map((row, _) -> row.getString(1))
                .one());
    }

    @Override
    public final Transactor transactor() {
        return sessions;
    }

    @Override
    public final Sources sources() {
        return sources;
    }

    @Override
    public final PollStates pollStates() {
        return pollStates;
    }

    @Override
    public final HostRests hostRests() {
        return hostRests;
    }

    @Override
    public final HubSubscriptions hubs() {
        return hubs;
    }

    @Override
    public final SourceEvents sourceEvents() {
        return sourceEvents;
    }

    @Override
    public final SourceOverview sourceOverview() {
        return sourceOverview;
    }

    @Override
    public final Inbox inbox() {
        return inbox;
    }

    @Override
    public final Purge purge() {
        return purge;
    }

    @Override
    public final Upkeep upkeep() {
        return upkeep;
    }

    @Override
    public final Articles articles() {
        return articles;
    }

    @Override
    public final Followers followers() {
        return followers;
    }

    @Override
    public final Revisits revisits() {
        return revisits;
    }

    @Override
    public final Stories stories() {
        return stories;
    }

    @Override
    public final StoryVotes storyVotes() {
        return storyVotes;
    }

    @Override
    public final StoryReports storyReports() {
        return storyReports;
    }

    @Override
    public final Suggestions suggestions() {
        return suggestions;
    }

    @Override
    public final Credits credits() {
        return suggestions;
    }

    @Override
    public final Retractions retractions() {
        return retractions;
    }

    @Override
    public final Communities communities() {
        return communities;
    }

    @Override
    public final AddressBook addressBook(PersonalPlaces places) {
        return new SqlAddressBook(sessions, places);
    }

    @Override
    public final CommunityRecords communityRecords() {
        return communityRecords;
    }

    @Override
    public final Persons persons(PersonalPlaces places) {
        return new SqlPersons(sessions, places);
    }

    @Override
    public final Looks looks() {
        return looks;
    }

    @Override
    public final Audit audit() {
        return audit;
    }

    @Override
    public final Delegations delegations() {
        return delegations;
    }

    @Override
    public final Quotas quotas() {
        return quotas;
    }

    @Override
    public final PlatformFacts platformFacts() {
        return platformFacts;
    }

    @Override
    public final Topics topics() {
        return topics;
    }

    @Override
    public final TopicDrafts topicDrafts() {
        return topicDrafts;
    }

    @Override
    public final TopicVotes topicVotes() {
        return topicVotes;
    }

    @Override
    public final Vectors vectors() {
        return vectors;
    }

    @Override
    public final Announcements announcements() {
        return announcements;
    }

    @Override
    public final Subscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    public final Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public final Edits edits() {
        return edits;
    }

    @Override
    public final Suspensions suspensions() {
        return suspensions;
    }

    @Override
    public final Backlogs backlogs() {
        return backlogs;
    }

    @Override
    public final Matches matches() {
        return matches;
    }

    @Override
    public final Outbox outbox() {
        return outbox;
    }

    @Override
    public final ReceivedUpdates receivedUpdates() {
        return receivedUpdates;
    }

    @Override
    public final Leases leases() {
        return leases;
    }

    @Override
    public void close() {
        sessions.close();
    }
}
