package news.lede.alert;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import news.lede.community.Place;

/** Where platforms tell what they see of places without anything being sent: shut to us, open again, moved. May be called by any thread. */
public interface Doors {
    /** Why a place cannot be written to. */
    record Shut(Messenger.Reason reason, String detail) {}

    /** Some chats of a platform are open or shut to us now: {@code standing} tells it of each place there, those in threads too. Empty: it can be written to. */
    void seen(String platform, Collection<String> chats, Function<Place, Optional<Shut>> standing);

    /** A chat is another one now, with all that stood in it: who was told there is told here. */
    Moved moved(String platform, String from, String to);

    /** What came of a chat that moved. */
    sealed interface Moved {
        /** So many conversations, those in threads too, are at the new chat now with all they have. */
        record Taken(int conversations) implements Moved {}

        /** Nobody had spoken with us there, or it was noted before. */
        record Nothing() implements Moved {}

        /** It could not be written down. Nothing is lost: the next message there is told the same, and whoever asks there is answered. */
        record Failed(String why) implements Moved {}
    }
}
