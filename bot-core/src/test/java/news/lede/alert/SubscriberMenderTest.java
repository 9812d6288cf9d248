package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import news.lede.alert.Messenger.Reason;
import news.lede.alert.Suspensions.Suspension;
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

class SubscriberMenderTest {
    private final SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");
    private final InMemoryStore store = new InMemoryStore();
    private final FakeMessenger telegram = new FakeMessenger("telegram");
    private final Conversation group = subscribed("telegram", "-5", "7");

    private Conversation subscribed(String platform, String chat, String person) {
        Workspace workspace = store.communities().workspace(platform, chat, "Harbour watchers");
        Conversation conversation =
                store.communities().conversation(workspace.id(), new Place(platform, chat, Optional.empty()));
        store.subscriptions()
                .subscribe(
                        conversation,
                        new Wish(new Subject.Everything(), "", Set.of(), 1),
                        new Cadence.Instantly(),
                        Optional.empty(),
                        new PersonKey(platform, person),
                        clock.instant());
        return conversation;
    }

    private boolean tell(Conversation conversation, Reason reason) {
        Pacing pacing =
                new Pacing(Limits.of(new Limits.Rate(1000, Duration.ofSeconds(1))), System::nanoTime, Thread::sleep);
        return new SubscriberMender(store.communities(), store.subscriptions(), telegram, pacing, clock)
                .tell(new Suspension(conversation.id(), reason, "", clock.instant(), Optional.empty()));
    }

    @Test
    void whoeverSubscribedIsToldInPrivateWhatToDo() {
        assertThat(tell(group, Reason.KICKED)).isTrue();

        assertThat(telegram.sent).hasSize(1);
        assertThat(telegram.sent.getFirst().place()).isEqualTo(new Place("telegram", "alone:7", Optional.empty()));
        assertThat(telegram.sent.getFirst().answer().title()).contains("Harbour watchers");
        assertThat(telegram.sent.getFirst().nonce()).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void whatOnlyTheReaderCouldMendIsToldNobody() {
        assertThat(tell(group, Reason.BLOCKED)).isTrue();
        assertThat(tell(subscribed("telegram", "alone:9", "9"), Reason.DELETED)).isTrue();

        assertThat(telegram.sent).isEmpty();
    }

    @Test
    void whereItCannotBeToldNowItIsToldLater() {
        telegram.answerWith(new Messenger.Result.RetryAt(Duration.ofSeconds(5), false, "429"));
        assertThat(tell(group, Reason.CLOSED)).isFalse();

        telegram.answerWith(new Messenger.Result.Unreachable(Reason.BLOCKED, "403"));
        assertThat(tell(group, Reason.CLOSED)).as("there is nobody").isTrue();
    }
}
