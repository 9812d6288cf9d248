package news.lede.discord;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Account;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Pick;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.summary.Evidence;

/** An answer of every kind that the news desk gives, on invented stories, with the desk's own words around them. */
final class SampleAnswers {
    private SampleAnswers() {}

    /** By the name of the file they are stored in. */
    static Map<String, Answer> all(Texts texts) {
        Map<String, Answer> all = new LinkedHashMap<>();
        all.put("story-list", PaperDesk.list(texts, "latest", 1));
        all.put("second-page", PaperDesk.list(texts, "latest", 2));
        all.put("related", PaperDesk.related(texts));
        all.put("story-card", card(texts, true));
        all.put("briefing", briefing(texts));
        all.put("timeline", timeline(texts));
        all.put("compare", compare(texts));
        all.put("evidence", evidence(texts));
        all.put("help", PaperDesk.listing(texts, "help"));
        all.put("topics", topics(texts));
        all.put("sources", sources(texts));
        all.put("subscriptions", subscriptions(texts));
        all.put("settings", settings(texts));
        all.put("form", form(texts));
        all.put("setup", setup(texts));
        all.put("notice", texts.notice("topic.near", List.of(), "imigration", "immigration"));
        return all;
    }

    /** The whole card as the desk makes it, or with as few buttons as an alert has. */
    static Answer.StoryCard card(Texts texts, boolean asked) {
        StoryItem item = PaperDesk.item(4, 3, 3, List.of());
        StoryItem topical =
                new StoryItem(item.view(), item.summary(), List.of(), OptionalDouble.empty(), Optional.of("harbours"));
        return new Answer.StoryCard(
                item.view().title(),
                PaperDesk.pictured(asked ? topical : item),
                asked ? whole(texts, item) : few(texts, item),
                Optional.empty());
    }

    private static List<Action> whole(Texts texts, StoryItem item) {
        long id = item.view().id().value();
        return List.of(
                new Action(texts.text("action.related"), item.relatedCommand(), Action.Kind.RELATED),
                new Action(texts.text("action.sources"), "/story " + id + " view:evidence", Action.Kind.SOURCES),
                new Action(texts.text("action.timeline"), "/timeline " + id, Action.Kind.TIMELINE),
                new Action(texts.text("action.compare"), "/compare " + id, Action.Kind.COMPARE),
                new Action(texts.text("action.why"), "/why " + id, Action.Kind.WHY),
                new Action(texts.text("action.follow", "Harbours"), "/subscribe harbours", Action.Kind.FOLLOW),
                new Action("+", "/vote good " + id, Action.Kind.GOOD),
                new Action("-", "/vote bad " + id, Action.Kind.BAD),
                new Action("!", "/report " + id, Action.Kind.REPORT));
    }

    private static List<Action> few(Texts texts, StoryItem item) {
        long id = item.view().id().value();
        return List.of(
                new Action(texts.text("action.open"), item.openCommand(), Action.Kind.OPEN),
                new Action(texts.text("action.related"), item.relatedCommand(), Action.Kind.RELATED),
                new Action(texts.text("action.timeline"), "/timeline " + id, Action.Kind.TIMELINE),
                new Action(texts.text("action.why"), "/why " + id, Action.Kind.WHY));
    }

    private static Answer briefing(Texts texts) {
        return new Answer.Briefing(
                texts.count("title.brief", 2),
                List.of(PaperDesk.item(4, 3, 2, List.of()), PaperDesk.item(5, 1, 1, List.of())),
                List.of(new Action(texts.count("action.brief", 5), "/brief 5")),
                Optional.empty());
    }

    /** What is told at a set time. */
    static Answer digest(Texts texts, boolean sentences) {
        int said = sentences ? 1 : 0;
        return new Answer.Briefing(
                texts.text("title.digest", "4. 5. 2026"),
                List.of(PaperDesk.item(4, 3, said, List.of()), PaperDesk.item(5, 1, said, List.of())),
                List.of(new Action(texts.text("action.latest"), "/latest")),
                Optional.of(texts.count("more", 17)));
    }

    private static Account account(Texts texts, Account.Kind kind, String title, List<Account.Section> sections) {
        StoryItem item = PaperDesk.item(4, 3, 3, List.of());
        long id = item.view().id().value();
        return new Account(
                kind,
                texts.text(title, item.view().title()),
                item.view(),
                sections,
                List.of(
                        new Action(texts.text("action.whole-story"), "/story " + id, Action.Kind.OPEN),
                        new Action(texts.text("action.related"), "/related " + id, Action.Kind.RELATED)),
                Optional.empty());
    }

    private static Account.Line line(String label, int sentence, int... articles) {
        List<Article> all = PaperDesk.item(4, 3, 3, List.of()).view().articles();
        String text = sentence < 0 ? "" : all.getFirst().paragraphs().get(sentence);
        return new Account.Line(
                label,
                text,
                Arrays.stream(articles)
                        .mapToObj(a -> new Evidence(all.get(a), Math.max(0, sentence), 0, text))
                        .toList());
    }

    private static Answer timeline(Texts texts) {
        return account(
                texts,
                Account.Kind.TIMELINE,
                "title.timeline",
                List.of(
                        new Account.Section("4. 5. 2026", List.of(line("08:10", 0, 0), line("09:25", 1, 1))),
                        new Account.Section("5. 5. 2026", List.of(line("07:00", 2, 2)))));
    }

