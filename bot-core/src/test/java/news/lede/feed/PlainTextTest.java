package news.lede.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plain | plain
            A <b>bold</b> claim | A bold claim
            one<br>two<p>three | one two three
            x < y and z > y | x < y and z > y
            if a<b then | if a<b then
            Mail <desk@paper.example> now | Mail <desk@paper.example> now
            List&lt;T&gt; &amp; co | List<T> & co
            &amp;lt;b&amp;gt; | &lt;b&gt;
            a<script>alert('</b>')</script>b | a b
            a<SCRIPT src=x>1</ScRiPt >b | a b
            a<style>p {}</style>b | a b
            a<script>never closed | a
            safe<iframe src="x"> text | safe text
            safe<iframe src="x">hidden</iframe> text | safe text
            a<!-- <b>c</b> -->b | ab
            a<!-- open | a
            <![CDATA[kept]]> | kept
            <!DOCTYPE html><p>x | x
            <! no declaration | <! no declaration
            <img alt="a > b" src=x>text | text
            <a href=http://x/">text</a> | text
            <a title="never closed>text</a> | text
            cut <a href="http://paper.exa | cut
            <o:p>office</o:p> | office
            <svg><title>foo</title></svg> | foo
            5 <3 hearts | 5 <3 hearts
            """)
    void textIsWhatAReaderSees(String html, String text) {
        assertThat(PlainText.of(html).replaceAll("\\s+", " ").strip()).isEqualTo(text);
    }

    @Test
    void timeGrowsWithTheTextOnly() {
        String[] parts = {"<", "<a href=\"", "<!--", "<script>", "</", "<a ='", "&", "<![CDATA[", "<b", "<iframe>"};
        for (String part : parts) {
            String hostile = part.repeat(256 * 1024 / part.length());
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PlainText.of(hostile), part);
        }
    }
}
