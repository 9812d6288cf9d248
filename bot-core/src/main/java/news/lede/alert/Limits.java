package news.lede.alert;

import java.time.Duration;
import java.util.List;
import news.lede.community.Place;

/**
 * How much a platform takes, in numbers that stay a little below its own, since messages that leave at even times do not arrive at even times.
 *
 * @param account of all messages together
 * @param places of the messages to one place
 */
public record Limits(List<Rate> account, Places places) {
    public Limits {
        account = List.copyOf(account);
    }

    /** At most {@code messages} within any span of {@code per}. */
    public record Rate(int messages, Duration per) {
        public Rate {
            if (messages < 1 || per.isNegative() || per.isZero()) {
                throw new IllegalArgumentException("no message would ever pass " + messages + " in " + per);
            }
        }
    }

    /** Says what holds for a place. */
    @FunctionalInterface
    public interface Places {
        Quota of(Place place);
    }

    /**
     * What a place takes.
     *
     * @param of what is counted together: the places of one quota have the same name here, as the threads of one chat may
     */
    public record Quota(String of, List<Rate> rates) {
        public Quota {
            rates = List.copyOf(rates);
        }
    }

    /** The same for every place, each counted by itself. */
    public static Limits of(Rate account, Rate... place) {
        List<Rate> rates = List.of(place);
        return new Limits(List.of(account), where -> new Quota(where.chat(), rates));
    }
}
