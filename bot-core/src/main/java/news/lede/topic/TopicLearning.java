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
        return learn(topics, topics.size());
    }

    /** Learns one topic, which contends with others that are learnt already. */
    TopicProfile alone(TopicProfile topic, List<TopicProfile> others) {
        List<TopicProfile> all = new ArrayList<>(List.of(topic));
        others.stream()
                .filter(other -> !other.topic().id().equals(topic.topic().id()))
                .forEach(all::add);
        return learn(all, 1).getFirst();
    }

    /** Learns the first {@code learning} of {@code topics}. */
    private List<TopicProfile> learn(List<TopicProfile> topics, int learning) {
        List<TopicProfile> profiles = new ArrayList<>(topics);
        Scores scores = new Scores(profiles.size(), articles.size());
        IntStream.range(0, profiles.size()).forEach(t -> scores.fill(t, profiles.get(t), articles));
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
        return List.copyOf(profiles.subList(0, learning));
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
