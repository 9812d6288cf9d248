package news.lede.web.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import news.lede.alert.Messenger.Outgoing;
import news.lede.community.Asker;

/** Adapters that say what they were asked, and answer what they are told to, else with the words themselves. */
public final class FakeAdapters implements Adapters {
    private final List<String> asked = new ArrayList<>();
    private final Deque<Turn> next = new ArrayDeque<>();

    /** What was done, in order. */
    public List<String> asked() {
        return asked;
    }

    /** The next thing that is done is answered so. */
    public void next(Turn turn) {
        next.add(turn);
    }

    /** A message of either service that says this. */
    public static JsonNode saying(String words) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        return message.put("content", words).put("text", words);
    }

    @Override
    public JsonNode told(Service service, Outgoing message) {
        asked.add(service + " told " + message.place().chat());
        return saying(message.answer().title());
    }

    @Override
    public Turn typed(Service service, Asker asker, String text) {
        return answer(service + " " + asker.role() + " typed " + text);
    }

    @Override
    public Turn pressed(Service service, Asker asker, JsonNode message, String id, List<String> chosen) {
        return answer(service + " pressed " + id + " " + chosen + " on "
                + message.path("content").asText());
    }

    @Override
    public Turn filled(Service service, Asker asker, JsonNode message, String form, Map<String, String> values) {
        return answer(service + " filled " + form + " " + values);
    }

    private Turn answer(String what) {
        asked.add(what);
        return next.isEmpty() ? new Turn.Said(List.of(saying("heard: " + what)), false) : next.poll();
    }
}
