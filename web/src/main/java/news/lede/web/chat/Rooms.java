package news.lede.web.chat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.community.ConversationId;

/** The conversations that whoever looks after an installation may look into, as they are named to them. Private chats are none: what somebody reads there is theirs alone. */
public interface Rooms {
    /**
     * A conversation.
     *
     * @param title of its community
     * @param place where in it, in the platform's own terms
     * @param locale of our texts there
     */
    record Room(ConversationId id, String platform, String title, String place, Locale locale, ZoneId zone) {}

    /** Those whose title or place has {@code words}, all for none, by title, at most {@code most}. */
    List<Room> find(String words, int most);

    Optional<Room> find(ConversationId id);
}
