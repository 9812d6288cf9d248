package news.lede.community;

import java.util.Locale;
import java.util.Optional;

/**
 * What a platform says of somebody who asks. {@code workspaceKey} and {@code workspaceTitle} name the workspace on that platform. {@code own}: it is the
 * person's own, as in a private chat. {@code manages}: the platform lets them manage it (server managers, chat administrators).
 * {@code locale}: of their app, when the platform tells. {@code privately}: where they can be written to alone; nothing needs to be said of it in a private chat.
 */
public record Introduction(
        PersonKey person,
        Place place,
        String workspaceKey,
        String workspaceTitle,
        boolean own,
        boolean manages,
        Optional<Locale> locale,
        Optional<Private> privately) {
    /**
     * Somebody's private chat with us, and the workspace that it is.
     *
     * @param theyBegin the platform lets us write there only once they have
     */
    public record Private(Place place, String workspaceKey, String workspaceTitle, boolean theyBegin) {}

    public Introduction(
            PersonKey person,
            Place place,
            String workspaceKey,
            String workspaceTitle,
            boolean own,
            boolean manages,
            Optional<Locale> locale) {
        this(person, place, workspaceKey, workspaceTitle, own, manages, locale, Optional.empty());
    }
}
