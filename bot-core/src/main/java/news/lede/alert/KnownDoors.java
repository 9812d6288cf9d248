package news.lede.alert;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.Place;
import news.lede.subscription.Subscriptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Suspends and resumes conversations as platforms tell of them. One that has subscribed to nothing is left alone: nothing is sent there, and nobody needs to be told. Thread-safe. */
public final class KnownDoors implements Doors {
    private static final Logger LOG = LoggerFactory.getLogger(KnownDoors.class);

    private final Communities communities;
    private final Subscriptions subscriptions;
    private final Suspensions suspensions;
    private final InstantSource clock;

    public KnownDoors(
            Communities communities, Subscriptions subscriptions, Suspensions suspensions, InstantSource clock) {
        this.communities = communities;
        this.subscriptions = subscriptions;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    @Override
    public void seen(String platform, Collection<String> chats, Function<Place, Optional<Shut>> standing) {
        for (String chat : chats) {
            for (Conversation conversation : communities.at(platform, chat)) {
                standing.apply(conversation.place())
                        .ifPresentOrElse(shut -> shut(conversation, shut), () -> open(conversation));
            }
        }
    }

    private void shut(Conversation conversation, Shut shut) {
        if (!subscriptions.of(conversation.id()).isEmpty()
                && suspensions.suspend(conversation.id(), shut.reason(), shut.detail(), clock.instant())) {
            LOG.info("conversation suspended conversation={} reason={}", conversation.id(), shut.reason());
        }
    }

    private void open(Conversation conversation) {
        if (suspensions.resume(conversation.id(), clock.instant())) {
            LOG.info("conversation resumed conversation={}", conversation.id());
        }
    }

    /** The next message there is told the same and takes its conversation along. */
    @Override
    public void moved(String platform, String from, String to) {
        LOG.info("chat moved platform={} from={} to={}", platform, from, to);
    }
}
