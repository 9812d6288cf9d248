package news.lede.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Learns from articles what their topics' names do not say. Pure.
 *
 * <p>The articles that fit a topic best describe it further. They are chosen again and again, since the first choice knows the name only; and an article describes the topic it fits
 * best of all, so that "world news" does not learn from business. A topic does not contend with what stands above or below it in the tree.
 */
final class TopicLearning {
    private static final int ROUNDS = 3;
    private static final int MOST = 300;
    /** Of a broad topic more articles are examples: this share of those that fit. */
    private static final double SHARE = 0.5;

    private final List<ArticleReading> articles;
    private final NewsBackground news;

    /** {@code articles}: a sample of the news, as large as one likes to wait for. */
    TopicLearning(List<ArticleReading> articles, NewsBackground news) {
        this.articles = List.copyOf(articles);
        this.news = news;
    }

    /** Learns topics that contend with each other; the result has their order. */
    List<TopicProfile> together(List<TopicProfile> topics) {
        List<TopicProfile> profiles = new ArrayList<>(topics);
        Scores scores = new Scores(profiles.size(), articles.size());
        IntStream.range(0, profiles.size()).forEach(t -> scores.fill(t, profiles.get(t), articles));
        learn(profiles, scores, profiles.size());
        return List.copyOf(profiles);
    }

    /** What topics learnt together score, for others to contend with. */
    Rivals rivals(List<TopicProfile> learnt) {
        Scores scores = new Scores(learnt.size(), articles.size());
        IntStream.range(0, learnt.size()).forEach(t -> scores.fill(t, learnt.get(t), articles));
        return new Rivals(List.copyOf(learnt), scores);
    }

    /** Topics that are learnt already, with their scores of the sample. Immutable. */
    static final class Rivals {
        private final List<TopicProfile> topics;
        private final Scores scores;

        private Rivals(List<TopicProfile> topics, Scores scores) {
            this.topics = topics;
            this.scores = scores;
        }
    }

    /** Learns one topic, which contends with others that are learnt already. */
    TopicProfile alone(TopicProfile topic, Rivals others) {
        List<TopicProfile> profiles = new ArrayList<>(List.of(topic));
        List<Integer> places = new ArrayList<>();
        for (int t = 0; t < others.topics.size(); t++) {
            if (!others.topics.get(t).topic().id().equals(topic.topic().id())) {
                profiles.add(others.topics.get(t));
                places.add(t);
            }
        }
        Scores scores = new Scores(profiles.size(), 0);
        scores.of[0] = new double[articles.size()];
        scores.fits[0] = new boolean[articles.size()];
        for (int i = 0; i < places.size(); i++) {
            scores.of[i + 1] = others.scores.of[places.get(i)];
        }
        scores.fill(0, topic, articles);
        learn(profiles, scores, 1);
        return profiles.getFirst();
    }

    /** Learns the first {@code learning} of {@code profiles}, in place. */
    private void learn(List<TopicProfile> profiles, Scores scores, int learning) {
        for (int round = 0; round < ROUNDS; round++) {
            List<TopicProfile> better = new ArrayList<>();
            for (int t = 0; t < learning; t++) {
                better.add(profiles.get(t).with(examples(t, profiles, scores)));
            }
            for (int t = 0; t < learning; t++) {
                profiles.set(t, better.get(t));
                scores.fill(t, better.get(t), articles);
            }
        }
        for (int t = 0; t < learning; t++) {
            profiles.set(t, profiles.get(t).with(cut(scores.of[t])));
        }
    }

    private static final class Scores {
        final double[][] of;
        final boolean[][] fits;

        Scores(int topics, int articles) {
            of = new double[topics][articles];
            fits = new boolean[topics][articles];
        }

        void fill(int topic, TopicProfile profile, List<ArticleReading> articles) {
            for (int i = 0; i < articles.size(); i++) {
                TopicProfile.Fit fit = profile.fit(articles.get(i));
                of[topic][i] = fit.score();
                fits[topic][i] = fit.fits();
            }
        }
    }

    /** Empty when too few fit. */
    private Optional<TopicExamples> examples(int topic, List<TopicProfile> topics, Scores scores) {
        int[] fitting = IntStream.range(0, articles.size())
                .filter(i -> scores.fits[topic][i])
                .toArray();
        if (fitting.length < TopicExamples.FEWEST) {
            return Optional.empty();
        }
        int[] rivals = IntStream.range(0, topics.size())
                .filter(other -> other != topic && contend(topics.get(topic), topics.get(other)))
                .toArray();
        int[] own = IntStream.of(fitting)
                .filter(i -> IntStream.of(rivals).allMatch(rival -> scores.of[rival][i] <= scores.of[topic][i]))
                .toArray();
        int[] candidates = own.length >= TopicExamples.FEWEST ? own : fitting;
        long count = Math.clamp(Math.round(SHARE * candidates.length), TopicExamples.FEWEST, MOST);
        List<ArticleReading> best = IntStream.of(candidates)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores.of[topic][i]))
                .limit(count)
                .map(articles::get)
                .toList();
        return Optional.of(TopicExamples.of(best, TopicExamples.FEWEST, news));
    }

    private static boolean contend(TopicProfile one, TopicProfile other) {
        return !above(one.topic(), other.topic()) && !above(other.topic(), one.topic());
    }

    private static boolean above(Topic one, Topic other) {
        return other.parent().filter(one.id()::equals).isPresent();
    }

    private static OptionalDouble cut(double[] scores) {
        double[] sound = Arrays.stream(scores).filter(Double::isFinite).toArray();
        return TopicCut.of(sound, TopicProfile.FITS);
    }
}
