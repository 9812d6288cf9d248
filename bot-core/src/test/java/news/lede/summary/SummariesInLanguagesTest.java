package news.lede.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.summary.Summarizer.Length;
import news.lede.text.Language;
import news.lede.text.ReadingTime;
import news.lede.text.Sentences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One invented story of three paragraphs in each language, with abbreviations, initials, decimals, quotations and questions. */
class SummariesInLanguagesTest {
    private record Told(Language language, String title, List<List<String>> paragraphs) {
        StoryView story() {
            List<String> texts = paragraphs.stream()
                    .map(sentences -> String.join(" ", sentences))
                    .toList();
            Article article = new Article(
                    new ArticleId(1),
                    new ReportId(1),
                    title,
                    Optional.of("Corran Post"),
                    Optional.empty(),
                    texts,
                    Instant.EPOCH,
                    false,
                    language,
                    OptionalInt.empty(),
                    Instant.EPOCH);
            return new StoryView(new StoryId(1), 1, language, title, List.of(article));
        }

        List<String> sentences() {
            return paragraphs.stream().flatMap(List::stream).toList();
        }

        @Override
        public String toString() {
            return language.code();
        }
    }

    static Stream<Told> stories() {
        String text = resource("languages.txt");
        return Arrays.stream(text.split("\n\n"))
                .map(block -> block.lines().filter(l -> !l.startsWith("#")).toList())
                .filter(lines -> lines.size() == 5)
                .map(lines -> new Told(
                        new Language(lines.get(0)),
                        lines.get(1),
                        lines.subList(2, 5).stream()
                                .map(p -> Arrays.stream(p.split("‖"))
                                        .map(String::strip)
                                        .toList())
                                .toList()));
    }

    static String resource(String name) {
        try (InputStream in = SummariesInLanguagesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void sentencesEndWhereAReaderWouldEndThem(Told told) {
        for (List<String> sentences : told.paragraphs()) {
            String paragraph = String.join(" ", sentences);
            assertThat(Sentences.split(paragraph, told.language()).stream()
                            .map(s -> s.in(paragraph))
                            .toList())
                    .isEqualTo(sentences);
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void summariesAreWholeSentencesInOrderWithinTheirLength(Told told) {
        StoryView story = told.story();
        for (Length length : Length.values()) {
            List<String> summary = new Summarizer(ExtractLimit.DEFAULT)
                    .summarize(story, length).stream().map(Statement::text).toList();
            assertThat(summary).as(length.name()).isNotEmpty().isSubsetOf(told.sentences());
            List<Integer> places = new ArrayList<>();
            summary.forEach(sentence -> places.add(told.sentences().indexOf(sentence)));
            assertThat(places).isSorted();
            assertThat(summary.stream().mapToDouble(ReadingTime::seconds).sum())
                    .as(length.name())
                    .isLessThanOrEqualTo(Math.max(length.seconds(), ReadingTime.seconds(summary.getFirst())));
            assertThat(String.join("", summary).length()).isLessThanOrEqualTo(420);
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theLeadComesFirstAndNoSentenceLeansOnWhatIsNotShown(Told told) {
        List<String> summary = new Summarizer(ExtractLimit.DEFAULT)
                .summarize(told.story(), Length.CARD).stream()
                        .map(Statement::text)
                        .toList();
        assertThat(summary).startsWith(told.sentences().getFirst());
        for (String sentence : summary) {
            int at = told.sentences().indexOf(sentence);
            boolean leans =
                    Leaning.leans(sentence, told.language()) || Speech.speakerMissing(sentence, told.language());
            assertThat(!leans || at > 0 && summary.contains(told.sentences().get(at - 1)))
                    .as(sentence)
                    .isTrue();
        }
    }
}
