package news.lede.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.lede.alert.Messenger.Outgoing;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.community.Place;
import news.lede.discord.DiscordTrial;
import news.lede.telegram.TelegramTrial;
import news.lede.web.chat.Adapters;
import news.lede.web.chat.Service;

/** What the two adapters would send, for the web desk to draw. Thread-safe. */
final class PlatformDrafts implements Adapters {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Where a message to another platform is taken to go: a channel, whose buttons have to be links in Telegram. */
    private static final String A_CHANNEL = "-1000000000001";

    private final Lazy<DiscordTrial> discord;
    private final Lazy<TelegramTrial> telegram;
    private final boolean rich;

    /** {@code rich}: whether Telegram is sent rich messages. */
    PlatformDrafts(Supplier<NewsDesk> desk, boolean rich, InstantSource clock) {
        this.rich = rich;
        this.discord = new Lazy<>(() -> new DiscordTrial(desk.get()));
        this.telegram = new Lazy<>(() -> new TelegramTrial(desk.get(), rich, clock));
    }

    @Override
    public JsonNode told(Service service, Outgoing message) {
        Outgoing there = message.place().platform().equals(service.platform()) ? message : moved(service, message);
        return read(
                switch (service) {
                    case DISCORD -> DiscordTrial.told(there);
                    case TELEGRAM -> TelegramTrial.told(there, rich);
                });
    }

    /** What was said before stands on the other platform, and so does whom it may call. */
    private static Outgoing moved(Service service, Outgoing message) {
        return new Outgoing(
                new Place(service.platform(), A_CHANNEL, Optional.empty()),
                message.nonce(),
                message.answer(),
                message.phrases(),
                message.silent(),
                Optional.empty(),
                Optional.empty(),
                message.style());
    }

    @Override
    public Turn typed(Service service, Asker asker, String text) {
        return switch (service) {
            case DISCORD -> turn(discord.get().typed(asker, text));
            case TELEGRAM -> turn(telegram.get().typed(asker, text));
        };
    }

    @Override
    public Turn pressed(Service service, Asker asker, JsonNode message, String id, List<String> chosen) {
        return switch (service) {
            case DISCORD -> turn(discord.get().pressed(asker, message, id, chosen));
            case TELEGRAM -> turn(telegram.get().pressed(asker, id));
        };
    }

    @Override
    public Turn filled(Service service, Asker asker, JsonNode message, String form, Map<String, String> values) {
        return switch (service) {
            case DISCORD -> turn(discord.get().filled(asker, message, form, values));
            case TELEGRAM -> new Turn.Unheard("Telegram has no forms.");
        };
    }

    private static Turn turn(DiscordTrial.Turn turn) {
        return switch (turn) {
            case DiscordTrial.Turn.Said(List<String> messages, boolean inPlace) ->
                new Turn.Said(messages.stream().map(PlatformDrafts::read).toList(), inPlace);
            case DiscordTrial.Turn.Asks(String form) -> new Turn.Asks(read(form));
            case DiscordTrial.Turn.Unheard() ->
                new Turn.Unheard(
                        "In Discord the bot hears commands alone, and message menus. Begin with a slash, for example /latest.");
        };
    }

    private static Turn turn(TelegramTrial.Turn turn) {
        return new Turn.Said(turn.messages().stream().map(PlatformDrafts::read).toList(), turn.inPlace());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a payload of ours is JSON", e);
        }
    }
}
