package news.lede.story;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.lede.article.Article;
import news.lede.story.Publishers.Voice;
import news.lede.story.Variety.Placed;

/**
 * The one place that says in which order stories are listed when nobody asked for anything in particular.
 *
 * <p>The weight of a story is its freshness in hours: minus the hours since its newest publication, plus some for each doubling of its independent publishers (see {@link Publishers}),
 * plus {@code log2(1 + g)} for its growth, plus some when it is on a topic of the workspace, plus or minus a little for what its members said of it. {@code g} counts the publishers after the first, each the less the longer before the newest publication it joined:
 * half after an hour, a quarter after two. So among stories of one publisher the newest comes first, however small the difference, and another publisher never makes a story lighter. Equal weights: newest
 * first, then the one that was stored first. Then {@link Variety} keeps subjects apart.
 *
 * <p>Time passing takes the same from every weight, so the order changes with the news alone: a second page continues the first. What is slow to find out is remembered for each view. Thread-safe.
 */
public final class StoryRanking {
    /** What an order is for. */
    public enum Purpose {
        /** What is new: a story that four report stands where a single report six hours younger would. */
        LATEST(3, 12, 2, 0.5, 1.5),
        /** What mattered in a day: what two report stands before whatever one reported within the day. */
        BRIEFING(24, 96, 12, 3, 9);

        private final double hoursPerDoubling;
        private final double mostHours;
        private final double hoursForInterest;
        private final double hoursPerVotes;
        private final double mostHoursForVotes;

        Purpose(
                double hoursPerDoubling,
                double mostHours,
                double hoursForInterest,
                double hoursPerVotes,
                double mostHoursForVotes) {
            this.hoursPerDoubling = hoursPerDoubling;
            this.mostHours = mostHours;
            this.hoursForInterest = hoursForInterest;
            this.hoursPerVotes = hoursPerVotes;
            this.mostHoursForVotes = mostHoursForVotes;
        }
    }

    /** What a workspace cares about. */
    @FunctionalInterface
    public interface Interests {
        /** Nothing in particular. */
        Interests NONE = _ -> List.of();

        /** Names of the topics of the workspace that the story is on. */
        List<String> of(StoryView story);

        /** What members of the workspace said of the story. */
        default StoryVotes.Tally votes(StoryView story) {
            return StoryVotes.Tally.NONE;
        }
    }

    /**
     * What a story weighs and why, in hours; the sum of the parts is {@link #total}.
     *
     * @param age hours since the newest publication; below 0 when that is still to come
     * @param voices the independent publishers, the first to tell first
     * @param spread hours for their number
     * @param joined how many of them joined within the hour before the newest publication
     * @param growth hours for their joining
     * @param interests topics of the workspace that the story is on
     * @param interest hours for these
     * @param votes what members of the workspace said of it
     * @param liking hours for that, below 0 where more of them want less of it
     */
    public record Weight(
            double age,
            List<Voice> voices,
            double spread,
            int joined,
            double growth,
            List<String> interests,
            double interest,
            StoryVotes.Tally votes,
            double liking) {
        public Weight {
            voices = List.copyOf(voices);
            interests = List.copyOf(interests);
        }

        public double total() {
            return bonus() - age;
        }

        private double bonus() {
            return spread + growth + interest + liking;
        }
    }

    /**
     * A story in its place.
     *
     * @param place from 1
     * @param moved where its weight alone would have put it, if elsewhere
     * @param score what orders the list: the weight, or that of the story before it where that is lighter and stands there for variety
     */
    public record Ranked(StoryView story, int place, Weight weight, Optional<Moved> moved, double score) {}

    /** Put elsewhere for the sake of variety. {@code from}: the place by weight; {@code subject}: what its neighbours there share. */
    public record Moved(int from, String subject) {}

    /** What is known of a view whatever the time, as long as {@code by} says who belongs together. */
    private record Known(Publishers by, List<Voice> voices, int joined, double growth, Subject subject) {}

