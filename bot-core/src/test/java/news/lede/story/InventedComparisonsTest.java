package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Small invented stories with what their sources differ in, {@code comparisons.txt}; half of them are traps. */
class InventedComparisonsTest {
    private record Story(String name, List<String> expected, ToldStory told) {}

    @TestFactory
    Stream<DynamicTest> whatSourcesDifferInIsFoundAndNothingElse() throws IOException {
        return stories().stream()
                .map(story -> DynamicTest.dynamicTest(
                        story.name,
                        () -> assertThat(differences(Comparison.of(story.told.view())))
                                .containsExactlyInAnyOrderElementsOf(story.expected)));
    }

    private static List<String> differences(Comparison comparison) {
        List<String> found = new ArrayList<>();
        comparison
                .figures()
                .forEach(dispute ->
                        found.add(dispute.standing().name().toLowerCase(Locale.ROOT) + " " + dispute.counted()));
        Stream.concat(comparison.attribution().stream(), comparison.dates().stream())
                .forEach(difference -> found.add(
                        difference.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return found;
    }

    private static List<Story> stories() throws IOException {
        List<Story> stories = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(InventedComparisonsTest.class.getResourceAsStream("comparisons.txt"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] parts = line.split(" \\| ");
                if (line.startsWith("## ")) {
                    List<String> expected = parts[2].equals("none") ? List.of() : Arrays.asList(parts[2].split("; "));
                    stories.add(new Story(parts[0].substring(3), expected, new ToldStory(parts[1])));
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    stories.getLast().told.says(parts[0], Integer.parseInt(parts[1]), parts[2]);
                }
            }
        }
        return stories;
    }
}
