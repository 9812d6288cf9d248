package news.lede.ingest;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.lede.article.ArticleKey;
import news.lede.article.ArticleKeys;
import news.lede.article.Pictures;
import news.lede.article.TextMatch;
import news.lede.feed.Entry;
import news.lede.feed.ParsedFeed;
import news.lede.text.WrappedLink;

/**
 * What of a feed's entry is needed to make an article of it, without its feed. {@code guid} is absent and {@code linkTells} false where other entries of the feed have
 * the same and are something else. {@code published} is the date of the last change where no other is stated. {@code rank} counts from the newest of its feed, 0.
 */
record CarriedEntry(
        Optional<String> guid,
        Optional<URI> link,
        boolean linkTells,
        String title,
        Optional<Instant> published,
        String html,
        Optional<String> feedTitle,
        Optional<String> feedLanguage,
        Optional<URI> image,
        int rank) {

    /**
     * The entries of a feed in the order in which they are to be dealt with: oldest first, since a story is told in the order in which things happened; of
     * one instant, or without any, in reverse of the document, since feeds begin with the newest.
     */
    static List<Of> all(ParsedFeed.Feed feed) {
        Set<ArticleKey> sharedLinks = shared(feed.entries(), CarriedEntry::linkKey, CarriedEntry::wording);
        Set<String> sharedGuids = shared(
                feed.entries(),
                Entry::id,
                entry -> linkKey(entry).map(ArticleKey::value).orElseGet(() -> wording(entry)));
        List<Entry> ordered = feed.entries().reversed().stream()
                .sorted(Comparator.comparing(entry -> when(entry).orElse(Instant.MAX)))
                .toList();
        List<Of> all = new ArrayList<>();
        for (Entry entry : ordered) {
            all.add(new Of(
                    entry,
                    new CarriedEntry(
                            entry.id().filter(guid -> !sharedGuids.contains(guid)),
                            link(entry),
                            linkKey(entry)
                                    .filter(key -> !sharedLinks.contains(key))
                                    .isPresent(),
                            entry.title(),
                            when(entry),
                            entry.html(),
                            Optional.of(feed.title().strip()).filter(title -> !title.isEmpty()),
                            feed.language(),
                            entry.image().filter(Pictures::isShown),
                            ordered.size() - 1 - all.size())));
        }
        return all;
    }

    /** An entry with what is carried of it. */
    record Of(Entry entry, CarriedEntry carried) {}

    private static Optional<Instant> when(Entry entry) {
        return entry.published().or(entry::updated);
    }

    /** Without the detours that search engines and counters add. */
    private static Optional<URI> link(Entry entry) {
        return entry.link().map(link -> WrappedLink.unwrap(link).orElse(link));
    }

    private static Optional<ArticleKey> linkKey(Entry entry) {
        return link(entry).flatMap(ArticleKeys::link);
    }

    private static String wording(Entry entry) {
        String title = TextMatch.fold(entry.title());
        return title.isEmpty() ? entry.html() : title;
    }

    /** Marks that entries with different {@code what} have in common: such a mark cannot tell them apart. */
    private static <M> Set<M> shared(
            List<Entry> entries, Function<Entry, Optional<M>> mark, Function<Entry, String> what) {
        Map<M, String> first = new HashMap<>();
        Set<M> shared = new HashSet<>();
        for (Entry entry : entries) {
            mark.apply(entry).ifPresent(m -> {
                String old = first.putIfAbsent(m, what.apply(entry));
                if (old != null && !old.equals(what.apply(entry))) {
                    shared.add(m);
                }
            });
        }
        return shared;
    }
}
