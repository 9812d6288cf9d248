package news.lede.topic;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import news.lede.text.Language;

/**
 * What is known of a topic by which articles are scored: its words, the meaning of its name, what articles on it have in common, what people said of some. Immutable and
 * thread-safe.
 *
 * <p>Words weigh 0.3 and meaning 0.7, both in deviations from what is usual; without a vector, words alone decide. From which score on an article is on the topic depends on whether it holds any of
 * the topic's words: meaning alone must be clear. Where many articles are known, the cut between those on the topic and all others is known too ({@link TopicCut}).
 *
 * @param number by which articles remember its words
 * @param name how near the meaning of the topic's name is; empty when nothing can be embedded
 * @param examples articles on it, as far as they are known
 * @param lessons what people taught by examples and votes
 * @param cut from which score on an article is on it, as far as that is known
 */
record TopicProfile(
        Topic topic,
        int number,
        Optional<Direction> name,
        Optional<TopicExamples> examples,
        TopicLessons lessons,
        OptionalDouble cut,
        Optional<Direction> meaning) {
    /** From here on a text that holds words of the topic is on it. */
    static final double FITS = 0.4;

    /** Likewise a text that holds none. */
    static final double FITS_WITHOUT_WORDS = 1.4;

    private static final double WORDS = 0.3;
    private static final double MEANING = 0.7;

    // Most texts hold none of a topic's words; one that has them all over reaches 3 deviations, and more says nothing
    // more.
    private static final double USUAL_WEIGHT = 0.2;
    private static final double WEIGHT_DEVIATION = 0.8;
    private static final double MOST_DEVIATIONS = 3.5;

    /** Of which only name, words and lessons are known. */
    static TopicProfile of(Topic topic, int number, Optional<Direction> name, TopicLessons lessons) {
        return new TopicProfile(
                        topic, number, name, Optional.empty(), lessons, OptionalDouble.empty(), Optional.empty())
                .with(Optional.empty());
    }

    TopicProfile with(Optional<TopicExamples> known) {
        Optional<Direction> sum = name.map(direction -> direction.times(MEANING));
        Optional<Direction> like = known.flatMap(TopicExamples::meaning);
        Optional<Direction> taught = lessons.meaning();
        Optional<Direction> withLike = sum.map(one -> like.map(one::plus).orElse(one));
        return new TopicProfile(
                topic,
                number,
                name,
                known,
                lessons,
                cut,
                withLike.map(one -> taught.map(one::plus).orElse(one)));
    }

    TopicProfile with(TopicLessons learnt) {
        return new TopicProfile(topic, number, name, examples, learnt, cut, meaning).with(examples);
    }

    TopicProfile with(OptionalDouble knownCut) {
        return new TopicProfile(topic, number, name, examples, lessons, knownCut, meaning);
    }

    /** An article's score and the topic's words found in it. */
    record Fit(double score, List<String> words) {
        /** Of an article that the definition rules out. */
        static final Fit RULED_OUT = new Fit(Double.NEGATIVE_INFINITY, List.of());

        /** Whether the article may be on the topic, as far as it shows by itself. */
        boolean fits() {
            return margin() >= 0;
        }

        /** By how much the score is above what is asked for of one article alone. */
        double margin() {
            return score - (words.isEmpty() ? FITS_WITHOUT_WORDS : FITS);
        }
    }

    Fit fit(ArticleReading article) {
        TopicHits.Hit hit = article.hits().of(number);
        if (hit.forbidden() || (!hit.required() && requires(article))) {
            return Fit.RULED_OUT;
        }
        double byWords = Math.min(MOST_DEVIATIONS, (hit.weight() - USUAL_WEIGHT) / WEIGHT_DEVIATION);
        double like = examples.map(known -> known.wording(article)).orElse(0.0) + lessons.of(article);
        CompactVector vector = article.meaning();
        if (meaning.isEmpty() || vector == null) {
            return new Fit(byWords + like, hit.words());
        }
        return new Fit(WORDS * byWords + meaning.get().of(vector) + like, hit.words());
    }

    private boolean requires(ArticleReading article) {
        return article.hits().known() > number
                && (!topic.must().getOrDefault(article.language(), List.of()).isEmpty()
                        || !topic.must()
                                .getOrDefault(Language.UNKNOWN, List.of())
                                .isEmpty());
    }

    /** Whether who wants the topic should get an article of this fit. */
    boolean wants(Fit fit) {
        return margin(fit) >= 0;
    }

    /** By how much its score is above what is asked for. */
    double margin(Fit fit) {
        return cut.isPresent() ? fit.score() - cut.getAsDouble() : fit.margin();
    }
}
