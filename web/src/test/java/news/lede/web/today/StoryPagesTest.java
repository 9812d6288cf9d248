package news.lede.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.StoryItem;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.command.Invocation;
import news.lede.community.Asker;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.store.InMemoryStore;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.summary.Evidence;
import news.lede.summary.Statement;
import news.lede.text.Language;
import news.lede.time.SettableClock;
import news.lede.web.Drawn;
import news.lede.web.Visits;
import news.lede.web.page.Reply;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class StoryPagesTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryStore store = new InMemoryStore();
    private final FakeDesk desk = new FakeDesk();
    private final AtomicReference<String> newest = new AtomicReference<>("41");
    private final Asker asker = asker();
    private final TodayPage today = new TodayPage(() -> desk, _ -> asker, newest::get, clock);
    private final StoryPage story = new StoryPage(() -> desk, _ -> asker, clock);

    private Asker asker() {
        Workspace workspace = store.communities().workspace("test", "1", "Arlen readers");
        return new Asker(
                new PersonKey("test", "1"),
                Role.MODERATOR,
                workspace,
                store.communities().conversation(workspace.id(), new Place("test", "1", Optional.empty())),
                Locale.ENGLISH,
                store.communities().viewer(workspace.id()));
    }

    private static Article article(long id, String publisher, String url, String title, String sentence) {
        return new Article(
                new ArticleId(id),
                new ReportId(id),
                title,
                Optional.of(publisher),
                Optional.of(URI.create(url)),
                List.of(sentence),
                NOON.minusSeconds(600 * id),
                false,
                Language.ENGLISH,
                OptionalInt.empty(),
                NOON);
    }

    private static StoryItem item() {
        String sentence = "The ferry of Larkhaven ran aground on Monday with 40 people on board.";
        Article first = article(1, "Coast Gazette", "https://gazette.example/ferry", "Ferry <b>aground</b>", sentence);
        Article second =
                article(2, "Valley News", "javascript:alert(1)", "Ferry stuck on a sand bank", "It was stuck.");
        StoryView view = new StoryView(
                new StoryId(7), 2, Language.ENGLISH, "Ferry <b>aground</b> \"again\"", List.of(second, first));
        return new StoryItem(
                view,
                List.of(new Statement(
                        sentence, List.of(new Evidence(first, 0, 0, sentence), Evidence.headline(second)))),
                List.of("both mention Larkhaven"),
                OptionalDouble.of(1));
    }

    private static Answer.StoryList list(Action... actions) {
        return new Answer.StoryList("Latest stories", List.of(item()), List.of(actions), Optional.empty());
    }

    @Test
    void aStoryIsListedWithItsHeadlineItsPublishersAndTheWayToEachLook() {
        desk.answering("latest", list());

        Document page = Drawn.of(today.answer(Visits.get("/")));

        assertThat(page.select("article h2").text()).isEqualTo("Ferry <b>aground</b> \"again\"");
        assertThat(page.select("article h2 a").attr("href")).isEqualTo("/story/7");
        assertThat(page.select("article .byline").text()).contains("Coast Gazette", "Valley News", "2 articles");
        assertThat(page.select(".story-foot a").eachAttr("href"))
                .containsExactly("/story/7/timeline", "/story/7/compare", "/story/7/evidence");
        assertThat(page.select("article b").eachText())
                .as("nothing of a headline is markup")
                .containsOnly("Coast Gazette", "Valley News");
        assertThat(page.select(".story-sources li").eachText())
                .containsExactly(
                        "Coast Gazette 10 minutes ago Ferry <b>aground</b>",
                        "Valley News 20 minutes ago Ferry stuck on a sand bank");
    }

    @Test
    void everySentenceHasItsEvidenceWithinReachOfMouseAndKeyboard() {
        desk.answering("latest", list());

        Document page = Drawn.of(today.answer(Visits.get("/")));

        assertThat(page.select(".said a.mark").eachAttr("href"))
                .containsExactly("/story/7#source-1", "/story/7#source-2");
        for (String described : page.select(".said a.mark").eachAttr("aria-describedby")) {
            assertThat(page.expectFirst("#" + described).text()).contains("Coast Gazette", "Ferry <b>aground</b>");
        }
        assertThat(page.select(".proof").text())
                .as("other articles are named, and not quoted beyond what the summary shows")
                .doesNotContain("It was stuck");
    }

    @Test
    void wordsAreSearchedForAndATopicIsAskedFor() {
        today.answer(Visits.get("/?words=ferry+aground&topic=sea&page=2"));
        today.answer(Visits.get("/?topic=sea"));

        assertThat(desk.asked)
                .filteredOn(call -> !call.command().equals("topics"))
                .containsExactly(
                        new Invocation("search", Map.of("words", "ferry aground", "count", "10", "page", "2")),
                        new Invocation("topic", Map.of("topic", "sea", "count", "20", "page", "1")));
    }

    @Test
    void furtherPagesAreLinkedWithWhatWasAskedFor() {
        desk.answering("topic", list(new Action("More", "/topic page:2", Action.Kind.MORE)));

        assertThat(Drawn.of(today.answer(Visits.get("/?topic=high+sea")))
                        .select("p.row a")
                        .eachAttr("href"))
                .containsExactly("/?topic=high+sea&page=2");
    }

    @Test
    void topicsCanBeChosenInTheirGroups() {
        desk.answering("latest", list())
                .answering(
                        "topics",
                        new Answer.Listing(
                                Answer.Listing.Kind.TOPICS,
                                "Topics",
                                List.of(
                                        new Answer.Listing.Section(
                                                "Sea", List.of(new Answer.Listing.Line("ferries", "Ferries"))),
                                        new Answer.Listing.Section("", List.of(new Answer.Listing.Line("chess", "")))),
                                List.of(),
                                Optional.empty()));

        Document page = Drawn.of(today.answer(Visits.get("/?topic=chess")));

        assertThat(page.select("optgroup[label=Sea] option").eachAttr("value")).containsExactly("ferries");
        assertThat(page.select("option[selected]").eachAttr("value")).containsExactly("chess");
    }

    @Test
    void nothingFoundIsSaid() {
        assertThat(Drawn.of(today.answer(Visits.get("/"))).select(".empty").text())
                .contains("Nothing is known of that.");
    }

    @Test
    void theMarkIsWhatCameInLast() {
        assertThat(today.mark()).contains("41");
        newest.set("42");
        assertThat(today.mark()).contains("42");
    }

    @Test
    void aStoryShowsItsSourcesAndLeadsToPagesOfTheWebAlone() {
        desk.answering("story", new Answer.StoryCard("Ferry aground", item(), List.of(), Optional.empty()));

        Document page = Drawn.of(story.answer(Visits.get("/story/7")));

        assertThat(page.select(".source-list li")).hasSize(2);
        assertThat(page.select(".source-list a").eachAttr("href")).containsExactly("https://gazette.example/ferry");
        assertThat(page.select("a[href^=javascript]")).isEmpty();
        assertThat(page.select("a.mark").eachAttr("href")).containsExactly("#source-1", "#source-2");
        assertThat(page.select("#source-1, #source-2")).hasSize(2);
        assertThat(page.select(".tabs a[aria-current]").eachText()).containsExactly("Summary");
    }

    @Test
    void aLookIsTheCommandOfTheChats() {
        story.answer(Visits.get("/story/7/timeline"));
        story.answer(Visits.get("/story/7/evidence"));

        assertThat(desk.asked)
                .containsExactly(
                        new Invocation("timeline", Map.of("story", "7")),
                        new Invocation("story", Map.of("story", "7", "view", "evidence")));
    }

    @Test
    void linesOfATimelineNameWhatTheyRestOn() {
        StoryItem item = item();
        desk.answering(
                "timeline",
                new Answer.Account(
                        Answer.Account.Kind.TIMELINE,
                        "How it went",
                        item.view(),
                        List.of(new Answer.Account.Section(
                                "Monday",
                                List.of(new Answer.Account.Line(
                                        "14:05",
                                        "It ran aground.",
                                        item.summary().getFirst().evidence())))),
                        List.of(),
                        Optional.of("2 more steps")));

        Document page = Drawn.of(story.answer(Visits.get("/story/7/timeline")));

        assertThat(page.select(".steps .when").text()).isEqualTo("14:05");
        assertThat(page.select(".steps li").text()).contains("It ran aground.", "Coast Gazette", "Valley News");
        assertThat(page.select("main").text()).contains("2 more steps");
    }

    @Test
    void whatIsNoStoryIsNotFound() {
        for (String path : List.of("/story", "/story/x", "/story/7/more", "/story/7/timeline/x", "/story/-1")) {
            assertThat(story.answer(Visits.get(path))).as(path).isEqualTo(Reply.notFound());
        }
        assertThat(story.answer(Visits.get("/story/8")))
                .isEqualTo(new Reply.Failed(404, "Nothing", "Nothing is known of that."));
    }
}
