package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import news.lede.extract.Names.Family;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private static Element element(String html) {
        return Jsoup.parseBodyFragment(html).body().child(0);
    }

    @Nested
    class Families {
        private final Names names = new Names();

        private boolean speaks(String html, Family family) {
            return (names.of(element(html)) & family.bit()) != 0;
        }

        @Test
        void wordsAreCutAtMarksAndCapitals() {
            assertThat(speaks("<div class='main-comment_list'>", Family.COMMENT))
                    .isTrue();
            assertThat(speaks("<div class='articleNewsletterBox'>", Family.APPEAL))
                    .isTrue();
            assertThat(speaks("<div class='commentary'>", Family.COMMENT)).isFalse();
        }

        @Test
        void aPluralSaysTheSame() {
            assertThat(speaks("<div class='avatars'>", Family.AUTHOR)).isTrue();
        }

        @Test
        void anIdSpeaksToo() {
            assertThat(speaks("<div id='Related7'>", Family.RELATED)).isTrue();
        }

        @Test
        void anElementWithoutNamesSaysNothing() {
            assertThat(names.of(element("<div>"))).isZero();
            assertThat(names.of(element("<div style='x'>"))).isZero();
        }
    }

    @Nested
    class OfBodies {
        private final BodyNames names = new BodyNames();

        @ParameterizedTest
        @CsvSource({
            "<div itemprop=articleBody>, true",
            "<div class='x Article-Body'>, true",
            "<div id=storytext>, true",
            "<article>, true",
            "<div role=main>, true",
            "<div class=sidebar>, false",
            "<div itemprop=name>, false"
        })
        void someNamesAreOfBodies(String html, boolean named) {
            assertThat(names.rank(element(html)) >= 0).isEqualTo(named);
        }

        @Test
        void theSurestNameCounts() {
            assertThat(names.rank(element("<article class=article-body>")))
                    .isLessThan(names.rank(element("<article class=post-body>")))
                    .isLessThan(names.rank(element("<article>")));
            assertThat(names.rank(element("<main>"))).isEqualTo(names.count() - 1);
        }
    }

    @Nested
    class InWords {
        private final Hints hints = new Hints();

        private boolean hints(String text, Hints.Kind kind) {
            return (hints.of(Tokens.of(text)) >> kind.ordinal() & 1) == 1;
        }

        @Test
        void phrasesAreFoundWhole() {
            assertThat(hints("Please SIGN UP for it", Hints.Kind.APPEAL)).isTrue();
            assertThat(hints("A sign of hope", Hints.Kind.APPEAL)).isFalse();
            assertThat(hints("They sign", Hints.Kind.APPEAL)).isFalse();
        }

        @Test
        void howOftenReaderAndPublisherAreSpokenOfIsCounted() {
            assertThat(hints.of(Tokens.of("We ask you and your friends")) >>> 16)
                    .isEqualTo(3);
        }

        @Test
        void ofALongTextTheBeginningIsRead() {
            assertThat(hints("boat ".repeat(300) + "newsletter", Hints.Kind.APPEAL))
                    .isFalse();
        }
    }
}
