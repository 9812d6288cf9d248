package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WallsTest {
    private final Walls walls = new Walls();

    private static String boats(int count) {
        return "boat ".repeat(count).strip() + ".";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONSENT|River Post|We value your privacy. We and our partners store and read information on a device.",
                "CONSENT|River Post|Wir und unsere Partner verarbeiten Daten. Alle akzeptieren oder mit Werbung weiterlesen.",
                "CONSENT|Le Fleuve|Nous et nos partenaires stockons des informations. Continuer sans accepter.",
                "SUBSCRIPTION|Lock closed|Already a subscriber? Subscribe to continue.",
                "SUBSCRIPTION|Schleuse zu|Dieser Artikel ist Abonnenten vorbehalten.",
                "SUBSCRIPTION|L'écluse|Cet article est réservé aux abonnés.",
                "SUBSCRIPTION|Śluza|Dostęp dla prenumeratorów. Masz już prenumeratę?",
                "LOGIN|Lock closed|Please log in. You must be logged in to see this.",
                "ROBOT|riverpost.example|Verify you are human by completing the action below.",
                "ROBOT|Just a moment...|riverpost.example needs to review something before you go on.",
                "ROBOT|Доступ|Подтвердите, что вы не робот.",
                "ROBOT|安全验证|请完成以下操作",
                "SCRIPT|River Post|Please enable JavaScript to see this page.",
                "SCRIPT|River Post|Bitte JavaScript aktivieren.",
                "REGION|451: Unavailable due to legal reasons|We recognise that you come from elsewhere.",
                "REGION|River Post|This page is not available in your region.",
                "MISSING|Page not found|There is nothing here but water.",
                "MISSING|Seite nicht gefunden|Hier ist nur Wasser.",
                "MISSING|River Post|The page you are looking for may have been moved or deleted.",
                "MISSING|River Post|お探しのページは見つかりません"
            })
    void aWallIsKnownByItsWords(Wall wall, String title, String text) {
        assertThat(walls.in(title, List.of(text))).contains(wall);
    }

    @Test
    void anArticleOnWallsIsNone() {
        assertThat(walls.in("How a page asks", List.of("Verify you are human, it says. " + boats(100))))
                .isEmpty();
        assertThat(walls.in(
                        "How a page asks",
                        List.of("Verify you are human, it says. Are you a robot, it asks. " + boats(300))))
                .isEmpty();
        assertThat(walls.in("Page not found: how links die", List.of(boats(20))))
                .isEmpty();
        assertThat(walls.in("Page not found", List.of(boats(90)))).isEmpty();
        assertThat(walls.in("Lock closed", List.of(boats(10)))).isEmpty();
    }

    @Test
    void twoSignsTellInAMiddlingText() {
        String two = "Verify you are human. Checking your browser. ";
        assertThat(walls.in("River Post", List.of(two + boats(200)))).contains(Wall.ROBOT);
        assertThat(walls.in("Just a moment...", List.of("Checking your browser. " + boats(200))))
                .contains(Wall.ROBOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id='px-captcha'></div>",
                "<form id='challenge-form'></form>",
                "<iframe src='https://geo.captcha-delivery.com/captcha/?x'></iframe>",
                "<iframe src='/_Incapsula_Resource?x=1'></iframe>",
                "<div class='cf-turnstile'></div>"
            })
    void aCheckIsKnownByItsElementsOnAnEmptyPage(String check) {
        assertThat(walls.in(Jsoup.parse(check), List.of("Wait."))).contains(Wall.ROBOT);
        assertThat(walls.in(Jsoup.parse(check), List.of(boats(60)))).isEmpty();
    }

    @Test
    void aPageThatNeedsScriptsSaysSoToThoseWithout() {
        String shell = "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>";
        assertThat(walls.in(Jsoup.parse(shell), List.of())).contains(Wall.SCRIPT);
        assertThat(walls.in(Jsoup.parse(shell + "<p>" + boats(80)), List.of())).isEmpty();
        assertThat(walls.in(Jsoup.parse("<p>Nothing</p>"), List.of())).isEmpty();
    }

    @Test
    void offersAreTakenOutOfAText() {
        assertThat(walls.withoutOffers(List.of(boats(30), "Already a subscriber? Log in.", boats(5))))
                .containsExactly(boats(30), boats(5));
        assertThat(walls.withoutOffers(List.of("Already a subscriber? " + boats(90))))
                .hasSize(1);
    }
}
