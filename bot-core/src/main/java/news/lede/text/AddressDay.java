package news.lede.text;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day that the address of an article names, as {@code /2024/05/31/} does. Pure. */
public final class AddressDay {
    private static final Pattern DAY = Pattern.compile(
            "/(20[0-3]\\d)[/-]?(0[1-9]|1[0-2]|(?<=[/-])[1-9])[/-]?(0[1-9]|[12]\\d|3[01]|(?<=[/-])[1-9])(?:[/_-]|$)");

    private AddressDay() {}

    /** Empty where none is named, or one that no calendar has. */
    public static Optional<LocalDate> in(URI address) {
        Matcher day = DAY.matcher(String.valueOf(address.getRawPath()));
        if (!day.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
        } catch (DateTimeException e) {
            // 31 June is a number of something else.
            return Optional.empty();
        }
    }
}
