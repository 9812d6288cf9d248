package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.lede.app.BrowsedDesk.Look;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The web desk used in a real browser: with the keyboard alone, without scripts, enlarged, talking to the bot, watching news come in, signing in. */
class DeskUseInBrowserTest {
    private static final int MOST_STEPS = 400;

    /** Numbers what the keyboard should reach, notes what it reaches, answers how much there is. */
    private static final String NUMBER = """
            () => {
              const use = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
              const all = [...document.querySelectorAll(use)].filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled);
              const groups = new Set();
              const wanted = all.filter(e => {
                if (e.type !== 'radio') return true;
                const first = !groups.has(e.name);
                groups.add(e.name);
                return first;
              });
              wanted.forEach((e, i) => { e.dataset.step = i; });
              window.reached = [];
              document.addEventListener('keyup', () => {
                const e = document.activeElement;
                const style = getComputedStyle(e);
                const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                window.reached.push({step: Number(e.dataset.step ?? -1), ring, what: e.outerHTML.slice(0, 120)});
              }, true);
              return wanted.length;
            }""";

    @TempDir
    private static Path folder = Path.of("");

    @RegisterExtension
    static final OpenDesk DESK = new OpenDesk(() -> folder);

    private interface Check {
        void of(String name);
    }

    private static Stream<DynamicTest> onEveryPage(Check check) {
        return DESK.get().pages().keySet().stream().map(name -> DynamicTest.dynamicTest(name, () -> check.of(name)));
    }

    @TestFactory
    Stream<DynamicTest> theKeyboardReachesEverythingInItsOrder() {
        return onEveryPage(name -> {
            try (BrowserContext context = DESK.get().visitor(Look.USUAL)) {
                Page page = context.newPage();
                DESK.get().show(page, name);
                int wanted = Math.min(((Number) page.evaluate(NUMBER)).intValue(), MOST_STEPS);
                assertThat(wanted).isPositive();
                for (int i = 0; i < wanted; i++) {
                    page.keyboard().press("Tab");
                }
                List<?> reached = (List<?>) page.evaluate("() => window.reached");
                assertThat(reached)
                        .extracting(at -> ((Number) Objects.requireNonNull(((Map<?, ?>) at).get("step"))).intValue())
                        .containsExactlyElementsOf(
                                IntStream.range(0, wanted).boxed().toList());
                assertThat(reached)
                        .as("reached without a ring around it")
                        .allMatch(at -> Boolean.TRUE.equals(((Map<?, ?>) at).get("ring")));
            }
        });
    }

    @Test
    void theFirstStepOfTheKeyboardLeadsPastTheNavigation() {
        try (BrowserContext context = DESK.get().visitor(Look.USUAL)) {
            Page page = context.newPage();
            DESK.get().show(page, "today");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.getElementById('main').contains(document.activeElement)"))
                    .isEqualTo(true);
        }
    }

    @TestFactory
    Stream<DynamicTest> withoutScriptsEveryPageSaysTheSame() {
        return onEveryPage(name -> {
            try (BrowserContext with = DESK.get().visitor(Look.USUAL);
                    BrowserContext without = DESK.get().visitor(Look.USUAL, false)) {
                Page one = with.newPage();
                Page other = without.newPage();
                DESK.get().show(one, name);
                DESK.get().show(other, name);
                assertThat(headings(other)).isNotEmpty().isEqualTo(headings(one));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> oneCanTalkToTheBotInEitherForm() {
        return Stream.of("discord", "telegram")
                .flatMap(service -> Look.ALL.stream()
                        .map(look -> DynamicTest.dynamicTest(service + ", " + look.name(), () -> talk(service, look))));
    }

    private static void talk(String service, Look look) {
        boolean scripts = !look.equals(Look.USUAL);
        try (BrowserContext context = DESK.get().visitor(look, scripts)) {
            Page page = context.newPage();
            page.navigate("/try?as=" + service);
            page.fill("#say", "/latest count:3");
            page.click("form.composer button");
            page.locator(".chat:has-text('Ferry and cargo ship collide')").waitFor();
            page.locator(".chat form button").first().click();
            // What the button brought.
            page.locator(".chat form").nth(1).waitFor();
            if (scripts) {
                assertThat(BrowsedDesk.broken(page)).as("rules").isEmpty();
            }
            BrowsedDesk.picture(page, "try-it-" + service + "-" + look.name());
        }
    }

    @Test
    void aPageThatIsLookedAtShowsWhatComesIn() {
        try (BrowserContext context = DESK.get().visitor(Look.USUAL)) {
            Page page = context.newPage();
            DESK.get().show(page, "today");
            page.evaluate("() => { window.stays = true; }");
            String before = page.innerText("main");
            assertThat(DESK.get().stand().goOn(Duration.ofMinutes(10))).isPositive();
            page.waitForFunction("before => document.getElementById('main').innerText !== before", before);
            assertThat(page.evaluate("() => window.stays")).as("the same page").isEqualTo(true);
        }
    }

    @Test
    void whereATokenIsSetOneSignsInFirst(@TempDir Path other) {
        try (Newsstand shut = new Newsstand(other, BrowsedDesk.clock(), "web.token=a-word-that-nobody-guesses");
                BrowserContext context = DESK.get().visitor(Look.USUAL)) {
            Page page = context.newPage();
            page.navigate(shut.address() + "topics");
            assertThat(page.url()).contains("/sign-in");
            assertThat(BrowsedDesk.broken(page)).isEmpty();
            page.fill("input[type=password]", "another-word-of-no-use");
            page.keyboard().press("Enter");
            // A picture that is taken while the next page is on its way waits for one that never comes.
            page.waitForSelector("[role=alert]");
            assertThat(page.url()).contains("/sign-in");
            BrowsedDesk.picture(page, "sign-in-desk-light");
            page.fill("input[type=password]", "a-word-that-nobody-guesses");
            page.keyboard().press("Enter");
            page.waitForURL(shut.address() + "topics");
            assertThat(page.textContent("h1")).isEqualTo("Topics");
        }
    }

    @Test
    void whoEnlargesToTwiceTheSizeNeedNotPushThePageAbout() {
        try (BrowserContext context = DESK.get().visitor(new Look("enlarged", 640, 450, ColorScheme.LIGHT))) {
            Page page = context.newPage();
            for (String name : DESK.get().pages().keySet()) {
                DESK.get().show(page, name);
                assertThat(BrowsedDesk.broken(page)).as(name).noneMatch(line -> line.contains("beyond the window"));
            }
        }
    }

    private static List<String> headings(Page page) {
        return page.querySelectorAll("main h1, main h2, main h3").stream()
                .map(ElementHandle::textContent)
                .toList();
    }
}
