package news.lede.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.Charge;
import news.lede.community.PersonKey;
import news.lede.community.Role;
import news.lede.community.WorkspaceId;
import news.lede.topic.Topic;

/** {@code /grant}: moderators hand a topic or this conversation to somebody, owners say who moderates; alone it shows who has what. */
final class GrantCommand implements Handler {
    /** What can be granted. */
    enum Grant {
        MEMBER,
        EDITOR,
        MODERATOR
    }

    private final Newsroom newsroom;
    private final GrantWords words;

    GrantCommand(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.words = new GrantWords(newsroom);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.GRANT;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        if (Targets.alone(request).isPresent()) {
            return texts.notice("grant.alone", List.of());
        }
        Optional<String> typed = request.arguments().text("person");
        if (typed.isEmpty()) {
            return all(request);
        }
        Optional<PersonKey> person =
                PersonReader.read(typed.get(), request.asker().person().platform());
        return person.map(known -> about(request, known))
                .orElseGet(
                        () -> texts.notice("grant.person", List.of(), Display.brief(typed.get(), CommandLine.ECHOED)));
    }

    private Answer all(Request request) {
        Texts texts = request.texts();
        WorkspaceId workspace = request.asker().workspace().id();
        TreeSet<String> subjects = new TreeSet<>();
        newsroom.following().get().communities().granted(workspace).keySet().forEach(p -> subjects.add(p.toString()));
        newsroom.oversight()
                .delegations()
                .of(workspace)
                .forEach(d -> subjects.add(d.person().toString()));
        if (subjects.isEmpty()) {
            return texts.notice("grant.none", List.of());
        }
        PersonWords persons = new PersonWords(newsroom, request);
        persons.learn(subjects.stream().map(GrantMatter::person).toList());
        List<Listing.Line> lines = new ArrayList<>();
        for (String subject : subjects) {
            lines.add(new Listing.Line(
                    persons.shown(GrantMatter.person(subject)),
                    words.of(request, request.matters().grant().read(workspace, subject))));
        }
        return new Listing(
                Listing.Kind.SETTINGS,
                texts.text("title.grant"),
                List.of(new Listing.Section("", lines)),
                List.of(new Action(texts.text("action.audit"), "/audit")),
                Optional.of(texts.text("note.grant")));
    }

    private Answer about(Request request, PersonKey person) {
        Texts texts = request.texts();
        Optional<Grant> role = request.arguments().text("role").flatMap(SpokenChoice.GRANT::of);
        Optional<String> typed = request.arguments().text("topic");
        if (role.isEmpty() && typed.isEmpty()) {
            return shown(request, person);
        }
        GrantMatter matter = request.matters().grant();
        boolean moderates = "moderator"
                .equals(matter.read(request.asker().workspace().id(), person.toString())
                        .get("role"));
        boolean concernsModerators = role.filter(r -> r == Grant.MODERATOR || (r == Grant.MEMBER && moderates))
                .isPresent();
        if (concernsModerators && !request.asker().role().may(Role.OWNER)) {
            return request.refused(texts.notice("grant.owner", List.of()));
        }
        if (role.filter(r -> r != Grant.EDITOR).isPresent()) {
            return granted(request, person, role.get() == Grant.MEMBER ? Map.of() : Map.of("role", "moderator"));
        }
        Charge here = new Charge.OfConversation(request.asker().conversation().id());
        if (typed.isEmpty()) {
            return handed(request, person, here);
        }
        Optional<Topic> topic = newsroom.topics()
                .get()
                .named(typed.get(), request.asker().workspace().id());
        return topic.map(t -> handed(request, person, new Charge.OfTopic(t.id().value())))
                .orElseGet(() -> texts.notice(
                        "grant.topic",
                        List.of(new Action(texts.text("action.topics"), "/topics")),
                        Display.brief(typed.get(), CommandLine.ECHOED)));
    }

    /** Hands one thing over, or takes it away; the rest stays. Whoever has nothing more is no editor any more. */
    private Answer handed(Request request, PersonKey person, Charge charge) {
        boolean away = request.arguments().flag("remove").orElse(false);
        Map<String, String> fields = new LinkedHashMap<>(
                request.matters().grant().read(request.asker().workspace().id(), person.toString()));
        if (away) {
            fields.remove(GrantMatter.field(charge));
            if (fields.keySet().stream().allMatch("role"::equals)) {
                fields.remove("role", "editor");
            }
        } else {
            fields.put(GrantMatter.field(charge), "yes");
            fields.putIfAbsent("role", "editor");
        }
        return granted(request, person, fields);
    }

    private Answer granted(Request request, PersonKey person, Map<String, String> fields) {
        GrantMatter matter = request.matters().grant();
        request.changing(
                matter,
                person.toString(),
                () -> matter.write(request.asker(), person.toString(), fields, request.now()));
        return shown(request, person);
    }

    private Answer shown(Request request, PersonKey person) {
        Texts texts = request.texts();
        Map<String, String> fields =
                request.matters().grant().read(request.asker().workspace().id(), person.toString());
        String call = "/grant person:" + PersonReader.typed(person);
        List<Action> actions = new ArrayList<>();
        Charge here = new Charge.OfConversation(request.asker().conversation().id());
        boolean has = fields.containsKey(GrantMatter.field(here));
        actions.add(
                has
                        ? new Action(
                                texts.text("action.take-here"), call + " role:editor remove:yes", Action.Kind.CANCEL)
                        : new Action(texts.text("action.hand-here"), call + " role:editor"));
        if (!fields.isEmpty()) {
            actions.add(new Action(texts.text("action.take-all"), call + " role:member", Action.Kind.CANCEL));
        }
        return texts.notice(
                "grant", actions, new PersonWords(newsroom, request).shown(person), words.of(request, fields));
    }
}
