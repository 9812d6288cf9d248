package news.lede.fetch;

import java.util.Optional;

/**
 * What a server gave us to ask "has it changed?" with. Opaque: sent back byte for byte, never made up. Worth keeping only from an answer whose
 * body could be read.
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    /** What to keep after a "not modified" that gave {@code newer}: servers often leave out what did not change. */
    public Validators updatedBy(Validators newer) {
        return new Validators(newer.etag.or(() -> etag), newer.lastModified.or(() -> lastModified));
    }
}
