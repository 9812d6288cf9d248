package news.lede.web.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.lede.alert.Composer.Composed;
import news.lede.alert.Delivery;
import news.lede.alert.Foresight;
import news.lede.alert.Hold;
import news.lede.alert.Messenger.Outgoing;
import news.lede.community.ConversationId;
import news.lede.web.chat.Adapters;
import news.lede.web.chat.DiscordDrawing;
import news.lede.web.chat.Rooms;
import news.lede.web.chat.Rooms.Room;
import news.lede.web.chat.Scene;
import news.lede.web.chat.Service;
import news.lede.web.chat.TelegramDrawing;
import news.lede.web.page.Page;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** Conversations to choose from; of one of them ({@code /preview/7}) what it would be sent now, as an app shows it, with the payload behind it. */
public final class PreviewPage implements Page {
    private static final String PATH = "/preview";
    private static final int ROOMS = 200;
    private static final int OPEN = 10;

    private final Supplier<Rooms> rooms;
    private final Supplier<Foresight> foresight;
    private final Adapters adapters;
    private final InstantSource clock;

    public PreviewPage(Supplier<Rooms> rooms, Supplier<Foresight> foresight, Adapters adapters, InstantSource clock) {
        this.rooms = rooms;
        this.foresight = foresight;
        this.adapters = adapters;
        this.clock = clock;
    }

    /** What is drawn of all conversations. {@code more}: there are others, to be searched for. */
    public record Choice(String words, List<Room> rooms, boolean more) {
        public Choice {
            rooms = List.copyOf(rooms);
        }
    }

    /** A form to draw in. */
    public record Tab(String label, String path, boolean current) {}

    /**
     * One message.
     *
     * @param note what is to be known of it: whether it is planned, why it waits
     * @param html as an app shows it; empty when nothing would be sent
     */
    public record Shown(String id, String title, String note, String html, String payload) {}

    /** What is drawn of one conversation. */
    public record View(Room room, Service service, List<Tab> tabs, List<Shown> messages) {
        public View {
            tabs = List.copyOf(tabs);
            messages = List.copyOf(messages);
        }
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String name() {
        return "Preview";
    }

    @Override
    public List<String> styles() {
        return List.of("chat.css", "preview.css");
    }

    @Override
    public Reply answer(Visit visit) {
        List<String> below = visit.below(PATH);
        if (below.isEmpty()) {
            String words = visit.query().text("words").orElse("");
            List<Room> found = rooms.get().find(words, ROOMS + 1);
            boolean more = found.size() > ROOMS;
            return Reply.page(
                    "Preview", "preview.jte", new Choice(words, found.subList(0, Math.min(ROOMS, found.size())), more));
        }
        Optional<Room> room = id(below).flatMap(id -> rooms.get().find(id));
        return room.isEmpty() ? Reply.notFound() : shown(room.get(), visit);
    }

    private static Optional<ConversationId> id(List<String> below) {
        String digits = below.getFirst();
        return below.size() == 1 && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(new ConversationId(Long.parseLong(digits)))
                : Optional.empty();
    }

    private Reply shown(Room room, Visit visit) {
        Service own = Service.of(room.platform()).orElse(Service.DISCORD);
        Service service = visit.query().text("as").flatMap(Service::of).orElse(own);
        List<Tab> tabs = new ArrayList<>();
        for (Service one : Service.values()) {
            String path = PATH + "/" + room.id().value() + "?as=" + one.platform();
            tabs.add(new Tab("In " + one.title(), path, one == service));
        }
        Instant now = clock.instant();
        Scene scene = new Scene(now, room.zone(), room.locale(), false);
        List<Shown> messages = new ArrayList<>();
        for (Foresight.Open open : foresight.get().open(room.id(), OPEN)) {
            messages.add(waiting(open, service, scene));
        }
        foresight
                .get()
                .story(room.id())
                .ifPresent(
                        one -> messages.add(supposed("story", "The newest story, told at once", one, service, scene)));
        foresight
                .get()
                .digest(room.id())
                .ifPresent(one -> messages.add(supposed("digest", "A digest of the last day", one, service, scene)));
        return Reply.page(room.title(), "preview-one.jte", new View(room, service, tabs, messages));
    }

    private Shown supposed(String id, String title, Foresight.Supposed one, Service service, Scene scene) {
        String note = one.asked()
                ? "Nothing of this is planned: it is how it would look if it were sent now."
                : "Nobody there subscribed to anything that fits: this shows how what is followed there would look.";
        return drawn(id, title, note, one.message(), service, scene);
    }

    private Shown waiting(Foresight.Open open, Service service, Scene scene) {
        Delivery delivery = open.delivery();
        String id = "message-" + delivery.id().value();
        String title = "In the outbox: " + kind(delivery.kind());
        String state = state(delivery);
        return switch (open.composed()) {
            case Composed.Message(Outgoing outgoing, var _) -> drawn(id, title, state, outgoing, service, scene);
            case Composed.Needless(String why) ->
                new Shown(id, title, state + " It will not be sent: " + why + ".", "", "");
            case Composed.Later(Instant _, String why) ->
                new Shown(id, title, state + " It waits: " + why + ".", "", "");
            case Composed.Held(String why) ->
                new Shown(id, title, state + " It would be kept back: " + held(why) + ".", "", "");
        };
    }

    private Shown drawn(String id, String title, String note, Outgoing message, Service service, Scene scene) {
        JsonNode payload = adapters.told(service, message);
        String html = switch (service) {
            case DISCORD -> DiscordDrawing.message(payload, scene);
            case TELEGRAM -> TelegramDrawing.message(payload, scene);
        };
        String quietly = message.silent() ? " It arrives without a sound." : "";
        return new Shown(id, title, note + quietly, html, payload.toPrettyString());
    }

    private static String kind(Delivery.Kind kind) {
        return switch (kind) {
            case FIRST -> "a story";
            case UPDATE -> "an update";
            case CORRECTION -> "a correction";
            case DIGEST -> "a digest";
        };
    }

    private static String state(Delivery delivery) {
        return switch (delivery.state()) {
            case PLANNED -> "It is planned and will be sent when it is its turn.";
            case SENDING -> "It is being sent.";
            case RETRY ->
                "The platform asked for another attempt later: "
                        + delivery.problem().orElse("no reason given") + ".";
            case UNKNOWN -> "It is not known whether an attempt arrived.";
            case HELD -> "It is kept back: " + held(delivery.problem().orElse("")) + ".";
            case SENT, GIVEN_UP, CANCELLED -> "";
        };
    }

    private static String held(String why) {
        if (why.equals(Hold.BUDGET.name())) {
            return "the day's budget is spent";
        }
        return why.equals(Hold.QUIET.name()) ? "quiet hours" : why.isBlank() ? "not decided yet" : why;
    }
}
