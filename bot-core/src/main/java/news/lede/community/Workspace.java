package news.lede.community;

import java.time.ZoneId;
import news.lede.text.Language;

/**
 * Owner of settings: a server, a group, a channel, or one person's private chat. {@code platform} and {@code key} name it where it lives;
 * {@code language} is that of our texts, not of the news.
 */
public record Workspace(WorkspaceId id, String platform, String key, String title, Language language, ZoneId zone) {}
