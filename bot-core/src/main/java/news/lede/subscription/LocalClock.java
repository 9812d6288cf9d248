package news.lede.subscription;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/** When the clocks of a zone show a time, on days too on which they skip it or show it twice. Pure. */
final class LocalClock {
    private LocalClock() {}

    /** The first moment at which they show {@code time}; of a skipped time the first moment behind what they skip. */
    static Instant first(LocalDateTime time, ZoneId zone) {
        return at(time, zone, true);
    }

    /** The last moment at which they show {@code time}; the same of a skipped time. */
    static Instant last(LocalDateTime time, ZoneId zone) {
        return at(time, zone, false);
    }

    private static Instant at(LocalDateTime time, ZoneId zone, boolean first) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        return offsets.isEmpty()
                ? rules.getTransition(time).getInstant()
                : time.toInstant(first ? offsets.getFirst() : offsets.getLast());
    }
}
