package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chat and a preview in a real browser: that what is written and pressed arrives, and that messages drawn in somebody else's colours keep the rules too. */
class TrialInBrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    private static Path folder = Path.of("");

    private static Chromium chromium;
    private static Newsstand stand;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        stand = new Newsstand(folder, new SettableClock("2026-05-04T12:00:00Z"));
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

    @ParameterizedTest
    @CsvSource({"discord,LIGHT,1280", "discord,DARK,390", "telegram,LIGHT,390", "telegram,DARK,1280"})
    void whatIsWrittenAndPressedIsAnswered(String service, ColorScheme scheme, int width) {
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(true)
                        .setBaseURL(stand.address()))) {
            Page page = context.newPage();
            page.navigate("/try?as=" + service + "&role=moderator");
            page.fill("#say", "/latest");
            page.click(".composer button");
            assertThat(page.locator("article").count()).isEqualTo(1);
            page.locator("article button[value^='1:/story']").first().click();
            assertThat(page.locator("article").count()).isEqualTo(2);
            page.locator(".ideas button[value='/setup']").click();
            assertThat(page.locator("article").last().textContent()).contains("Setting this place up");
            assertThat(broken(page)).isEmpty();
            taken(page, "chat-" + service);

            page.navigate("/preview");
            page.locator(".rooms a").first().click();
            page.locator(".tabs a[href$='as=" + service + "']").click();
            assertThat(page.locator("article").count()).isEqualTo(2);
            assertThat(broken(page)).isEmpty();
            taken(page, "preview-" + service);
        }
    }

    private static void taken(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static List<String> broken(Page page) {
        try (InputStream in = TrialInBrowserTest.class.getResourceAsStream("accessibility.js")) {
            String rules = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return ((List<?>) page.evaluate(rules))
                    .stream().map(String::valueOf).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
