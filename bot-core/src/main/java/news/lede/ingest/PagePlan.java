package news.lede.ingest;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.lede.ingest.Inbox.Waiting;
import news.lede.text.WrappedLink;

/** Decides which entries' pages are read. Pure. */
final class PagePlan {
    /** Of what stood in a source when we first met it: a visitor who reads everything at once is no welcome one. */
    static final int NEWEST_AT_FIRST_CONTACT = 5;

    private static final Set<String> NO_PAGES = Set.of(
            "mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "flac", "mp4", "m4v", "mov", "webm", "avi", "mkv", "m3u8",
            "jpg", "jpeg", "png", "gif", "webp", "svg", "avif", "pdf", "zip", "gz", "epub", "doc", "docx", "xls",
            "xlsx", "ppt", "pptx", "csv", "ics", "torrent", "exe", "apk", "dmg");

    private PagePlan() {}

    /** The address of the page worth reading for an entry; {@code whole}: the feed carries all of its text. */
    static Optional<URI> page(Waiting waiting, CarriedEntry entry, boolean whole) {
        boolean old = waiting.firstContact() && !waiting.changed() && entry.rank() >= NEWEST_AT_FIRST_CONTACT;
        return whole || old || !entry.linkTells()
                ? Optional.empty()
                : entry.link().filter(link -> !WrappedLink.isOpaque(link)).filter(PagePlan::mayBePage);
    }

    private static boolean mayBePage(URI link) {
        String path = Optional.ofNullable(link.getPath()).orElse("");
        int dot = path.lastIndexOf('.');
        return dot < path.lastIndexOf('/')
                || !NO_PAGES.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
