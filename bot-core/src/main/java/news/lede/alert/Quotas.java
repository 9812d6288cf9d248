package news.lede.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.lede.community.Place;

/**
 * How much may be sent now, of all messages and of those to each place. Times are nanoseconds of one steady clock. Not thread-safe.
 *
 * <p>A message counts from when it has landed: the platform took it at some moment between its leaving and that. Until then it counts as if it were long on its way.
 */
final class Quotas {
    /** What has not landed counts as if it took so long. */
    static final long ON_THE_WAY = 500_000_000;

    /** Beyond so many places those that have their whole quota again are forgotten. */
    private static final int REMEMBERED = 1_000;

    private final Limits limits;
    private final Quota account;
    private final long gap;
    private boolean taken;
    private long last;
    private final Map<String, Quota> places = new HashMap<>();
    private int sweepAt = REMEMBERED;

    /** @param gap nanoseconds that lie at least between two messages that leave */
    Quotas(Limits limits, long gap) {
        this.limits = limits;
        this.account = new Quota(limits.account());
        this.gap = gap;
    }

    /** A message that left. */
    static final class Taken {
        private long counts;

        private Taken(long left) {
            counts = left + ON_THE_WAY;
        }

        /** It has landed, at the latest; what was said first holds. */
        void landed(long now) {
            if (counts - now > 0) {
                counts = now;
            }
        }
    }

    /** How long until the next message of any place may be sent; nothing or less: now. */
    long accountWait(long now) {
        return Math.max(account.until(now), taken ? last + gap - now : 0);
    }

    /** How long until the next message to this place may be sent, whatever goes elsewhere; nothing or less: now. */
    long placeWait(Place place, long now) {
        Quota quota = places.get(limits.places().of(place).of());
        return quota == null ? 0 : quota.until(now);
    }

    Taken take(Place place, long now) {
        Taken message = new Taken(now);
        taken = true;
        last = now;
        account.take(message);
        of(place, now).take(message);
        return message;
    }

    void restAccount(long now, long nanos) {
        account.rest(now, nanos);
    }

    void rest(Place place, long now, long nanos) {
        of(place, now).rest(now, nanos);
    }

    /** How many places are remembered. */
    int size() {
        return places.size();
    }

    private Quota of(Place place, long now) {
        if (places.size() >= sweepAt) {
            places.values().removeIf(quota -> quota.isWhole(now));
            sweepAt = Math.max(REMEMBERED, 2 * places.size());
        }
        Limits.Quota limit = limits.places().of(place);
        return places.computeIfAbsent(limit.of(), _ -> new Quota(limit.rates()));
    }

    /** Several rates at once, and a rest. */
    private static final class Quota {
        private final List<Window> windows;
        private boolean resting;
        private long rest;

        Quota(List<Limits.Rate> rates) {
            windows = rates.stream().map(Window::new).toList();
        }

        long until(long now) {
            long wait = resting ? rest - now : 0;
            for (Window window : windows) {
                wait = Math.max(wait, window.until(now));
            }
            resting &= rest - now > 0;
            return wait;
        }

        void take(Taken message) {
            windows.forEach(window -> window.take(message));
        }

        void rest(long now, long nanos) {
            if (!resting || rest - now < nanos) {
                resting = true;
                rest = now + nanos;
            }
        }

        boolean isWhole(long now) {
            return until(now) <= 0 && windows.stream().allMatch(window -> window.isEmpty(now));
        }
    }

    /** Remembers the last so many messages: the next may go when the oldest of them is out of sight. */
    private static final class Window {
        private final Taken[] sent;
        private final long per;
        private int count;
        private int oldest;

        Window(Limits.Rate rate) {
            sent = new Taken[rate.messages()];
            per = rate.per().toNanos();
        }

        long until(long now) {
            return count < sent.length ? 0 : sent[oldest].counts + per - now;
        }

        void take(Taken message) {
            if (count < sent.length) {
                sent[(oldest + count) % sent.length] = message;
                count++;
            } else {
                sent[oldest] = message;
                oldest = (oldest + 1) % sent.length;
            }
        }

        boolean isEmpty(long now) {
            return count == 0 || sent[(oldest + count - 1) % sent.length].counts + per - now <= 0;
        }
    }
}
