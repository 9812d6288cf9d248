package news.lede.store;

import java.util.Optional;
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
import news.lede.article.TextSearch;
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

/** Every port that keeps something, over one database: what {@link #transactor} joins is what these write. Thread-safe. */
public interface Store extends AutoCloseable {
    /** How a process means to use the store. */
    enum Mode {
        /** For those that run the ordered streams ({@code run}, {@code import}): no second one may, until closed. */
        ALONE,
        /** For {@code run}: beside others of its kind where the store {@link #isShared}, each doing what it has the lease of; alone elsewhere. */
        SERVING,
        /** For questions: reads and writes small things, whoever else has it open. */
        BESIDE
    }

    /** Tells this store from every other, even one in the same place: what is derived from it belongs to it alone. */
    String identity();

    /** Whether several processes may serve from it at a time. */
    boolean isShared();

    /** Whether somebody has it open {@link Mode#ALONE} or {@link Mode#SERVING}, here or in another process: whoever does takes in news and plans what is told. */
    boolean isAttended();

    Transactor transactor();

    Sources sources();

    PollStates pollStates();

    HostRests hostRests();

    HubSubscriptions hubs();

    SourceEvents sourceEvents();

    SourceOverview sourceOverview();

    Inbox inbox();

    Purge purge();

    Upkeep upkeep();

    Articles articles();

    Followers followers();

    /** Where the database itself can search in texts. */
    default Optional<TextSearch> textSearch() {
        return Optional.empty();
    }

    Revisits revisits();

    Stories stories();

    StoryVotes storyVotes();

    StoryReports storyReports();

    Suggestions suggestions();

    Credits credits();

    Retractions retractions();

    Communities communities();

    /** {@code places}: what it keeps to their persons. */
    AddressBook addressBook(PersonalPlaces places);

    CommunityRecords communityRecords();

    /** {@code places}: what is theirs alone. */
    Persons persons(PersonalPlaces places);

    Looks looks();

    Audit audit();

    Delegations delegations();

    Quotas quotas();

    PlatformFacts platformFacts();

    Topics topics();

    TopicDrafts topicDrafts();

    TopicVotes topicVotes();

    Vectors vectors();

    Announcements announcements();

    Subscriptions subscriptions();

    Deliveries deliveries();

    Edits edits();

    Suspensions suspensions();

    Backlogs backlogs();

    Matches matches();

    Outbox outbox();

    ReceivedUpdates receivedUpdates();

    Leases leases();

    /** Lets go of the database; calls on the ports fail from now on. */
    @Override
    void close();
}
