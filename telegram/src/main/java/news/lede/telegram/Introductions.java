package news.lede.telegram;

import java.util.Optional;
import java.util.Set;
import news.lede.community.Introduction;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;

/** What Telegram says of somebody who asks, in the desk's words. */
final class Introductions {
    private static final String PLATFORM = "telegram";

    private Introductions() {}

    /** Where somebody wrote or pressed. */
    static Introduction at(Venue venue, Author author, Role role) {
        String chat = Long.toString(venue.chat());
        return new Introduction(
                person(author),
                place(venue),
                chat,
                venue.title(),
                venue.isPrivate(),
                role,
                // What several people read is in the language of their place, not of whoever asked.
                venue.isPrivate() ? author.language() : Optional.empty(),
                alone(venue, author),
                Set.of());
    }

    static Place place(Venue venue) {
        return new Place(PLATFORM, Long.toString(venue.chat()), venue.thread().map(String::valueOf));
    }

    /** As in their private chat, wherever they are. */
    static Introduction own(Author author) {
        String chat = Long.toString(author.id());
        return new Introduction(
                person(author),
                new Place(PLATFORM, chat, Optional.empty()),
                chat,
                "",
                true,
                Role.MEMBER,
                author.language());
    }

    /** As an administrator of another chat who speaks of it in private, in their own language. */
    static Introduction of(Elsewhere place, Author author) {
        String chat = Long.toString(place.chat());
        return new Introduction(
                person(author),
                new Place(PLATFORM, chat, Optional.empty()),
                chat,
                place.title(),
                false,
                Role.MODERATOR,
                author.language(),
                privately(author),
                Set.of());
    }

    private static PersonKey person(Author author) {
        return new PersonKey(PLATFORM, Long.toString(author.id()));
    }

    /** Nobody knows who writes in the name of a chat. */
    private static Optional<Introduction.Private> alone(Venue venue, Author author) {
        return venue.isPrivate() || author.speaksForChat() ? Optional.empty() : privately(author);
    }

    /** The private chat has the id of the person. */
    private static Optional<Introduction.Private> privately(Author author) {
        String chat = Long.toString(author.id());
        return Optional.of(new Introduction.Private(new Place(PLATFORM, chat, Optional.empty()), chat, "", true));
    }
}
