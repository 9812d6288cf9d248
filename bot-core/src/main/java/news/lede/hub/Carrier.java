package news.lede.hub;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import news.lede.source.SourceId;

/** Takes what hubs bring on to where polled news goes. Blocks; thread-safe. */
public interface Carrier {
    /**
     * Takes in a body of the source, as if it had been polled. False when it is no feed.
     *
     * @param topic what it is of
     * @param charset as its header says
     */
    boolean bring(SourceId source, URI topic, byte[] body, Optional<String> charset) throws InterruptedException;

    /** Polls a source as soon as it may be: the floor holds, whoever wishes. The result is when; empty when it never is. */
    Optional<Instant> pollSoon(SourceId source);
}
