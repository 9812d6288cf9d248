package news.lede.source;

import java.util.Optional;

/**
 * A source to be polled, with all that a poll needs to know. {@code followers}: workspaces that see it. {@code latest}: what happened to it
 * last, if anything ever did.
 */
public record DueSource(Source source, PollState state, int followers, Optional<SourceEvent.Kind> latest) {}
