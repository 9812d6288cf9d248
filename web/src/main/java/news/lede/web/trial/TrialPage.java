package news.lede.web.trial;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.lede.community.Asker;
import news.lede.community.Role;
import news.lede.web.chat.Adapters;
import news.lede.web.chat.DiscordDrawing;
import news.lede.web.chat.Scene;
import news.lede.web.chat.Service;
import news.lede.web.chat.TelegramDrawing;
import news.lede.web.page.Page;
import news.lede.web.page.Parameters;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** A chat box: {@code /try} begins one, {@code /try?chat=NAME} goes on. Everything works without a script: what is written or pressed is posted, and the page is shown again. */
public final class TrialPage implements Page {
    private static final String PATH = "/try";
    private static final int MOST_CHARS = 4_000;
    private static final String PICK = "pick-";
    private static final String FIELD = "field-";
    private static final List<String> IDEAS =
            List.of("/latest", "/brief", "/topics", "/subscriptions", "/sources", "/setup", "/help");

    private final Adapters adapters;
    private final Function<Role, Asker> askers;
    private final InstantSource clock;
    private final Talks talks = new Talks();

    /** {@code askers}: who chats here, with a role. */
    public TrialPage(Adapters adapters, Function<Role, Asker> askers, InstantSource clock) {
        this.adapters = adapters;
        this.askers = askers;
        this.clock = clock;
    }

    /** A form to chat in. */
    public record Tab(String label, String path, boolean current) {}

    /** What looks somehow in the chat. */
    public enum Kind {
        WROTE,
        MESSAGE,
        WORD,
        FORM
    }

    /** Something in the chat; {@code text} is HTML of a message or a form, else words. */
    public record Line(int number, Kind kind, String text) {}

    /** What is drawn. {@code chat}: its name, empty before the first word. */
    public record View(
            Service service, String chat, String role, List<Tab> tabs, List<Line> lines, List<String> ideas) {
        public View {
            tabs = List.copyOf(tabs);
            lines = List.copyOf(lines);
            ideas = List.copyOf(ideas);
        }
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String name() {
        return "Try it";
    }

    @Override
    public List<String> styles() {
        return List.of("chat.css", "trial.css");
    }

    @Override
    public boolean takesPosts() {
        return true;
    }

    @Override
    public Reply answer(Visit visit) {
        if (!visit.below(PATH).isEmpty()) {
            return Reply.notFound();
        }
        return visit.isPost() ? posted(visit.form()) : shown(visit.query());
    }

    private Reply shown(Parameters query) {
        String name = query.text("chat").orElse("");
        Optional<Talk> talk = talks.find(name);
        Service service = talk.map(Talk::service)
                .or(() -> query.text("as").flatMap(Service::of))
                .orElse(Service.DISCORD);
        Role role = role(query);
        Asker asker = askers.apply(role);
        List<Line> lines = new ArrayList<>();
        talk.ifPresent(
                open -> open.entries().forEach((number, entry) -> lines.add(line(number, entry, service, asker))));
        if (talk.isEmpty() && !name.isEmpty()) {
            lines.add(new Line(
                    0,
                    Kind.WORD,
                    "That chat is over: the desk was started again, or it was idle for long. Begin anew."));
        }
        List<Tab> tabs = new ArrayList<>();
        for (Service one : Service.values()) {
            tabs.add(new Tab(
                    "In " + one.title(), PATH + "?as=" + one.platform() + "&role=" + word(role), one == service));
        }
        return Reply.page(
                "Try it", "trial.jte", new View(service, talk.isPresent() ? name : "", word(role), tabs, lines, IDEAS));
    }

    private static Line line(int number, Entry entry, Service service, Asker asker) {
        return switch (entry) {
            case Entry.Wrote(String text, Instant _) -> new Line(number, Kind.WROTE, text);
            case Entry.Message(var payload, Instant at) -> {
                Scene scene = scene(asker, at);
                yield new Line(
                        number,
                        Kind.MESSAGE,
                        switch (service) {
                            case DISCORD -> DiscordDrawing.message(payload, scene);
                            case TELEGRAM -> TelegramDrawing.message(payload, scene);
                        });
            }
            case Entry.Word(String text) -> new Line(number, Kind.WORD, text);
            case Entry.Form(var form, int of) ->
                new Line(of, Kind.FORM, DiscordDrawing.form(form, scene(asker, Instant.EPOCH)));
        };
    }

    private static Scene scene(Asker asker, Instant at) {
        return new Scene(at, asker.workspace().zone(), asker.locale(), true);
    }

    private Reply posted(Parameters form) {
        Service service = form.text("as").flatMap(Service::of).orElse(Service.DISCORD);
        Role role = role(form);
        Asker asker = askers.apply(role);
        String name = form.text("chat").filter(n -> talks.find(n).isPresent()).orElse("");
        Talk talk = talks.find(name).orElseGet(() -> new Talk(service, adapters, clock));
        if (name.isEmpty()) {
            name = talks.open(talk);
        }
        heard(talk, asker, form);
        return Reply.elsewhere(PATH + "?chat=" + name + "&role=" + word(role) + "#last");
    }

    private static void heard(Talk talk, Asker asker, Parameters form) {
        int of = form.number("message", 0, Integer.MAX_VALUE).orElse(0);
        Optional<String> press = form.text("press");
        Optional<String> submit = form.text("submit");
        if (press.isPresent()) {
            talk.press(asker, of, press.get(), form.all(PICK + press.get()));
        } else if (submit.isPresent()) {
            talk.fill(asker, submit.get(), fields(form));
        } else if (form.text("cancel").isPresent()) {
            talk.close();
        } else {
            form.text("say")
                    .map(text -> text.substring(0, Math.min(MOST_CHARS, text.length())))
                    .ifPresent(text -> talk.say(asker, text));
        }
    }

    private static Map<String, String> fields(Parameters form) {
        Map<String, String> fields = new HashMap<>();
        form.values().forEach((name, values) -> {
            if (name.startsWith(FIELD) && !values.isEmpty()) {
                fields.put(name.substring(FIELD.length()), values.getFirst());
            }
        });
        return fields;
    }

    private static Role role(Parameters of) {
        return of.text("role").filter("moderator"::equals).isPresent() ? Role.MODERATOR : Role.MEMBER;
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
