package news.lede.extract;

import java.time.Instant;
import java.time.LocalDate;

/** When an article was published: the instant, and the day that the publisher's own calendar shows. */
record Published(Instant instant, LocalDate day) {}
