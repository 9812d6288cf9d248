package news.lede.store;

import news.lede.alert.AnnouncementsContract;
import news.lede.alert.BacklogsContract;
import news.lede.alert.DeliveriesContract;
import news.lede.alert.EditsContract;
import news.lede.alert.MatchesContract;
import news.lede.alert.MovesContract;
import news.lede.alert.OutboxContract;
import news.lede.alert.RetractionsContract;
import news.lede.alert.SuggestionsContract;
import news.lede.alert.SuspensionsContract;
import news.lede.article.ArticleVersionsContract;
import news.lede.article.ArticlesContract;
import news.lede.article.FollowersContract;
import news.lede.article.RevisitsContract;
import news.lede.article.TransactorContract;
import news.lede.belongings.CommunityRecordsContract;
import news.lede.community.AddressBookContract;
import news.lede.community.AuditContract;
import news.lede.community.CommunitiesContract;
import news.lede.community.DelegationsContract;
import news.lede.community.LooksContract;
import news.lede.community.PlatformFactsContract;
import news.lede.community.QuotasContract;
import news.lede.community.ReceivedUpdatesContract;
import news.lede.hub.HubSubscriptionsContract;
import news.lede.ingest.InboxContract;
import news.lede.ingest.PurgeContract;
import news.lede.lease.LeasesContract;
import news.lede.source.HostRestsContract;
import news.lede.source.PollStatesContract;
import news.lede.source.SourceEventsContract;
import news.lede.source.SourceOverviewContract;
import news.lede.source.SourcesContract;
import news.lede.story.StoriesContract;
import news.lede.story.StoryReportsContract;
import news.lede.story.StoryVotesContract;
import news.lede.subscription.SubscriptionsContract;
import news.lede.topic.TopicDraftsContract;
import news.lede.topic.TopicVotesContract;
import news.lede.topic.TopicsContract;
import news.lede.topic.VectorsContract;
import org.junit.jupiter.api.Nested;

/** What a store of any kind promises: the contracts of all its ports. */
abstract class StoreContract {
    /** A new, empty store. */
    abstract Store newStore();

    @Nested
    class Transactor extends TransactorContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Leases extends LeasesContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Followers extends FollowersContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Sources extends SourcesContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class AddressBook extends AddressBookContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class CommunityRecords extends CommunityRecordsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class PollStates extends PollStatesContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class HostRests extends HostRestsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class HubSubscriptions extends HubSubscriptionsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class SourceEvents extends SourceEventsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class SourceOverview extends SourceOverviewContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Inbox extends InboxContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Purge extends PurgeContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Articles extends ArticlesContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class ArticleVersions extends ArticleVersionsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Revisits extends RevisitsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Stories extends StoriesContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Communities extends CommunitiesContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Looks extends LooksContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Audit extends AuditContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Delegations extends DelegationsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Quotas extends QuotasContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class PlatformFacts extends PlatformFactsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class StoryVotes extends StoryVotesContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class StoryReports extends StoryReportsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Retractions extends RetractionsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Suggestions extends SuggestionsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class TopicDrafts extends TopicDraftsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class TopicVotes extends TopicVotesContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Topics extends TopicsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Vectors extends VectorsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Announcements extends AnnouncementsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Subscriptions extends SubscriptionsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Deliveries extends DeliveriesContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Edits extends EditsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Backlogs extends BacklogsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Suspensions extends SuspensionsContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Matches extends MatchesContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class ReceivedUpdates extends ReceivedUpdatesContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }

    @Nested
    class Moves extends MovesContract {
        @Override
        protected Store open() {
            return newStore();
        }
    }
}
