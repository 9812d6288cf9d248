package news.lede.web.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.article.Article;
import news.lede.article.ArticleKey;
import news.lede.article.InMemoryArticleIndex;
import news.lede.article.Samples;
import news.lede.command.Invocation;
import news.lede.community.Asker;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.onnx.DisabledEmbedder;
import news.lede.store.InMemoryStore;
import news.lede.story.RelatedStories;
import news.lede.story.StoryViews;
import news.lede.text.Language;
import news.lede.time.SettableClock;
import news.lede.topic.Topic;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicDesk;
import news.lede.topic.TopicId;
import news.lede.topic.TopicReplay;
import news.lede.topic.TopicSearch;
import news.lede.web.Drawn;
import news.lede.web.Visits;
import news.lede.web.page.Reply;
import news.lede.web.today.FakeDesk;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class TopicsPageTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:30:00Z");
    private static final Topic SEA = topic("sea", Optional.empty(), "ferry", "harbour");
    private static final Topic FLOODING = topic("flooding", Optional.of(new TopicId("sea")), "flood*");
    private static final List<Topic> SHIPPED = List.of(FLOODING, SEA);

    private final SettableClock clock = new SettableClock(NOW);
    private final InMemoryStore store = new InMemoryStore();
    private final FakeDesk desk = new FakeDesk();
    private final Asker asker = asker();
    private final TopicsPage page = new TopicsPage(() -> desk, _ -> asker, books(), clock);

    private static Topic topic(String id, Optional<TopicId> parent, String... words) {
        return new Topic(
                new TopicId(id),
                Map.of(Language.ENGLISH, id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1)),
                "All about " + id + ".",
                Map.of(Language.ENGLISH, List.of(words)),
                parent);
    }

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

    private TopicBooks books() {
        StoryViews views = new StoryViews(store.stories(), store.articles());
        TopicSearch search = new TopicSearch(
                new TopicDesk(
                        store.articles(), new DisabledEmbedder(), store.vectors(), store.topicVotes(), () -> SHIPPED),
                store.articles(),
                new InMemoryArticleIndex(RelatedStories::sketch),
                store.stories(),
                views);
        return new TopicBooks(
                () -> new TopicCatalog(SHIPPED, store.topics()),
                store::topicDrafts,
                () -> new TopicReplay(store.stories(), views, search));
    }

    private void news(String title, Instant published) {
        Article article = store.articles()
                .add(
                        Samples.article(
                                title, published, title + " and the ferry of the harbour is closed, ferry crews said."),
                        List.of(new ArticleKey(title)),
                        store.sources().imported().id(),
                        Optional.empty(),
                        NOW);
        store.stories().open(article.id(), Language.ENGLISH, NOW);
    }

    private Document drawn(String address) {
        return Drawn.of(page.answer(Visits.get(address)));
    }

    private Reply posted(String topic, String form) {
        return page.answer(Visits.post("/topics/" + topic, form, Map.of()));
    }

    @Test
    void topicsStandBelowTheirParentsWithTheirWeek() {
        news("Ferry runs aground in the harbour", NOW.minus(Duration.ofHours(2)));
        news("Ferry late again", NOW.minus(Duration.ofDays(2)));

        Document drawn = drawn("/topics");

        assertThat(drawn.select("tbody td:first-child a").eachText()).containsExactly("Sea", "Flooding");
        assertThat(drawn.select("td.below a").eachText()).containsExactly("Flooding");
        assertThat(drawn.select("tbody td.number").eachText()).containsExactly("2", "0");
        assertThat(drawn.select("svg.spark").attr("aria-label")).isEqualTo("2 stories in 7 days");
    }

    @Test
    void whatWasCountedIsRememberedForSomeMinutes() {
        assertThat(drawn("/topics").select("td.number").getFirst().text()).isEqualTo("0");
        news("Ferry runs aground in the harbour", NOW.minus(Duration.ofHours(2)));

        assertThat(drawn("/topics").select("td.number").getFirst().text()).isEqualTo("0");
        clock.advance(Duration.ofMinutes(6));
        assertThat(drawn("/topics").select("td.number").getFirst().text()).isEqualTo("1");
    }

    @Test
    void aTopicShowsItsDefinitionAndWhatItWouldHaveMatched() {
        news("Ferry runs aground in the harbour", NOW.minus(Duration.ofHours(2)));

        Document drawn = drawn("/topics/sea");

        assertThat(drawn.select("h1").text()).isEqualTo("Sea");
        assertThat(drawn.select(".lead").text()).startsWith("As it ships.");
        assertThat(drawn.select(".facts").text()).contains("ferry, harbour", "All about sea.");
        assertThat(drawn.select(".lines a").eachText()).containsExactly("Ferry runs aground in the harbour");
        assertThat(drawn.select(".chart rect")).hasSize(7);
        assertThat(drawn.select("main").text()).contains("1 of 1 story of 7 days fit, less than one a day.");
        assertThat(drawn.select("button[value=save]")).isEmpty();
    }

    @Test
    void whatOneMatchesIsRememberedForAMinuteUnlessItsDefinitionChanges() {
        assertThat(drawn("/topics/sea").select(".lines a")).isEmpty();
        news("Ferry runs aground in the harbour", NOW.minus(Duration.ofHours(2)));

        assertThat(drawn("/topics/sea").select(".lines a")).isEmpty();
        store.topicDrafts()
                .keep(asker.workspace().id(), asker.person(), topic("sea", Optional.empty(), "harbour"), NOW);
        assertThat(drawn("/topics/sea").select(".lines a")).hasSize(1);
        store.topicDrafts().drop(asker.workspace().id(), asker.person(), new TopicId("sea"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(drawn("/topics/sea").select(".lines a")).hasSize(1);
    }

    @Test
    void aDraftCanBeSavedOrThrownAway() {
        store.topicDrafts().keep(asker.workspace().id(), asker.person(), topic("sea", Optional.empty(), "boat"), NOW);

        Document drawn = drawn("/topics/sea");

        assertThat(drawn.select(".lead").text()).startsWith("Your draft");
        assertThat(drawn.select(".facts").text()).contains("boat");
        assertThat(drawn.select("form button[name=do]").eachAttr("value")).contains("save", "drop");
        assertThat(drawn.select("form[method=post] input[name=key]").eachAttr("value"))
                .isNotEmpty()
                .allMatch("form-key"::equals);
    }

    @Test
    void whatIsTypedGoesToTheCommandOfTheChats() {
        desk.answering(
                "tune", new Answer.Listing(Answer.Listing.Kind.FORM, "Sea", List.of(), List.of(), Optional.empty()));

        Reply reply = posted("sea", "words=boat%2C+-ferry&must=&do=try");

        assertThat(reply).isEqualTo(Reply.elsewhere("/topics/sea"));
        assertThat(desk.asked).containsExactly(new Invocation("tune", Map.of("topic", "sea", "words", "boat, -ferry")));
        posted("sea", "do=save");
        posted("sea", "do=drop");
        posted("sea", "do=remove");
        assertThat(desk.asked.subList(1, 4))
                .extracting(Invocation::options)
                .containsExactly(
                        Map.of("topic", "sea", "save", "yes"),
                        Map.of("topic", "sea", "save", "no"),
                        Map.of("topic", "sea", "remove", "yes"));
    }

    @Test
    void whatIsNotUnderstoodIsSaidAndStaysToBeCorrected() {
        desk.answering("tune", new Answer.Notice("Not a word", "A * stands at the end.", List.of()));

        Document drawn = Drawn.of(posted("sea", "words=*boat&do=try"));

        assertThat(drawn.select(".note").text()).isEqualTo("Not a word. A * stands at the end.");
        assertThat(drawn.select("input#words").attr("value")).isEqualTo("*boat");
    }

    @Test
    void whoWasFasterIsShownAndCanBeOverruled() {
        desk.answering(
                "tune",
                new Answer.Notice(
                        "Somebody was faster",
                        "Yours is not saved.",
                        List.of(new Action("Save mine", "/tune sea save:yes over:5", Action.Kind.CONFIRM))));

        Document drawn = Drawn.of(posted("sea", "do=save"));
        assertThat(drawn.select("input[name=command]").attr("value")).isEqualTo("/tune sea save:yes over:5");
        posted("sea", "command=%2Ftune+sea+save%3Ayes+over%3A5");
        assertThat(desk.asked.getLast().options()).containsEntry("typed", "/tune sea save:yes over:5");
    }

    @Test
    void noOtherCommandIsTakenFromAForm() {
        posted("sea", "command=%2Fprivacy+erase%3Ayes");

        assertThat(desk.asked).extracting(Invocation::command).containsExactly("tune");
    }

    @Test
    void aNewTopicBeginsWithItsName() {
        assertThat(page.answer(Visits.get("/topics?define=High+Water")))
                .isEqualTo(Reply.elsewhere("/topics/High%20Water"));
        Document drawn = drawn("/topics/High Water");
        assertThat(drawn.select("h1").text()).isEqualTo("New topic: High Water");
        assertThat(drawn.select("form[action=/topics/High%20Water]")).isNotEmpty();
        assertThat(page.answer(Visits.get("/topics/" + "x".repeat(60)))).isInstanceOf(Reply.Failed.class);
        assertThat(page.answer(Visits.get("/topics/---"))).isInstanceOf(Reply.Failed.class);
    }
}
