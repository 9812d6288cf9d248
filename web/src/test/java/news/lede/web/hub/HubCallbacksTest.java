package news.lede.web.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.lede.fetch.FetchOutcome;
import news.lede.hub.Carrier;
import news.lede.hub.HubBook;
import news.lede.hub.HubDesk;
import news.lede.hub.HubNotice;
import news.lede.hub.HubSubscription;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.InMemoryStore;
import news.lede.time.SettableClock;
import news.lede.web.Visits;
import news.lede.web.page.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubCallbacksTest {
    private static final URI ADDRESS = URI.create("https://news.example/hubs/");
    private static final HubNotice NOTICE =
            new HubNotice(URI.create("https://hub.example/"), URI.create("https://a.example/feed"));

    private final SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");
    private final InMemoryStore store = new InMemoryStore();
    private final List<String> brought = new ArrayList<>();
    private final SourceId source = store.sources()
            .addIfAbsent(SourceKind.FEED, "https://a.example/feed", "A")
            .id();
    private final HubDesk desk = new HubDesk(
            store.hubs(),
            (_, _, _) -> new FetchOutcome.Status(202),
            ADDRESS,
            new Carrier() {
                @Override
                public boolean bring(SourceId from, URI topic, byte[] body, Optional<String> charset) {
                    return brought.add(charset.orElse("") + " " + new String(body, UTF_8));
                }

                @Override
                public Optional<Instant> pollSoon(SourceId from) {
                    return Optional.empty();
                }
            },
            clock);
    private final HubCallbacks callbacks = new HubCallbacks(() -> Optional.of(desk));

    @BeforeEach
    void subscribe() {
        new HubBook(store.hubs(), ADDRESS).read(source, Optional.of(NOTICE), clock.instant());
        desk.look();
    }

    private HubSubscription subscription() {
        return store.hubs().find(source).orElseThrow();
    }

    private Reply.Plain get(String query) throws InterruptedException {
        return (Reply.Plain)
                callbacks.answer(Visits.get("/hubs/" + subscription().key() + query, Map.of("host", "x")));
    }

    private Reply.Plain post(String path, String body, Map<String, String> headers) throws InterruptedException {
        return (Reply.Plain) callbacks.answer(Visits.post(path, body, headers));
    }

    private String signed(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(subscription().secret().getBytes(UTF_8), "HmacSHA512"));
        return "sha512=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    }

    @Test
    void aHubThatAsksBackGetsItsChallengeAsPlainText() throws InterruptedException {
        Reply.Plain reply = get("?hub.mode=subscribe&hub.topic=https%3A%2F%2Fa.example%2Ffeed"
                + "&hub.challenge=%3Cscript%3E1&hub.lease_seconds=3600");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).startsWith("text/plain");
        assertThat(new String(reply.body(), UTF_8)).isEqualTo("<script>1");
        assertThat(subscription().state()).isEqualTo(HubSubscription.State.ACTIVE);
    }

    @Test
    void oneThatAsksForSomethingElseIsToldThatNobodyDid() throws InterruptedException {
        assertThat(get("?hub.mode=subscribe&hub.topic=https%3A%2F%2Fb.example%2F&hub.challenge=1")
                        .status())
                .isEqualTo(404);
        assertThat(get("").status()).isEqualTo(404);
        assertThat(callbacks.answer(Visits.get("/hubs")))
                .isInstanceOfSatisfying(
                        Reply.Plain.class, r -> assertThat(r.status()).isEqualTo(404));
    }

    @Test
    void whatIsBroughtIsTakenInItsCharset() throws Exception {
        String path = "/hubs/" + subscription().key();
        Reply.Plain reply = post(
                path,
                "<rss/>",
                Map.of(
                        "host", "x",
                        "x-hub-signature", signed("<rss/>"),
                        "content-type", "application/rss+xml; Charset=\"windows-1252\""));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(brought).containsExactly("windows-1252 <rss/>");
    }

    @Test
    void whatNobodyWantsIsGone() throws InterruptedException {
        assertThat(post("/hubs/nobody", "<rss/>", Map.of("host", "x")).status()).isEqualTo(410);
    }

    private static int status(Optional<Reply> reply) {
        return ((Reply.Plain) reply.orElseThrow()).status();
    }

    @Test
    void noBodyIsReadForWhoeverHasNothingToBring() throws GeneralSecurityException {
        String path = "/hubs/" + subscription().key();
        assertThat(status(callbacks.unread(Visits.post("/hubs/nobody", "", Map.of("host", "x")))))
                .isEqualTo(410);
        assertThat(status(callbacks.unread(Visits.post("/hubs", "", Map.of("host", "x")))))
                .isEqualTo(404);
        assertThat(status(callbacks.unread(Visits.post(path, "", Map.of("host", "x")))))
                .isEqualTo(200);
        assertThat(callbacks.unread(Visits.post(path, "", Map.of("host", "x", "x-hub-signature", signed("<rss/>")))))
                .isEmpty();
        assertThat(brought).isEmpty();
    }

    @Test
    void beforeThereIsADeskItIsToComeAgain() throws InterruptedException {
        HubCallbacks early = new HubCallbacks(Optional::empty);
        assertThat(status(early.unread(Visits.post("/hubs/k", "", Map.of("host", "x")))))
                .isEqualTo(503);
        assertThat(((Reply.Plain) early.answer(Visits.post("/hubs/k", "", Map.of("host", "x")))).status())
                .isEqualTo(503);
    }
}
