package news.lede.summary;

import java.util.List;
import news.lede.story.StoryView;

/** Chooses the sentences that tell a story, verbatim, each with its evidence. Pure and thread-safe. */
public final class Summarizer {
    /** How much to tell. */
    public enum Length {
        /** One or two sentences, for lists. */
        LINE,
        /** Up to six sentences over all sources, for one story alone. */
        CARD
    }

    public Summarizer(ExtractLimit limit) {
        throw new UnsupportedOperationException();
    }

    /** In the order to read them; empty when nothing of the story may be quoted. The title is not repeated. */
    public List<Statement> summarize(StoryView story, Length length) {
        throw new UnsupportedOperationException();
    }
}
