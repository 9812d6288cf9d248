package news.lede.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.jsoup.nodes.Element;

/** The names that sites give the element of an article's text, surest first. Immutable. */
final class BodyNames {
    private final Map<String, Integer> ranks = new HashMap<>();
    private final List<String> lines = Resources.lines("body-names.txt");

    BodyNames() {
        for (int i = 0; i < lines.size(); i++) {
            ranks.putIfAbsent(lines.get(i).toLowerCase(Locale.ROOT), i);
        }
    }

    int count() {
        return lines.size();
    }

    /** The place in the list of the surest name that the element bears, -1 for none. */
    int rank(Element element) {
        int best = rank(element.normalName());
        if (element.attributesSize() == 0) {
            return best;
        }
        if (element.hasAttr("class")) {
            StringTokenizer names = new StringTokenizer(element.className().toLowerCase(Locale.ROOT));
            while (names.hasMoreTokens()) {
                best = better(best, rank("." + names.nextToken()));
            }
        }
        if (element.hasAttr("id")) {
            best = better(best, rank("#" + element.id().toLowerCase(Locale.ROOT)));
        }
        for (String attribute : List.of("itemprop", "property", "role", "data-component", "data-testid")) {
            if (element.hasAttr(attribute)) {
                best = better(
                        best,
                        rank("[" + attribute + "=" + element.attr(attribute).toLowerCase(Locale.ROOT) + "]"));
            }
        }
        return best;
    }

    private int rank(String selector) {
        return ranks.getOrDefault(selector, -1);
    }

    private static int better(int a, int b) {
        return a < 0 ? b : b < 0 ? a : Math.min(a, b);
    }
}
