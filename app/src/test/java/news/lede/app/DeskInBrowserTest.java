package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page of the web desk in a real browser, light and dark, on a desk and on a phone: what it may weigh, what a reader of screens needs, that the keyboard suffices, that the policy is kept. Pages are
 * found by the navigation, so a new one is tested as soon as it is there. Pictures of all stand in {@code target/screenshots} afterwards.
 */
class DeskInBrowserTest {
    private static final int MOST_BYTES = 150 * 1024;
    private static final int MOST_STEPS = 400;
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    private static Path folder = Path.of("");

    private static Chromium chromium;
    private static Newsstand stand;
    private static Map<String, String> pages;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        stand = new Newsstand(folder, new SettableClock("2026-05-04T12:00:00Z"));
        pages = found();
    }

    @AfterAll
    static void close() {
        if (stand != null) {
            stand.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    /** How somebody looks at it. */
    private record Look(String name, int width, int height, ColorScheme scheme) {
        static final List<Look> ALL = List.of(
                new Look("desk-light", 1280, 900, ColorScheme.LIGHT),
                new Look("desk-dark", 1280, 900, ColorScheme.DARK),
                new Look("phone-light", 390, 844, ColorScheme.LIGHT),
                new Look("phone-dark", 390, 844, ColorScheme.DARK));

        BrowserContext open(boolean scripts) {
            return chromium.browser()
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(width, height)
                            .setColorScheme(scheme)
                            .setReducedMotion(ReducedMotion.REDUCE)
                            .setJavaScriptEnabled(scripts)
                            .setBaseURL(stand.address()));
        }
    }

    /** Names and paths: those of the navigation, the first thing that each of them leads to, and every look at the first story. */
    private static Map<String, String> found() {
        Map<String, String> found = new LinkedHashMap<>();
        try (BrowserContext context = Look.ALL.getFirst().open(true)) {
            Page page = context.newPage();
            page.navigate("/");
            for (ElementHandle link : page.querySelectorAll("nav a")) {
                found.put(
                        link.innerText().strip().toLowerCase(Locale.ROOT).replace(' ', '-'),
                        Objects.requireNonNull(link.getAttribute("href")));
            }
            for (Map.Entry<String, String> one : List.copyOf(found.entrySet())) {
                page.navigate(one.getValue());
                String below = "main a[href^='%1$s/'], main a[href^='%1$s?place=']".formatted(one.getValue());
                ElementHandle first = one.getValue().equals("/") ? null : page.querySelector(below);
                if (first != null) {
                    found.put(one.getKey() + "-one", Objects.requireNonNull(first.getAttribute("href")));
                }
            }
            page.navigate("/");
            ElementHandle story = page.querySelector("main a[href^='/story/']");
            if (story != null) {
                String first = Objects.requireNonNull(story.getAttribute("href"));
                page.navigate(first);
                found.put("story", first);
                for (ElementHandle tab : page.querySelectorAll("main .tabs a")) {
                    String path = Objects.requireNonNull(tab.getAttribute("href"));
                    if (!path.equals(first)) {
                        found.put("story-" + path.substring(path.lastIndexOf('/') + 1), path);
                    }
                }
            }
            found.put("feeds", "/feeds");
            found.put("nothing-here", "/no/such/page");
        }
        return found;
    }

    private static Stream<DynamicTest> forEach(BiConsumer<String, Look> check) {
        return pages.keySet().stream()
                .flatMap(name -> Look.ALL.stream()
                        .map(look ->
                                DynamicTest.dynamicTest(name + ", " + look.name(), () -> check.accept(name, look))));
    }

    @Test
    void theNavigationLeadsSomewhere() {
        assertThat(pages).containsKeys("today", "story", "story-timeline");
    }

    @TestFactory
    Stream<DynamicTest> everyPageKeepsTheRulesAndIsLight() {
        return forEach((name, look) -> {
            try (BrowserContext context = look.open(true)) {
                Page page = context.newPage();
                List<String> complaints = new ArrayList<>();
                List<Response> answers = new ArrayList<>();
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error") || message.type().equals("warning")) {
                        complaints.add(message.text());
                    }
                });
                page.onPageError(complaints::add);
                page.onResponse(answers::add);
                show(page, name);

                // Reading a body lets more answers come in.
                int weight = List.copyOf(answers).stream()
                        .filter(answer -> !answer.url().contains("/live"))
                        .mapToInt(answer -> answer.body().length)
                        .sum();
                // Taking a picture hides the caret by a style.
                List<String> rules = broken(page);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + "-" + look.name() + ".png"))
                        .setFullPage(true));
                assertThat(rules).as("rules").isEmpty();
                if (!name.equals("nothing-here")) {
                    assertThat(complaints).as("what the browser complains of").isEmpty();
                    assertThat(answers).allMatch(answer -> answer.status() < 400);
                }
                assertThat(answers)
                        .as("nothing comes from elsewhere")
                        .allMatch(a -> a.url().startsWith(stand.address()));
                assertThat(weight).as("bytes").isLessThan(MOST_BYTES);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> theKeyboardReachesEverythingInItsOrder() {
        return pages.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    try (BrowserContext context = Look.ALL.getFirst().open(true)) {
                        Page page = context.newPage();
                        show(page, name);
                        List<?> wanted = (List<?>) page.evaluate("""
                        () => {
                          const use = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
                          const all = [...document.querySelectorAll(use)].filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled);
                          const groups = new Set();
                          return all.filter(e => {
                            if (e.type !== 'radio') return true;
                            const first = !groups.has(e.name);
                            groups.add(e.name);
                            return first;
                          }).map((e, i) => { e.dataset.step = i; return i; });
                        }""");
                        List<Integer> reached = new ArrayList<>();
                        List<String> unseen = new ArrayList<>();
                        for (int i = 0; i < Math.min(wanted.size(), MOST_STEPS); i++) {
                            page.keyboard().press("Tab");
                            Map<?, ?> at = (Map<?, ?>) page.evaluate("""
                            () => {
                              const e = document.activeElement;
                              const style = getComputedStyle(e);
                              const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                              return {step: Number(e.dataset.step ?? -1), ring, what: e.outerHTML.slice(0, 120)};
                            }""");
                            reached.add(((Number) Objects.requireNonNull(at.get("step"))).intValue());
                            if (!Boolean.TRUE.equals(at.get("ring"))) {
                                unseen.add(String.valueOf(at.get("what")));
                            }
                        }
                        assertThat(reached)
                                .isEqualTo(wanted.stream()
                                        .limit(MOST_STEPS)
                                        .map(step -> ((Number) step).intValue())
                                        .toList());
                        assertThat(unseen)
                                .as("reached without a ring around it")
                                .isEmpty();
                    }
                }));
    }

    @Test
    void theFirstStepOfTheKeyboardLeadsPastTheNavigation() {
        try (BrowserContext context = Look.ALL.getFirst().open(true)) {
            Page page = context.newPage();
            show(page, "today");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.getElementById('main').contains(document.activeElement)"))
                    .isEqualTo(true);
        }
    }

    @TestFactory
    Stream<DynamicTest> withoutScriptsEveryPageSaysTheSame() {
        return pages.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    try (BrowserContext with = Look.ALL.getFirst().open(true);
                            BrowserContext without = Look.ALL.getFirst().open(false)) {
                        Page one = with.newPage();
                        Page other = without.newPage();
                        show(one, name);
                        show(other, name);
                        assertThat(headings(other)).isNotEmpty().isEqualTo(headings(one));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> oneCanTalkToTheBotInEitherForm() {
        return Stream.of("discord", "telegram")
                .flatMap(service -> Look.ALL.stream()
                        .map(look -> DynamicTest.dynamicTest(service + ", " + look.name(), () -> talk(service, look))));
    }

    private static void talk(String service, Look look) {
        boolean scripts = !look.equals(Look.ALL.getFirst());
        try (BrowserContext context = look.open(scripts)) {
            Page page = context.newPage();
            page.navigate("/try?as=" + service);
            page.fill("#say", "/latest count:3");
            page.click("form.composer button");
            assertThat(page.textContent(".chat")).contains("Ferry and cargo ship collide");
            page.locator(".chat form button").first().click();
            // What the button brought.
            page.locator(".chat form").nth(1).waitFor();
            if (scripts) {
                assertThat(broken(page)).as("rules").isEmpty();
            }
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("try-it-" + service + "-" + look.name() + ".png"))
                    .setFullPage(true));
        }
    }

    @Test
    void aPageThatIsLookedAtShowsWhatComesIn() {
        try (BrowserContext context = Look.ALL.getFirst().open(true)) {
            Page page = context.newPage();
            show(page, "today");
            page.evaluate("() => { window.stays = true; }");
            String before = page.innerText("main");
            assertThat(stand.goOn(Duration.ofMinutes(10))).isPositive();
            page.waitForFunction("before => document.getElementById('main').innerText !== before", before);
            assertThat(page.evaluate("() => window.stays")).as("the same page").isEqualTo(true);
        }
    }

    @Test
    void whereATokenIsSetOneSignsInFirst(@TempDir Path other) {
        try (Newsstand shut = new Newsstand(
                        other, new SettableClock("2026-05-04T12:00:00Z"), "web.token=a-word-that-nobody-guesses");
                BrowserContext context = Look.ALL.getFirst().open(true)) {
            Page page = context.newPage();
            page.navigate(shut.address() + "topics");
            assertThat(page.url()).contains("/sign-in");
            assertThat(broken(page)).isEmpty();
            page.fill("input[type=password]", "another-word-of-no-use");
            page.keyboard().press("Enter");
            // A picture that is taken while the next page is on its way waits for one that never comes.
            page.waitForSelector("[role=alert]");
            assertThat(page.url()).contains("/sign-in");
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("sign-in-desk-light.png")));
            page.fill("input[type=password]", "a-word-that-nobody-guesses");
            page.keyboard().press("Enter");
            page.waitForURL(shut.address() + "topics");
            assertThat(page.textContent("h1")).isEqualTo("Topics");
        }
    }

    @Test
    void whoEnlargesToTwiceTheSizeNeedNotPushThePageAbout() {
        Look enlarged = new Look("enlarged", 640, 450, ColorScheme.LIGHT);
        for (String name : pages.keySet()) {
            try (BrowserContext context = enlarged.open(true)) {
                Page page = context.newPage();
                show(page, name);
                assertThat(broken(page)).as(name).noneMatch(line -> line.contains("beyond the window"));
            }
        }
    }

    private static List<String> headings(Page page) {
        return page.querySelectorAll("main h1, main h2, main h3").stream()
                .map(ElementHandle::textContent)
                .toList();
    }

    private static void show(Page page, String name) {
        // A page that hears of changes never falls silent, so its own end of loading is what counts.
        page.navigate(
                Objects.requireNonNull(pages.get(name)), new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    }

    private static List<String> broken(Page page) {
        return ((List<?>) page.evaluate(rules())).stream().map(String::valueOf).toList();
    }

    private static String rules() {
        try (InputStream in = DeskInBrowserTest.class.getResourceAsStream("accessibility.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
