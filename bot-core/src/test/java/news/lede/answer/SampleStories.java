package news.lede.answer;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.summary.Evidence;
import news.lede.summary.Statement;
import news.lede.text.Language;

/** Invented stories as answers hold them. */
final class SampleStories {
    static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    private SampleStories() {}

    static Article article(long id, String title, String publisher, String url, String text, Duration age) {
        return new Article(
                new ArticleId(id),
                new ReportId(id),
                title,
                Optional.of(publisher).filter(p -> !p.isEmpty()),
                Optional.of(url).filter(u -> !u.isEmpty()).map(URI::create),
                List.of(text),
                NOW.minus(age),
                url.isEmpty(),
                Language.ENGLISH,
                OptionalInt.empty(),
                NOW);
    }

    static final Article STRIKE = article(
            11,
            "Dockers in Port Arlen walk out over night shifts",
            "The Harbour Post",
            "https://harbourpost.example/arlen-walkout",
            "Some 400 dockers in Port Arlen stopped work on Monday. They reject a plan for longer night shifts.",
            Duration.ofMinutes(95));

    static final Article STRIKE_TALKS = article(
            12,
            "Port Arlen: owners offer talks",
            "Valley News",
            "",
            "The owners of the port offered talks for Tuesday. \"We want a fair plan,\" said manager Mara Lind.",
            Duration.ofMinutes(38));

    static final Article RAIN = article(
            13,
            "Two roads closed\n after rain \u202Ein Quell valley",
            "",
            "",
            "Rain closed two roads in the Quell valley.",
            Duration.ofDays(12));

    static final Statement WALKOUT = statement(STRIKE, "Some 400 dockers in Port Arlen stopped work on Monday.");
    static final Statement OFFER = statement(STRIKE_TALKS, "The owners of the port offered talks for Tuesday.");
    static final Statement ROADS = statement(RAIN, "Rain closed two roads in the Quell valley.");

    static final StoryView PORT =
            new StoryView(new StoryId(4), 2, Language.ENGLISH, STRIKE.title(), List.of(STRIKE, STRIKE_TALKS));
    static final StoryView WEATHER = new StoryView(new StoryId(7), 1, Language.ENGLISH, RAIN.title(), List.of(RAIN));

    static final Answer.StoryList LIST = new Answer.StoryList(
            "Stories on labour",
            List.of(
                    new StoryItem(
                            PORT, List.of(WALKOUT), List.of("mentions dockers and walk out"), OptionalDouble.of(1.25)),
                    new StoryItem(WEATHER, List.of(), List.of(), OptionalDouble.empty())),
            List.of(new Action("More", "/topic labour page:2", Action.Kind.MORE)),
            Optional.of("Stories 1 to 2"));

    static final Answer.Account COMPARED = new Answer.Account(
            Answer.Account.Kind.COMPARE,
            "Where sources differ: " + PORT.title(),
            PORT,
            List.of(
                    new Answer.Account.Section(
                            "People on strike",
                            List.of(
                                    new Answer.Account.Line("400", WALKOUT.text(), WALKOUT.evidence()),
                                    new Answer.Account.Line("350", "", OFFER.evidence()))),
                    new Answer.Account.Section(
                            "", List.of(new Answer.Account.Line("", OFFER.text(), OFFER.evidence())))),
            List.of(new Action("Open", "/story 4", Action.Kind.OPEN)),
            Optional.empty());

    static final Answer.StoryCard CARD = new Answer.StoryCard(
            PORT.title(),
            new StoryItem(
                    PORT,
                    List.of(
                            OFFER,
                            new Statement(
                                    WALKOUT.text(),
                                    List.of(
                                            WALKOUT.evidence().getFirst(),
                                            OFFER.evidence().getFirst()))),
                    List.of(),
                    OptionalDouble.empty()),
            List.of(
                    new Action("Related", "/related 4", Action.Kind.RELATED),
                    new Action("Sources", "/story 4 view:evidence", Action.Kind.SOURCES),
                    new Action("Why this?", "/why 4", Action.Kind.WHY)),
            Optional.empty());

    static final Answer.Listing TOPICS = new Answer.Listing(
            Answer.Listing.Kind.TOPICS,
            "Topics",
            List.of(
                    new Answer.Listing.Section(
                            "Work", List.of(new Answer.Listing.Line("labour", "Labour and strikes"))),
                    new Answer.Listing.Section("", List.of(new Answer.Listing.Line("weather", "")))),
            List.of(),
            Optional.of("/topic labour shows one"));

    static final Answer.Notice NOTICE = new Answer.Notice(
            "Unknown topic",
            "I don't know the topic \"labuor\". Did you mean \"labour\"?\n/topics lists them all.",
            List.of(new Action("Labour", "/topic labour"), new Action("Topics", "/topics")));

    static Statement statement(Article article, String sentence) {
        int offset = article.paragraphs().getFirst().indexOf(sentence);
        return new Statement(sentence, List.of(new Evidence(article, 0, offset, sentence)));
    }
}
