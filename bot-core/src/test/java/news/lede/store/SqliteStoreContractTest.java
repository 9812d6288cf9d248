package news.lede.store;

import java.nio.file.Path;
import news.lede.alert.AnnouncementsContract;
import news.lede.alert.DeliveriesContract;
import news.lede.alert.EditsContract;
import news.lede.alert.SuspensionsContract;
import news.lede.article.ArticleVersionsContract;
import news.lede.article.ArticlesContract;
import news.lede.article.RevisitsContract;
import news.lede.article.TransactorContract;
import news.lede.community.CommunitiesContract;
import news.lede.community.LooksContract;
import news.lede.ingest.InboxContract;
import news.lede.ingest.PurgeContract;
import news.lede.source.HostRestsContract;
import news.lede.source.PollStatesContract;
import news.lede.source.SourceEventsContract;
import news.lede.source.SourcesContract;
import news.lede.story.StoriesContract;
import news.lede.subscription.SubscriptionsContract;
import news.lede.topic.TopicDraftsContract;
import news.lede.topic.TopicVotesContract;
import news.lede.topic.TopicsContract;
import news.lede.topic.VectorsContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** SQLite keeps what the ports promise. */
class SqliteStoreContractTest {
    @TempDir
    static Path folder;

    private static Store store() {
        return SqliteStores.openNew(folder);
    }

    @Nested
    class Transactor extends TransactorContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Sources extends SourcesContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class PollStates extends PollStatesContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class HostRests extends HostRestsContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class SourceEvents extends SourceEventsContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Inbox extends InboxContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Purge extends PurgeContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Articles extends ArticlesContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class ArticleVersions extends ArticleVersionsContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Revisits extends RevisitsContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Stories extends StoriesContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Communities extends CommunitiesContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Looks extends LooksContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class TopicDrafts extends TopicDraftsContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class TopicVotes extends TopicVotesContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Topics extends TopicsContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Vectors extends VectorsContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Announcements extends AnnouncementsContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Subscriptions extends SubscriptionsContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Deliveries extends DeliveriesContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Edits extends EditsContract {
        @Override
        protected Store open() {
            return store();
        }
    }

    @Nested
    class Suspensions extends SuspensionsContract {
        @Override
        protected Store open() {
            return store();
        }
    }
}
