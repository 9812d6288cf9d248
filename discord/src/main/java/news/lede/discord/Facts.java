package news.lede.discord;

import java.util.Locale;
import java.util.Optional;
import news.lede.community.Asker;
import news.lede.community.PersonKey;
import news.lede.community.Place;

/**
 * What Discord tells of who asks and where. {@code workspace} is the key of the workspace: {@code guild:ID} in a server that has the bot, else {@code user:ID}, the person's
 * own; {@code title} what it is called. {@code manages}: may manage that server.
 */
public record Facts(
        String workspace,
        String title,
        PersonKey person,
        String personName,
        Place place,
        boolean manages,
        Locale locale) {
    /** How this platform is called in keys. */
    public static final String PLATFORM = "discord";

    /** Finds or creates who asks. Called on the pool's threads. */
    @FunctionalInterface
    public interface Askers {
        Asker of(Facts facts);
    }

    static Place place(String chat, Optional<String> thread) {
        return new Place(PLATFORM, chat, thread);
    }
}
