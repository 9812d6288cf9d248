package news.lede.community;

import java.util.Optional;

/**
 * A place that can be answered, in the platform's own terms: {@code chat} and {@code thread} are its ids as text.
 *
 * <p>The private chat of a person is a place too, called as the platform's {@link PersonalKeys} have it: where a private chat has to be opened before it has an id, whoever sends there opens it.
 */
public record Place(String platform, String chat, Optional<String> thread) {}
