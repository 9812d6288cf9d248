package news.lede.community;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a platform says of somebody who asks. {@code workspaceKey} and {@code workspaceTitle} name the workspace on that platform. {@code own}: it is the
 * person's own, as in a private chat. {@code role}: what the platform itself lets them be there (its owner; a moderator, where they manage the server or administrate the chat; else a member; of their own workspace they are the owner whatever it says). {@code bears}: what else they may have been granted something as, the roles they bear on the platform.
 * {@code locale}: of their app, when the platform tells. {@code privately}: where they can be written to alone; nothing needs to be said of it in a private chat.
 */
public record Introduction(
        PersonKey person,
        Place place,
        String workspaceKey,
        String workspaceTitle,
        boolean own,
        Role role,
        Optional<Locale> locale,
        Optional<Private> privately,
        Set<PersonKey> bears) {
    /**
     * Somebody's private chat with us, and the workspace that it is.
     *
     * @param theyBegin the platform lets us write there only once they have
     */
    public record Private(Place place, String workspaceKey, String workspaceTitle, boolean theyBegin) {}

    public Introduction {
        bears = Set.copyOf(bears);
    }

    public Introduction(
            PersonKey person,
            Place place,
            String workspaceKey,
            String workspaceTitle,
            boolean own,
            Role role,
            Optional<Locale> locale) {
        this(person, place, workspaceKey, workspaceTitle, own, role, locale, Optional.empty(), Set.of());
    }
}
