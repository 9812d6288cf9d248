package news.lede.community;

import java.util.Collection;
import java.util.Map;

/** What platforms call persons and roles right now, for whoever may look. Nothing of it is written down. Thread-safe; may take a second. */
@FunctionalInterface
public interface PersonNames {
    /** Those that were told of a workspace's persons; nobody is missed who is not. */
    Map<PersonKey, String> of(Workspace workspace, Collection<PersonKey> persons);

    /** For where no platform tells any. */
    static PersonNames none() {
        return (_, _) -> Map.of();
    }
}