    private static final int MOST_CACHED = 5_000;
    private static final Duration JUST_JOINED = Duration.ofHours(1);
    private static final double HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private final Supplier<Publishers> publishers;
    private final Cache<StoryView, Known> known = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MOST_CACHED)
            .executor(Runnable::run)
            .build();

    /** {@code publishers} is asked when a story is weighed: the operator may change them at any time. */
    public StoryRanking(Supplier<Publishers> publishers) {
        this.publishers = publishers;
    }

    /** {@code asIfPublished}: the weight without the time of asking, in milliseconds since 1970: a sum of hours would order near equals by how it is rounded, and that changes with the time. */
    private record Weighed(StoryView story, Weight weight, Subject subject, Instant published, long asIfPublished) {}

    /** All of {@code stories}, in order. */
    public List<Ranked> rank(List<StoryView> stories, Interests interests, Purpose purpose, Instant now) {
        List<Weighed> byWeight = stories.stream()
                .map(story -> weigh(story, interests, purpose, now))
                .sorted(Comparator.comparingLong(Weighed::asIfPublished)
                        .reversed()
                        .thenComparing(Weighed::published, Comparator.reverseOrder())
                        .thenComparing(weighed -> weighed.story().id()))
                .toList();
        List<Placed> placed = Variety.order(
                byWeight.stream().map(Weighed::subject).toList(),
                byWeight.stream().mapToLong(Weighed::asIfPublished).toArray());
        List<Ranked> ranked = new ArrayList<>();
        double score = Double.POSITIVE_INFINITY;
        for (int i = 0; i < placed.size(); i++) {
            Placed at = placed.get(i);
            Weighed weighed = byWeight.get(at.from());
            score = Math.min(score, weighed.weight().total());
            Optional<Moved> moved =
                    at.from() == i ? Optional.empty() : at.subject().map(subject -> new Moved(at.from() + 1, subject));
            ranked.add(new Ranked(weighed.story(), i + 1, weighed.weight(), moved, score));
        }
        return List.copyOf(ranked);
    }

    /** What one story weighs by itself. */
    public Weight weight(StoryView story, Interests interests, Purpose purpose, Instant now) {
        return weigh(story, interests, purpose, now).weight();
    }

    /** Who told a story independently of each other; at least one. */
    public List<Voice> voices(StoryView story) {
        return known(story).voices();
    }

    /** The same of some articles, oldest first, at least one. */
    public List<Voice> voices(List<Article> articles) {
        return publishers.get().voices(articles);
    }

    /** Whether two stories are on one subject. */
    public boolean alike(StoryView one, StoryView other) {
        return !known(one).subject().shared(known(other).subject()).isEmpty();
    }

    private Weighed weigh(StoryView story, Interests interests, Purpose purpose, Instant now) {
        Known facts = known(story);
        Instant published = story.published();
        double age = Duration.between(published, now).toMillis() / HOUR_MILLIS;
        double spread = Math.min(
                purpose.mostHours,
                purpose.hoursPerDoubling * log2(facts.voices().size()));
        List<String> topics = interests.of(story);
        double interest = topics.isEmpty() ? 0 : purpose.hoursForInterest;
        StoryVotes.Tally votes = interests.votes(story);
        Weight weight = new Weight(
                age,
                facts.voices(),
                spread,
                facts.joined(),
                facts.growth(),
                topics,
                interest,
                votes,
                liking(votes, purpose));
        long asIfPublished = published.toEpochMilli() + Math.round(weight.bonus() * HOUR_MILLIS);
        return new Weighed(story, weight, facts.subject(), published, asIfPublished);
    }

    /** Many votes count little more than some: a few members must not decide what all read. */
    private static double liking(StoryVotes.Tally votes, Purpose purpose) {
        int net = votes.net();
        double hours = Math.min(purpose.mostHoursForVotes, purpose.hoursPerVotes * log2(1 + Math.abs(net)));
        return Math.signum(net) * hours;
    }

    private Known known(StoryView story) {
        Publishers now = publishers.get();
        Known before = known.get(story, view -> find(view, now));
        if (before.by() == now) {
            return before;
        }
        Known anew = find(story, now);
        known.put(story, anew);
        return anew;
    }

    private static Known find(StoryView story, Publishers by) {
        List<Voice> voices = by.voices(story.articles());
        Instant newest = story.published();
        int joined = 0;
        double sum = 0;
        for (Voice voice : voices.subList(1, voices.size())) {
            Duration before = Duration.between(voice.since(), newest);
            joined += before.compareTo(JUST_JOINED) <= 0 ? 1 : 0;
            sum += Math.pow(2, -before.toMillis() / HOUR_MILLIS);
        }
        return new Known(by, voices, joined, log2(1 + sum), Subject.of(story));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
