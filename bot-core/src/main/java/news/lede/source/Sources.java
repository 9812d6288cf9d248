package news.lede.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where sources are kept. A removed source keeps its row, its packs and its followers, since articles name it; it is not listed, not visible to anybody and not polled, until
 * it is added again.
 */
public interface Sources {
    /** The built-in source of everything handed in; always there, and in the pack {@code default}. */
    Source imported();

    /** Adds a source, or answers the one that has this address already (kind and title unchanged). A removed one comes back, of the kind and with the title given now. */
    Source addIfAbsent(SourceKind kind, String address, String title);

    /** The source of that id, removed or not. */
    Optional<Source> find(SourceId id);

    Optional<Source> findByAddress(String address);

    /** All sources that are not removed, by title; without those of {@link SourceKind#ASKED}, which are their workspaces' own affair. */
    List<Source> all();

    /** Removes a source; the built-in one stays. True when it was there and is not any more. */
    boolean remove(SourceId id, Instant at);

    void rename(SourceId id, String title);

    /** Gives a source another address, unless another source has it, removed or not. True when it was free or the source's own. */
    boolean moveTo(SourceId id, String address);

    /**
     * {@code duplicate} turned out to be what another source reads, the one at {@code address}: that one is kept, and comes back if it was removed. Whoever follows the duplicate, by
     * pack or by itself, follows the kept one too from now on, and what was read from the former counts as read from the latter; then the duplicate is removed.
     *
     * @return the source that was kept; empty, and nothing is done, when no other source has the address
     */
    Optional<Source> mergeInto(SourceId duplicate, String address, Instant at);

    /** Puts a source into a pack; whoever follows the pack sees it from now on. Does nothing when it is in. */
    void addToPack(String pack, SourceId source);

    /** Takes a source out of a pack. Does nothing when it is not in. */
    void removeFromPack(String pack, SourceId source);

    /** The packs that a source is in, by name. */
    List<String> packsOf(SourceId source);

    /** The sources of a pack that are not removed, by title. */
    List<Source> inPack(String pack);

    /** Names of the packs with at least one source that is not removed. */
    List<String> packs();

    /** Whether the source of that address is in the pack and removed: then whoever removed it does not want the pack to bring it back. */
    boolean withheld(String pack, String address);
}
