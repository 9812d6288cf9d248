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

    /** A chat is another one now, with all that stood in it. */
    void moved(String platform, String from, String to);
}
