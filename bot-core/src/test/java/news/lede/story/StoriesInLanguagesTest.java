package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.article.NewArticle;
import news.lede.text.Language;
import news.lede.text.LanguageDetector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two papers on one event and a third article on another, in languages with and without spaces, capitals and stems. */
class StoriesInLanguagesTest {
    private record Written(String title, String text) {}

    private static final Map<String, List<Written>> WRITTEN = read();

    static Stream<String> languages() {
        return WRITTEN.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theLanguageOfEachArticleIsTold(String language) {
        assertThat(of(language))
                .allSatisfy(article -> assertThat(LanguageDetector.detect(article.title() + "\n" + article.text()))
                        .isEqualTo(new Language(language)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void oneEventIsOneStoryAndAnotherIsNot(String language) {
        Newsroom news = new Newsroom();
        List<StoryId> stories = new ArrayList<>();
        for (Written article : of(language)) {
            stories.add(news.read(article(article, stories.size(), language)).id());
        }

        assertThat(stories.get(1)).isEqualTo(stories.get(0));
        assertThat(stories.get(2)).isNotEqualTo(stories.get(0));
    }

    @Test
    void storiesAreFormedPerLanguageWhateverStandsBesideThem() {
        Newsroom news = new Newsroom();
        Map<String, List<StoryId>> stories = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            for (String language : WRITTEN.keySet()) {
                Written article = of(language).get(i);
                stories.computeIfAbsent(language, _ -> new ArrayList<>())
                        .add(news.read(article(article, i, language)).id());
            }
        }

        assertThat(stories.values()).allSatisfy(own -> {
            assertThat(own.get(1)).isEqualTo(own.get(0));
            assertThat(own.get(2)).isNotEqualTo(own.get(0));
        });
        assertThat(stories.values().stream().flatMap(List::stream).distinct()).hasSize(2 * WRITTEN.size());
    }

    private static NewArticle article(Written written, int number, String language) {
        return Newsroom.text(
                written.title(),
                written.text(),
                "Paper " + number,
                Newsroom.NOON.plus(Duration.ofHours(number)),
                language);
    }

    private static List<Written> of(String language) {
        return Objects.requireNonNull(WRITTEN.get(language));
    }

    private static Map<String, List<Written>> read() {
        Map<String, List<Written>> read = new LinkedHashMap<>();
        try (InputStream in = StoriesInLanguagesTest.class.getResourceAsStream("/news/lede/story/languages.txt")) {
            String all = new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
            all.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split(" \\| ", 3);
                read.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(new Written(parts[1], parts[2]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
