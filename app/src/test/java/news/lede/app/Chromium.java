package news.lede.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's Chromium, driven by Playwright. Nothing is downloaded: {@code .ci/run} installs the browser. Where there is none, tests that need one are skipped and say so; with {@code LEDE_CI} set they fail.
 */
final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/snap/bin/chromium"));

    private static final String NAMED = "LEDE_TEST_CHROMIUM";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        // Its sandbox needs rights that neither containers nor root have; all it visits is ours.
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--font-render-hinting=none")));
    }

    /** Starts it, or ends the test. */
    static Chromium start() {
        Optional<Path> executable = executable();
        if (executable.isEmpty()) {
            String say = "No Chromium is here (looked for " + PLACES
                    + "): install it with apt-get install chromium, or name it in " + NAMED
                    + ". The pages of the web desk are NOT tested in a browser.";
            if (System.getenv("LEDE_CI") != null) {
                throw new AssertionError(say);
            }
            Assumptions.abort(say);
        }
        return new Chromium(executable.orElseThrow());
    }

    private static Optional<Path> executable() {
        String named = System.getenv(NAMED);
        return named != null
                ? Optional.of(Path.of(named))
                : PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
