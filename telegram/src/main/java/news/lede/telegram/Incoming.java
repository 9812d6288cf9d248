package news.lede.telegram;

import java.util.Optional;

/** Something a person did that we may answer. */
sealed interface Incoming {
    Author author();

    /**
     * A message.
     *
     * @param about what the message it replies to is about, as one would type it after a command
     * @param place the chat that the message it replies to speaks of, when that is another one than where it stands
     * @param whom the person whose message it replies to
     * @param forwarded the message is somebody else's words, passed on; what these are about
     * @param file the file it carries, by the id that the service knows it by
     */
    record Written(
            Venue venue,
            Author author,
            int message,
            String text,
            Optional<String> about,
            Optional<Long> place,
            Optional<Long> whom,
            Optional<String> forwarded,
            Optional<String> file)
            implements Incoming {
        /** One that carries no file. */
        Written(
                Venue venue,
                Author author,
                int message,
                String text,
                Optional<String> about,
                Optional<Long> place,
                Optional<Long> whom,
                Optional<String> forwarded) {
            this(venue, author, message, text, about, place, whom, forwarded, Optional.empty());
        }
    }

    /** A button; {@code data} as it came, perhaps forged. */
    record Pressed(Venue venue, Author author, int message, String query, String data) implements Incoming {}

    /** A chat that somebody picked in private, with the number of our request. */
    record Picked(Venue venue, Author author, int message, String request, long chat) implements Incoming {}

    /** A button under a message that was sent by way of us into a chat we know nothing of. */
    record PressedAfar(Author author, String query, String data) implements Incoming {}

    /** Words behind our name in any chat's input field; {@code offset} is the one we gave for more, or empty. */
    record Searched(Author author, String query, String words, String offset) implements Incoming {}

    /** A message that calls us into a chat we are no member of. */
    record Summoned(Author author, String query, String text, Optional<String> about) implements Incoming {}
}
