package news.lede.app;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.lede.community.PersonKey;
import news.lede.community.PersonNames;
import news.lede.community.Workspace;

/** The names that the platforms tell which are on; none before they are. Thread-safe. */
final class PlatformNames implements PersonNames {
    private final Map<String, PersonNames> platforms = new ConcurrentHashMap<>();

    /** {@code platform} is asked from now on. */
    void ask(String platform, PersonNames names) {
        platforms.put(platform, names);
    }

    @Override
    public Map<PersonKey, String> of(Workspace workspace, Collection<PersonKey> persons) {
        return platforms.getOrDefault(workspace.platform(), PersonNames.none()).of(workspace, persons);
    }
}
