package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import news.lede.app.BrowsedDesk.Look;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chat and a preview in a real browser: that what is written and pressed arrives, and that messages drawn in somebody else's colours keep the rules too. */
class TrialInBrowserTest {
    @TempDir
    private static Path folder = Path.of("");

    @RegisterExtension
    static final OpenDesk DESK = new OpenDesk(() -> folder);

    @ParameterizedTest
    @CsvSource({"discord,LIGHT,1280", "discord,DARK,390", "telegram,LIGHT,390", "telegram,DARK,1280"})
    void whatIsWrittenAndPressedIsAnswered(String service, ColorScheme scheme, int width) {
        try (BrowserContext context = DESK.get().visitor(new Look(service, width, 900, scheme))) {
            Page page = context.newPage();
            page.navigate("/try?as=" + service + "&role=moderator");
            page.fill("#say", "/latest");
            page.click(".composer button");
            page.locator("article").nth(0).waitFor();
            assertThat(page.locator("article").count()).isEqualTo(1);
            page.locator("article button[value^='1:/story']").first().click();
            page.locator("article").nth(1).waitFor();
            assertThat(page.locator("article").count()).isEqualTo(2);
            page.locator(".ideas button[value='/setup']").click();
            page.locator("article").nth(2).waitFor();
            assertThat(page.locator("article").last().textContent()).contains("Setting this place up");
            assertThat(BrowsedDesk.broken(page)).isEmpty();
            BrowsedDesk.picture(page, "chat-" + service);

            page.navigate("/preview");
            page.locator(".rooms a").first().click();
            page.locator(".tabs a[href$='as=" + service + "']").click();
            page.waitForURL(url -> url.endsWith("as=" + service));
            page.locator("article").nth(1).waitFor();
            assertThat(page.locator("article").count()).isEqualTo(2);
            assertThat(BrowsedDesk.broken(page)).isEmpty();
            BrowsedDesk.picture(page, "preview-" + service);
        }
    }
}
