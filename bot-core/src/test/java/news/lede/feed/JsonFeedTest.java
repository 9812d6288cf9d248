package news.lede.feed;

import static news.lede.feed.TestFeeds.entries;
import static news.lede.feed.TestFeeds.feed;
import static news.lede.feed.TestFeeds.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import news.lede.feed.ParsedFeed.Feed;
import news.lede.feed.ParsedFeed.NotAFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFeedTest {
    private static String jsonFeed(String items) {
        return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Harbour Notes\",\"items\":[" + items
                + "]}";
    }

    private static Entry item(String fields) {
        return entries(jsonFeed("{" + fields + "}")).getFirst();
    }

    @Test
    void theFeedTellsItsFacts() {
        Feed feed = feed("""
                {"version": "https://jsonfeed.org/version/1", "title": "Harbour Notes", "description": "From the quay",
                 "home_page_url": "https://notes.example/", "feed_url": "/feed.json", "language": "en-IE",
                 "icon": "https://notes.example/i.png", "hubs": [{"type": "WebSub", "url": "https://hub.example/"}], "items": []}""");
        assertThat(feed.title()).isEqualTo("Harbour Notes");
        assertThat(feed.description()).isEqualTo("From the quay");
        assertThat(feed.link()).contains(URI.create("https://notes.example/"));
        assertThat(feed.self()).contains(URI.create("https://paper.example/feed.json"));
        assertThat(feed.language()).contains("en-IE");
        assertThat(feed.image()).contains(URI.create("https://notes.example/i.png"));
        assertThat(feed.hubs()).containsExactly(URI.create("https://hub.example/"));
        assertThat(feed.entries()).isEmpty();
    }

    @Test
    void anItemKeepsItsFacts() {
        Entry entry = item(
                "\"id\":\"n1\",\"url\":\"/n/1\",\"title\":\"Tide & time\",\"content_html\":\"<p>High <b>water</b></p>\",\"summary\":\"a < b\","
                        + "\"date_published\":\"2026-03-04T09:15:00+01:00\",\"date_modified\":\"2026-03-05T00:00:00Z\",\"tags\":[\"sea\",\"sea\",7],"
                        + "\"image\":\"/i.jpg\",\"attachments\":[{\"url\":\"/a.mp3\",\"mime_type\":\"audio/mpeg\"}]");
        assertThat(entry.id()).contains("n1");
        assertThat(entry.link()).contains(URI.create("https://paper.example/n/1"));
        assertThat(entry.title()).isEqualTo("Tide & time");
        assertThat(entry.content()).isEqualTo("<p>High <b>water</b></p>");
        assertThat(entry.summary()).isEqualTo("a &lt; b");
        assertThat(entry.published()).contains(Instant.parse("2026-03-04T08:15:00Z"));
        assertThat(entry.updated()).contains(Instant.parse("2026-03-05T00:00:00Z"));
        assertThat(entry.categories()).containsExactly("sea", "7");
        assertThat(entry.image()).contains(URI.create("https://paper.example/i.jpg"));
        assertThat(entry.enclosures()).containsExactly(URI.create("https://paper.example/a.mp3"));
    }

    @Test
    void plainTextIsShownAsItStands() {
        assertThat(PlainText.of(item("\"content_text\":\"use <b> & go\"").content()))
                .isEqualTo("use <b> & go");
    }

    @Test
    void anAddressAsIdentifierServesAsLinkAndANumberAsIdentifier() {
        assertThat(item("\"id\":\"https://notes.example/9\"").link()).contains(URI.create("https://notes.example/9"));
        assertThat(item("\"id\":42").id()).contains("42");
        assertThat(item("\"id\":\"x\",\"external_url\":\"https://other.example/1\"")
                        .link())
                .contains(URI.create("https://other.example/1"));
    }

    @Test
    void authorsOfTheFeedStandInEvenWhenTheyComeAfterTheItems() {
        Feed feed = feed(
                "{\"items\":[{\"id\":\"1\"},{\"id\":\"2\",\"author\":{\"name\":\"Pia\"}}],\"authors\":[{\"name\":\"Ilse\"},{\"name\":\"Tom\"}]}");
        assertThat(feed.entries()).extracting(e -> e.author().orElse("")).containsExactly("Ilse, Tom", "Pia");
    }

    @Test
    void wrongTypesCostOnlyTheirField() {
        Entry entry = item(
                "\"id\":[1],\"title\":{\"a\":1},\"authors\":\"Ilse\",\"tags\":\"sea\",\"attachments\":7,\"content_text\":\"x\"");
        assertThat(entry.id()).isEmpty();
        assertThat(entry.title()).isEmpty();
        assertThat(entry.author()).contains("Ilse");
        assertThat(entry.categories()).containsExactly("sea");
        assertThat(entry.html()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":\"nope\"}", "{}", "{", "[1,2]", "{\"items\":3}", "{\"version\":\"2\"}"})
    void otherJsonIsNoFeed(String json) {
        assertThat(parse(json)).isInstanceOf(NotAFeed.class);
    }

    @Test
    void whatComesBeforeABreakIsKept() {
        assertThat(entries("{\"title\":\"T\",\"items\":[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"3"))
                .hasSize(2);
    }

    @Test
    void controlsAndHalvesOfPairsAreDropped() {
        Entry entry = item("\"title\":\"a\\u0000b\\ud800c\\udc00d\\uffffe\u0007f\"");
        assertThat(entry.title()).isEqualTo("abcdef");
    }

    @Test
    void depthAndLengthCostNothing() {
        assertThat(entries(jsonFeed("{\"id\":\"1\"},{\"id\":\"2\",\"x\":" + "[".repeat(100_000))))
                .hasSize(1);
        String digits = "9".repeat(1_000_000);
        Entry entry = item("\"id\":\"1\",\"x\":" + digits + ",\"date_published\":" + digits + ",\"y\":-" + digits + "e"
                + "1".repeat(1000));
        assertThat(entry.id()).contains("1");
        assertThat(entry.published()).isEmpty();
    }
}
