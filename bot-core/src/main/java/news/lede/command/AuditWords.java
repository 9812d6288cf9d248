package news.lede.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Audit.Actor;
import news.lede.community.Audit.Change;
import news.lede.community.Audit.Entry;
import news.lede.community.PersonKey;
import news.lede.subscription.Subject;
import news.lede.subscription.SubscriptionId;
import org.jspecify.annotations.Nullable;

/** Says in words what was changed, by whom, and what somebody tried. */
final class AuditWords {
    private static final int VALUE = 60;
    private static final int FIELDS = 6;

    private final Newsroom newsroom;
    private final Request request;
    private final Texts texts;
    private final PersonWords persons;

    AuditWords(Newsroom newsroom, Request request) {
        this.newsroom = newsroom;
        this.request = request;
        this.texts = request.texts();
        this.persons = new PersonWords(newsroom, request);
    }

    /** The names of all whom several rows speak of are asked for together. */
    void learn(List<Entry> entries) {
        persons.learn(entries.stream().flatMap(entry -> named(entry.change())).toList());
    }

    private static Stream<PersonKey> named(Change change) {
        Stream<PersonKey> actor =
                change.actor() instanceof Actor.Member(PersonKey person) ? Stream.of(person) : Stream.empty();
        Stream<PersonKey> subject =
                change.action().equals("grant") && !change.subject().isEmpty()
                        ? Stream.of(GrantMatter.person(change.subject()))
                        : Stream.empty();
        return Stream.concat(actor, subject);
    }

    /** One row of the log. */
    Listing.Line line(Entry entry) {
        Change change = entry.change();
        List<String> parts = new ArrayList<>();
        parts.add(when(entry));
        parts.add(who(change.actor()));
        if (entry.refused()) {
            String options = change.became().getOrDefault("options", "");
            parts.add(texts.text("audit.refused", change.action()) + (options.isEmpty() ? "" : " (" + options + ")"));
        } else {
            parts.add(what(change));
        }
        entry.undoneBy().ifPresent(by -> parts.add(texts.text("audit.undone", Long.toString(by))));
        return new Listing.Line("#" + entry.number(), String.join(" · ", parts));
    }

    String when(Entry entry) {
        Phrases phrases = request.phrases();
        return texts.text(
                "audit.when",
                phrases.day(entry.change().at()),
                phrases.time(entry.change().at(), false));
    }

    String who(Actor actor) {
        return switch (actor) {
            case Actor.Member(PersonKey person) -> persons.shown(person);
            case Actor.Operator _ -> texts.text("person.operator");
            case Actor.Former _ -> texts.text("person.former");
        };
    }

    /** "topic ferries: words ferry → ferry, boat". */
    String what(Change change) {
        return texts.text("audit.change", matter(change), values(change.was(), change.became()));
    }

    private String matter(Change change) {
        String subject = Display.brief(change.subject(), VALUE);
        return switch (change.action()) {
            case "channel" ->
                change.subject().equals(request.asker().conversation().id().toString())
                        ? texts.text("audit.here")
                        : texts.text("audit.channel", subject);
            case "subscription" -> texts.text("audit.subscription", subscription(change));
            case "workspace" -> texts.text("audit.workspace");
            case "topic" -> texts.text("audit.topic", subject);
            case "source" -> texts.text("audit.source", subject);
            case "pack" -> texts.text("audit.pack", subject);
            case "grant" ->
                texts.text(
                        "audit.grant",
                        subject.isEmpty()
                                ? texts.text("person.former")
                                : persons.shown(GrantMatter.person(change.subject())));
            default -> subject.isEmpty() ? change.action() : change.action() + " " + subject;
        };
    }

    /** By what is subscribed to, as far as it is known still. */
    private String subscription(Change change) {
        Map<String, String> fields = change.became().isEmpty() ? change.was() : change.became();
        for (String field : List.of("topic", "words", "source")) {
            if (fields.containsKey(field) && !field.equals("source")) {
                return Display.brief(fields.getOrDefault(field, ""), VALUE);
            }
        }
        SubscriptionWords words = new SubscriptionWords(newsroom, texts, request.now());
        return newsroom.subscriptions()
                .find(new SubscriptionId(Long.parseLong(change.subject())))
                .map(s -> words.name(s.wish().subject(), s.workspace()))
                .orElseGet(() -> fields.containsKey("everything")
                        ? words.name(
                                new Subject.Everything(),
                                request.asker().workspace().id())
                        : change.subject());
    }

    /** "budget 6 → 8, style card → compact"; of what is new or gone the values alone. */
    String values(Map<String, String> was, Map<String, String> became) {
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(became.keySet());
        List<String> values = names.stream()
                .limit(FIELDS)
                .map(name -> name + " " + value(was.get(name)) + " → " + value(became.get(name)))
                .toList();
        String shown = String.join(", ", values) + (names.size() > FIELDS ? ", …" : "");
        if (was.isEmpty()) {
            return texts.text("audit.made", plain(became));
        }
        return became.isEmpty() ? texts.text("audit.gone", plain(was)) : shown;
    }

    private static String plain(Map<String, String> fields) {
        return String.join(
                        ", ",
                        fields.entrySet().stream()
                                .limit(FIELDS)
                                .map(field -> field.getKey() + " " + value(field.getValue()))
                                .toList())
                + (fields.size() > FIELDS ? ", …" : "");
    }

    private static String value(@Nullable String value) {
        return value == null ? "–" : Display.brief(value.replace("\n", ", "), VALUE);
    }
}
