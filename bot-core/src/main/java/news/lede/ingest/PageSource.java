package news.lede.ingest;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import news.lede.extract.Document;
import news.lede.extract.Extraction;
import news.lede.source.SourceId;

/** Stores what a page holds that is a source itself: it is its own only entry. Thread-safe. */
final class PageSource {
    private final Function<Document, Extraction> extractor;
    private final Drafting drafting;
    private final Intake intake;
    private final ReentrantLock oneStream = new ReentrantLock();

    PageSource(Function<Document, Extraction> extractor, Drafting drafting, Intake intake) {
        this.extractor = extractor;
        this.drafting = drafting;
        this.intake = intake;
    }

    /** What came of a page. */
    sealed interface Result {
        /** So many articles that are new. */
        record Stored(int added) implements Result {}

        record NoArticle(String why) implements Result {}
    }

    Result read(Document page, SourceId source) {
        return switch (extractor.apply(page)) {
            case Extraction.Page found -> new Result.Stored(store(drafting.page(found, page.savedAt()), source));
            case Extraction.Refused refused ->
                new Result.NoArticle(refused.refusal().toString());
        };
    }

    private int store(Bundle bundle, SourceId source) {
        oneStream.lock();
        try {
            return intake.store(bundle, source).added().size();
        } finally {
            oneStream.unlock();
        }
    }
}
