package news.lede.app;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import news.lede.article.ArticleId;

/** Makes what was stored ready to be asked for, so that no question has to wait for it. */
final class Preparation {
    /** Small enough that progress moves, big enough that the model works in batches. */
    private static final int EMBEDDING_BATCH = 32;

    private static final int TOPICS_AT_ONCE = 400;

    private static final int MOST_AGAIN = 2_000;

    private final InForce inForce;
    private final StoreWiring kept;
    private final NewsWiring news;
    private final Lede.Use use;
    /** How far {@link #follow} has come, and how far it had come the time before. */
    private long followed;

    private long read;
    private final MetChanges met = new MetChanges();

    Preparation(InForce inForce, StoreWiring kept, NewsWiring news, Lede.Use use) {
        this.inForce = inForce;
        this.kept = kept;
        this.news = news;
        this.use = use;
    }

    /** Told of work that takes long. */
    interface Progress {
        void done(int number, int of);
    }

    /** Brings the search index up to date, and prepares articles and topics for matching by meaning. */
    void prepare(List<ArticleId> changed, Progress progress) {
        kept.bringIndexUpToDate();
        if (use == Lede.Use.RUN) {
            matchTopics(changed);
        }
        if (news.embedder().enabled()) {
            embed(progress);
        }
        if (use == Lede.Use.RUN) {
            news.topicDesk().get().learn();
        }
    }

    /**
     * Catches up with what another process takes in, which makes the vectors: search and topics. What was read the last time is read once more, since its meanings may not have been there yet. For one thread.
     *
     * @param others is given what became another since the last time; what fails there or here is met again
     */
    void follow(Consumer<List<ArticleId>> others) {
        met.meet(kept.store().articles(), changed -> {
            follow(changed);
            others.accept(changed);
        });
    }

    private void follow(List<ArticleId> changed) {
        long last = kept.store().articles().last().value();
        List<ArticleId> again = LongStream.rangeClosed(Math.max(read, followed - MOST_AGAIN) + 1, followed)
                .mapToObj(ArticleId::new)
                .toList();
        kept.bringIndexUpToDate();
        matchTopics(again);
        matchTopics(changed);
        while (matchTopicsBack()) {
            // Until all is read.
        }
        read = followed == 0 ? last : followed;
        followed = last;
    }

    /** Reads what is new, and {@code changed} anew, for every topic: by words at once, by meaning when there is a vector. */
    private void matchTopics(List<ArticleId> changed) {
        news.topicDesk().get().changed(changed);
        while (news.topicDesk().get().read(TOPICS_AT_ONCE) > 0) {
            // Until nothing is new.
        }
    }

    /** Reads the next of what topics do not know yet, from before the start or from before a topic was defined. Whether there is more. */
    boolean matchTopicsBack() {
        matchTopics(List.of());
        boolean more = news.topicDesk().get().readBack(TOPICS_AT_ONCE);
        news.topicDesk().get().learn();
        return more;
    }

    private void embed(Progress progress) {
        List<ArticleId> missing = news.topicDesk().get().unprepared();
        for (int from = 0; from < missing.size(); from += EMBEDDING_BATCH) {
            int to = Math.min(from + EMBEDDING_BATCH, missing.size());
            if (!news.topicDesk().get().embed(missing.subList(from, to))) {
                // The log has told that the model does not work here; topics go by words.
                return;
            }
            progress.done(to, missing.size());
        }
        news.topicDesk().get().prepare(inForce.topics());
    }
}
