package news.lede.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.community.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * Matches articles with topics, for questions and for whoever tells of news: one score for all. Thread-safe.
 *
 * <p>Each article is read once, soon after it is stored, and what topics need of it is kept in memory for the newest {@value #ROOM} (some 45 MB when all are there). What topics are learnt from those
 * articles is learnt again as they become more. All of it is made from the store and may be lost. An article is first matched by its words, and by its meaning as well once it has a vector.
 */
public final class TopicDesk {
    /** A week of a large installation, years of a small one. */
    private static final int ROOM = 50_000;

    /** Articles read where nothing was read before the first question; more would keep the asker waiting. */
    private static final int FIRST = 800;

    /** Articles that a question reads if they came in just before it. */
    private static final int LATE = 50;

    /** Articles that topics are learnt from. */
    private static final int SAMPLE = 6_000;

    /** Articles whose meanings say what is usual. */
    private static final int RECENT = 2_000;

    private static final double OUT_OF_REACH = -4;

    /** What topics are learnt from has to become so many times more before they are learnt again. */
    private static final double GROWTH = 1.5;

    private final ArticleVectors articleVectors;
    private final TopicVectors topicVectors;
    private final TopicNumbers numbers = new TopicNumbers();
    private final ArticleWindow window;
    private final WindowReading reading;
    private final Teaching teaching;
    private final Supplier<List<Topic>> shipped;
    private final ReentrantLock learning = new ReentrantLock();
    private volatile @Nullable Learnt learnt;

    /** What was learnt of {@code topics}, from how much. */
    private record Learnt(List<Topic> topics, TopicProfiles profiles, int articles, long meanings, long newest) {
        boolean isOutgrownBy(int articlesNow, long meaningsNow, long newestNow) {
            return articlesNow >= GROWTH * articles
                    || meaningsNow >= GROWTH * Math.max(TopicExamples.FEWEST, meanings)
                    || newestNow - newest >= Math.max(TopicExamples.FEWEST, articles) / 2;
        }
    }

    /** {@code shipped}: the topics of every workspace, which contend for what is an example of which; one and the same list as long as nothing of it changes. */
    public TopicDesk(
            Articles articles, Embedder embedder, Vectors vectors, TopicVotes votes, Supplier<List<Topic>> shipped) {
        this(articles, embedder, vectors, votes, shipped, ROOM);
    }

    TopicDesk(
            Articles articles,
            Embedder embedder,
            Vectors vectors,
            TopicVotes votes,
            Supplier<List<Topic>> shipped,
            int room) {
        this.articleVectors = new ArticleVectors(articles, embedder, vectors);
        this.topicVectors = new TopicVectors(embedder, vectors);
        this.window = new ArticleWindow(room);
        this.reading = new WindowReading(articles, articleVectors, numbers, window);
        this.teaching = new Teaching(votes, topicVectors, reading, window);
        this.shipped = shipped;
    }

    /**
     * How well an article fits a topic, comparable between topics. {@code fits}: whether somebody who wants the topic should get the article. {@code words}: the topic's, as written in the article.
     */
    public record Match(TopicId topic, double score, boolean fits, List<String> words) {
        public Match {
            words = List.copyOf(words);
        }
    }

    /** How a stored article fits each of {@code topics}, in their order, in {@code workspace}; empty when there is no such article. */
    public List<Match> matches(ArticleId article, List<Topic> topics, WorkspaceId workspace) {
        numbers.of(topics);
        TopicProfiles profiles = profiles();
        List<ArticleReading> read = window.find(article)
                .filter(known -> known.hits().known() >= numbers.next())
                .map(List::of)
                .orElseGet(() -> reading.readAgain(List.of(article)));
        List<Match> matches = new ArrayList<>();
        for (ArticleReading found : read) {
            for (Topic topic : topics) {
                TopicProfile profile = profiles.of(topic, List.of());
                TopicProfile.Fit fit = profile.fit(found);
                // Votes move no article from so far below; asking for them costs more than the score.
                if (profile.margin(fit) > OUT_OF_REACH) {
                    profile = profiles.of(topic, teaching.votes(topic, workspace));
                    fit = profile.fit(found);
                }
                matches.add(new Match(topic.id(), fit.score(), profile.wants(fit), fit.words()));
            }
        }
        return matches;
    }

    /** Reads articles that came in since, at most {@code most}. How many they were; 0 also while another thread reads. */
    public int read(int most) {
        numbers.of(shipped.get());
        return reading.readNew(most);
    }

    /** Reads older articles that are not read yet, at most {@code most}. Whether there may be more. */
    public boolean readBack(int most) {
        numbers.of(shipped.get());
        return reading.readOlder(most) > 0;
    }

    /** Reads articles anew whose text is another now. */
    public void changed(Collection<ArticleId> articles) {
        reading.readAgain(articles);
    }

    /** Lets go of articles that the store has no more. */
    public void forget(Collection<ArticleId> gone) {
        reading.forget(gone);
    }

    /** Makes vectors of at most {@code limit} articles that have none yet, newest first; does nothing without an {@link Embedder}. */
    public void prepare(int limit) {
        embed(articleVectors.missing(limit));
    }

    /** Articles that have no vector yet, newest first; none without an {@link Embedder}. */
    public List<ArticleId> unprepared() {
        return articleVectors.missing(Integer.MAX_VALUE);
    }

    /** Makes vectors of these articles, which have none yet. False when the model does not work here, which the log has told. */
    public boolean embed(List<ArticleId> articles) {
        Optional<Map<ArticleId, float[]>> made = articleVectors.make(articles);
        made.orElse(Map.of())
                .forEach((article, vector) ->
                        window.find(article).ifPresent(known -> window.put(known.with(CompactVector.of(vector)))));
        return made.isPresent();
    }

    /** Makes the vectors that matching these topics needs, so that the first question about them waits for no model. */
    public void prepare(Collection<Topic> topics) {
        topicVectors.prepare(topics);
    }

    /** Learns topics again if articles have become many more, and scores them, so that no question has to wait for it. */
    public void learn() {
        if (isDue() && learning.tryLock()) {
            try {
                learnNow().makeBoards();
            } finally {
                learning.unlock();
            }
        }
    }

    private boolean isDue() {
        Learnt known = learnt;
        List<ArticleReading> sample = window.newest(SAMPLE);
        return known == null
                || known.topics() != shipped.get()
                || known.isOutgrownBy(sample.size(), meanings(sample), window.newest());
    }

    private static long meanings(List<ArticleReading> sample) {
        return sample.stream().filter(read -> read.meaning() != null).count();
    }

    private TopicProfiles learnNow() {
        learning.lock();
        try {
            List<Topic> topics = shipped.get();
            numbers.of(topics);
            long newest = window.newest();
            List<ArticleReading> sample = window.newest(SAMPLE);
            List<CompactVector> recent = sample.stream()
                    .map(ArticleReading::meaning)
                    .filter(Objects::nonNull)
                    .limit(RECENT)
                    .toList();
            NewsBackground news = new NewsBackground(topicVectors.background(recent), reading.usual());
            TopicProfiles profiles = new TopicProfiles(news, sample, topics, numbers, topicVectors, teaching, window);
            learnt = new Learnt(topics, profiles, sample.size(), meanings(sample), newest);
            return profiles;
        } finally {
            learning.unlock();
        }
    }

    /** What is learnt, as good as it is; at the first question what can be learnt while somebody waits. */
    private TopicProfiles profiles() {
        read(window.size() == 0 ? FIRST : LATE);
        Learnt known = learnt;
        if (known != null) {
            List<ArticleReading> few = window.size() < FIRST ? window.newest(FIRST) : List.of();
            // With few articles each counts, and learning takes no time.
            if (few.isEmpty() || !known.isOutgrownBy(few.size(), meanings(few), window.newest())) {
                return known.profiles();
            }
        }
        return learnNow();
    }

    /** The scores of the newest articles for a topic, as a workspace taught it. */
    TopicBoard board(Topic topic, WorkspaceId workspace) {
        numbers.of(List.of(topic));
        return profiles().board(topic, teaching.votes(topic, workspace));
    }

    /** The same where nobody has voted. */
    TopicBoard board(Topic topic) {
        numbers.of(List.of(topic));
        return profiles().board(topic, List.of());
    }

    /** How some stored articles fit, wherever they are. */
    Map<ArticleId, TopicProfile.Fit> fits(TopicBoard board, Collection<ArticleId> articles) {
        Map<ArticleId, TopicProfile.Fit> fits = new HashMap<>();
        List<ArticleId> unknown = new ArrayList<>();
        articles.forEach(id -> window.find(id)
                .filter(known -> known.hits().known() > board.profile().number())
                .ifPresentOrElse(known -> fits.put(id, board.profile().fit(known)), () -> unknown.add(id)));
        reading.readAgain(unknown)
                .forEach(read -> fits.put(read.id(), board.profile().fit(read)));
        return fits;
    }

    /** Whether the words of {@code board}'s topic have been looked for in every article of the window. */
    boolean knowsWords(TopicBoard board) {
        return board.profile().number() < reading.known();
    }

    /** Whether every stored article is in the window. */
    boolean reachesAll() {
        return reading.reachesAll();
    }

    /** Those of some articles that may be on {@code board}'s topic although the window does not know its words in them. */
    List<TopicBoard.Candidate> beyond(TopicBoard board, Collection<ArticleId> articles) {
        List<ArticleId> unknown = articles.stream()
                .filter(id -> window.find(id)
                        .filter(known -> known.hits().known() > board.profile().number())
                        .isEmpty())
                .toList();
        return reading.readAgain(unknown).stream()
                .flatMap(read -> board.candidate(read).stream())
                .toList();
    }

    /** How an article of the window fits; empty for one that is older. */
    Optional<TopicProfile.Fit> fit(TopicBoard board, ArticleId article) {
        return window.find(article).map(board.profile()::fit);
    }
}
