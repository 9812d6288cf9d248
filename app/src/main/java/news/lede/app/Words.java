package news.lede.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Small words that reports share. */
final class Words {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private Words() {}

    /** "1 source", "2 sources". */
    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** To the minute, in UTC. */
    static String minute(Instant at) {
        return MINUTE.format(at) + " UTC";
    }
}
