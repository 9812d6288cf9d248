package news.lede.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Account;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Pick;
import news.lede.answer.StoryItem;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.summary.Evidence;
import news.lede.text.Language;

/** Answers of every kind on the news of a coast that does not exist. */
final class SampleAnswers {
    private static final List<String> PAPERS =
            List.of("Harbour Courier", "Valley Post", "Coast Wire", "Linfell Gazette", "Northern Tide", "Quay Radio");

    private SampleAnswers() {}

    /** Six papers tell it, with six sentences to show. */
    static StoryItem bridge() {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < PAPERS.size(); i++) {
            articles.add(SampleStories.article(
                    30 + i,
                    PAPERS.get(i),
                    i == 0 ? "Brisa bridge shut after crack is found" : "Bridge at Brisa closed, report " + i,
                    "Engineers closed the bridge at Brisa on Saturday, as seen from desk number " + (i + 1) + "."));
        }
        return SampleStories.story(
                12, "Brisa bridge shut after crack is found", List.of(), articles.toArray(Article[]::new));
    }

    static Answer.StoryCard bridgeCard() {
        return new Answer.StoryCard(
                "Story",
                bridge(),
                List.of(
                        new Action("Related", "/related 12", Action.Kind.RELATED),
                        new Action("Sources", "/story 12 view:evidence", Action.Kind.SOURCES),
                        new Action("Timeline", "/timeline 12", Action.Kind.TIMELINE),
                        new Action("Compare", "/compare 12", Action.Kind.COMPARE),
                        new Action("Why this?", "/why 12", Action.Kind.WHY),
                        new Action("Follow", "/subscribe bridges", Action.Kind.FOLLOW),
                        new Action("\uD83D\uDC4D", "/feedback 12 topic:bridges fits:yes", Action.Kind.GOOD),
                        new Action("\uD83D\uDC4E", "/feedback 12 topic:bridges fits:no", Action.Kind.BAD),
                        new Action("Report", "/corrections", Action.Kind.REPORT)),
                Optional.empty());
    }

    /** Told from right to left, by a paper from the left. */
    static StoryItem rightToLeft() {
        Article article = new Article(
                new ArticleId(61),
                new ReportId(61),
                "הגשר נסגר לאחר שנמצא סדק",
                Optional.of("חדשות החוף"),
                Optional.of(URI.create("https://hof.example/61")),
                List.of("המהנדסים סגרו את הגשר בשבת."),
                SampleStories.NOW.minus(Duration.ofDays(9)),
                false,
                Language.ENGLISH,
                OptionalInt.empty(),
                SampleStories.NOW);
        return SampleStories.story(
                13,
                "הגשר נסגר לאחר שנמצא סדק",
                List.of("both mention גשר"),
                article,
                SampleStories.article(62, "Valley Post", "Bridge shut", "It was shut at noon."));
    }

    static Answer.StoryCard rightToLeftCard() {
        return new Answer.StoryCard("Story", rightToLeft(), List.of(), Optional.empty());
    }

    /** {@code stories} of some sentences each. */
    static Answer.Briefing briefing(int stories) {
        List<StoryItem> items = IntStream.rangeClosed(1, stories)
                .mapToObj(i -> SampleStories.story(
                        100 + i,
                        "Harbour master reports day " + i + " of the dredging",
                        i == 2 ? List.of("both mention dredging") : List.of(),
                        SampleStories.article(
                                200 + i,
                                PAPERS.get(i % PAPERS.size()),
                                "Harbour master reports day " + i + " of the dredging",
                                "The dredger moved " + (400 + i)
                                        + " tonnes of silt out of the inner basin on that day."),
                        SampleStories.article(
                                300 + i,
                                PAPERS.get((i + 1) % PAPERS.size()),
                                "Dredging goes on",
                                "Ferries keep to the outer quay until the channel is " + (6 + i) + " metres deep.")))
                .toList();
        return new Answer.Briefing(
                "What mattered today",
                items,
                List.of(new Action("In 2 minutes", "/brief 2"), new Action("Latest stories", "/latest")),
                Optional.of("About " + stories + " minutes to read."));
    }

    static Account timeline(int days) {
        StoryItem bridge = bridge();
        List<Account.Section> sections = new ArrayList<>();
        for (int day = 1; day <= days; day++) {
            List<Account.Line> lines = new ArrayList<>();
            for (int hour = 8; hour < 11; hour++) {
                lines.add(line(
                        bridge,
                        day % 6,
                        hour + ":05",
                        "The crack was " + (day * 10 + hour) + " centimetres long by then."));
            }
            sections.add(new Account.Section("Monday, May " + day + ", 2026", lines));
        }
        return account(Account.Kind.TIMELINE, "How it developed: Brisa bridge shut", sections, Optional.empty());
    }

    static Account compare() {
        StoryItem bridge = bridge();
        return account(
                Account.Kind.COMPARE,
                "Where sources differ: Brisa bridge shut",
                List.of(
                        new Account.Section(
                                "Figures: length of the crack",
                                List.of(
                                        line(bridge, 0, "12 centimetres", "The crack is 12 centimetres long."),
                                        line(bridge, 1, "20 centimetres", ""))),
                        new Account.Section(
                                "Who found it",
                                List.of(
                                        line(bridge, 2, "a ferry captain", "A ferry captain saw it first."),
                                        line(bridge, 3, "divers", "Divers found the crack at noon.")))),
                Optional.of("Only what sources say in different words is shown."));
    }

    static Account evidence() {
        StoryItem bridge = bridge();
        List<Account.Section> sections = new ArrayList<>();
        bridge.summary()
                .forEach(statement -> sections.add(new Account.Section(
                        "",
                        List.of(
                                new Account.Line("", statement.text(), statement.evidence()),
                                line(
                                        bridge,
                                        1,
                                        "also",
                                        "The bridge was closed, " + "said everybody on the quay ".repeat(6))))));
        sections.add(new Account.Section(
                "Other articles", List.of(line(bridge, 5, "", "Bridge at Brisa closed, report 5"))));
        return account(
                Account.Kind.EVIDENCE,
                "What it rests on: Brisa bridge shut",
                sections,
                Optional.of("Sentences stand as their publishers wrote them."));
    }

    /** What a correction or an update is sent as. */
    static Account correction() {
        return account(
                Account.Kind.TIMELINE,
                "Corrected: Brisa bridge shut",
                List.of(new Account.Section(
                        "", List.of(line(bridge(), 0, "Harbour Courier", "12 centimetres (before: 20 centimetres)")))),
                Optional.of("14:05"));
    }

    private static Account account(
            Account.Kind kind, String title, List<Account.Section> sections, Optional<String> footer) {
        return new Account(
                kind,
                title,
                bridge().view(),
                sections,
                List.of(
                        new Action("Whole story", "/story 12", Action.Kind.OPEN),
                        new Action("Related", "/related 12", Action.Kind.RELATED)),
                footer);
    }

    private static Account.Line line(StoryItem story, int article, String label, String text) {
        Article from = story.view().articles().get(article);
        return new Account.Line(
                label, text, List.of(new Evidence(from, 0, 0, from.paragraphs().getFirst())));
    }

    static Listing listing(Listing.Kind kind) {
        return new Listing(
                kind,
                "What there is",
                List.of(
                        new Listing.Section(
                                "First group",
                                List.of(
                                        new Listing.Line("/first", "what it does"),
                                        new Listing.Line("second חוף", "in two directions"))),
                        new Listing.Section("", List.of(new Listing.Line("alone", "")))),
                List.of(
                        new Action("Start", "/subscribe coast confirm:yes", Action.Kind.CONFIRM),
                        new Action("End: coast", "/unsubscribe 3", Action.Kind.CANCEL),
                        new Action("Back", "/sources page:1", Action.Kind.BACK),
                        new Action("More", "/sources page:3", Action.Kind.MORE)),
                Optional.of("2 of 3"));
    }

    /** A step of setting a place up: several to choose from, one to choose from, the ways on and back. */
    static Listing setup() {
        return new Listing(
                Listing.Kind.FORM,
                "Step 6 of 7: Schedule",
                List.of(new Listing.Section("", List.of(new Listing.Line("Now", "every day at 08:00")))),
                List.of(
                        new Pick(
                                "Choose topics",
                                "/setup",
                                "topics",
                                true,
                                List.of(
                                        new Pick.Value("Harbours", "harbours", "/setup topics:-harbours", true),
                                        new Pick.Value("Weather", "weather", "/setup topics:weather", false),
                                        new Pick.Value(
                                                "Courts and justice חוף", "courts", "/setup topics:courts", false))),
                        new Pick(
                                "Choose a time",
                                "/setup",
                                "at",
                                false,
                                List.of(
                                        new Pick.Value("08:00", "08:00", "/setup at:08:00", true),
                                        new Pick.Value("18:00", "18:00", "/setup at:18:00", false)))),
                List.of(
                        new Action("Other times…", "/setup when ask:at,quiet", Action.Kind.ASK),
                        new Action("Overview", "/setup"),
                        new Action("Look", "/setup style", Action.Kind.BACK),
                        new Action("Budget", "/setup budget", Action.Kind.MORE)),
                Optional.of("This holds for everything this place is subscribed to."));
    }
}
