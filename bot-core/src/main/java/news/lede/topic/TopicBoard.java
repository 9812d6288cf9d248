package news.lede.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The scores of the newest articles for one topic, kept up with what changes. Thread-safe. */
final class TopicBoard {
    /** Scores are kept in two bytes each. */
    private static final double FINE = 256;

    private static final short NONE = Short.MIN_VALUE;

    /** A board grows by one part of so many. */
    private static final int GROWTH = 4;

    private final TopicProfile profile;
    private final ArticleWindow window;
    private short[] scores;
    private long seen;

    /** Scores every article of {@code window}: a third of a microsecond for each. */
    TopicBoard(TopicProfile profile, ArticleWindow window) {
        this.profile = profile;
        this.window = window;
        seen = window.changes();
        // Not before the changes are counted: what comes in between would be missed.
        this.scores = new short[window.extent()];
        for (int place = 0; place < scores.length; place++) {
            score(place);
        }
    }

    TopicProfile profile() {
        return profile;
    }

    /** An article that may be on the topic. {@code wanted}: whether who wants the topic should get it. */
    record Candidate(ArticleReading article, TopicProfile.Fit fit, boolean wanted) {}

    /** Those of the newest articles that may be on the topic, in no order. */
    synchronized List<Candidate> candidates() {
        seen = window.changedSince(seen, this::score);
        int lowest = fixed(TopicProfile.FITS);
        List<Candidate> candidates = new ArrayList<>();
        for (int place = 0; place < scores.length; place++) {
            if (scores[place] >= lowest) {
                ArticleReading article = window.at(place);
                if (article != null) {
                    double score = scores[place] / FINE;
                    TopicProfile.Fit fit = new TopicProfile.Fit(
                            score, article.hits().of(profile.number()).words());
                    boolean wanted = profile.wants(fit);
                    if (wanted || fit.fits()) {
                        candidates.add(new Candidate(article, fit, wanted));
                    }
                }
            }
        }
        return candidates;
    }

    /** The same of one article, whether or not it is among the newest. */
    Optional<Candidate> candidate(ArticleReading article) {
        TopicProfile.Fit fit = profile.fit(article);
        boolean wanted = profile.wants(fit);
        return wanted || fit.fits() ? Optional.of(new Candidate(article, fit, wanted)) : Optional.empty();
    }

    private void score(int place) {
        ArticleReading article = window.at(place);
        if (place >= scores.length) {
            if (article == null) {
                return;
            }
            grow(place);
        }
        scores[place] = article == null ? NONE : fixed(profile.fit(article).score());
    }

    /** A small installation has many topics and few articles: its boards are as long as they have to be. */
    private void grow(int place) {
        int before = scores.length;
        int wanted = Math.max(place + 1, before + before / GROWTH);
        scores = Arrays.copyOf(scores, Math.min(window.room(), wanted));
        Arrays.fill(scores, before, scores.length, NONE);
    }

    private static short fixed(double score) {
        return (short) Math.clamp(Math.round(score * FINE), NONE, Short.MAX_VALUE);
    }
}
