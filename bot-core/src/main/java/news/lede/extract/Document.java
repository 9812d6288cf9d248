package news.lede.extract;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Bytes as they were saved or fetched. {@code address}: where from, base of relative links. {@code savedAt}: when, origin of "38
 * minutes ago". {@code charset}: what the transport claimed, if anything.
 */
public record Document(byte[] bytes, Optional<URI> address, Instant savedAt, Optional<String> charset) {}
