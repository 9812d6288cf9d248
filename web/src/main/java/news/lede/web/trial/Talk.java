package news.lede.web.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.lede.community.Asker;
import news.lede.web.chat.Adapters;
import news.lede.web.chat.Adapters.Turn;
import news.lede.web.chat.Service;

/** One chat, with what was said last. Thread-safe: who presses twice waits. */
final class Talk {
    private static final int MOST = 40;

    private final Service service;
    private final Adapters adapters;
    private final InstantSource clock;
    /** By number, which an entry keeps. */
    private final TreeMap<Integer, Entry> entries = new TreeMap<>();

    private int last;

    Talk(Service service, Adapters adapters, InstantSource clock) {
        this.service = service;
        this.adapters = adapters;
        this.clock = clock;
    }

    Service service() {
        return service;
    }

    /** All, the oldest first, by number. */
    synchronized Map<Integer, Entry> entries() {
        return new TreeMap<>(entries);
    }

    /** What was written is heard by the bot. */
    synchronized void say(Asker asker, String text) {
        add(new Entry.Wrote(text, clock.instant()));
        take(adapters.typed(service, asker, text), 0);
    }

    /** A button or menu of message {@code of} is pressed; one that is gone from the chat answers nothing. */
    synchronized void press(Asker asker, int of, String id, List<String> chosen) {
        message(of).ifPresent(payload -> take(adapters.pressed(service, asker, payload, id, chosen), of));
    }

    /** The open form is filled in. */
    synchronized void fill(Asker asker, String id, Map<String, String> values) {
        Optional<Entry.Form> form = form();
        close();
        form.flatMap(open -> message(open.of()))
                .ifPresent(payload -> take(
                        adapters.filled(service, asker, payload, id, values),
                        form.orElseThrow().of()));
    }

    /** The open form is put away. */
    synchronized void close() {
        entries.values().removeIf(Entry.Form.class::isInstance);
    }

    private Optional<Entry.Form> form() {
        return entries.values().stream()
                .filter(Entry.Form.class::isInstance)
                .map(Entry.Form.class::cast)
                .findFirst();
    }

    private Optional<JsonNode> message(int number) {
        return entries.get(number) instanceof Entry.Message(JsonNode payload, Instant _)
                ? Optional.of(payload)
                : Optional.empty();
    }

    private void take(Turn turn, int pressed) {
        close();
        switch (turn) {
            case Turn.Said(List<JsonNode> messages, boolean inPlace) -> {
                List<JsonNode> rest = new ArrayList<>(messages);
                if (inPlace && entries.containsKey(pressed) && !rest.isEmpty()) {
                    entries.put(pressed, new Entry.Message(rest.removeFirst(), clock.instant()));
                }
                rest.forEach(payload -> add(new Entry.Message(payload, clock.instant())));
            }
            case Turn.Asks(JsonNode form) -> add(new Entry.Form(form, pressed));
            case Turn.Unheard(String why) -> add(new Entry.Word(why));
        }
    }

    private void add(Entry entry) {
        entries.put(++last, entry);
        while (entries.size() > MOST) {
            entries.pollFirstEntry();
        }
    }
}
