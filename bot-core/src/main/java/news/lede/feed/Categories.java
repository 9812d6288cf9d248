package news.lede.feed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Reads what an entry is filed under, each once, as written, in document order within its vocabulary. Pure. */
final class Categories {
    private static final int MOST = 5_000;

    private Categories() {}

    static List<String> of(Fields entry) {
        Set<String> found = new LinkedHashSet<>();
        for (Space space : new Space[] {Space.FEED, Space.ATOM}) {
            for (Element category : entry.all(space, "category")) {
                add(found, category.attr("term"));
                add(found, category.attr("label"));
                add(found, Markup.line(category));
            }
        }
        entry.all(Space.DUBLIN_CORE, "subject").forEach(s -> add(found, Markup.line(s)));
        entry.all(Space.MEDIA, "category").forEach(c -> {
            add(found, Markup.line(c));
            add(found, c.attr("label"));
        });
        entry.all(Space.ITUNES, "category").forEach(c -> nested(found, c));
        entry.text(Space.ITUNES, "keywords").ifPresent(k -> listed(found, k));
        entry.text(Space.MEDIA, "keywords").ifPresent(k -> listed(found, k));
        return List.copyOf(found);
    }

    /** Words parted by commas. */
    static void listed(Set<String> found, String words) {
        for (String word : CleanText.head(words).split("[,;]")) {
            add(found, word);
        }
    }

    private static void nested(Set<String> found, Element category) {
        for (Element c = category; c != null; c = c.firstElementChild()) {
            add(found, c.attr("text"));
            add(found, c.ownText());
        }
    }

    static void add(Set<String> found, String category) {
        String line = CleanText.line(category);
        if (!line.isEmpty() && found.size() < MOST) {
            found.add(line);
        }
    }
}
