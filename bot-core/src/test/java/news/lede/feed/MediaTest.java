package news.lede.feed;

import static news.lede.feed.TestFeeds.entry;
import static news.lede.feed.TestFeeds.feed;
import static news.lede.feed.TestFeeds.item;
import static news.lede.feed.TestFeeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTest {
    private static final URI PICTURE = URI.create("https://paper.example/a.jpg");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<media:thumbnail url='/a.jpg'/>",
                "<media:content url='/a.jpg' medium='image'/>",
                "<media:content url='/a.jpg' type='image/jpeg'/>",
                "<media:content url='/a.jpg'/>",
                "<media:group><media:content url='/v.mp4' type='video/mp4'/><media:content url='/a.jpg' medium='image'/></media:group>",
                "<media:group><media:content url='/v.mp4'><media:thumbnail url='/a.jpg'/></media:content></media:group>",
                "<media:content url='/v.mp4' type='video/mp4'><media:thumbnail url='/a.jpg'/></media:content>",
                "<itunes:image href='/a.jpg'/>",
                "<enclosure url='/a.jpg' type='image/jpeg' length='1'/>",
                "<image><url>/a.jpg</url></image>",
                "<description>&lt;p&gt;&lt;img src='/a.jpg'&gt;</description>",
                "<description>&lt;img src=/p.gif width=1 height=1&gt;&lt;img alt='x' src=\"/a.jpg\"&gt;</description>",
                "<content:encoded><![CDATA[<img src='data:image/gif;base64,R0' data-src='/a.jpg'>]]></content:encoded>",
                "<atom:link rel='enclosure' type='image/jpeg' href='/a.jpg'/>"
            })
    void thePictureOfAnEntryIsFound(String inside) {
        assertThat(item(inside).image()).contains(PICTURE);
    }

    @Test
    void aCountingPixelIsNoPicture() {
        assertThat(item("<description>&lt;img src='/p.gif' height='1' width='1'&gt;</description>")
                        .image())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<media:thumbnail url='/p.gif' width='1' height='1'/><media:content url='/a.jpg' medium='image'/>",
                "<media:content url='/p.gif' medium='image' width='1'/><media:content url='/a.jpg' medium='image'/>",
                "<media:content url='/p.gif' height='01px'/><itunes:image href='/a.jpg'/>"
            })
    void whatSaysThatItIsAPointLargeIsPassedOver(String inside) {
        assertThat(item(inside).image()).contains(PICTURE);
    }

    @Test
    void thumbnailsComeBeforeOtherPicturesAndAllAreKept() {
        Entry entry = item(
                "<media:content url='/big.jpg' medium='image'/><media:thumbnail url='/a.jpg'/><media:content url='/v.mp4' type='video/mp4'/>");
        assertThat(entry.image()).contains(PICTURE);
        assertThat(entry.media())
                .containsExactlyInAnyOrder(
                        PICTURE,
                        URI.create("https://paper.example/big.jpg"),
                        URI.create("https://paper.example/v.mp4"));
        assertThat(entry.enclosures()).isEmpty();
    }

    @Test
    void enclosuresOfRssAndAtomAreKept() {
        assertThat(item("<enclosure url='/e.mp3?x=1&amp;y=2' type='audio/mpeg'/>")
                        .enclosures())
                .containsExactly(URI.create("https://paper.example/e.mp3?x=1&y=2"));
        assertThat(entry("<link rel='enclosure' href='/e.mp3'/><link href='/page'/>")
                        .enclosures())
                .containsExactly(URI.create("https://paper.example/e.mp3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<image><title>no</title><url>/a.jpg</url><link>/</link></image>",
                "<itunes:image href='/a.jpg'/>",
                "<itunes:image/><image><url>/a.jpg</url></image>",
                "<media:content url='/a.jpg' type='image/png'/>",
                "<description>&lt;img src='/a.jpg'&gt;</description>"
            })
    void thePictureOfAChannelIsFound(String inside) {
        assertThat(feed(rss(inside)).image()).contains(PICTURE);
        assertThat(feed(rss(inside)).title()).isEqualTo("The Velmora Post");
    }

    @Test
    void theLogoOfAnAtomFeedComesBeforeItsIcon() {
        assertThat(feed(TestFeeds.atom("<icon>/i.ico</icon><logo>/a.jpg</logo>"))
                        .image())
                .contains(PICTURE);
        assertThat(feed(TestFeeds.atom("<icon>/a.jpg</icon>")).image()).contains(PICTURE);
    }

    @Test
    void categoriesOfAllVocabulariesAreKeptOnce() {
        Entry entry = item(
                "<category>World</category><category domain='d'><![CDATA[Tech & AI]]></category><category>World</category>"
                        + "<dc:subject>Sea</dc:subject><media:keywords>ferry, quay</media:keywords>"
                        + "<itunes:category text='News'><itunes:category text='Daily'/></itunes:category>");
        assertThat(entry.categories()).containsExactly("World", "Tech & AI", "Sea", "News", "Daily", "ferry", "quay");
        assertThat(entry("<category term='world' label='World News'/>").categories())
                .containsExactly("world", "World News");
    }
}
