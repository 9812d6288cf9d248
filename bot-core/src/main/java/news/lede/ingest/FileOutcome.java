package news.lede.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.extract.Extraction.Refusal;
import news.lede.opml.PassedOver;

/** What came of one file that was handed in. */
public sealed interface FileOutcome {
    Path path();

    /** {@code added} new articles, {@code known} that were there before; {@code changed} of these got a new source or key. */
    record Imported(Path path, int added, int known, List<ArticleId> changed) implements FileOutcome {
        public Imported {
            changed = List.copyOf(changed);
        }
    }

    /**
     * {@code added} sources from an OPML file, {@code known} that were there before, and what was passed over in it; {@code cut}: it holds more than are read.
     */
    record SourcesAdded(Path path, int added, int known, List<PassedOver> passedOver, boolean cut)
            implements FileOutcome {
        public SourcesAdded {
            passedOver = List.copyOf(passedOver);
        }
    }

    /** Found in a folder, and not of a kind that holds news: a picture, a script, notes. */
    record NotNews(Path path) implements FileOutcome {}

    /** Bigger than {@code limitBytes}; it was not read. */
    record TooBig(Path path, long bytes, long limitBytes) implements FileOutcome {}

    /** Read, and no article could be made of it. */
    record Refused(Path path, Refusal refusal, Optional<String> detail) implements FileOutcome {}

    /** A feed or list of feeds without a single entry that could be used. */
    record NothingInside(Path path) implements FileOutcome {}

    /** It could not be read; {@code why} is a sentence without its full stop. */
    record Unreadable(Path path, String why) implements FileOutcome {}

    /** Whether somebody has to do something about it. */
    default boolean failed() {
        return switch (this) {
            case Imported _, SourcesAdded _, NotNews _ -> false;
            case TooBig _, Refused _, NothingInside _, Unreadable _ -> true;
        };
    }
}
