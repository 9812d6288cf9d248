package news.lede.community;

import java.time.ZoneId;
import java.util.Optional;
import news.lede.text.Language;

/**
 * Owner of settings: a server, a group, a channel, or one person's private chat. {@code platform} and {@code key} name it where it lives;
 * {@code language} is that of our texts, not of the news, unknown until somebody chose one.
 */
public record Workspace(WorkspaceId id, String platform, String key, String title, Language language, ZoneId zone) {
    /** The language somebody chose for our texts here; without one each reader's app says which. */
    public Optional<Language> spoken() {
        return language.equals(Language.UNKNOWN) ? Optional.empty() : Optional.of(language);
    }
}
