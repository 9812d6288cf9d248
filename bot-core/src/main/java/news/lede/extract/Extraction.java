package news.lede.extract;

import java.util.List;
import java.util.Optional;

/** What came of reading one document. */
public sealed interface Extraction {
    /** A page: its main article, and those it carries in full under "related". */
    record Page(ExtractedArticle main, List<ExtractedArticle> listed) implements Extraction {
        public Page {
            listed = List.copyOf(listed);
        }
    }

    /** No article could be made of it; {@code reason} is for the log and for {@link Refusal}'s text. */
    record Refused(Refusal refusal, Optional<String> detail) implements Extraction {}

    /** Why a document is no article; each has its own advice for the person who handed it in. */
    enum Refusal {
        EMPTY,
        BINARY,
        NO_ARTICLE,
        PAYWALL_OR_CONSENT
    }
}
