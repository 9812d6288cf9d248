package news.lede.web.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
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
import news.lede.feed.FeedParser;
import news.lede.feed.ParsedFeed;
import news.lede.store.InMemoryStore;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.summary.Evidence;
import news.lede.summary.Statement;
import news.lede.text.Language;
import news.lede.time.SettableClock;
import news.lede.web.Visits;
import news.lede.web.access.Access;
import news.lede.web.page.Reply;
import news.lede.web.page.Seats;
import news.lede.web.today.FakeDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFeedsTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final String TOKEN = "a-word-that-nobody-guesses";
    private static final Map<String, String> AFAR = Map.of("host", "news.example", "accept", "*/*");

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryStore store = new InMemoryStore();
    private final FakeDesk desk = new FakeDesk()
            .answering(
                    "topics",
                    new Answer.Listing(
                            Answer.Listing.Kind.TOPICS,
                            "Topics",
                            List.of(new Answer.Listing.Section(
                                    "", List.of(new Answer.Listing.Line("harbours", "Ports & harbours")))),
                            List.of(),
                            Optional.empty()))
            .answering(
                    "latest",
                    new Answer.StoryList("Latest <stories>", List.of(older(), story()), List.of(), Optional.empty()));
    private final OfTwo seats = new OfTwo();

    /** The operator's seat and one community's. */
    private final class OfTwo implements Seats {
        @Override
        public List<Seat> all() {
            return List.of(new Seat("", "Here"), new Seat("telegram:-7", "Arlen"));
        }

        @Override
        public Asker take(String key) {
            return asker(key.isEmpty() ? "here" : "arlen");
        }
    }

    private Asker asker(String key) {
        Workspace workspace = store.communities().workspace("test", key, key);
        return new Asker(
                new PersonKey("test", "1"),
                Role.MODERATOR,
                workspace,
                store.communities().conversation(workspace.id(), new Place("test", key, Optional.empty())),
                Locale.ENGLISH,
                store.communities().viewer(workspace.id()));
    }

    private static Article article(long id, String url, String title, String sentence) {
        return new Article(
                new ArticleId(id),
                new ReportId(id),
                title,
                Optional.of("Harbour \"Post\""),
                Optional.of(URI.create(url)),
                List.of(sentence),
                NOON.minusSeconds(3_600 * id),
                false,
                Language.ENGLISH,
                OptionalInt.empty(),
                NOON);
    }

    private static StoryItem item(long id, Article... articles) {
        Article first = articles[0];
        String sentence = first.paragraphs().getFirst();
        return new StoryItem(
                new StoryView(new StoryId(id), 1, Language.ENGLISH, first.title(), List.of(articles)),
                List.of(new Statement(sentence, List.of(new Evidence(first, 0, 0, sentence)))),
                List.of(),
                OptionalDouble.empty(),
                Optional.of("harbours"));
    }

    private static StoryItem story() {
        return item(
                5,
                article(
                        1,
                        "https://post.example/ferry?a=1&b=2",
                        "Ferry late & empty\u0001",
                        "The ferry \"Maribel\" was <late> & empty."),
                article(2, "javascript:alert(1)", "Boats wait", "Boats wait."));
    }

    private static StoryItem older() {
        return item(4, article(9, "https://post.example/old", "Old boat sold", "An old boat was sold."));
    }

    private TopicFeeds feeds(Optional<String> token, Optional<String> publicUrl) {
        return new TopicFeeds(() -> desk, seats, access(token, publicUrl), publicUrl.map(URI::create), clock);
    }

    private Access access(Optional<String> token, Optional<String> publicUrl) {
        return new Access(token, publicUrl.map(URI::create), true, clock);
    }

    private Reply.Plain read(String address) {
        return (Reply.Plain) feeds(Optional.empty(), Optional.empty()).answer(Visits.get(address));
    }

    private static ParsedFeed.Feed parsed(Reply.Plain reply) {
        return (ParsedFeed.Feed)
                new FeedParser().parse(reply.body(), Optional.of(URI.create("https://x.example/")), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss", "json"})
    void aFeedIsReadByReadersOfFeedsWithEveryStoryOnceNewestFirst(String form) {
        Reply.Plain reply = read("/feed/harbours." + form);
        assertThat(reply.status()).isEqualTo(200);
        ParsedFeed.Feed feed = parsed(reply);
        assertThat(feed.title()).isEqualTo("Lede · Ports & harbours");
        assertThat(feed.entries()).hasSize(2);
        assertThat(feed.entries().getFirst().title()).isEqualTo("Ferry late & empty");
        assertThat(feed.entries().getFirst().link()).contains(URI.create("https://post.example/ferry?a=1&b=2"));
        assertThat(feed.entries().getFirst().published()).contains(NOON.minusSeconds(3_600));
        assertThat(desk.asked).contains(new Invocation("latest", Map.of("count", "20", "topic", "harbours")));
    }

    @Test
    void textOfNewsStaysTextAndOnlyLinksOfTheWebAreLinks() {
        String html = new StoryHtml(Phrases.of(asker("here"), NOON)).of(story());
        assertThat(html)
                .startsWith("<p>The ferry &quot;Maribel&quot; was &lt;late&gt; &amp; empty. (<a href=\""
                        + "https://post.example/ferry?a=1&amp;b=2\">Harbour &quot;Post&quot;</a>)</p>")
                .contains("<li>Boats wait · Harbour &quot;Post&quot;</li>")
                .doesNotContain("javascript");
    }

    @Test
    void everythingHasAFeedToo() {
        assertThat(parsed(read("/feed/all.rss")).title()).isEqualTo("Lede");
        assertThat(desk.asked).containsExactly(new Invocation("latest", Map.of("count", "20")));
    }

    @Test
    void whereNothingIsNewTheFeedIsEmptyAndSaysSo() {
        desk.answering("latest", new Answer.Notice("Quiet", "Nothing on that lately.", List.of()));
        Reply.Plain reply = read("/feed/harbours.rss");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(parsed(reply).entries()).isEmpty();
        assertThat(parsed(reply).description()).isEqualTo("Nothing on that lately.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed", "/feed/harbours", "/feed/nothing.rss", "/feed/harbours.rss/more", "/feed/.rss"})
    void anyOtherAddressIsNone(String address) {
        assertThat(read(address).status()).isEqualTo(404);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        Reply.Plain first = read("/feed/harbours.rss");
        String tag = first.headers().get("ETag");
        Map<String, String> again = Map.of("host", "127.0.0.1:8080", "if-none-match", "\"other\", W/" + tag);
        Reply.Plain second =
                (Reply.Plain) feeds(Optional.empty(), Optional.empty()).answer(Visits.get("/feed/harbours.rss", again));
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        desk.answering("latest", new Answer.StoryList("Latest", List.of(story()), List.of(), Optional.empty()));
        Reply.Plain third =
                (Reply.Plain) feeds(Optional.empty(), Optional.empty()).answer(Visits.get("/feed/harbours.rss", again));
        assertThat(third.status()).isEqualTo(200);
    }

    @Test
    void whereATokenProtectsTheDeskTheAddressCarriesAKeyThatOpensOneCommunityOnly() {
        Optional<String> here = Optional.of("https://news.example/lede");
        TopicFeeds feeds = feeds(Optional.of(TOKEN), here);
        Access access = access(Optional.of(TOKEN), here);
        String key = access.feedKey("telegram:-7").orElseThrow();
        assertThat(key).doesNotContain(TOKEN);

        String good = TopicFeeds.address("harbours", TopicFeeds.Form.RSS, "telegram:-7", Optional.of(key));
        Reply.Plain reply = (Reply.Plain) feeds.answer(Visits.get(good, AFAR));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(parsed(reply).self()).contains(URI.create("https://news.example/lede" + good));

        assertThat(status(feeds, "/feed/harbours.rss?key=" + key)).isEqualTo(403);
        assertThat(status(feeds, "/feed/harbours.rss?of=telegram:-8&key=" + key))
                .isEqualTo(403);
        assertThat(status(feeds, "/feed/harbours.rss?of=telegram:-7")).isEqualTo(403);
        assertThat(status(feeds, "/feed/harbours.rss")).isEqualTo(403);
    }

    @Test
    void aCommunityThatIsGoneHasNoFeedsAndNobodyElsesAreShown() {
        Optional<String> here = Optional.of("https://news.example/");
        String key = access(Optional.of(TOKEN), here).feedKey("telegram:-9").orElseThrow();
        assertThat(status(feeds(Optional.of(TOKEN), here), "/feed/harbours.rss?of=telegram:-9&key=" + key))
                .isEqualTo(404);
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void withoutATokenNobodyFromOutsideReadsAnything() {
        TopicFeeds feeds = feeds(Optional.empty(), Optional.of("https://news.example/"));
        assertThat(status(feeds, "/feed/harbours.rss?key=")).isEqualTo(403);
        assertThat(access(Optional.empty(), Optional.empty()).feedKey("")).isEmpty();
    }

    private static int status(TopicFeeds feeds, String address) {
        return ((Reply.Plain) feeds.answer(Visits.get(address, AFAR))).status();
    }

    @Test
    void thePageOfFeedsNamesThemAll() {
        FeedsPage page = new FeedsPage(() -> desk, seats, access(Optional.of(TOKEN), Optional.empty()));
        Reply.Drawn drawn = (Reply.Drawn)
                page.answer(Visits.get("/feeds", Map.of("host", "127.0.0.1:8080", "cookie", "lede-seat=telegram:-7")));
        FeedsPage.View view = (FeedsPage.View) drawn.page();
        assertThat(view.keyed()).isTrue();
        assertThat(view.rows()).extracting(FeedsPage.Row::name).containsExactly("Everything", "Ports & harbours");
        assertThat(view.rows().getLast().rss()).startsWith("/feed/harbours.rss?of=telegram%3A-7&key=");
        TopicFeeds feeds = feeds(Optional.of(TOKEN), Optional.empty());
        assertThat(status(feeds, view.rows().getLast().json())).isEqualTo(200);
        assertThat(new String(
                        ((Reply.Plain) feeds.answer(
                                        Visits.get(view.rows().getFirst().rss(), AFAR)))
                                .body(),
                        UTF_8))
                .contains("<language>en</language>");
    }
}
