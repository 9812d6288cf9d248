package news.lede.opml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.lede.source.Source;
import news.lede.source.SourceKind;

/**
 * A source as a list names it. {@code title} is its address when the list gives none; {@code site} is the page for readers, {@code note} what to know of its use.
 * {@code folders} lead from the outermost to the one it was first met in; {@code packs} are those the list marks as packs.
 */
public record Listed(
        SourceKind kind,
        String address,
        String title,
        Optional<String> site,
        Optional<String> note,
        List<String> folders,
        Set<String> packs) {
    public Listed {
        folders = List.copyOf(folders);
        packs = Set.copyOf(packs);
    }

    /** A source of ours in these packs, as it is to be written. */
    public static Listed of(Source source, Set<String> packs) {
        return new Listed(
                source.kind(), source.address(), source.title(), Optional.empty(), Optional.empty(), List.of(), packs);
    }

    /** The same source, met again in further packs. */
    Listed alsoIn(Set<String> more) {
        Set<String> all = new TreeSet<>(packs);
        all.addAll(more);
        return new Listed(kind, address, title, site, note, folders, all);
    }
}
