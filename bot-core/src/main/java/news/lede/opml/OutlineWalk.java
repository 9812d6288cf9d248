package news.lede.opml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import news.lede.source.SourceKind;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** Walks the outlines of a document, and tells of each that names a source, with the folders it lies in. For one walk. */
final class OutlineWalk implements NodeVisitor {
    /** A title that long is none; it is cut. */
    private static final int MAX_TITLE = 200;

    private static final int MAX_NOTE = 400;

    private final Consumer<Met> sources;
    private final Deque<Folder> folders = new ArrayDeque<>();

    OutlineWalk(Consumer<Met> sources) {
        this.sources = sources;
    }

    /** A folder, and the element that ends it. */
    private record Folder(Node node, String name, String pack) {}

    /** An outline that names an address, not yet looked at. */
    record Met(
            int line,
            SourceKind kind,
            String address,
            String title,
            Optional<String> site,
            Optional<String> note,
            List<String> folders,
            Set<String> packs) {
        Listed at(String usable) {
            return new Listed(kind, usable, title.isEmpty() ? usable : title, site, note, folders, packs);
        }
    }

    @Override
    public void head(Node node, int depth) {
        if (!(node instanceof Element outline) || !outline.normalName().equals("outline")) {
            return;
        }
        String feed = attribute(outline, "xmlUrl", Integer.MAX_VALUE);
        if (!feed.isEmpty()) {
            sources.accept(met(outline, SourceKind.FEED, feed));
            return;
        }
        Optional<SourceKind> marked = kind(attribute(outline, "lede:kind", MAX_TITLE));
        if (marked.isPresent()) {
            sources.accept(met(outline, marked.get(), attribute(outline, "url", Integer.MAX_VALUE)));
        } else if (folders.size() < OpmlReader.MAX_FOLDERS) {
            folders.addLast(new Folder(outline, title(outline), pack(outline)));
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!folders.isEmpty() && folders.getLast().node().equals(node)) {
            folders.removeLast();
        }
    }

    private Met met(Element outline, SourceKind kind, String address) {
        Set<String> packs = new HashSet<>();
        folders.stream().map(Folder::pack).filter(p -> !p.isEmpty()).forEach(packs::add);
        return new Met(
                outline.sourceRange().isTracked()
                        ? outline.sourceRange().start().lineNumber()
                        : 0,
                kind,
                address,
                title(outline),
                optional(outline, "htmlUrl", MAX_NOTE),
                optional(outline, "lede:note", MAX_NOTE).or(() -> optional(outline, "description", MAX_NOTE)),
                folders.stream()
                        .map(Folder::name)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                packs);
    }

    private static Optional<SourceKind> kind(String mark) {
        return switch (mark.toLowerCase(Locale.ROOT)) {
            case "page" -> Optional.of(SourceKind.PAGE);
            case "sitemap" -> Optional.of(SourceKind.SITEMAP);
            default -> Optional.empty();
        };
    }

    private static String pack(Element outline) {
        String pack = attribute(outline, "lede:pack", MAX_TITLE).toLowerCase(Locale.ROOT);
        return PackName.isName(pack) ? pack : "";
    }

    private static String title(Element outline) {
        String title = attribute(outline, "title", MAX_TITLE);
        return title.isEmpty() ? attribute(outline, "text", MAX_TITLE) : title;
    }

    private static Optional<String> optional(Element outline, String name, int maxChars) {
        return Optional.of(attribute(outline, name, maxChars)).filter(value -> !value.isEmpty());
    }

    /** Some programs write {@code xmlurl}. */
    private static String attribute(Element outline, String name, int maxChars) {
        String value = outline.attributes().getIgnoreCase(name).strip();
        return value.length() <= maxChars ? value : value.substring(0, maxChars).stripTrailing();
    }
}
