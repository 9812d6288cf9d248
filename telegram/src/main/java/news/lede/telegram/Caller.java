package news.lede.telegram;

import java.util.Locale;
import java.util.Optional;
import news.lede.community.PersonKey;
import news.lede.community.Place;

/**
 * What Telegram says of somebody who asks. {@code workspaceKey} and {@code workspaceTitle} name the chat whose settings hold; {@code personal}: it is the
 * person's own private chat. {@code moderator}: they administrate the chat. {@code language}: of their app, when known.
 */
public record Caller(
        PersonKey person,
        Place place,
        String workspaceKey,
        String workspaceTitle,
        boolean personal,
        boolean moderator,
        Optional<Locale> language) {}
