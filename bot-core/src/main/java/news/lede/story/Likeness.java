package news.lede.story;

import news.lede.text.Language;
import news.lede.text.SparseVector;

/**
 * How alike two articles of one language are, in deviations above what two unrelated articles of that language show. So one threshold serves languages
 * whose texts resemble each other more or less by nature (measured: a fixed threshold on the plain cosine fell from .88 to .54 on Vietnamese).
 *
 * <p>Not thread-safe.
 */
final class Likeness {
    // Shares of all words, of names and numbers, of the title; measured on three labelled sets together.
    private static final double WORDS = 0.7;
    private static final double ENTITIES = 0.2;
    private static final double TITLE = 0.1;
    /** In an order names say less than in a decision: what happens at one place, or to one person, is not of one event. */
    private static final double NEAR_WORDS = 0.8;

    private static final double NEAR_ENTITIES = 0.1;
    private static final double NEAR_TITLES = 0.1;

    /** More surprise than this says no more: it keeps near-copies from carrying a story's average. */
    private static final double MOST = 20;
    /**
     * Names say less than that: what happens at one place, or is mentioned in passing where another event is reported, shares all its names. While few
     * articles are known every name is rare, and names alone would join an earthquake on an island with a ferry from it.
     */
    private static final double MOST_OF_ENTITIES = 5;

    /** Pairs more alike than this are not random, whatever the draw. */
    private static final double UNRELATED = 4;

    private final Lexicon words;
    private final Lexicon entities;
    private final Background randomWords = new Background(0.04, 0.035);
    private final Background randomEntities = new Background(0.02, 0.035);
    private final Background randomTitles = new Background(0.01, 0.03);

    /** An article with the weights of this moment. */
    record Weighed(SparseVector title, SparseVector words, SparseVector entities) {}

    Likeness(Language language) {
        CommonWords prior = CommonWords.of(language);
        this.words = new Lexicon(prior);
        this.entities = new Lexicon(prior);
    }

    /** Learns which words are frequent. */
    void learn(Fingerprint article) {
        words.learn(article.words());
        entities.learn(article.entities());
    }

    /** Learns from two articles drawn at random how alike unrelated ones are; a pair that is too alike for that is passed over. */
    void learnRandomPair(Weighed one, Weighed other) {
        if (between(one, other) < UNRELATED) {
            randomWords.learn(one.words().cosine(other.words()));
            randomTitles.learn(one.title().cosine(other.title()));
            if (haveEntities(one, other)) {
                randomEntities.learn(one.entities().cosine(other.entities()));
            }
        }
    }

    Weighed weigh(Fingerprint article) {
        return weigh(article.title(), article.words(), article.entities());
    }

    /** To be compared with what is weighed as a sketch too. */
    Weighed weigh(Sketch article) {
        return weigh(article.title(), article.words(), article.entities());
    }

    private Weighed weigh(SparseVector titled, SparseVector worded, SparseVector named) {
        return new Weighed(words.weigh(titled), words.weigh(worded), entities.weigh(named));
    }

    /** 0 for what chance gives, in deviations; at most {@value #MOST}. */
    double between(Weighed one, Weighed other) {
        double inWords = surprise(randomWords, one.words(), other.words(), MOST);
        double inTitles = surprise(randomTitles, one.title(), other.title(), MOST);
        // A script without capitals, or a text without names: silence is no sign of difference.
        double inEntities = haveEntities(one, other)
                ? surprise(randomEntities, one.entities(), other.entities(), MOST_OF_ENTITIES)
                : inWords;
        return WORDS * inWords + ENTITIES * inEntities + TITLE * inTitles;
    }

    /** How near two articles are where an order is asked for and no decision: in deviations, without a cap. */
    double nearness(Weighed one, Weighed other) {
        double inWords = randomWords.surprise(one.words().cosine(other.words()));
        double inEntities = haveEntities(one, other)
                ? randomEntities.surprise(one.entities().cosine(other.entities()))
                : inWords;
        double inTitles = randomTitles.surprise(one.title().cosine(other.title()));
        return NEAR_WORDS * inWords + NEAR_ENTITIES * inEntities + NEAR_TITLES * inTitles;
    }

    private static double surprise(Background random, SparseVector one, SparseVector other, double most) {
        return Math.min(most, random.surprise(one.cosine(other)));
    }

    /** How telling a word is, see {@link Lexicon#weight}. */
    double wordWeight(long key) {
        return words.weight(key);
    }

    /** How telling a word of a name or a number is. */
    double entityWeight(long key) {
        return entities.weight(key);
    }

    private static boolean haveEntities(Weighed one, Weighed other) {
        return !one.entities().isEmpty() && !other.entities().isEmpty();
    }
}
