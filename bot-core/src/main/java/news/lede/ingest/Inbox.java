package news.lede.ingest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import news.lede.source.SourceId;

/**
 * What sources have carried, and what of it has still to become articles. A key stays known after its entry was dealt with: an entry that
 * vanishes from a feed and returns is no news. Every change belongs into the transaction of whoever makes it.
 */
public interface Inbox {
    /**
     * One entry as a source carried it. {@code key}: what it is known by within its source. {@code fingerprint}: of title and text, another one after an edit.
     * {@code payload}: the entry itself, in a form that only {@code ingest} reads.
     */
    record Carried(String key, String fingerprint, String payload) {}

    /** How many entries were new, and how many known ones were edited. */
    record Received(int added, int changed) {}

    /**
     * An entry that waits. {@code firstContact}: it was there when its source was first read, so it is stored but announced to nobody. {@code changed}: its
     * article is known already, and the publisher edited it since. {@code attempts}: how often it was put off.
     */
    record Waiting(
            long id,
            SourceId source,
            String payload,
            Instant received,
            boolean firstContact,
            boolean changed,
            int attempts) {}

    /**
     * Takes in what one poll carried, in the order in which it is to be dealt with. Unknown keys wait from {@code now} on; known keys with another fingerprint wait as
     * changed, unless they wait already: then the newer text takes the place of the older. The rest is left alone. Of several with one key the first counts.
     */
    Received receive(SourceId source, List<Carried> carried, boolean firstContact, Instant now);

    /**
     * At most {@code limit} entries that wait at {@code now}. Sources take turns, so that one that floods holds up nobody: first each source's entry that waits longest, then each
     * one's second; within a turn in the order in which they came in.
     */
    List<Waiting> waiting(Instant now, int limit);

    /** These need nothing any more; their payload goes, their key stays. */
    void done(Collection<Long> ids);

    /** Lets an entry wait until {@code until}, and counts the attempt. */
    void postpone(long id, Instant until);

    /** How many entries wait, now or later. */
    long backlog();

    /**
     * Forgets keys that were dealt with and came in before {@code before}, but never the newest {@code keep} of a source: they may still stand in it.
     *
     * @return how many
     */
    int prune(Instant before, int keep);
}
