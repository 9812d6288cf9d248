package news.lede.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** To write both pages anew after changing the plan, run with {@code -Dlede.write=true}. */
class ScalePlanTest {
    private static final Path DOCS = Path.of("..", "docs", "operations");

    @Nested
    class ThePages {
        @Test
        void theArithmeticOfThePageIsThatOfThePlan() throws IOException {
            compare("scale.md", new ScalePlan(ScalePlan.shipped()).tables(Map.of()));
        }

        @Test
        void soAreTheSizesSideBySide() throws IOException {
            compare("cluster.md", new ScalePlan(ScalePlan.shipped()).sideBySide());
        }

        private void compare(String name, String tables) throws IOException {
            Path page = DOCS.resolve(name);
            String text = Files.readString(page);
            int start = text.indexOf("<!-- by benchmarks/scale");
            int begin = text.indexOf('\n', start) + 1;
            int end = text.indexOf("<!-- end -->", begin);
            assertThat(start).as("the mark in " + name).isNotNegative();
            assertThat(end).as("the end of it in " + name).isNotNegative();
            String between = tables.strip() + "\n";
            if (Boolean.getBoolean("lede.write")) {
                Files.writeString(page, text.substring(0, begin) + between + text.substring(end));
            } else {
                assertThat(text.substring(begin, end)).isEqualTo(between);
            }
        }
    }

    @Nested
    class APlan {
        private final Plan plan = Plan.read(List.of(
                "# Asked",
                "!people = 2_000 | | people",
                "",
                "# Found",
                "> What follows.",
                "!messages = people * 3 | | messages",
                "room = messages * 500 | bytes | room"));

        @Test
        void eachNumberStandsBesideItsFormula() {
            assertThat(new ScalePlan(plan).tables(Map.of())).isEqualTo("""
                    ### Asked

                    | | | how |
                    | --- | --- | --- |
                    | people | **2,000** | `people` |

                    ### Found

                    What follows.

                    | | | how |
                    | --- | --- | --- |
                    | messages | **6,000** | `messages` = `people * 3` |
                    | room | **3 MB** | `room` = `messages * 500` |
                    """);
        }

        @Test
        void whatIsGivenTakesThePlaceOfAnInputOrOfAFormula() {
            assertThat(plan.values(Map.of("people", "10"))).containsEntry("room", 15_000.0);
            assertThat(new ScalePlan(plan).tables(Map.of("messages", "people * 4 + 1")))
                    .contains("| messages | **8,001** | `messages` = `people * 4 + 1` |");
        }

        @Test
        void whatThePlanDoesNotHaveIsSaid() {
            assertThatThrownBy(() -> plan.values(Map.of("peopel", "1"))).hasMessageContaining("peopel");
            assertThatThrownBy(() -> Plan.read(List.of("a = b | | x")).values(Map.of()))
                    .hasMessage("a uses b, which no line before it has");
            assertThatThrownBy(() ->
                            Plan.read(List.of("a = 1 | | x", "a = 2 | | x")).values(Map.of()))
                    .hasMessage("a stands twice");
            assertThatThrownBy(() -> Plan.read(List.of("# A", "a = 1"))).hasMessageContaining("line 2");
            assertThatThrownBy(() -> Plan.read(List.of("a = 1 | miles | x"))).hasMessageContaining("miles");
        }
    }
}
