package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.lede.app.BrowsedDesk.Look;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the web desk in a real browser, light and dark, on a desk and on a phone: what it may weigh, what a reader of screens needs, that the policy is kept. */
class DeskInBrowserTest {
    private static final int MOST_BYTES = 150 * 1024;

    @TempDir
    private static Path folder = Path.of("");

    @RegisterExtension
    static final OpenDesk DESK = new OpenDesk(() -> folder);

    @Test
    void theNavigationLeadsSomewhere() {
        assertThat(DESK.get().pages()).containsKeys("today", "story", "story-timeline");
    }

    @TestFactory
    Stream<DynamicTest> everyPageKeepsTheRulesAndIsLight() {
        return DESK.get().pages().keySet().stream()
                .flatMap(name -> Look.ALL.stream()
                        .map(look -> DynamicTest.dynamicTest(name + ", " + look.name(), () -> look(name, look))));
    }

    private static void look(String name, Look look) {
        try (BrowserContext context = DESK.get().visitor(look)) {
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
            DESK.get().show(page, name);

            // Reading a body lets more answers come in.
            int weight = List.copyOf(answers).stream()
                    .filter(answer -> !answer.url().contains("/live"))
                    .mapToInt(answer -> answer.body().length)
                    .sum();
            // Taking a picture hides the caret by a style.
            List<String> rules = BrowsedDesk.broken(page);
            BrowsedDesk.picture(page, name + "-" + look.name());
            assertThat(rules).as("rules").isEmpty();
            if (!name.equals("nothing-here")) {
                assertThat(complaints).as("what the browser complains of").isEmpty();
                assertThat(answers).allMatch(answer -> answer.status() < 400);
            }
            assertThat(answers)
                    .as("nothing comes from elsewhere")
                    .allMatch(a -> a.url().startsWith(DESK.get().stand().address()));
            assertThat(weight).as("bytes").isLessThan(MOST_BYTES);
        }
    }
}
