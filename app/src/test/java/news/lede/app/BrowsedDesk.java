package news.lede.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import news.lede.time.SettableClock;
import org.jspecify.annotations.Nullable;

/** The web desk over the sample newsroom, in a browser of its own. Pages are found by the navigation, so a new one is there as soon as it can be reached. Pictures stand in {@code target/screenshots}. */
final class BrowsedDesk implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String RULES = rules();

    /** In milliseconds. Half a minute, which is usual, is too little for a machine that builds something else beside. */
    private static final double PATIENCE = 180_000;

    private final Chromium chromium;
    private final Newsstand stand;
    private @Nullable Map<String, String> pages;

    private BrowsedDesk(Chromium chromium, Newsstand stand) {
        this.chromium = chromium;
        this.stand = stand;
    }

    /** How somebody looks at it. */
    record Look(String name, int width, int height, ColorScheme scheme) {
        static final Look USUAL = new Look("desk-light", 1280, 900, ColorScheme.LIGHT);
        static final List<Look> ALL = List.of(
                USUAL,
                new Look("desk-dark", 1280, 900, ColorScheme.DARK),
                new Look("phone-light", 390, 844, ColorScheme.LIGHT),
                new Look("phone-dark", 390, 844, ColorScheme.DARK));
    }

    /** Starts both, or ends the test where there is no browser. */
    static BrowsedDesk open(Path folder) {
        Chromium chromium = Chromium.start();
        try {
            return new BrowsedDesk(chromium, new Newsstand(folder, clock()));
        } catch (RuntimeException e) {
            chromium.close();
            throw e;
        }
    }

    /** A clock that stands where the sample newsroom has news of the day. */
    static SettableClock clock() {
        return new SettableClock("2026-05-04T12:00:00Z");
    }

    Newsstand stand() {
        return stand;
    }

    /** Somebody who was never here. */
    BrowserContext visitor(Look look) {
        return visitor(look, true);
    }

    BrowserContext visitor(Look look, boolean scripts) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(look.width(), look.height())
                        .setColorScheme(look.scheme())
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(scripts)
                        .setBaseURL(stand.address()));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    /** Paths by names: those of the navigation, the first thing that each of them leads to, and every look at the first story. */
    Map<String, String> pages() {
        if (pages == null) {
            pages = found();
        }
        return pages;
    }

    private Map<String, String> found() {
        Map<String, String> found = new LinkedHashMap<>();
        try (BrowserContext context = visitor(Look.USUAL)) {
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

    /** One of the {@link #pages}. A page that hears of changes never falls silent, so its own end of loading is what counts. */
    void show(Page page, String name) {
        page.navigate(
                Objects.requireNonNull(pages().get(name)),
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    }

    /** One line for each rule of {@code accessibility.js} that what is shown breaks. */
    static List<String> broken(Page page) {
        return ((List<?>) page.evaluate(RULES)).stream().map(String::valueOf).toList();
    }

    /** Of all of it, as long as it is. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static String rules() {
        try (InputStream in = BrowsedDesk.class.getResourceAsStream("accessibility.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stand.close();
        chromium.close();
    }
}
