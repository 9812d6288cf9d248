package news.lede.fetch;

import java.util.Optional;

/**
 * What a server gave us to ask "has it changed?" with. Opaque: sent back byte for byte, never made up. Worth keeping only from an answer whose
 * body could be read.
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
