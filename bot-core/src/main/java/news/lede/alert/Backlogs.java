package news.lede.alert;

import java.time.Instant;

/** Counts what waits to be told. Reads every row that waits: for somebody who looks, not for a loop. */
public interface Backlogs {
    Backlog at(Instant now);
}
