package news.lede.web.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.lede.alert.Backlog;
import news.lede.alert.Backlogs;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Fate;
import news.lede.alert.Hold;
import news.lede.alert.Lane;
import news.lede.alert.Messenger;
import news.lede.community.Asker;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.community.Viewer;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.text.Language;
import news.lede.web.Drawn;
import news.lede.web.Visits;
import news.lede.web.chat.Rooms;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class DeliveriesPageTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:30:00Z");

    private final Counts counts = new Counts();
    private final DeliveriesPage page =
            new DeliveriesPage(() -> counts, OneRoom::new, _ -> asker(), InstantSource.fixed(NOW));

    /** What a test says there is. */
    private static final class Counts implements Backlogs {
        private final List<Backlog.Queue> queues = new ArrayList<>();
        private final List<Backlog.Shut> shut = new ArrayList<>();
        private final List<Fate> fates = new ArrayList<>();
        private final List<Kept> kept = new ArrayList<>();

        @Override
        public Backlog at(Instant now) {
            return new Backlog(queues, shut, 3);
        }

        @Override
        public List<Fate> latest(int limit) {
            return fates.stream().limit(limit).toList();
        }

        @Override
        public List<DeliveryId> open(ConversationId conversation, int limit) {
            return List.of();
        }

        @Override
        public List<Kept> kept() {
            return kept;
        }
    }

    /** Knows conversation 7. */
    private static final class OneRoom implements Rooms {
        @Override
        public List<Room> find(String words, int most) {
            return List.of();
        }

        @Override
        public Optional<Room> find(ConversationId id) {
            return id.value() == 7
                    ? Optional.of(
                            new Room(id, "discord", "Aldsund <News>", "Discord, 77", Locale.ENGLISH, ZoneId.of("UTC")))
                    : Optional.empty();
        }
    }

    private static Asker asker() {
        WorkspaceId workspace = new WorkspaceId(1);
        return new Asker(
                new PersonKey("console", "local"),
                Role.MODERATOR,
                new Workspace(workspace, "console", "local", "Console", Language.ENGLISH, ZoneOffset.UTC),
                new Conversation(new ConversationId(1), workspace, new Place("console", "local", Optional.empty())),
                Locale.ENGLISH,
                new Viewer(workspace, Set.of()));
    }

    private static Fate fate(long conversation, Delivery.State state, String problem) {
        return new Fate(
                new DeliveryId(1),
                "discord",
                new ConversationId(conversation),
                Delivery.Kind.FIRST,
                state,
                Lane.ALERT,
                NOW.minusSeconds(100),
                Optional.of(NOW.minusSeconds(60)),
                2,
                Optional.of(problem).filter(p -> !p.isEmpty()));
    }

    private Document drawn() {
        return Drawn.of(page.answer(Visits.get("/deliveries")), Optional.of(page));
    }

    @Test
    void beforeAnythingWasToldItSaysHowThatComes() {
        assertThat(drawn().text()).contains("Nothing was ever told from here");
        assertThat(drawn().select("table")).isEmpty();
    }

    @Test
    void lanesAreCountedAndThoseThatDoNotMoveAreMarked() {
        counts.queues.add(new Backlog.Queue("discord", Lane.ALERT, 12, 4, NOW.minus(Duration.ofMinutes(9))));
        counts.queues.add(new Backlog.Queue("telegram", Lane.EDIT, 2, 0, NOW.plusSeconds(90)));
        Document shown = drawn();
        assertThat(shown.select("tbody tr").eachText())
                .containsExactly("Discord alerts 12 4 due 9 minutes ago late", "Telegram edits 2 0 due at 12:31");
        assertThat(shown.select(".tile dd").eachText()).containsExactly("14", "0", "0", "0", "3");
    }

    @Test
    void whatIsKeptBackAndWhatIsShutSaysWhy() {
        counts.kept.add(new Backlogs.Kept("discord", Hold.BUDGET.name(), 5, NOW.minusSeconds(7200)));
        counts.kept.add(new Backlogs.Kept("discord", "", 1, NOW));
        counts.shut.add(new Backlog.Shut("telegram", Messenger.Reason.KICKED, 2));
        assertThat(drawn().select("tbody tr").eachText())
                .containsExactly(
                        "Discord the day's budget 5 2 hours ago",
                        "Discord not decided yet 1 just now",
                        "Telegram removed from the chat 2");
    }

    @Test
    void failuresLeadToTheirConversationUnlessItIsPrivate() {
        counts.fates.add(fate(7, Delivery.State.GIVEN_UP, "400 50035 Invalid <body>"));
        counts.fates.add(fate(8, Delivery.State.UNKNOWN, ""));
        counts.fates.add(fate(7, Delivery.State.SENT, ""));
        Document shown = drawn();
        assertThat(shown.select("tbody tr").eachText())
                .containsExactly(
                        "1 minute ago Aldsund <News> Discord a story given up, 2 attempts 400 50035 Invalid <body>",
                        "1 minute ago A private chat Discord a story not known whether it came, 2 attempts");
        assertThat(shown.select("tbody a").eachAttr("href")).containsExactly("/preview/7");
    }

    @Test
    void howLongAlertsTookIsAChartWithWordsForThoseWhoDoNotSeeIt() {
        counts.fates.add(fate(7, Delivery.State.SENT, ""));
        Document shown = drawn();
        assertThat(shown.select("figure svg").attr("aria-label"))
                .startsWith("1 alerts sent in 24 hours: 0 up to 2 s, 0 up to 10 s, 1 up to 1 min");
        assertThat(shown.select("figure rect.band-2 title").text()).isEqualTo("12:00: 1 up to 1 min");
        assertThat(shown.select(".shares b").eachText()).containsExactly("40 s", "40 s", "40 s");
    }

    @Test
    void itChangesWithTheNewestMessageAndWhatWaits() {
        Optional<String> before = page.mark();
        assertThat(page.mark()).isEqualTo(before);
        counts.fates.add(fate(7, Delivery.State.PLANNED, ""));
        Optional<String> planned = page.mark();
        assertThat(planned).isNotEqualTo(before);
        counts.fates.set(0, fate(7, Delivery.State.SENT, ""));
        assertThat(page.mark()).isNotEqualTo(planned);
    }
}
