package news.lede.alert;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
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

    @Override
    public Moved moved(String platform, String from, String to) {
        try {
            List<Conversation> there = from.equals(to) ? List.of() : communities.at(platform, from);
            for (Conversation conversation : there) {
                communities.move(
                        conversation.id(),
                        new Place(platform, to, conversation.place().thread()));
                LOG.info("conversation moved conversation={}", conversation.id());
            }
            return there.isEmpty() ? new Moved.Nothing() : new Moved.Taken(there.size());
        } catch (RuntimeException e) {
            LOG.error("chat moved and its conversations did not platform={}", platform, e);
            return new Moved.Failed(String.valueOf(e.getMessage()));
        }
    }
}
