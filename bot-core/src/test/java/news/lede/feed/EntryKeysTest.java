package news.lede.feed;

import static news.lede.feed.TestFeeds.entries;
import static news.lede.feed.TestFeeds.item;
import static news.lede.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntryKeysTest {
    private static List<String> keys(String... items) {
        return entries(rss("<item>" + String.join("</item><item>", items) + "</item>")).stream()
                .map(Entry::key)
                .toList();
    }

    private static String guid(String id) {
        return "<guid isPermaLink='false'>" + id + "</guid>";
    }

    private static String link(String address) {
        return "<link>" + address + "</link>";
    }

    @Test
    void theLinkOutlastsIdentifierTitleSchemeAndTracking() {
        String first = item("<title>A</title>" + guid("1")
                        + link("http://www.paper.example/ferry?id=5&amp;utm_source=rss"))
                .key();
        String later = item("<title>B</title>" + guid("2") + link("https://paper.example/ferry/?fbclid=x&amp;id=5#top"))
                .key();
        assertThat(later).isEqualTo(first);
    }

    @Test
    void linksThatDifferAreDifferentWhateverTheIdentifierSays() {
        assertThat(keys(guid("same") + link("/a"), guid("same") + link("/b"))).doesNotHaveDuplicates();
        assertThat(item(link("/?id=1")).key()).isNotEqualTo(item(link("/?id=2")).key());
        assertThat(item(link("/#!/one")).key())
                .isNotEqualTo(item(link("/#!/two")).key());
    }

    @Test
    void aLinkThatManyShareIsNoKeyButTheIdentifierIs() {
        List<String> keys = keys(guid("1") + link("/live"), guid("2") + link("/live"), guid("3") + link("/own"));
        assertThat(keys).containsExactly("id:1", "id:2", "link:paper.example/own");
    }

    @Test
    void aHomePageIsNoKey() {
        assertThat(item(guid("7") + link("https://paper.example/")).key()).isEqualTo("id:7");
    }

    @Test
    void withoutIdentifierTheFragmentTellsEntriesOfOnePageApart() {
        assertThat(keys(link("/log#v1"), link("/log#v2")))
                .containsExactly("link:paper.example/log#v1", "link:paper.example/log#v2");
    }

    @Test
    void withoutLinkAndIdentifierTheTextDecides() {
        List<String> keys = keys("<title>A</title>", "<title>B</title>", "<description>C</description>");
        assertThat(keys).doesNotHaveDuplicates().allMatch(k -> k.startsWith("text:"));
        assertThat(keys("<title>A</title>").getFirst()).isEqualTo(keys.getFirst());
    }

    @Test
    void oneEntryGivenTwiceKeepsItsKey() {
        assertThat(keys(guid("1") + link("/a"), guid("1") + link("/a")))
                .containsOnly("link:paper.example/a")
                .hasSize(2);
        assertThat(keys(guid("1") + link("/a"), guid("1") + link("/a"), guid("2") + link("/a")))
                .containsExactly("id:1", "id:1", "id:2");
    }

    @Test
    void theFingerprintIgnoresMarkupBlanksAndTrackingOnly() {
        Entry first = item(
                "<title>Ferry  late</title><description>&lt;p&gt;See https://paper.example/a?utm_source=x now.&lt;/p&gt;</description>");
        Entry markup = item(
                "<title>Ferry &lt;b&gt;late&lt;/b&gt;</title><description>See\n https://paper.example/a?utm_source=y &lt;i&gt;now&lt;/i&gt;.</description>");
        Entry edited = item("<title>Ferry late</title><description>See https://paper.example/a now!</description>");
        Entry otherLink = item("<title>Ferry late</title><description>See https://paper.example/b now.</description>");
        assertThat(markup.fingerprint()).isEqualTo(first.fingerprint()).hasSize(32);
        assertThat(edited.fingerprint()).isNotEqualTo(first.fingerprint());
        assertThat(otherLink.fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void titleAndTextAreNotConfused() {
        assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
    }
}
