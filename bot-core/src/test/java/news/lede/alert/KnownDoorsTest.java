package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.alert.Doors.Moved;
import news.lede.alert.Doors.Shut;
import news.lede.alert.Messenger.Reason;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Workspace;
import news.lede.store.InMemoryStore;
import news.lede.subscription.Cadence;
import news.lede.subscription.Subject;
import news.lede.subscription.Wish;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;

class KnownDoorsTest {
    private final SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");
    private final InMemoryStore store = new InMemoryStore();
    private final KnownDoors doors =
            new KnownDoors(store.communities(), store.subscriptions(), store.suspensions(), clock);
    private final Conversation chat = subscribed("-5", Optional.empty());
    private final Conversation thread = subscribed("-5", Optional.of("7"));

    private Conversation conversation(String chat, Optional<String> thread) {
        Workspace town = store.communities().workspace("telegram", "-5", "Town");
        return store.communities().conversation(town.id(), new Place("telegram", chat, thread));
    }

    private Conversation subscribed(String chat, Optional<String> thread) {
        Conversation conversation = conversation(chat, thread);
        store.subscriptions()
                .subscribe(
                        conversation,
                        new Wish(new Subject.Everything(), "", Set.of(), 1),
                        new Cadence.Instantly(),
                        Optional.empty(),
                        new PersonKey("telegram", "1"),
                        clock.instant());
        return conversation;
    }

    private Optional<Reason> suspended(Conversation conversation) {
        return store.suspensions().find(conversation.id()).map(Suspensions.Suspension::reason);
    }

    @Test
    void aChatThatIsShutWaitsWithItsThreads_andOpensWithThem() {
        doors.seen("telegram", List.of("-5"), _ -> Optional.of(new Shut(Reason.KICKED, "left")));
        assertThat(suspended(chat)).contains(Reason.KICKED);
        assertThat(suspended(thread)).contains(Reason.KICKED);

        doors.seen("telegram", List.of("-5"), _ -> Optional.empty());
        assertThat(suspended(chat)).isEmpty();
        assertThat(suspended(thread)).isEmpty();
    }

    @Test
    void aThreadHasAStandingOfItsOwn() {
        doors.seen("telegram", List.of("-5"), place -> place.thread().map(_ -> new Shut(Reason.CLOSED, "closed")));

        assertThat(suspended(chat)).isEmpty();
        assertThat(suspended(thread)).contains(Reason.CLOSED);
    }

    @Test
    void otherChatsAndOtherPlatformsAreLeftAlone() {
        doors.seen("telegram", List.of("-6"), _ -> Optional.of(new Shut(Reason.KICKED, "left")));
        doors.seen("discord", List.of("-5"), _ -> Optional.of(new Shut(Reason.KICKED, "left")));

        assertThat(suspended(chat)).isEmpty();
    }

    @Test
    void aChatThatMovedTakesItsConversationsAlong() {
        assertThat(doors.moved("telegram", "-5", "-100")).isEqualTo(new Moved.Taken(2));

        assertThat(store.communities().at("telegram", "-5")).isEmpty();
        assertThat(store.communities().at("telegram", "-100"))
                .extracting(Conversation::id)
                .containsExactly(chat.id(), thread.id());
        assertThat(doors.moved("telegram", "-5", "-100")).as("told again").isEqualTo(new Moved.Nothing());
        assertThat(doors.moved("telegram", "-8", "-9")).as("unknown").isEqualTo(new Moved.Nothing());
    }

    @Test
    void thatItCouldNotBeWrittenDownIsSaid() {
        Communities busy = (Communities) Proxy.newProxyInstance(
                Communities.class.getClassLoader(), new Class<?>[] {Communities.class}, (_, _, _) -> {
                    throw new IllegalStateException("the store is busy");
                });

        assertThat(new KnownDoors(busy, store.subscriptions(), store.suspensions(), clock)
                        .moved("telegram", "-5", "-100"))
                .isEqualTo(new Moved.Failed("the store is busy"));
        assertThat(store.communities().at("telegram", "-5")).hasSize(2);
    }

    @Test
    void whereNothingIsSubscribedNothingIsSuspended() {
        Conversation silent = conversation("-5", Optional.of("8"));

        doors.seen("telegram", List.of("-5"), _ -> Optional.of(new Shut(Reason.KICKED, "left")));

        assertThat(suspended(silent)).isEmpty();
    }
}
