package news.lede.story;

import java.util.HashMap;
import java.util.Map;
import news.lede.text.SparseVector;

/**
 * How telling the words of one language are: the fewer articles have a word, the more it tells (inverse document frequency). While few articles are
 * known, a prior stands for {@value #PRIOR_ARTICLES} more, so that "president" is no discovery in an empty store.
 */
final class Lexicon {
    private static final int PRIOR_ARTICLES = 200;
    private static final double HALF = 0.5;

    /** By the {@link Sketch#shortened shortened} key, all that sketches keep. */
    private final Map<Integer, Integer> articlesWith = new HashMap<>();

    private final CommonWords prior;
    private int articles;

    Lexicon(CommonWords prior) {
        this.prior = prior;
    }

    void learn(SparseVector words) {
        articles++;
        for (int i = 0; i < words.size(); i++) {
            articlesWith.merge(Sketch.shortened(words.key(i)), 1, Integer::sum);
        }
    }

    int articles() {
        return articles;
    }

    /** The weight of a word, above 0; about 6 for one never seen, under 2 for one in every tenth article. */
    double weight(long key) {
        double with = articlesWith.getOrDefault(Sketch.shortened(key), 0) + PRIOR_ARTICLES * prior.share(key) + HALF;
        return Math.log((articles + PRIOR_ARTICLES + 1) / with);
    }

    /** A vector with its values times their weights. */
    SparseVector weigh(SparseVector words) {
        return words.times(this::weight);
    }
}
