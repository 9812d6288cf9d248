package news.lede.community;

import java.util.Optional;

/** A place that can be answered, in the platform's own terms: {@code chat} and {@code thread} are its ids as text. */
public record Place(String platform, String chat, Optional<String> thread) {}
