package news.lede.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.text.LinkKey;

/**
 * Says what each entry of a feed is known by.
 *
 * <p>Publishers change identifiers with their software, move to https and edit titles; links last longest. So: the normalised link when no other entry of the feed has it, else the
 * identifier when no other entry has that, else the link with its fragment when that is the entry's alone, else a hash of title and text. Entries alike in
 * link, identifier and text are one entry given twice and share their key. Pure.
 */
final class EntryKeys {
    private EntryKeys() {}

    /** The entries in the same order, each with its key. */
    static List<Entry> assign(List<Entry.Builder> entries) {
        List<Named> named = entries.stream().map(Named::new).toList();
        Map<String, Named> byLink = new HashMap<>();
        Map<String, Named> byId = new HashMap<>();
        Map<String, Named> byWholeLink = new HashMap<>();
        for (Named entry : named) {
            entry.link.ifPresent(l -> byLink.merge(l, entry, EntryKeys::together));
            entry.id.ifPresent(i -> byId.merge(i, entry, EntryKeys::together));
            entry.wholeLink().ifPresent(l -> byWholeLink.merge(l, entry, EntryKeys::together));
        }
        List<Entry> keyed = new ArrayList<>(named.size());
        for (Named entry : named) {
            String key;
            if (entry.link.isPresent() && isAlone(byLink, entry.link, entry)) {
                key = "link:" + entry.link.get();
            } else if (entry.id.isPresent() && isAlone(byId, entry.id, entry)) {
                key = "id:" + entry.id.get();
            } else if (entry.wholeLink().isPresent() && isAlone(byWholeLink, entry.wholeLink(), entry)) {
                key = "link:" + entry.wholeLink().get();
            } else {
                key = "text:" + Fingerprint.of(entry.facts.title(), entry.facts.html());
            }
            keyed.add(entry.facts.build(key));
        }
        return keyed;
    }

    private static boolean isAlone(Map<String, Named> known, Optional<String> name, Named entry) {
        Named first = known.get(name.orElseThrow());
        return first == entry || first != null && !first.isShared && first.isTwinOf(entry);
    }

    private static Named together(Named first, Named second) {
        return first.isShared || !first.isTwinOf(second) ? Named.SHARED : first;
    }

    private static final class Named {
        static final Named SHARED = new Named();

        final Entry.Builder facts;
        final Optional<String> link;
        final Optional<String> id;
        final boolean isShared;

        Named(Entry.Builder facts) {
            this.facts = facts;
            this.link = facts.link().flatMap(LinkKey::of);
            this.id = facts.id();
            this.isShared = false;
        }

        private Named() {
            this.facts = Entry.builder();
            this.link = Optional.empty();
            this.id = Optional.empty();
            this.isShared = true;
        }

        Optional<String> wholeLink() {
            return link.filter(l -> facts.link().get().getRawFragment() != null)
                    .map(l -> l + "#" + facts.link().get().getRawFragment());
        }

        /** Whether two entries are one that the feed gives twice. */
        boolean isTwinOf(Named other) {
            return link.equals(other.link)
                    && wholeLink().equals(other.wholeLink())
                    && id.equals(other.id)
                    && facts.title().equals(other.facts.title())
                    && (id.isPresent() || facts.html().equals(other.facts.html()));
        }
    }
}
