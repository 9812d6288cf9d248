package news.lede.community;

import java.util.Locale;
import java.util.Optional;

/**
 * What a platform says of somebody who asks. {@code workspaceKey} and {@code workspaceTitle} name the workspace on that platform. {@code own}: it is the
 * person's own, as in a private chat. {@code manages}: the platform lets them manage it (server managers, chat administrators).
 * {@code locale}: of their app, when the platform tells.
 */
public record Introduction(
        PersonKey person,
        Place place,
        String workspaceKey,
        String workspaceTitle,
        boolean own,
        boolean manages,
        Optional<Locale> locale) {}
