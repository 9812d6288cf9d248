package news.lede.community;

import java.util.Locale;

/** Who asks, where, with what right, in which language, and with whose eyes. */
public record Asker(
        PersonKey person, Role role, Workspace workspace, Conversation conversation, Locale locale, Viewer viewer) {}
