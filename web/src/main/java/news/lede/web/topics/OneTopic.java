package news.lede.web.topics;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.community.WorkspaceId;
import news.lede.text.Language;
import news.lede.text.NameFolding;
import news.lede.topic.Topic;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicId;
import news.lede.topic.TopicReplay;
import news.lede.topic.TopicSearch.Judged;
import news.lede.web.chart.Bars;
import news.lede.web.chart.Counted;
import news.lede.web.page.Parameters;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;
import news.lede.web.topics.Replays.Matched;

/** One topic: its definition, what it would have matched in the last week, and the form that changes it. A change is a draft of whoever makes it until they save it. */
public final class OneTopic {
    private static final int NAME_CHARS = 40;
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{Ll}\\p{Lo}0-9]+");
    private static final List<String> TYPED = List.of("words", "must", "not", "description", "yes", "no");

    private final Supplier<NewsDesk> desk;
    private final TopicBooks books;
    private final Replays replays;
    private final InstantSource clock;

    OneTopic(Supplier<NewsDesk> desk, TopicBooks books, InstantSource clock) {
        this.desk = desk;
        this.books = books;
        this.replays = new Replays(books, clock);
        this.clock = clock;
    }

    /** Words of one kind with what they do. */
    public record Words(String name, String text) {}

    /** A story that fits or nearly does, with the topic's words in it. */
    public record Match(String path, String number, String title, String lang, String byline, String words) {}

    /** Something that can be done about what a notice says. */
    public record Choice(String label, String command) {}

    /** What came of the last thing done. */
    public record Said(String title, String text, List<Choice> choices) {
        public Said {
            choices = List.copyOf(choices);
        }
    }

    /**
     * What is drawn.
     *
     * @param standing whose definition this is
     * @param perDay stories a day that fit, in words
     * @param typed what was typed and not understood, to be corrected
     */
    public record View(
            String path,
            String standing,
            boolean draft,
            boolean own,
            List<Words> definition,
            Bars days,
            String perDay,
            List<Match> fitting,
            List<Match> near,
            Optional<Said> said,
            Map<String, String> typed) {
        public View {
            definition = List.copyOf(definition);
            fitting = List.copyOf(fitting);
            near = List.copyOf(near);
            typed = Map.copyOf(typed);
        }
    }

    Reply answer(Visit visit, Asker who, String named) {
        Optional<TopicId> id = id(who, named);
        if (id.isEmpty()) {
            return new Reply.Failed(
                    404,
                    "Not a name",
                    "A topic is named with letters and digits, at most " + NAME_CHARS
                            + " of them, for example flooding.");
        }
        if (!visit.isPost()) {
            return page(who, named, id.get(), Optional.empty(), Map.of());
        }
        Answer answer = done(who, named, id.get(), visit.form());
        if (answer instanceof Answer.Notice notice) {
            boolean changed = Stream.of("save", "drop", "remove")
                    .anyMatch(
                            what -> visit.form().text("do").filter(what::equals).isPresent());
            return page(who, named, id.get(), Optional.of(said(notice)), changed ? Map.of() : typed(visit.form()));
        }
        return Reply.elsewhere(TopicsPage.at(named));
    }

    /** Of a topic that is known its own; of a new one what the command will make of the name. */
    private Optional<TopicId> id(Asker who, String named) {
        String made =
                NO_NAME.matcher(NameFolding.fold(named)).replaceAll(" ").strip().replace(' ', '-');
        return books.catalog()
                .get()
                .called(named, who.workspace().id())
                .map(Topic::id)
                .or(() -> Optional.of(made)
                        .filter(name -> !name.isEmpty() && named.length() <= NAME_CHARS)
                        .map(TopicId::new));
    }

    /** Does what a form asks for, by the command that would do it in a chat. */
    private Answer done(Asker who, String named, TopicId id, Parameters form) {
        Optional<String> offered = form.text("command").filter(command -> command.startsWith("/tune " + id + " "));
        if (offered.isPresent()) {
            return desk.get().answer(who, offered.get());
        }
        Map<String, String> options = new HashMap<>(typed(form));
        options.put("topic", named);
        switch (form.text("do").orElse("")) {
            case "save" -> options.put("save", "yes");
            case "drop" -> options.put("save", "no");
            case "remove" -> options.put("remove", "yes");
            default -> {
                // Only looked at: the draft is kept, and what it would match is shown.
            }
        }
        return desk.get().answer(who, new Invocation("tune", options));
    }

    private static Map<String, String> typed(Parameters form) {
        Map<String, String> typed = new HashMap<>();
        TYPED.forEach(option -> form.text(option).ifPresent(text -> typed.put(option, text)));
        return typed;
    }

    private static Said said(Answer.Notice notice) {
        return new Said(
                notice.title(),
                notice.text(),
                notice.actions().stream()
                        .filter(action -> action.kind() == Action.Kind.CONFIRM || action.kind() == Action.Kind.CANCEL)
                        .map(action -> new Choice(action.label(), action.command()))
                        .toList());
    }

    private Reply page(Asker who, String named, TopicId id, Optional<Said> said, Map<String, String> typed) {
        WorkspaceId workspace = who.workspace().id();
        TopicCatalog catalog = books.catalog().get();
        Optional<Topic> saved = catalog.called(named, workspace);
        Optional<Topic> draft = books.drafts().get().find(workspace, who.person(), id);
        boolean own = catalog.own(id, workspace);
        Optional<Topic> topic = draft.or(() -> saved);
        String title = topic.map(one -> Display.plain(one.name(Language.ENGLISH)))
                .orElse("New topic: " + Display.plain(named));
        Instant now = clock.instant();
        Matched matched = topic.map(one -> replays.of(one, who)).orElse(Matched.NOTHING);
        return Reply.page(
                title,
                "topic.jte",
                new View(
                        TopicsPage.at(saved.isPresent() ? id.value() : named),
                        standing(draft.isPresent(), own, saved.isPresent()),
                        draft.isPresent(),
                        own,
                        topic.map(OneTopic::definition).orElse(List.of()),
                        days(matched),
                        perDay(matched),
                        matches(matched.fitting(), who, now),
                        matches(matched.near(), who, now),
                        said,
                        typed));
    }

    private static String standing(boolean draft, boolean own, boolean known) {
        if (draft) {
            return "Your draft, not saved yet. Nothing is matched by it until you save it.";
        }
        if (own) {
            return "As this community defined it.";
        }
        return known
                ? "As it ships. What you change holds for this community alone."
                : "Nobody has defined this topic. Give it words below and look what they match.";
    }

    private static List<Words> definition(Topic topic) {
        List<Words> definition = new ArrayList<>();
        words(definition, "Words that speak of it", topic.words());
        words(definition, "One of these has to stand there", topic.must());
        words(definition, "None of these may", topic.mustNot());
        if (!topic.description().isEmpty()) {
            definition.add(new Words("Described as", Display.plain(topic.description())));
        }
        texts(definition, "Texts that are on it", topic.examples(true));
        texts(definition, "Texts that only look like it", topic.examples(false));
        return definition;
    }

    private static void words(List<Words> definition, String name, Map<Language, List<String>> lists) {
        Stream.of(Language.UNKNOWN, Language.ENGLISH)
                .filter(lists::containsKey)
                .map(language -> String.join(", ", lists.getOrDefault(language, List.of())))
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(text -> definition.add(new Words(name, Display.plain(text))));
        long others = lists.keySet().stream()
                .filter(language -> !language.equals(Language.UNKNOWN) && !language.equals(Language.ENGLISH))
                .count();
        if (others > 0) {
            definition.add(new Words(name + " in other languages", "in " + others + " more"));
        }
    }

    private static void texts(List<Words> definition, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            definition.add(new Words(
                    name,
                    texts.stream()
                            .map(text -> Display.brief(text, 160))
                            .reduce((a, b) -> a + " | " + b)
                            .orElse("")));
        }
    }

    private static Bars days(Matched matched) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
        int last = matched.days().size() - 1;
        List<Bars.Count> counts = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            TopicReplay.Day day = matched.days().get(i);
            counts.add(new Bars.Count(format.format(day.date()), day.stories(), i < last));
        }
        return Bars.of("Stories a day that fit", "stories", counts);
    }

    private static String perDay(Matched matched) {
        if (matched.days().isEmpty()) {
            return "";
        }
        double mean = (double) matched.count() / matched.days().size();
        String day = mean >= 1 ? "about " + Math.round(mean) + " a day" : "less than one a day";
        return matched.count() + " of " + Counted.of(matched.looked(), "stories") + " of "
                + Counted.of(matched.days().size(), "days") + " fit, " + day
                + ". Whoever is told of each at once gets as many messages, less what their budget holds back.";
    }

    private static List<Match> matches(List<Judged> judged, Asker who, Instant now) {
        Phrases phrases = Phrases.of(who, now);
        return judged.stream()
                .map(one -> new Match(
                        "/story/" + one.story().id(),
                        one.story().id().toString(),
                        Display.plain(one.story().title()),
                        one.story().language().code(),
                        phrases.byline(one.story()),
                        phrases.mentions(one.words())))
                .toList();
    }
}
