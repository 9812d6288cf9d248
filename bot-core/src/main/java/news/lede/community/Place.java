package news.lede.community;

import java.util.Optional;

/**
 * A place that can be answered, in the platform's own terms: {@code chat} and {@code thread} are its ids as text.
 *
 * <p>The private chat of a person is a place too. Where the platform gives it an id that follows from the person's (Telegram), {@code chat} is that; where it has to be opened first (Discord), {@code chat}
 * is {@code user:} and the person's id, and whoever sends there opens it.
 */
public record Place(String platform, String chat, Optional<String> thread) {}
