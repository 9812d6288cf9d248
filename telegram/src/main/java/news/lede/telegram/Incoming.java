package news.lede.telegram;

import java.util.Optional;

/** Something a person did that we may answer. */
sealed interface Incoming {
    Venue venue();

    Author author();

    /** A message; {@code about} is what the message it replies to is about, as one would type it after a command. */
    record Written(Venue venue, Author author, int message, String text, Optional<String> about) implements Incoming {}

    /** A button; {@code data} as it came, perhaps forged. */
    record Pressed(Venue venue, Author author, String query, String data) implements Incoming {}
}
