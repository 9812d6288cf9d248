package news.lede.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a briefing takes to read. */
enum BriefLength {
    /** One story told at length. */
    SHORT(2, 1),
    LONG(5, 3);

    private static final Pattern TYPED = Pattern.compile("(\\p{Nd}{1,3})\\s*(?:'|m|min|mins|minutes?|minuten?)?\\.?");

    private final int minutes;
    private final int longer;

    BriefLength(int minutes, int longer) {
        this.minutes = minutes;
        this.longer = longer;
    }

    int minutes() {
        return minutes;
    }

    /** How many stories are told at more length than the others. */
    int longer() {
        return longer;
    }

    /** The length meant by {@code 5}, {@code 5 minutes} and the like. */
    static Optional<BriefLength> of(String typed) {
        Matcher number = TYPED.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!number.matches()) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(number.group(1));
        return Arrays.stream(values())
                .filter(length -> length.minutes == minutes)
                .findFirst();
    }
}
