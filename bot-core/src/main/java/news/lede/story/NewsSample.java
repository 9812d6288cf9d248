package news.lede.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.story.Likeness.Weighed;
import news.lede.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What words are frequent and how alike unrelated articles are, learnt from the newest articles of the store: for questions that are asked without the memory of
 * {@link StoryGrouping}. Read at the first question, and again when the store has grown enough to matter. Thread-safe.
 */
final class NewsSample {
    /** Enough to tell frequent from rare; reading them takes a fraction of a second in a process just started. */
    private static final int SIZE = 300;

    private static final int PAIRS_PER_ARTICLE = 4;
    private static final double GROWTH = 1.25;

    private final Articles articles;
    private @Nullable Learnt learnt;

    /** State of one reading; not changed after it was made. */
    private record Learnt(long stored, Map<Language, Likeness> byLanguage, List<Language> languages) {}

    NewsSample(Articles articles) {
        this.articles = articles;
    }

    /** How alike articles of a language are; what nothing was read of is judged by the prior. */
    Likeness likeness(Language language) {
        Likeness found = learnt().byLanguage().get(language);
        return found != null ? found : new Likeness(language);
    }

    /** The languages of the newest articles, most frequent first. */
    List<Language> languages() {
        return learnt().languages();
    }

    private synchronized Learnt learnt() {
        long stored = articles.last().value();
        Learnt current = learnt;
        if (current == null || stored > Math.max(current.stored() + 10, current.stored() * GROWTH)) {
            current = learn(stored);
            learnt = current;
        }
        return current;
    }

    private Learnt learn(long stored) {
        Map<Language, List<Fingerprint>> read = new HashMap<>();
        for (Article article : articles.after(new ArticleId(Math.max(0, stored - SIZE)), SIZE)) {
            read.computeIfAbsent(article.language(), _ -> new ArrayList<>())
                    .add(Reading.of(article).fingerprint());
        }
        Map<Language, Likeness> byLanguage = new HashMap<>();
        read.forEach((language, fingerprints) -> byLanguage.put(language, learn(language, fingerprints)));
        List<Language> languages = read.keySet().stream()
                .sorted(Comparator.comparingInt((Language language) ->
                                -read.getOrDefault(language, List.of()).size())
                        .thenComparing(Language::code))
                .toList();
        return new Learnt(stored, Map.copyOf(byLanguage), languages);
    }

    private static Likeness learn(Language language, List<Fingerprint> fingerprints) {
        Likeness likeness = new Likeness(language);
        fingerprints.forEach(likeness::learn);
        List<Weighed> weighed = fingerprints.stream().map(likeness::weigh).toList();
        Random random = new Random(fingerprints.size());
        for (int i = 1; i < weighed.size(); i++) {
            for (int pair = 0; pair < PAIRS_PER_ARTICLE; pair++) {
                likeness.learnRandomPair(weighed.get(i), weighed.get(random.nextInt(i)));
            }
        }
        return likeness;
    }
}
