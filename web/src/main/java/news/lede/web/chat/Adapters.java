package news.lede.web.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import news.lede.alert.Messenger.Outgoing;
import news.lede.community.Asker;

/**
 * What the adapters would send, without sending it: payloads as they would go over the wire, made by the code that makes them for real. Thread-safe.
 */
public interface Adapters {
    /** The payload of a message that nobody asked for. One to a place of another platform is made as if it went to a channel of {@code service}. */
    JsonNode told(Service service, Outgoing message);

    /** Somebody alone with the bot writes something. */
    Turn typed(Service service, Asker asker, String text);

    /** Somebody presses what is called {@code id} in {@code message}; {@code chosen}: the values of a menu, none for a button. */
    Turn pressed(Service service, Asker asker, JsonNode message, String id, List<String> chosen);

    /** Somebody fills in a form that {@code message} opened. */
    Turn filled(Service service, Asker asker, JsonNode message, String form, Map<String, String> values);

    /** What comes of it. */
    sealed interface Turn {
        /** Messages. {@code inPlace}: the first takes the place of the one that was pressed. */
        record Said(List<JsonNode> messages, boolean inPlace) implements Turn {
            public Said {
                messages = List.copyOf(messages);
            }
        }

        /** A form opens over the chat. */
        record Asks(JsonNode form) implements Turn {}

        /** The bot does not hear it; {@code why} says so to a person. */
        record Unheard(String why) implements Turn {}
    }
}
