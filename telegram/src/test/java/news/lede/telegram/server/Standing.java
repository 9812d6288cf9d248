package news.lede.telegram.server;

import java.util.Locale;

/** What somebody is in a chat. */
public enum Standing {
    CREATOR,
    ADMINISTRATOR,
    MEMBER,
    LEFT,
    KICKED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isPresent() {
        return this != LEFT && this != KICKED;
    }
}
