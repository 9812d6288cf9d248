package news.lede.source;

import java.util.List;
import java.util.Optional;

/** Where sources are kept. */
public interface Sources {
    /** The built-in source of everything handed in; always there, and in the pack {@code default}. */
    Source imported();

    /** Adds a source, or answers the one that has this address already (kind and title unchanged). */
    Source addIfAbsent(SourceKind kind, String address, String title);

    Optional<Source> find(SourceId id);

    Optional<Source> findByAddress(String address);

    /** All sources by title. */
    List<Source> all();

    /** Puts a source into a pack; whoever follows the pack sees it from now on. Does nothing when it is in. */
    void addToPack(String pack, SourceId source);
}
