package news.lede.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.lede.answer.Display;
import news.lede.config.Settings;
import news.lede.hub.HubSubscription;
import news.lede.source.Source;
import news.lede.source.SourceEvent;
import news.lede.source.SourceHealth;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.Store;

/**
 * All that an operator may want to know of one source. {@code health} is absent for the built-in one, which is never polled. {@code broughtBy}: the hub that brings what is new, where polls are only a
 * net.
 */
record SourceRow(
        Source source,
        List<String> packs,
        int followers,
        Optional<SourceHealth> health,
        Optional<String> broughtBy,
        Optional<SourceEvent> latest) {
    static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Every source, by title. */
    static List<SourceRow> all(Lede lede, Settings settings) {
        Store store = lede.store();
        List<Source> all = store.sources().all();
        Map<SourceId, HubSubscription> brought = PublicAddress.hubNews(settings, store)
                .bringing(all.stream().map(Source::id).toList(), lede.clock().instant());
        return all.stream().map(s -> of(store, s, brought)).toList();
    }

    private static SourceRow of(Store store, Source source, Map<SourceId, HubSubscription> brought) {
        Optional<SourceEvent> latest = store.sourceEvents().latest(source.id());
        return new SourceRow(
                source,
                store.sources().packsOf(source.id()),
                store.communities().followers(source.id()),
                source.kind() == SourceKind.IMPORTED
                        ? Optional.empty()
                        : Optional.of(SourceHealth.of(store.pollStates().find(source.id()), latest)),
                Optional.ofNullable(brought.get(source.id())).map(HubSubscription::hubName),
                latest);
    }

    /** Title and address, as reports name it. */
    String named() {
        return source.id() + "  " + Display.plain(source.title()) + "  " + source.address();
    }

    /** "failing (status 503), 3 failures, last good answer …, asked again …". */
    String healthLine() {
        return health.map(SourceRow::line).orElse("handed in as files, never polled")
                + broughtBy
                        .map(hub -> "; " + Display.plain(hub) + " brings what is new")
                        .orElse("");
    }

    private static String line(SourceHealth health) {
        StringBuilder line = new StringBuilder(word(health.word()));
        if (health.failures() > 0) {
            line.append(" (")
                    .append(Display.plain(health.outcome()))
                    .append("), ")
                    .append(Words.count(health.failures(), "failure"));
        }
        health.lastGood().ifPresent(at -> line.append(", last good answer ").append(Words.minute(at)));
        line.append(health.next()
                .map(at -> (health.failures() > 0 ? ", asked again " : ", next poll ") + Words.minute(at))
                .orElse(
                        health.word() == SourceHealth.Word.NEW
                                ? ", next poll with the next round"
                                : ", not asked any more"));
        return line.toString();
    }

    private static String word(SourceHealth.Word word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Absent parts are null, so that every object has the same keys. */
    void write(ArrayNode array) {
        ObjectNode node = array.addObject();
        node.put("id", source.id().value());
        node.put("title", source.title());
        node.put("address", source.address());
        node.put("kind", source.kind().name().toLowerCase(Locale.ROOT));
        ArrayNode names = node.putArray("packs");
        packs.forEach(names::add);
        node.put("followers", followers);
        node.put("health", health.map(h -> word(h.word())).orElse(null));
        node.put(
                "last_good",
                health.flatMap(SourceHealth::lastGood).map(Object::toString).orElse(null));
        node.put(
                "next_poll",
                health.flatMap(SourceHealth::next).map(Object::toString).orElse(null));
        node.put("brought_by", broughtBy.orElse(null));
        node.put("failures", health.map(SourceHealth::failures).orElse(0));
        node.put("outcome", health.map(SourceHealth::outcome).orElse(null));
        latest.ifPresentOrElse(
                e -> node.putObject("event")
                        .put("kind", e.kind().name().toLowerCase(Locale.ROOT))
                        .put("at", e.at().toString())
                        .put("detail", e.detail()),
                () -> node.putNull("event"));
    }
}
