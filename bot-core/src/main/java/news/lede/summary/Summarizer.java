package news.lede.summary;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import news.lede.story.StoryView;

/**
 * Chooses the sentences that tell a story, verbatim, each with its evidence. The same story is told the same way; thread-safe.
 *
 * <p>Position leads: nothing measured beats what an editor put first by much. {@link SentenceChoice} tells how sentences are weighed; here stands how many
 * may be shown. A sentence is shown whole or not at all.
 */
public final class Summarizer {
    /** How much to tell, by the time it takes to read. */
    public enum Length {
        /** A quarter of a minute, one or two sentences: for lists. */
        LINE(new Extent(2, 15.5, Integer.MAX_VALUE)),
        /** Half a minute, up to four sentences: for a briefing, and for one article. */
        CARD(new Extent(4, 30, Integer.MAX_VALUE)),
        /** A minute and a half over all sources: for one story alone. */
        FULL(new Extent(8, 90, Integer.MAX_VALUE));

        private final Extent extent;

        Length(Extent extent) {
            this.extent = extent;
        }

        /** The longest it takes to read, in seconds, but for a first sentence that is longer. */
        public double seconds() {
            return extent.seconds();
        }
    }

    /** A few thousand stories told at each length are a few megabytes; the views themselves are cached by their number too. */
    private static final int MOST_CACHED = 2_000;

    private final Supplier<ExtractLimit> limit;

    /** What was told of a view while {@code limit} held. */
    private record Told(ExtractLimit limit, Map<Length, List<Statement>> statements) {
        static Told nothing(ExtractLimit limit) {
            return new Told(limit, new ConcurrentHashMap<>());
        }
    }

    /** By the view itself, not its content: views are cached, and a story that changed is another view. */
    private final Cache<StoryView, Told> told = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MOST_CACHED)
            .executor(Runnable::run)
            .build();

    public Summarizer(ExtractLimit limit) {
        this(() -> limit);
    }

    /** {@code limit} is asked for each answer: the operator may change it at any time. */
    public Summarizer(Supplier<ExtractLimit> limit) {
        this.limit = limit;
    }

    /** A fresh allowance: make one for each answer that holds several stories. */
    public Allowance allowance() {
        return new Allowance(limit.get());
    }

    /** In the order to read them; empty when nothing of the story may be quoted. The title is not repeated. */
    public List<Statement> summarize(StoryView story, Length length) {
        return summarize(story, length, allowance());
    }

    /**
     * The same within an answer that shows other stories too: what they showed of an article counts. Where they showed nothing of this story's articles, what was chosen for the view before is
     * told again.
     */
    public List<Statement> summarize(StoryView story, Length length, Allowance allowance) {
        ExtractLimit now = limit.get();
        if (!allowance.untouched(story.articles(), now)) {
            return DisputeNotes.marked(story, summarize(story, length.extent, allowance));
        }
        Told known = told.get(story, _ -> Told.nothing(now));
        if (!known.limit().equals(now)) {
            known = Told.nothing(now);
            told.put(story, known);
        }
        List<Statement> statements = known.statements()
                .computeIfAbsent(
                        length, _ -> DisputeNotes.marked(story, summarize(story, length.extent, new Allowance(now))));
        for (Statement statement : statements) {
            allowance.spend(
                    statement.evidence().getFirst().article(), statement.text().length());
        }
        return statements;
    }

    /** Any length, whatever other sources say of its figures. */
    public static List<Statement> summarize(StoryView story, Extent extent, Allowance allowance) {
        Room room = new Room(extent, allowance);
        return SentenceChoice.choose(story.title(), story.articles(), room).stream()
                .map(chosen -> chosen.sentence().statement(chosen.support()))
                .filter(EvidenceGate::passes)
                .toList();
    }

    /** What of the answer is left for one story. */
    private static final class Room implements SentenceChoice.Budget {
        private final Extent extent;
        private final Allowance allowance;
        private int sentences;
        private double seconds;
        private int words;

        Room(Extent extent, Allowance allowance) {
            this.extent = extent;
            this.allowance = allowance;
        }

        @Override
        public boolean takes(Candidate sentence) {
            // The first sentence may be longer than a line should be: a long sentence tells more than none.
            boolean fits = sentences == 0
                    || (seconds + sentence.seconds() <= extent.seconds()
                            && words + sentence.spacedWords() <= extent.words());
            if (!fits || full() || !allowance.permits(sentence.article(), sentence.length())) {
                return false;
            }
            allowance.spend(sentence.article(), sentence.length());
            sentences++;
            seconds += sentence.seconds();
            words += sentence.spacedWords();
            return true;
        }

        @Override
        public boolean full() {
            return sentences == extent.sentences();
        }

        @Override
        public double spare() {
            double used = Math.max((double) sentences / extent.sentences(), seconds / extent.seconds());
            return 1 - Math.max(used, (double) words / extent.words());
        }

        @Override
        public double suits(Candidate first) {
            return Math.sqrt(Math.min(1, extent.seconds() / first.seconds()));
        }
    }
}
