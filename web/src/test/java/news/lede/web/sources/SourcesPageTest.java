package news.lede.web.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.lede.article.ArticleKey;
import news.lede.article.Samples;
import news.lede.hub.HubBook;
import news.lede.hub.HubNotice;
import news.lede.source.PollState;
import news.lede.source.SourceEvent;
import news.lede.source.SourceEvent.Kind;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.InMemoryStore;
import news.lede.time.SettableClock;
import news.lede.web.Drawn;
import news.lede.web.Visits;
import news.lede.web.page.Reply;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SourcesPageTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:30:00Z");

    private final InMemoryStore store = new InMemoryStore();
    private final HubBook book = new HubBook(store.hubs(), URI.create("https://desk.example/hubs/"));
    private final SourcesPage page =
            new SourcesPage(store::sourceOverview, store::sourceEvents, book, new SettableClock(NOW));

    private SourceId source(String name) {
        return store.sources()
                .addIfAbsent(SourceKind.FEED, "https://" + name + ".example/feed", "The " + name + " <b>Post</b>")
                .id();
    }

    private void polled(SourceId source, int failures, String outcome) {
        store.pollStates()
                .save(new PollState(
                        source,
                        PollState.Known.NOTHING,
                        Optional.of(NOW.plus(Duration.ofMinutes(20))),
                        Optional.of(NOW.minus(Duration.ofMinutes(3))),
                        Optional.of(NOW.minus(Duration.ofHours(failures == 0 ? 0 : 9))),
                        failures,
                        Optional.empty(),
                        PollState.Pace.UNKNOWN,
                        Optional.empty(),
                        outcome));
    }

    private Document drawn(String address) {
        return Drawn.of(page.answer(Visits.get(address)));
    }

    @Test
    void whoNeedsSomebodyStandsFirstWithWhatTheyAnswered() {
        polled(source("a"), 0, "200");
        SourceId shut = source("z");
        polled(shut, 7, "status 403");
        store.sourceEvents().record(new SourceEvent(shut, NOW, Kind.SHUT, "403 for a day"));

        Document drawn = drawn("/sources");

        assertThat(drawn.select(".lead").text()).isEqualTo("3 sources. One needs somebody.");
        assertThat(drawn.select("tbody tr").getFirst().text())
                .contains("The z <b>Post</b>", "shut to us", "status 403, 7 failures in a row", "9 h ago", "in 20 min");
        assertThat(drawn.select("tbody tr").eachText().get(2)).contains("fine");
    }

    @Test
    void theListCanBeNarrowed() {
        polled(source("harbour"), 0, "200");
        SourceId dead = source("valley");
        polled(dead, 40, "no such host");
        store.sourceEvents().record(new SourceEvent(dead, NOW, Kind.DEAD, "for weeks"));

        assertThat(drawn("/sources?show=care").select("tbody tr")).hasSize(1);
        assertThat(drawn("/sources?named=HARBOUR.example").select("tbody tr").text())
                .contains("The harbour");
        assertThat(drawn("/sources?named=nobody").select(".empty").text()).contains("No source");
    }

    @Test
    void manySourcesAreShownInPortions() {
        IntStream.range(0, 60).forEach(i -> source("s" + i));

        Document first = drawn("/sources?named=Post");
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select("p.row a").eachAttr("href")).containsExactly("/sources?named=Post&page=2");
        Document second = drawn("/sources?named=Post&page=2");
        assertThat(second.select("tbody tr")).hasSize(10);
        assertThat(second.select("p.row a").eachAttr("href")).containsExactly("/sources?named=Post&page=1");
    }

    @Test
    void theTrendCountsTheLastTwoWeeks() {
        SourceId busy = source("busy");
        store.articles()
                .add(
                        Samples.article("Ferry", NOW.minus(Duration.ofHours(2)), "It ran aground."),
                        List.of(new ArticleKey("k")),
                        busy,
                        Optional.empty(),
                        NOW);

        assertThat(drawn("/sources?named=busy").select("svg.spark").attr("aria-label"))
                .isEqualTo("1 article in 14 days");
    }

    @Test
    void oneSourceTellsWhatHappenedAndWhatToDo() {
        SourceId ended = source("ended");
        polled(ended, 9, "status 403");
        store.sourceEvents().record(new SourceEvent(ended, NOW.minusSeconds(90), Kind.SHUT, "403 <i>for</i> a day"));

        Document drawn = drawn("/sources/" + ended);

        assertThat(drawn.select("h1").text()).isEqualTo("The ended <b>Post</b>");
        assertThat(drawn.select(".note.warn").text()).contains("lede source remove " + ended);
        assertThat(drawn.select(".steps li").text()).contains("shut to us", "403 <i>for</i> a day");
        assertThat(drawn.select("rect")).hasSize(30);
        assertThat(drawn.select("table").text()).contains("Last outcome status 403", "Followed by 0 communities");
    }

    @Test
    void whatAHubBringsIsSaid() {
        SourceId brought = source("brought");
        polled(brought, 0, "200");
        polled(source("polled"), 0, "200");
        SourceId asked = source("asked");
        for (SourceId named : List.of(brought, asked)) {
            book.read(
                    named,
                    Optional.of(new HubNotice(URI.create("https://hub.example/"), URI.create("https://a.example/"))),
                    NOW);
        }
        assertThat(drawn("/sources").text()).doesNotContain("hub.example");

        store.hubs().change(brought, s -> s.asked(NOW).granted(Optional.of(Duration.ofDays(9)), NOW));

        assertThat(drawn("/sources?named=brought").select("tbody tr").text()).contains("brought by hub.example");
        assertThat(drawn("/sources?named=polled").select("tbody tr").text()).doesNotContain("hub");
        assertThat(drawn("/sources?named=asked").select("tbody tr").text()).doesNotContain("hub");
        assertThat(drawn("/sources/" + brought).select("table").text())
                .contains("Brought by hub.example", "Agreed until in 9 days");
        assertThat(drawn("/sources/" + asked).select("table").text()).doesNotContain("Brought");
    }

    @Test
    void whatIsNoSourceIsNotFound() {
        assertThat(page.answer(Visits.get("/sources/99"))).isEqualTo(Reply.notFound());
        assertThat(page.answer(Visits.get("/sources/x/y"))).isEqualTo(Reply.notFound());
    }
}
