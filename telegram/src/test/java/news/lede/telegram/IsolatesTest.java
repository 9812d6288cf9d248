package news.lede.telegram;

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
}
