package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private final List<Messenger.Outgoing> sent = new ArrayList<>();
    private Messenger.Result answer = new Messenger.Result.Delivered(new Receipt("1"));
    private final Conversation group = subscribed("telegram", "-5", "7");

    private final class Writing implements Messenger {
        private final String platform;

        Writing(String platform) {
            this.platform = platform;
        }

        @Override
        public String platform() {
            return platform;
        }

        @Override
        public Place inPrivate(String person) {
            return new Place(platform, "alone:" + person, Optional.empty());
        }

        @Override
        public Result send(Outgoing message) {
            sent.add(message);
            return answer;
        }

        @Override
        public Result edit(Receipt receipt, Outgoing message) {
            throw new IllegalStateException("nothing is edited");
        }

        @Override
        public boolean canLook() {
            return false;
        }

        @Override
        public Sighting find(Outgoing message, Instant since) {
            return new Sighting.Unseeable();
        }
    }

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

    private boolean tell(String platform, Conversation conversation, Reason reason) {
        Pacing pacing =
                new Pacing(Limits.of(new Limits.Rate(1000, Duration.ofSeconds(1))), System::nanoTime, Thread::sleep);
        return new SubscriberMender(store.communities(), store.subscriptions(), new Writing(platform), pacing, clock)
                .tell(new Suspension(conversation.id(), reason, "", clock.instant(), Optional.empty()));
    }

    @Test
    void whoeverSubscribedIsToldInPrivateWhatToDo() {
        assertThat(tell("telegram", group, Reason.KICKED)).isTrue();

        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().place()).isEqualTo(new Place("telegram", "alone:7", Optional.empty()));
        assertThat(sent.getFirst().answer().title()).contains("Harbour watchers");
        assertThat(sent.getFirst().nonce()).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void whatOnlyTheReaderCouldMendIsToldNobody() {
        assertThat(tell("telegram", group, Reason.BLOCKED)).isTrue();
        assertThat(tell("telegram", subscribed("telegram", "alone:9", "9"), Reason.DELETED))
                .isTrue();

        assertThat(sent).isEmpty();
    }

    @Test
    void whereItCannotBeToldNowItIsToldLater() {
        answer = new Messenger.Result.RetryAt(Duration.ofSeconds(5), false, "429");
        assertThat(tell("telegram", group, Reason.CLOSED)).isFalse();

        answer = new Messenger.Result.Unreachable(Reason.BLOCKED, "403");
        assertThat(tell("telegram", group, Reason.CLOSED)).as("there is nobody").isTrue();
    }
}
