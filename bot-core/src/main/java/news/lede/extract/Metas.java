package news.lede.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The {@code meta} elements of a page by their name, whichever of {@code property}, {@code name} or {@code itemprop} carries it. Immutable. */
final class Metas {
    private static final List<String> NAMES = List.of("property", "name", "itemprop", "http-equiv");

    private final Map<String, List<String>> contents = new HashMap<>();

    Metas(Landmarks page) {
        for (Element meta : page.metas) {
            String content = Spaces.single(meta.attr("content"));
            if (content.isEmpty()) {
                continue;
            }
            for (String attribute : NAMES) {
                String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty()) {
                    contents.computeIfAbsent(name, n -> new ArrayList<>()).add(content);
                }
            }
        }
    }

    /** What the first meta of this name says. */
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** What all metas of this name say, in the order of the page. */
    List<String> all(String name) {
        return contents.getOrDefault(name, List.of());
    }
}
