package news.lede.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IsolatesTest {
    @Test
    void namesOfTheOtherDirectionAreIsolatedInALineOfOurs() {
        assertThat(Isolates.in("חדשות החוף, Valley Post · 2 articles"))
                .isEqualTo("\u2068חדשות החוף\u2069, Valley Post · 2 articles");
        assertThat(Isolates.in("Why: both mention سيل and גשר (12)"))
                .isEqualTo("Why: both mention \u2068سيل\u2069 and \u2068גשר\u2069 (12)");
    }

    @Test
    void aCountIsReadWithWhatItCounts() {
        assertThat(Isolates.in("Tidewire, Harbour Post · 3 مقالات"))
                .isEqualTo("Tidewire, Harbour Post · \u20683 مقالات\u2069");
        assertThat(Isolates.in("1,204 مقالات of Tidewire and others"))
                .isEqualTo("\u20681,204 مقالات\u2069 of Tidewire and others");
        assertThat(Isolates.in("flight 12 سيل to Arlen")).isEqualTo("flight 12 \u2068سيل\u2069 to Arlen");
    }

    @Test
    void aNumberBesideWordsThatRunTheOtherWayKeepsItsSignBeforeIt() {
        assertThat(Isolates.beside("#29", "Tidewire · قبل 8 دقائق")).isEqualTo("\u2068#29\u2069");
        assertThat(Isolates.beside("#29", "Tidewire · 8 minutes ago")).isEqualTo("#29");
    }

    @Test
    void aMarkStaysWithItsLetter() {
        assertThat(Isolates.in("a שָׁ b")).isEqualTo("a \u2068שָׁ\u2069 b");
    }

    @Test
    void aLineOfOneDirectionIsLeftAsItIs() {
        assertThat(Isolates.in("הגשר נסגר (12)")).isEqualTo("הגשר נסגר (12)");
        assertThat(Isolates.in("Bridge shut · 12")).isEqualTo("Bridge shut · 12");
        assertThat(Isolates.in("")).isEmpty();
    }

    @Test
    void whatATextBeginsWithSaysHowItReads() {
        assertThat(Isolates.isRightToLeft("12: הגשר (Brisa)")).isTrue();
        assertThat(Isolates.isRightToLeft("Brisa: הגשר")).isFalse();
        assertThat(Isolates.isRightToLeft("12")).isFalse();
    }

    @Test
    void latinWordsAreIsolatedInAnArabicLine_withTheSlashOfACommand() {
        assertThat(Isolates.in("أوقف الكل بالأمر /pause until:now متى شئت"))
                .isEqualTo("أوقف الكل بالأمر \u2068/pause until:now\u2069 متى شئت");
        assertThat(Isolates.in("لا أعرف الأمر «/latst». هل تقصد /latest؟"))
                .isEqualTo("لا أعرف الأمر «\u2068/latst\u2069». هل تقصد \u2068/latest\u2069؟");
        assertThat(Isolates.in("حدد الأيام ثم الأوقات، مثلا: at:\"mon-fri 7:30\" أو at:8:00"))
                .isEqualTo("حدد الأيام ثم الأوقات، مثلا: \u2068at:\"mon-fri 7:30\"\u2069 أو \u2068at:8:00\u2069");
    }

    @Test
    void aCommandStaysWholeWhenOneOfItsValuesRunsTheOtherWay() {
        assertThat(
                        Isolates.in(
                                "يُحفظ كل اختيار فورًا ويبقى ما عداه كما هو، مثلًا: /setup zone:Riyadh when:يوميًا at:8:00 budget:6."))
                .isEqualTo(
                        "يُحفظ كل اختيار فورًا ويبقى ما عداه كما هو، مثلًا: \u2068/setup zone:Riyadh when:يوميًا at:8:00 budget:6\u2069.");
    }

    @Test
    void aCutWithinARunClosesIt() {
        assertThat(Isolates.closed("a \u2068שם\u2069 b \u2068גש…")).isEqualTo("a \u2068שם\u2069 b \u2068גש…\u2069");
        assertThat(Isolates.closed("a \u2068שם\u2069 b…")).isEqualTo("a \u2068שם\u2069 b…");
        assertThat(Isolates.closed("a")).isEqualTo("a");
    }

    @Test
    void aPieceIsIsolatedWhenItRunsFromRightToLeft() {
        assertThat(Isolates.piece("قبل 40 دقيقة")).isEqualTo("\u2068قبل 40 دقيقة\u2069");
        assertThat(Isolates.piece("40 minutes ago")).isEqualTo("40 minutes ago");
    }
}