    /** An update of what was told before. */
    static Answer update(Texts texts) {
        return account(
                texts,
                Account.Kind.TIMELINE,
                "title.update",
                List.of(new Account.Section("", List.of(line("Valley News", 1, 1)))));
    }

    private static Answer compare(Texts texts) {
        return account(
                texts,
                Account.Kind.COMPARE,
                "title.compare",
                List.of(
                        new Account.Section("piers", List.of(line("two", 1, 0, 2), line("three", -1, 1))),
                        new Account.Section("April 20", List.of(line("April 20", 1, 0), line("April 21", -1, 1)))));
    }

    private static Answer evidence(Texts texts) {
        return account(
                texts,
                Account.Kind.EVIDENCE,
                "title.evidence",
                List.of(
                        new Account.Section("", List.of(line("", 0, 0), line(texts.text("evidence.too"), -1, 1))),
                        new Account.Section("", List.of(line("", 1, 2))),
                        new Account.Section(texts.text("evidence.others"), List.of(line("", 2, 2)))));
    }

    private static Answer listing(
            Listing.Kind kind, String title, String footer, List<Action> actions, Listing.Section... sections) {
        return new Listing(
                kind, title, List.of(sections), actions, footer.isEmpty() ? Optional.empty() : Optional.of(footer));
    }

    private static Answer topics(Texts texts) {
        return listing(
                Listing.Kind.TOPICS,
                texts.text("title.topics"),
                "",
                List.of(),
                new Listing.Section(
                        "",
                        List.of(new Listing.Line("immigration", ""), new Listing.Line("harbours", "ports, ferries"))),
                new Listing.Section("Own", List.of(new Listing.Line("aldsund", "Aldsund"))));
    }

    private static Answer sources(Texts texts) {
        return listing(
                Listing.Kind.SOURCES,
                texts.count("title.sources", 2),
                "",
                List.of(new Action(texts.text("action.follow", "north"), "/source add north", Action.Kind.FOLLOW)),
                new Listing.Section(
                        "",
                        List.of(
                                new Listing.Line("The Harbour Post", "harbour.example"),
                                new Listing.Line("Valley News", "valley.example"))));
    }

    private static Answer subscriptions(Texts texts) {
        return listing(
                Listing.Kind.SUBSCRIPTIONS,
                texts.text("title.subscriptions"),
                "",
                List.of(
                        new Action(texts.text("action.end", "harbours"), "/unsubscribe 1", Action.Kind.CANCEL),
                        new Action(texts.text("action.pause"), "/pause")),
                new Listing.Section("", List.of(new Listing.Line("harbours", "#1"))));
    }

    private static Answer settings(Texts texts) {
        return listing(
                Listing.Kind.SETTINGS,
                texts.text("title.channel"),
                texts.text("note.channel"),
                List.of(),
                new Listing.Section(
                        "",
                        List.of(
                                new Listing.Line("budget", texts.count("channel.budget", 6)),
                                new Listing.Line("quiet", texts.text("channel.quiet", "22:00", "07:00")),
                                new Listing.Line("style", texts.text("channel.style.embed")))));
    }

    private static Answer form(Texts texts) {
        return listing(
                Listing.Kind.FORM,
                texts.text("title.tune", "Harbours"),
                "",
                List.of(
                        new Action(texts.text("action.tune-save"), "/tune harbours save:yes", Action.Kind.CONFIRM),
                        new Action(texts.text("action.tune-drop"), "/tune harbours save:no", Action.Kind.CANCEL)),
                new Listing.Section("", List.of(new Listing.Line("words", "harbour, ferry, pier"))));
    }

    /** A step of setting a place up: several to choose from, one to choose from, the ways on and back. */
    static Listing setup(Texts texts) {
        return new Listing(
                Listing.Kind.FORM,
                texts.text("title.setup-step", 6, 7, texts.text("setup.step.when")),
                List.of(new Listing.Section("", List.of(new Listing.Line(texts.text("setup.now"), "08:00")))),
                List.of(
                        new Pick(
                                texts.text("setup.pick.topics"),
                                "/setup page:2",
                                "topics",
                                true,
                                List.of(
                                        new Pick.Value("Harbours", "harbours", "/setup page:2 topics:-harbours", true),
                                        new Pick.Value("Weather", "weather", "/setup page:2 topics:weather", false))),
                        new Pick(
                                texts.text("setup.pick.at"),
                                "/setup",
                                "at",
                                false,
                                List.of(
                                        new Pick.Value("08:00", "08:00", "/setup at:08:00", true),
                                        new Pick.Value("18:00", "18:00", "/setup at:18:00", false)))),
                List.of(
                        new Action(texts.text("action.setup-ask.when"), "/setup when ask:at,quiet", Action.Kind.ASK),
                        new Action(texts.text("action.setup"), "/setup"),
                        new Action(texts.text("setup.step.style"), "/setup style", Action.Kind.BACK),
                        new Action(texts.text("setup.step.budget"), "/setup budget", Action.Kind.MORE)),
                Optional.of(texts.text("note.setup.when")));
    }
}
