package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.community.Follows;
import news.lede.community.Limits;
import news.lede.extract.Document;
import news.lede.extract.DocumentExtractor;
import news.lede.extract.Extraction;
import news.lede.feed.FeedParser;
import news.lede.store.InMemoryStore;
import news.lede.text.Language;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileImportTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    private static final FeedParser FEEDS = new FeedParser();
    private static final DocumentExtractor EXTRACTOR = new DocumentExtractor();
    private static final List<String> PLACES = List.of("Larkhaven", "Port Ellery", "Tarn Hill", "Osmere", "Wick");

    private final InMemoryStore store = new InMemoryStore();

    @TempDir
    private Path folder;

    private FileImport importing(InMemoryStore into, Function<Document, Extraction> reader) {
        SettableClock clock = new SettableClock(NOW);
        return new FileImport(
                reader,
                document -> FEEDS.parse(document.bytes(), document.address(), document.charset()),
                _ -> Optional.of(Language.ENGLISH),
                new Intake(TestStoring.over(into, clock)),
                into.sources(),
                new Follows(
                        into.transactor(),
                        into.sources(),
                        into.communities(),
                        into.pollStates(),
                        List::of,
                        new Limits(into.quotas()),
                        Duration.ofMinutes(15),
                        clock),
                clock);
    }

    private List<FileOutcome> importAll(FileImport importing) {
        return importing.run(List.of(folder), Optional.of(NOW), (_, _, _) -> {});
    }

    /** One file after the other, each by an import of its own. */
    private List<FileOutcome> importEach(InMemoryStore into) throws IOException {
        List<FileOutcome> outcomes = new ArrayList<>();
        FileImport importing = importing(into, EXTRACTOR::extract);
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                // Named, a file of another kind would be meant; in a folder of its own it is not.
                Path alone = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-alone"));
                Path only = Files.copy(file, alone.resolve(file.getFileName()));
                importing
                        .run(List.of(alone), Optional.of(NOW), (_, _, _) -> {})
                        .forEach(outcome -> outcomes.add(moved(outcome, file)));
                Files.delete(only);
            }
        }
        return outcomes;
    }

    private static FileOutcome moved(FileOutcome outcome, Path to) {
        return switch (outcome) {
            case FileOutcome.Imported o -> new FileOutcome.Imported(to, o.added(), o.known(), o.changed());
            case FileOutcome.SourcesAdded o ->
                new FileOutcome.SourcesAdded(to, o.added(), o.known(), o.passedOver(), o.cut());
            case FileOutcome.NotNews _ -> new FileOutcome.NotNews(to);
            case FileOutcome.TooBig o -> new FileOutcome.TooBig(to, o.bytes(), o.limitBytes());
            case FileOutcome.Refused o -> new FileOutcome.Refused(to, o.refusal(), o.detail());
            case FileOutcome.NothingInside _ -> new FileOutcome.NothingInside(to);
            case FileOutcome.Unreadable o -> new FileOutcome.Unreadable(to, o.why());
        };
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private static String page(int number) {
        String place = PLACES.get(number % PLACES.size());
        return """
                <!doctype html><html lang="en"><head><title>Council of %1$s votes on bridge %2$d</title></head><body><article>
                <h1>Council of %1$s votes on bridge %2$d</h1>
                <p>The council of %1$s voted on Monday to repair bridge %2$d, which had been closed since the storm in March and was missed by all.</p>
                <p>Work on bridge %2$d is to begin in June and will cost %3$d million crowns, the mayor told a meeting that lasted until midnight.</p>
                <p>People who live near the river said that they had waited long enough and would come to watch the first stone being laid.</p>
                </article></body></html>
                """.formatted(place, number, 2 + number % 7);
    }

    private static String feed(int number) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < number % 4; i++) {
            items.append(
                    "<item><title>Short note %d of feed %d</title><link>https://notes.example/%d/%d</link><description>What was noted in %s.</description></item>"
                            .formatted(i, number, number, i, PLACES.get(i)));
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Notes</title>" + items + "</channel></rss>";
    }

    private static String listOfFeeds(int number) {
        return "<?xml version=\"1.0\"?><opml version=\"2.0\"><head/><body><outline text=\"Paper\" type=\"rss\" xmlUrl=\"https://paper"
                + number + ".example/feed\"/></body></opml>";
    }

    /** Pages, some twice, feeds, empty ones, lists of feeds, pictures and rubbish, in an order of their own. */
    private void mix(Random random) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, random);
        for (int i = 0; i < numbers.size(); i++) {
            int kind = random.nextInt(10);
            String name = "file%03d".formatted(i);
            int number = numbers.get(i);
            switch (kind) {
                case 0 -> write(name + ".html", "");
                case 1 -> write(name + ".xml", feed(number));
                case 2 -> write(name + ".opml", listOfFeeds(number % 3));
                case 3 -> write(name + ".png", "\u0089PNG and so on");
                case 4 -> write(name + ".html", "<html><body><p>Nothing.</p></body></html>");
                case 5 -> write(name + ".html", page(number / 10));
                default -> write(name + ".html", page(number));
            }
        }
    }

    private static List<String> stored(InMemoryStore of) {
        List<String> lines = new ArrayList<>();
        for (Article article : of.articles().after(new ArticleId(0), 1_000)) {
            lines.add(article + " in " + of.stories().storyOf(article.id()).orElseThrow());
        }
        of.sources().all().forEach(source -> lines.add(source.toString()));
        of.announcements().after(0, 1_000).forEach(announcement -> lines.add(announcement.toString()));
        return lines;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whicheverFileIsReadFirst_thenAllIsStoredAndToldAsOneAfterTheOther(long seed) throws IOException {
        Random random = new Random(seed);
        mix(random);
        InMemoryStore other = new InMemoryStore();
        List<FileOutcome> expected = importEach(other);

        List<FileOutcome> outcomes = importAll(importing(store, document -> {
            // Some take a thousand times as long as others.
            long rounds = 1L << (document.bytes().length * 31L + seed) % 18;
            for (long i = 0; i < rounds; i++) {
                Thread.onSpinWait();
            }
            return EXTRACTOR.extract(document);
        }));

        assertThat(outcomes).isEqualTo(expected);
        assertThat(stored(store)).isEqualTo(stored(other)).isNotEmpty();
    }

    @Test
    void eachFileIsToldWithItsNumberWhenItIsStored() throws IOException {
        for (int i = 0; i < 3 * Storing.AT_ONCE; i++) {
            write("page%03d.html".formatted(i), page(i));
        }
        List<Integer> numbers = new ArrayList<>();

        List<FileOutcome> outcomes = importing(store, EXTRACTOR::extract)
                .run(List.of(folder, folder.resolve("missing.html")), Optional.of(NOW), (outcome, number, of) -> {
                    assertThat(of).isEqualTo(3 * Storing.AT_ONCE + 1);
                    if (outcome instanceof FileOutcome.Imported) {
                        assertThat(store.articles().count()).isGreaterThanOrEqualTo(number - 1);
                    }
                    numbers.add(number);
                });

        assertThat(numbers).hasSize(outcomes.size()).isSorted().startsWith(1);
        assertThat(outcomes.getFirst()).isInstanceOf(FileOutcome.Unreadable.class);
        assertThat(outcomes).extracting(FileOutcome::path).isSorted();
    }

    @Test
    void aFileThatBreaksItsReaderCostsItselfOnly() throws IOException {
        write("a.html", page(1));
        write("b.html", "<html><body>breaks</body></html>");
        write("c.html", "<html><body>nests</body></html>");
        write("d.html", page(2));

        List<FileOutcome> outcomes = importAll(importing(store, document -> {
            String text = new String(document.bytes(), StandardCharsets.UTF_8);
            if (text.contains("breaks")) {
                throw new IllegalStateException("odd markup");
            }
            if (text.contains("nests")) {
                throw new StackOverflowError();
            }
            return EXTRACTOR.extract(document);
        }));

        assertThat(outcomes).extracting(FileOutcome::failed).containsExactly(false, true, true, false);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        FileOutcome.Unreadable.class, o -> assertThat(o.why()).contains("odd markup"));
        assertThat(store.articles().count()).isEqualTo(2);
    }

    @Test
    void whatTheMachineLacksIsNoFaultOfAFile() throws IOException {
        write("a.html", page(1));

        assertThatThrownBy(() -> importAll(importing(store, _ -> {
                    throw new OutOfMemoryError("no heap");
                })))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void whenInterrupted_thenWhatIsStoredIsToldAndNoMoreIsRead() throws IOException {
        for (int i = 0; i < 100; i++) {
            write("page%03d.html".formatted(i), page(i));
        }
        AtomicInteger read = new AtomicInteger();

        List<FileOutcome> outcomes = importing(store, document -> {
                    read.incrementAndGet();
                    return EXTRACTOR.extract(document);
                })
                .run(List.of(folder), Optional.of(NOW), (_, number, _) -> {
                    if (number == 5) {
                        Thread.currentThread().interrupt();
                    }
                });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcomes).hasSizeBetween(5, 5 + Storing.AT_ONCE);
        assertThat(store.articles().count()).isEqualTo(outcomes.size());
        assertThat(read.get()).isLessThan(100);
    }
}
