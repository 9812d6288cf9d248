package news.lede.ingest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import news.lede.extract.ExtractedArticle;
import news.lede.extract.Origins;
import news.lede.fetch.Validators;
import news.lede.ingest.PageReader.PageReading;

/** Pages that answer what they were told to, and remember who asked; a page nobody told of is gone. Thread-safe. */
final class TestPages implements PageReader {
    static final Validators TAG = new Validators(Optional.of("\"v1\""), Optional.of("Monday"));

    private final Map<URI, PageReading> answers = new ConcurrentHashMap<>();
    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private final List<Validators> sent = new CopyOnWriteArrayList<>();

    @Override
    public PageReading read(URI page, Validators known) {
        asked.add(page);
        sent.add(known);
        return answers.getOrDefault(page, new PageReading.Gone(404));
    }

    void answer(String page, PageReading reading) {
        answers.put(URI.create(page), reading);
    }

    void answer(String page, String title, String... paragraphs) {
        answer(page, article(page, title, paragraphs));
    }

    static PageReading article(String page, String title, String... paragraphs) {
        return new PageReading.Read(
                new ExtractedArticle(
                        title,
                        Optional.of("Harbour Courier"),
                        Optional.empty(),
                        Optional.of(URI.create(page)),
                        List.of(paragraphs),
                        Optional.<Instant>empty(),
                        false,
                        Optional.empty(),
                        Optional.of("en"),
                        OptionalInt.empty(),
                        false,
                        new Origins(Optional.empty(), Optional.empty(), Optional.empty()),
                        0.9),
                List.of(URI.create(page)),
                TAG);
    }

    /** Pages asked for so far, in order. */
    List<String> asked() {
        return asked.stream().map(URI::toString).toList();
    }

    List<Validators> sent() {
        return List.copyOf(sent);
    }
}
