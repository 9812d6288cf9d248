package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import news.lede.discord.server.Asked;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Person;
import news.lede.discord.server.Scene;
import news.lede.discord.server.Shown;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything one can do, everywhere: each command with as little and as much as it takes, each option that completes, each menu, each button that comes along, each form, in a server, in direct
 * messages, and as somebody who brought the bot along.
 */
class EverywhereTest {
    private static final Logger LOG = LoggerFactory.getLogger(EverywhereTest.class);
    private static final Duration WITH_A_SLOW_STORE = Duration.ofMillis(500);
    private static final Duration AT_LAST = Duration.ofSeconds(60);
    /** What only takes the processor is not done sooner by asking more at once; what waits is. */
    private static final int FEW = 8;

    private static final int MANY = 48;
    private static final List<String> FORMS =
            List.of("1?/subscribe immigration", "1?/tune harbour", "1?/report 4", "1?/subscribe harbour when:daily");

    private final AtomicInteger people = new AtomicInteger(1000);
    private final Semaphore free = new Semaphore(0);
    private final Map<String, List<Asked>> done = new LinkedHashMap<>();

    @Test
    void everythingIsAnswered() throws IOException {
        everything(Duration.ZERO, FEW);
    }

    @Test
    void everythingIsAnsweredInTimeWhenTheStoreIsSlow() throws IOException {
        everything(WITH_A_SLOW_STORE, MANY);
    }

    private void everything(Duration storeTakes, int atOnce) throws IOException {
        free.release(atOnce);
        try (Rig rig = Rig.connected()) {
            Map<String, String> buttons = new LinkedHashMap<>();
            Shown list = somebody(rig, Scene.Where.SERVER)
                    .command("latest", Map.of())
                    .awaitMessage(AT_LAST);
            buttons.putAll(list.buttons());
            rig.storeTakes(storeTakes);
            for (Scene.Where where : Scene.Where.values()) {
                commands(rig, where);
                completions(rig, where);
                menus(rig, where);
                forms(rig, where, list);
            }
            settled(atOnce);
            done.getOrDefault("command", List.of())
                    .forEach(asked -> asked.messages().forEach(m -> buttons.putAll(m.buttons())));
            for (Scene.Where where : Scene.Where.values()) {
                for (String id : List.copyOf(buttons.values())) {
                    told("button", rig, where, scene -> scene.pressId(list, id));
                }
            }
            settled(atOnce);
            report(rig, storeTakes);
            assertThat(rig.server.traffic().violations()).isEmpty();
            assertThat(rig.server.unanswered()).isEmpty();
            assertThat(done.values().stream().mapToInt(List::size).sum()).isGreaterThanOrEqualTo(300);
        }
    }

    private Scene somebody(Rig rig, Scene.Where where) {
        String id = Integer.toString(people.incrementAndGet());
        Scene scene = switch (where) {
            case SERVER -> rig.server.inServer();
            case DIRECT_MESSAGE -> rig.server.inDirectMessage();
            case FOREIGN_SERVER -> rig.server.inForeignServer();
        };
        // Whoever manages the server may do what moderators do.
        return scene.as(Person.manager(id, "p" + id)).speaking(people.get() % 3 == 0 ? "de" : "en-US");
    }

    private static List<JsonNode> offered(DiscordServer server, Scene.Where where, int type) {
        String context = where == Scene.Where.DIRECT_MESSAGE ? "1" : "0";
        String installed = where == Scene.Where.FOREIGN_SERVER ? "1" : "0";
        return server.commands()
                .valueStream()
                .filter(c -> c.path("type").asInt() == type)
                .filter(c -> c.path("contexts")
                        .valueStream()
                        .anyMatch(x -> x.asText().equals(context)))
                .filter(c -> c.path("integration_types")
                        .valueStream()
                        .anyMatch(x -> x.asText().equals(installed)))
                .toList();
    }

    private void commands(Rig rig, Scene.Where where) {
        for (JsonNode command : offered(rig.server, where, 1)) {
            String name = command.path("name").asText();
            told("command", rig, where, scene -> scene.command(name, Filled.required(rig.server, name)));
            told("command", rig, where, scene -> scene.command(name, Filled.all(rig.server, name)));
        }
    }

    private void completions(Rig rig, Scene.Where where) {
        for (JsonNode command : offered(rig.server, where, 1)) {
            String name = command.path("name").asText();
            for (JsonNode option : command.path("options")) {
                if (option.path("autocomplete").asBoolean()) {
                    told(
                            "completion",
                            rig,
                            where,
                            scene -> scene.complete(name, option.path("name").asText(), "im"));
                }
            }
        }
    }

    private void menus(Rig rig, Scene.Where where) {
        for (JsonNode menu : offered(rig.server, where, 3)) {
            String name = menu.path("name").asText();
            for (String text :
                    List.of("https://news.example/1 and https://news.example/2", "ferries sail again", " ")) {
                told("menu", rig, where, scene -> scene.messageMenu(name, text));
            }
        }
    }

    private void forms(Rig rig, Scene.Where where, Shown under) {
        for (String id : FORMS) {
            told("form", rig, where, scene -> scene.pressId(under, id));
            JsonNode form = Objects.requireNonNull(done.get("form")).getLast().awaitForm(AT_LAST);
            told("filled form", rig, where, scene -> scene.submit(form, Map.of("words", "two words", "when", "daily")));
            told("filled form", rig, where, scene -> scene.submit(form, Map.of()));
        }
    }

    private void told(String kind, Rig rig, Scene.Where where, Function<Scene, Asked> act) {
        free.acquireUninterruptibly();
        Asked asked = act.apply(somebody(rig, where));
        done.computeIfAbsent(kind, _ -> new ArrayList<>()).add(asked);
        Thread.ofVirtual().start(() -> {
            try {
                switch (asked.awaitFirst(AT_LAST)) {
                    case CHOICES, MODAL -> {
                        // That was all.
                    }
                    case MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE -> asked.awaitMessage(AT_LAST);
                }
            } finally {
                free.release();
            }
        });
    }

    private void settled(int atOnce) {
        free.acquireUninterruptibly(atOnce);
        free.release(atOnce);
    }

    private void report(Rig rig, Duration storeTakes) {
        List<String> violations = rig.server.traffic().violations();
        LOG.info(
                "store={} interactions={} of={} schemaViolations={} late={} unrestrictedMentions={}",
                storeTakes,
                done.values().stream().mapToInt(List::size).sum(),
                counts(),
                violations.size(),
                rig.server.unanswered().size(),
                violations.stream().filter(v -> v.contains("mentions")).count());
        done.forEach((kind, asked) -> LOG.info("store={} {}", storeTakes, FirstAnswers.of(kind, asked)));
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        done.forEach((kind, asked) -> counts.put(kind, asked.size()));
        return counts;
    }
}
