package news.lede.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** From a time of the local day until another, past midnight when that is earlier. Never the same, which could mean all day or not at all. */
public record QuietHours(LocalTime from, LocalTime until) {
    public QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("quiet hours end at another time than they begin");
        }
    }

    /**
     * When the quiet that holds at {@code now} ends; empty when none holds. It begins when clocks show {@link #from} for the first time and ends when they show {@link #until} for the last time, so that
     * it is one stretch also in the night in which an hour comes twice.
     */
    public Optional<Instant> endAfter(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        for (LocalDate begins : new LocalDate[] {today.minusDays(1), today}) {
            LocalDate ends = until.isAfter(from) ? begins : begins.plusDays(1);
            Instant end = LocalClock.last(ends.atTime(until), zone);
            if (!now.isBefore(LocalClock.first(begins.atTime(from), zone)) && now.isBefore(end)) {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }
}
