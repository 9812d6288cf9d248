package news.lede.alert;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Messenger.Reason;
import news.lede.alert.Messenger.Result;
import news.lede.alert.Suspensions.Suspension;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.Place;
import news.lede.community.Workspace;
import news.lede.subscription.Subscription;
import news.lede.subscription.Subscriptions;

/** Tells those who subscribed a conversation to something, each in their private chat: they want it mended, or know who can. Nobody is told of what only the reader alone, or nobody there, could mend. */
public final class SubscriberMender implements Mender {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Communities communities;
    private final Subscriptions subscriptions;
    private final Messenger messenger;
    private final Pacing pacing;
    private final InstantSource clock;

    public SubscriberMender(
            Communities communities,
            Subscriptions subscriptions,
            Messenger messenger,
            Pacing pacing,
            InstantSource clock) {
        this.communities = communities;
        this.subscriptions = subscriptions;
        this.messenger = messenger;
        this.pacing = pacing;
        this.clock = clock;
    }

    @Override
    public boolean tell(Suspension suspension) {
        Optional<String> words = words(suspension.reason());
        Optional<Conversation> shut = communities.find(suspension.conversation());
        Optional<Workspace> workspace = shut.flatMap(c -> communities.find(c.workspace()));
        if (words.isEmpty() || workspace.isEmpty()) {
            return true;
        }
        List<Place> ways = subscriptions.of(suspension.conversation()).stream()
                .map(Subscription::by)
                .filter(person -> person.platform().equals(messenger.platform()))
                .map(person -> messenger.inPrivate(person.id()))
                .distinct()
                .filter(place -> !place.equals(shut.get().place()))
                .toList();
        Texts texts = Texts.in(Locale.forLanguageTag(workspace.get().language().code()));
        Answer notice = texts.notice(words.get(), List.of(), workspace.get().title());
        boolean later = false;
        for (Place way : ways) {
            later |= send(
                            way,
                            suspension,
                            notice,
                            new Phrases(texts, clock.instant(), workspace.get().zone()))
                    instanceof Result.RetryAt;
        }
        return !later;
    }

    private Result send(Place to, Suspension suspension, Answer notice, Phrases phrases) {
        try {
            if (!pacing.acquire(Lane.ALERT, to, PATIENCE)) {
                return new Result.RetryAt(PATIENCE, false, "not our turn");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.RetryAt(PATIENCE, true, "stopped");
        }
        String nonce = "m" + suspension.conversation() + "-"
                + Long.toString(suspension.since().toEpochMilli(), Character.MAX_RADIX);
        return messenger.send(new Outgoing(to, nonce, notice, phrases, false, Optional.empty(), Optional.empty()));
    }

    private static Optional<String> words(Reason reason) {
        return switch (reason) {
            case KICKED -> Optional.of("shut-kicked");
            case NO_RIGHTS -> Optional.of("shut-no-rights");
            case DELETED -> Optional.of("shut-deleted");
            case CLOSED -> Optional.of("shut-closed");
            case BLOCKED, ACCOUNT -> Optional.empty();
        };
    }
}
