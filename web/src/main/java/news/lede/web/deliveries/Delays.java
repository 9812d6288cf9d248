package news.lede.web.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import news.lede.alert.Delivery;
import news.lede.alert.Fate;
import news.lede.alert.Lane;

/**
 * How long alerts of one platform took from being planned to being sent, hour by hour. What a budget or quiet hours kept back took as long as it was kept. Pure.
 *
 * @param hours the oldest first
 * @param shares of all of them: how long one in two, nineteen in twenty, ninety-nine in a hundred took at most; empty when there were none
 */
public record Delays(String platform, List<Hour> hours, List<Duration> shares) {
    /** How far back is looked. */
    public static final int HOURS = 24;

    private static final double[] SHARES = {0.5, 0.95, 0.99};

    /** Bands of delay: up to so long, the last one without an end. */
    public enum Band {
        AT_ONCE(Duration.ofSeconds(2), "up to 2 s"),
        SOON(Duration.ofSeconds(10), "up to 10 s"),
        A_MINUTE(Duration.ofMinutes(1), "up to 1 min"),
        TEN_MINUTES(Duration.ofMinutes(10), "up to 10 min"),
        LATER(Duration.ofDays(9999), "later");

        private final Duration most;
        private final String label;

        Band(Duration most, String label) {
            this.most = most;
            this.label = label;
        }

        /** In words. */
        public String label() {
            return label;
        }

        static Band of(Duration delay) {
            return Arrays.stream(values())
                    .filter(band -> delay.compareTo(band.most) <= 0)
                    .findFirst()
                    .orElse(LATER);
        }
    }

    /** What was sent from {@code from} on for an hour, by band, in the order of the bands. */
    public record Hour(Instant from, List<Integer> sent) {
        public Hour {
            sent = List.copyOf(sent);
        }

        /** All of them. */
        public int sum() {
            return sent.stream().mapToInt(Integer::intValue).sum();
        }
    }

    public Delays {
        hours = List.copyOf(hours);
        shares = List.copyOf(shares);
    }

    static Delays of(String platform, List<Fate> fates, Instant now) {
        Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1L, ChronoUnit.HOURS);
        int[][] counted = new int[HOURS][Band.values().length];
        List<Duration> all = new ArrayList<>();
        for (Fate fate : fates) {
            boolean told = fate.platform().equals(platform)
                    && fate.lane() == Lane.ALERT
                    && fate.state() == Delivery.State.SENT;
            fate.finished().filter(at -> told && !at.isBefore(first)).ifPresent(at -> {
                Duration delay = Duration.between(fate.planned(), at);
                // A clock that was set right meanwhile may say that it was sent before it was planned.
                Duration counts = delay.isNegative() ? Duration.ZERO : delay;
                long hour = Math.min(HOURS - 1L, ChronoUnit.HOURS.between(first, at));
                counted[(int) hour][Band.of(counts).ordinal()]++;
                all.add(counts);
            });
        }
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            hours.add(new Hour(
                    first.plus(i, ChronoUnit.HOURS),
                    Arrays.stream(counted[i]).boxed().toList()));
        }
        return new Delays(platform, hours, shares(all));
    }

    private static List<Duration> shares(List<Duration> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<Duration> sorted = all.stream().sorted().toList();
        return Arrays.stream(SHARES)
                .mapToObj(share -> sorted.get((int) Math.ceil(share * sorted.size()) - 1))
                .toList();
    }

    /** How many there were. */
    public int sum() {
        return hours.stream().mapToInt(Hour::sum).sum();
    }
}
