package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Precision and recall of {@link Figures} on our own sentences, {@code figures.txt}. */
class FigureSentencesTest {
    private static final double PRECISION = 0.97;
    private static final double RECALL = 0.97;

    /** A sentence with the figures it states, each as the list writes it. */
    private record Sentence(String language, String text, List<String> stated) {}

    @Test
    void whatSentencesStateIsFoundAndNothingElse() throws IOException {
        int right = 0;
        int found = 0;
        int stated = 0;
        List<String> wrong = new ArrayList<>();
        for (Sentence sentence : sentences()) {
            List<String> read = Figures.in(sentence.text, new Language(sentence.language)).stream()
                    .filter(figure -> figure.quantity() && figure.scope() == Figure.Scope.WHOLE)
                    .map(FigureSentencesTest::written)
                    .toList();
            List<String> left = new ArrayList<>(sentence.stated);
            for (String figure : read) {
                if (left.remove(figure) || left.remove(withoutCounted(figure))) {
                    right++;
                }
            }
            found += read.size();
            stated += sentence.stated.size();
            if (!left.isEmpty() || read.size() != sentence.stated.size()) {
                wrong.add(sentence.text + " stated " + sentence.stated + " read " + read);
            }
        }
        String told = String.join("\n", wrong);
        assertThat((double) right / found).as("precision\n%s", told).isGreaterThanOrEqualTo(PRECISION);
        assertThat((double) right / stated).as("recall\n%s", told).isGreaterThanOrEqualTo(RECALL);
    }

    @Test
    void thereAreAtLeastAHundredAndFiftySentencesInFourteenLanguages() throws IOException {
        assertThat(sentences()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(sentences().stream().map(Sentence::language).distinct()).hasSize(14);
    }

    private static String written(Figure figure) {
        String bound = switch (figure.bound()) {
            case EXACT -> "=";
            case ABOUT -> "~";
            case AT_LEAST -> ">=";
            case MORE_THAN -> ">";
            case AT_MOST -> "<=";
            case LESS_THAN -> "<";
            case NEARLY -> "-~";
        };
        String top =
                figure.upTo().map(BigDecimal::toPlainString).map(t -> ".." + t).orElse("");
        String unit = figure.unit().isEmpty() ? "" : " " + figure.unit();
        String counted = figure.counted().isEmpty() ? "" : " " + figure.counted();
        return bound + figure.value().toPlainString() + top + unit + counted;
    }

    /** Where the list does not say what a measure is of. */
    private static String withoutCounted(String written) {
        String[] parts = written.split(" ");
        return parts.length < 2 ? written : parts[0] + " " + parts[1] + " *";
    }

    private static List<Sentence> sentences() throws IOException {
        try (InputStream in = Objects.requireNonNull(FigureSentencesTest.class.getResourceAsStream("figures.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(FigureSentencesTest::sentence)
                    .toList();
        }
    }

    private static Sentence sentence(String line) {
        String[] parts = line.split("\\|", -1);
        List<String> stated = Arrays.stream(parts[2].split(";"))
                .map(String::strip)
                .filter(figure -> !figure.isEmpty())
                .toList();
        return new Sentence(parts[0].strip(), parts[1].strip(), stated);
    }
}
