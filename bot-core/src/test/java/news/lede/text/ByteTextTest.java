package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteTextTest {
    private static byte[] declared(String label, String text, String charset) {
        return ("<?xml version='1.0' encoding='" + label + "'?><t>" + text + "</t>").getBytes(Charset.forName(charset));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            iso-8859-1 | windows-1252 | Fête – “été” 5 €
            ISO-8859-2 | iso-8859-2 | Zażółć gęślą jaźń
            windows-1250 | windows-1250 | Příliš žluťoučký kůň
            cp1251 | windows-1251 | Срочные новости
            win-1251 | windows-1251 | Срочные новости
            koi8-u | koi8-u | Новини України
            iso-8859-9 | windows-1254 | Türkiye’de güneş
            latin5 | windows-1254 | güneş
            tis-620 | x-windows-874 | ข่าววันนี้
            gb2312 | gb18030 | 今日新闻镕
            Shift_JIS | windows-31j | 本日①のニュース
            x-sjis | windows-31j | ニュース
            euc-jp | euc-jp | 本日のニュース
            euc-kr | x-windows-949 | 오늘의 뉴스 똠
            big5 | big5-hkscs | 今日新聞
            macintosh | x-macroman | Crème brûlée
            iso-2022-jp | iso-2022-jp | 本日のニュース
            """)
    void labelsMeanWhatBrowsersTakeThemFor(String label, String charset, String text) {
        assertThat(ByteText.decode(declared(label, text, charset), Optional.empty()))
                .contains(text);
        assertThat(ByteText.decode(declared("utf-8", text, charset), Optional.of(label)))
                .contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void wideTextIsKnownByItsZeroBytesWithAndWithoutMark(String charset) {
        String text = "<?xml version='1.0' encoding='utf-8'?><t>Zprávy 新闻 😀</t>";
        assertThat(ByteText.decode(text.getBytes(Charset.forName(charset)), Optional.of("iso-8859-1")))
                .isEqualTo(text);
        assertThat(ByteText.decode(("\uFEFF" + text).getBytes(Charset.forName(charset)), Optional.empty()))
                .isEqualTo(text);
    }

    @Test
    void validUtf8WinsOverEveryLabel() {
        byte[] bytes = declared("iso-8859-1", "Zprávy 新闻", "utf-8");
        assertThat(ByteText.decode(bytes, Optional.of("windows-1251"))).contains("Zprávy 新闻");
    }

    @Test
    void theTransportWinsOverTheDeclaration() {
        byte[] bytes = declared("iso-8859-2", "Новости", "windows-1251");
        assertThat(ByteText.decode(bytes, Optional.of("windows-1251"))).contains("Новости");
        assertThat(ByteText.decode(bytes, Optional.of("no-such-charset"))).doesNotContain("Новости");
    }

    @Test
    void whatIsNoUtf8IsWindows1252() {
        assertThat(ByteText.decode(declared("utf-8", "Crème “brûlée”", "windows-1252"), Optional.of("utf-8")))
                .contains("Crème “brûlée”");
    }

    @Test
    void oneBadByteDoesNotTurnGoodTextIntoAnotherCharset() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Zprávy dne 新闻 žluťoučký kůň ".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        bytes.writeBytes(" příliš ěščřžýáíé ěščřžýáíé".getBytes(StandardCharsets.UTF_8));
        assertThat(ByteText.decode(bytes.toByteArray(), Optional.empty()))
                .contains("žluťoučký kůň")
                .contains("příliš");
    }

    @Test
    void aWideLabelOnNarrowTextIsIgnored() {
        assertThat(ByteText.decode("<t>plain</t>".getBytes(StandardCharsets.US_ASCII), Optional.of("utf-16")))
                .isEqualTo("<t>plain</t>");
    }
}
