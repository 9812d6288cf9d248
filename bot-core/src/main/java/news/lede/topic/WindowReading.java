package news.lede.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.text.Language;
import org.jspecify.annotations.Nullable;

/** Reads stored articles into the window: new ones first, then back through older ones. One thread reads at a time. Thread-safe. */
final class WindowReading {
    /** Articles from which usual wording is learnt: enough to tell a word of every article from a word of a subject. */
    private static final int TO_LEARN = 800;
    /** Fewer say little of what is usual. */
    private static final int ENOUGH = 20;

    private static final double GROWTH = 1.5;
    /** Of a text of a language whose usual wording is not known yet. */
    private static final int WORDS_KEPT = 96;

    private final Articles articles;
    private final ArticleVectors vectors;
    private final TopicNumbers numbers;
    private final ArticleWindow window;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<Language, UsualWording> usual = new ConcurrentHashMap<>();
    /** The newest whole wordings of each language, from which the usual is learnt. */
    private final Map<Language, List<Wording>> newest = new HashMap<>();
    /** Articles below it are not read yet; 0 before the first. */
    private volatile long oldest;

    private volatile int known;

    WindowReading(Articles articles, ArticleVectors vectors, TopicNumbers numbers, ArticleWindow window) {
        this.articles = articles;
        this.vectors = vectors;
        this.numbers = numbers;
        this.window = window;
    }

    Map<Language, UsualWording> usual() {
        return Map.copyOf(usual);
    }

    /** Reads articles that came in since, at most {@code most}; at first the newest. How many were read, 0 also while another thread reads. */
    int readNew(int most) {
        long last = articles.last().value();
        long read = window.newest();
        if (last <= read || !reading.tryLock()) {
            return 0;
        }
        try {
            long from = read == 0 ? Math.max(0, last - most) : Math.max(read, last - window.room());
            if (read == 0) {
                oldest = from + 1;
                known = numbers.next();
            }
            List<Article> found = articles.after(new ArticleId(from), most);
            take(found);
            return found.size();
        } finally {
            reading.unlock();
        }
    }

    /** Reads back through at most {@code most} ids: older articles, then those that were read before a topic was known. 0: there are no more, or another thread reads. */
    int readOlder(int most) {
        if (window.newest() == 0 || !reading.tryLock()) {
            return 0;
        }
        try {
            long floor = Math.max(0, window.newest() - window.room());
            if (oldest - 1 <= floor) {
                return readKnown(most);
            }
            long from = Math.max(floor, oldest - 1 - most);
            List<Article> found = articles.after(new ArticleId(from), most).stream()
                    .filter(article -> article.id().value() < oldest)
                    .toList();
            take(found);
            oldest = from + 1;
            // Gaps between ids are no reason to stop.
            return Math.max(1, found.size());
        } finally {
            reading.unlock();
        }
    }

    /** Reads again what was read before the latest topics were known. */
    private int readKnown(int most) {
        int all = numbers.next();
        if (known >= all) {
            return 0;
        }
        List<ArticleId> stale = window.newest(window.room()).stream()
                .filter(read -> read.hits().known() < all)
                .limit(most)
                .map(ArticleReading::id)
                .toList();
        if (stale.isEmpty()) {
            known = all;
            return 0;
        }
        Set<ArticleId> gone = new HashSet<>(stale);
        take(articles.findAll(stale)).forEach(read -> gone.remove(read.id()));
        forget(gone);
        return stale.size();
    }

    /** Topics of lower numbers are known to every reading. */
    int known() {
        return known;
    }

    /** Whether everything stored is in the window. */
    boolean reachesAll() {
        return window.newest() > 0 && oldest <= 1;
    }

    /** Reads articles anew, also such as are older than the window. */
    List<ArticleReading> readAgain(Collection<ArticleId> again) {
        if (again.isEmpty()) {
            return List.of();
        }
        reading.lock();
        try {
            return take(articles.findAll(again));
        } finally {
            reading.unlock();
        }
    }

    /** Lets go of articles that the store has no more. */
    void forget(Collection<ArticleId> gone) {
        gone.forEach(window::remove);
    }

    private List<ArticleReading> take(List<Article> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        WordMatcher matcher = numbers.matcher();
        Map<ArticleId, float[]> known =
                vectors.of(found.stream().map(Article::id).toList());
        List<ArticleReading> whole = found.stream()
                .map(article -> ArticleReading.of(article, matcher, compact(known.get(article.id()))))
                .toList();
        learn(whole);
        List<ArticleReading> readings = new ArrayList<>();
        for (ArticleReading reading : whole) {
            UsualWording telling = usual.get(reading.language());
            ArticleReading kept = reading.with(
                    telling == null ? reading.wording().mostFrequent(WORDS_KEPT) : telling.telling(reading.wording()));
            window.put(kept);
            readings.add(kept);
        }
        return readings;
    }

    /** What is usual changes slowly; it is learnt again while articles are few. */
    private void learn(List<ArticleReading> whole) {
        for (ArticleReading reading : whole) {
            UsualWording known = usual.get(reading.language());
            if (known == null || known.articles() < TO_LEARN) {
                List<Wording> its = newest.computeIfAbsent(reading.language(), _ -> new ArrayList<>());
                if (its.size() < TO_LEARN) {
                    its.add(reading.wording());
                }
            }
        }
        newest.forEach((language, its) -> {
            UsualWording known = usual.get(language);
            if (its.size() >= (known == null ? ENOUGH : Math.min(TO_LEARN, GROWTH * known.articles()))) {
                usual.put(language, UsualWording.of(its));
            }
        });
        newest.keySet().removeIf(language -> {
            UsualWording known = usual.get(language);
            return known != null && known.articles() >= TO_LEARN;
        });
    }

    private static @Nullable CompactVector compact(float @Nullable [] vector) {
        return vector == null ? null : CompactVector.of(vector);
    }
}
