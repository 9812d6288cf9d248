package news.lede.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.lede.fetch.FetchOutcome;
import news.lede.hub.HubSubscription.State;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.InMemoryStore;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubDeskTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final HubNotice NOTICE =
            new HubNotice(URI.create("https://hub.example/"), URI.create("https://a.example/feed"));

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryStore store = new InMemoryStore();
    private final FakeHub hub = new FakeHub();
    private final Taken taken = new Taken();
    private static final URI CALLBACKS = URI.create("https://news.example/hubs/");

    private final HubBook book = new HubBook(store.hubs(), CALLBACKS, new Random(1));
    private final HubDesk desk = new HubDesk(store.hubs(), hub, CALLBACKS, taken, clock);
    private final SourceId source = store.sources()
            .addIfAbsent(SourceKind.FEED, "https://a.example/feed", "A")
            .id();

    /** Remembers what it was brought. */
    private static final class Taken implements Carrier {
        private final List<String> bodies = new ArrayList<>();
        private final List<SourceId> polled = new ArrayList<>();
        private boolean refuses;

        @Override
        public boolean bring(SourceId source, URI topic, byte[] body, Optional<String> charset) {
            if (refuses) {
                throw new IllegalStateException("the store is away");
            }
            bodies.add(source + " " + topic + " " + new String(body, UTF_8));
            return body.length > 0;
        }

        @Override
        public Optional<Instant> pollSoon(SourceId source) {
            polled.add(source);
            return Optional.of(NOON);
        }
    }

    static Stream<FetchOutcome> hubsThatAreNoMore() {
        return Stream.of(
                new FetchOutcome.Gone(), new FetchOutcome.Refused(FetchOutcome.Refusal.PRIVATE_ADDRESS, NOTICE.hub()));
    }

    private HubSubscription subscription() {
        return store.hubs().find(source).orElseThrow();
    }

    private HubReply verify(String mode, String... more) {
        Map<String, String> asked = new HashMap<>();
        asked.put("hub.mode", mode);
        asked.put("hub.topic", NOTICE.topic().toString());
        asked.put("hub.challenge", "c&<h>1");
        for (int i = 0; i < more.length; i += 2) {
            asked.put(more[i], more[i + 1]);
        }
        return desk.verify(subscription().key(), asked);
    }

    private void subscribe() {
        book.read(source, Optional.of(NOTICE), clock.instant());
        desk.look();
        assertThat(verify("subscribe", "hub.lease_seconds", "86400")).isEqualTo(new HubReply.Echo("c&<h>1"));
    }

    private HubReply deliver(String body) throws InterruptedException {
        return desk.deliver(
                subscription().key(), signed(subscription().secret(), body), body.getBytes(UTF_8), Optional.empty());
    }

    private static String signed(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nested
    class Subscribing {
        @Test
        void aHubThatAFeedNamesIsAskedOnceWithAnAddressThatNobodyGuesses() {
            book.read(source, Optional.of(NOTICE), NOON);
            assertThat(desk.look()).isEqualTo(1);
            assertThat(desk.look()).isZero();
            assertThat(hub.last())
                    .containsEntry("hub.mode", "subscribe")
                    .containsEntry("hub.topic", "https://a.example/feed")
                    .containsEntry("hub.lease_seconds", "864000")
                    .containsEntry("hub.secret", subscription().secret())
                    .containsEntry(
                            "hub.callback",
                            "https://news.example/hubs/" + subscription().key());
            assertThat(subscription().key()).hasSize(30);
            assertThat(subscription().secret()).hasSize(43);
            assertThat(subscription().brings(NOON)).isFalse();
        }

        @Test
        void onceItHasAskedBackItIsReliedOnUntilItsLeaseEnds() {
            subscribe();
            assertThat(subscription().state()).isEqualTo(State.ACTIVE);
            assertThat(book.brings(source, NOON.plus(Duration.ofDays(1)).minusMillis(1)))
                    .isTrue();
            assertThat(book.brings(source, NOON.plus(Duration.ofDays(1)))).isFalse();
        }

        @Test
        void theLeaseIsRenewedWhenThreeQuartersOfItAreOver() {
            subscribe();
            clock.set(NOON.plus(Duration.ofHours(18)).minusMillis(1));
            assertThat(desk.look()).isZero();
            clock.set(NOON.plus(Duration.ofHours(18)));
            assertThat(desk.look()).isEqualTo(1);
            assertThat(book.brings(source, clock.instant())).isTrue();
            verify("subscribe", "hub.lease_seconds", "86400");
            assertThat(subscription().lease()).contains(NOON.plus(Duration.ofHours(42)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "no number", "-5", "99999999999"})
        void aHubThatDoesNotSayForHowLongGrantsWhatWeAskedFor(String lease) {
            book.read(source, Optional.of(NOTICE), NOON);
            desk.look();
            verify("subscribe", "hub.lease_seconds", lease);
            assertThat(subscription().lease()).contains(NOON.plus(Duration.ofDays(10)));
        }

        @Test
        void oddLeasesAreKeptWithinReason() {
            book.read(source, Optional.of(NOTICE), NOON);
            desk.look();
            verify("subscribe", "hub.lease_seconds", "0");
            assertThat(subscription().lease()).contains(NOON.plus(Duration.ofMinutes(5)));
            verify("subscribe", "hub.lease_seconds", "999999999");
            assertThat(subscription().lease()).contains(NOON.plus(Duration.ofDays(60)));
        }

        @Test
        void aHubMayAskBackBeforeItAnswers() {
            book.read(source, Optional.of(NOTICE), NOON);
            hub.first(_ -> verify("subscribe", "hub.lease_seconds", "86400"));
            desk.look();
            assertThat(subscription().state()).isEqualTo(State.ACTIVE);
            assertThat(subscription().due()).isEqualTo(NOON.plus(Duration.ofHours(18)));
        }

        @Test
        void oneThatNeverAsksBackIsAskedAgainEachTimeLater() {
            book.read(source, Optional.of(NOTICE), NOON);
            List<Duration> pauses = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Instant now = clock.instant();
                desk.look();
                pauses.add(Duration.between(now, subscription().due()));
                clock.set(subscription().due());
            }
            assertThat(pauses.subList(0, 3))
                    .containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(40));
            assertThat(pauses.getLast()).isEqualTo(Duration.ofDays(1));
            assertThat(hub.asked).hasSize(10);
        }

        @Test
        void whatAHubWishesIsKept() {
            hub.answer(new FetchOutcome.Throttled(429, Optional.of(Duration.ofHours(5))));
            book.read(source, Optional.of(NOTICE), NOON);
            desk.look();
            assertThat(subscription().due()).isEqualTo(NOON.plus(Duration.ofHours(5)));
            assertThat(subscription().state()).isEqualTo(State.ASKED);
        }

        @Test
        void oneThatRefusesOrSaysNoIsAskedAgainInAWeek() {
            hub.answer(new FetchOutcome.Status(403));
            book.read(source, Optional.of(NOTICE), NOON);
            desk.look();
            assertThat(subscription().state()).isEqualTo(State.WANTED);
            assertThat(subscription().due()).isEqualTo(NOON.plus(Duration.ofDays(7)));

            clock.set(subscription().due());
            desk.look();
            verify("subscribe");
            assertThat(verify("denied", "hub.reason", "too\n many")).isEqualTo(new HubReply.Taken());
            assertThat(subscription().outcome()).endsWith("too many");
            assertThat(book.brings(source, clock.instant())).isFalse();
            assertThat(verify("subscribe")).isEqualTo(new HubReply.Unknown());
        }

        @Test
        void aHubWithinOurOwnWallsIsNotAsked() {
            hub.answer(new FetchOutcome.Refused(FetchOutcome.Refusal.PRIVATE_ADDRESS, NOTICE.hub()));
            book.read(source, Optional.of(NOTICE), NOON);
            desk.look();
            assertThat(subscription().due()).isEqualTo(NOON.plus(Duration.ofDays(7)));
        }

        @Test
        void aHubThatCouldBeOverheardIsToldNoSecret() {
            book.read(source, Optional.of(new HubNotice(URI.create("http://hub.example/"), NOTICE.topic())), NOON);
            desk.look();
            assertThat(hub.last()).doesNotContainKey("hub.secret");
        }

        @Test
        void whoeverAsksForSomethingWeDidNotIsToldSo() {
            subscribe();
            assertThat(desk.verify("no such key", Map.of("hub.mode", "subscribe")))
                    .isEqualTo(new HubReply.Unknown());
            assertThat(verify("subscribe", "hub.topic", "https://b.example/feed"))
                    .isEqualTo(new HubReply.Unknown());
            assertThat(verify("unsubscribe")).isEqualTo(new HubReply.Unknown());
            assertThat(verify("publish")).isEqualTo(new HubReply.Unknown());
            assertThat(verify("subscribe", "hub.challenge", "")).isEqualTo(new HubReply.Unknown());
            assertThat(verify("subscribe", "hub.challenge", "x".repeat(2_001))).isEqualTo(new HubReply.Unknown());
            assertThat(subscription().state()).isEqualTo(State.ACTIVE);
        }
    }

    @Nested
    class Changing {
        @Test
        void theSameHubReadAgainChangesNothing() {
            subscribe();
            HubSubscription before = subscription();
            book.read(source, Optional.of(NOTICE), NOON.plusSeconds(60));
            assertThat(subscription()).isEqualTo(before);
        }

        @Test
        void anotherHubIsAskedUnderAnotherAddressAndTheOldOneIsSentAway() throws InterruptedException {
            subscribe();
            String old = subscription().key();
            book.read(source, Optional.of(new HubNotice(URI.create("https://new.example/"), NOTICE.topic())), NOON);
            assertThat(subscription().key()).isNotEqualTo(old);
            assertThat(desk.look()).isEqualTo(1);
            assertThat(desk.deliver(old, "", new byte[0], Optional.empty())).isEqualTo(new HubReply.Gone());
        }

        @Test
        void afterAMoveOfOursNothingIsReliedOnUntilTheHubKnowsTheNewAddress() {
            subscribe();
            String old = subscription().key();
            HubBook moved = new HubBook(store.hubs(), URI.create("https://other.example/hubs/"), new Random(2));
            assertThat(moved.brings(source, NOON)).isFalse();
            moved.read(source, Optional.of(NOTICE), NOON);
            assertThat(subscription().state()).isEqualTo(State.WANTED);
            assertThat(subscription().key()).isNotEqualTo(old);
        }

        @Test
        void aFeedThatNamesNoHubAnyMoreIsLeftAndTheHubAsksBack() {
            subscribe();
            book.read(source, Optional.empty(), NOON);
            assertThat(book.brings(source, NOON)).isFalse();
            desk.look();
            assertThat(hub.last()).containsEntry("hub.mode", "unsubscribe").doesNotContainKey("hub.secret");
            assertThat(verify("subscribe")).isEqualTo(new HubReply.Unknown());
            assertThat(verify("unsubscribe")).isEqualTo(new HubReply.Echo("c&<h>1"));
            assertThat(store.hubs().find(source)).isEmpty();
        }

        @Test
        void aFeedThatNamesItsHubAgainIsSubscribedToAgain() {
            subscribe();
            book.read(source, Optional.empty(), NOON);
            book.read(source, Optional.of(NOTICE), NOON);
            assertThat(subscription().state()).isEqualTo(State.WANTED);
        }

        @ParameterizedTest
        @MethodSource("news.lede.hub.HubDeskTest#hubsThatAreNoMore")
        void aHubThatIsNoMoreIsNotAskedForAnythingAgain(FetchOutcome gone) {
            subscribe();
            book.read(source, Optional.empty(), NOON);
            hub.answer(gone);
            desk.look();
            desk.look();
            assertThat(store.hubs().find(source)).isEmpty();
            clock.set(NOON.plus(Duration.ofDays(30)));
            assertThat(desk.look()).isZero();
        }

        @Test
        void aLookThatFailsIsFollowedByOthersHoweverItFailed() {
            hub.first(_ -> {
                throw new OutOfMemoryError("for this test");
            });
            book.read(source, Optional.of(NOTICE), NOON);
            desk.lookGuarded();
            hub.first(_ -> {});
            clock.set(subscription().due());
            desk.lookGuarded();
            assertThat(hub.asked).hasSize(2);
        }

        @Test
        void aHubThatSaysNoWhileWeLeaveIsLeft() {
            subscribe();
            book.read(source, Optional.empty(), NOON);
            desk.look();
            assertThat(verify("denied")).isEqualTo(new HubReply.Taken());
            desk.look();
            assertThat(store.hubs().find(source)).isEmpty();
        }

        @Test
        void theSubscriptionOfARemovedSourceEndsEvenIfTheHubNeverAsksBack() {
            subscribe();
            store.sources().remove(source, NOON);
            for (int i = 0; i < 3; i++) {
                assertThat(desk.look()).isEqualTo(1);
                clock.set(subscription().due());
            }
            assertThat(desk.look()).isZero();
            assertThat(store.hubs().find(source)).isEmpty();
        }
    }

    @Nested
    class Delivering {
        @Test
        void whatIsSignedAsAgreedIsTakenOn() throws InterruptedException {
            subscribe();
            assertThat(deliver("<rss>ü</rss>")).isEqualTo(new HubReply.Taken());
            assertThat(taken.bodies).containsExactly(source + " https://a.example/feed <rss>ü</rss>");
            assertThat(taken.polled).isEmpty();
            assertThat(subscription().pushed()).contains(NOON);
        }

        @Test
        void whatIsNotIsPassedOver() throws InterruptedException {
            subscribe();
            byte[] body = "<rss/>".getBytes(UTF_8);
            for (String signature : List.of(
                    "",
                    signed("another secret", "<rss/>"),
                    signed(subscription().secret(), "<rss/> "))) {
                assertThat(desk.deliver(subscription().key(), signature, body, Optional.empty()))
                        .isEqualTo(new HubReply.Taken());
            }
            assertThat(taken.bodies).isEmpty();
            assertThat(taken.polled).isEmpty();
            assertThat(subscription().pushed()).isEmpty();
        }

        @Test
        void whatCannotBeSignedAsAgreedIsRefusedUnread() throws InterruptedException {
            subscribe();
            for (String signature : List.of("", "sha256", "sha256=", "md5=00", "sha256=no digits")) {
                assertThat(desk.refuse(subscription().key(), signature))
                        .as(signature)
                        .contains(new HubReply.Taken());
            }
            assertThat(desk.refuse(subscription().key(), "sha256=00")).isEmpty();
            assertThat(desk.refuse("no such key", "sha256=00")).contains(new HubReply.Gone());
            store.hubs().change(source, s -> s.leaving(NOON));
            assertThat(desk.refuse(subscription().key(), "sha256=00")).contains(new HubReply.Gone());
        }

        @Test
        void ofAHubWithoutASecretNoSignatureIsAsked() {
            book.read(source, Optional.of(new HubNotice(URI.create("http://hub.example/"), NOTICE.topic())), NOON);
            desk.look();
            verify("subscribe");
            assertThat(desk.refuse(subscription().key(), "")).isEmpty();
        }

        @Test
        void whatIsNoFeedIsAHintToPoll() throws InterruptedException {
            subscribe();
            deliver("");
            assertThat(taken.polled).containsExactly(source);
        }

        @Test
        void fromAHubWithoutASecretEverythingIsAHintToPoll() throws InterruptedException {
            book.read(source, Optional.of(new HubNotice(URI.create("http://hub.example/"), NOTICE.topic())), NOON);
            desk.look();
            verify("subscribe");
            desk.deliver(subscription().key(), "", "<rss/>".getBytes(UTF_8), Optional.empty());
            assertThat(taken.bodies).isEmpty();
            assertThat(taken.polled).containsExactly(source);
        }

        @Test
        void whileTheStoreRefusesItIsToComeAgain() throws InterruptedException {
            subscribe();
            taken.refuses = true;
            assertThat(deliver("<rss/>")).isEqualTo(new HubReply.Later());
            assertThat(subscription().pushed()).isEmpty();
        }

        @Test
        void whatNobodyWantsAnyMoreIsGone() throws InterruptedException {
            subscribe();
            store.hubs().change(source, s -> s.leaving(NOON));
            assertThat(deliver("<rss/>")).isEqualTo(new HubReply.Gone());
            assertThat(desk.deliver("no such key", "", new byte[0], Optional.empty()))
                    .isEqualTo(new HubReply.Gone());
        }

        @Test
        void aHubThatMissesSomethingTwiceIsNotReliedOnUntilItBringsAgain() throws InterruptedException {
            subscribe();
            book.missed(source);
            assertThat(book.brings(source, NOON)).isTrue();
            book.missed(source);
            assertThat(book.brings(source, NOON)).isFalse();
            deliver("<rss/>");
            assertThat(book.brings(source, NOON)).isTrue();
        }

        @Test
        void theSecretIsInNothingThatIsLogged() {
            subscribe();
            assertThat(subscription().toString()).doesNotContain(subscription().secret());
        }
    }
}
