package news.lede.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells from an element's tag and names whether it is likely furniture of the page. A hint, to be weighed by who asks. Immutable. */
final class Boilerplate {
    private static final Set<String> TAGS = Set.of("footer", "aside", "figcaption", "nav");
    private static final Set<String> NEVER = Set.of("html", "body", "main", "article");
    /** Names like "has-sidebar" tell of the page, not of the element. */
    private static final Set<String> MODIFIERS = Set.of("has", "no", "with", "is", "without", "not", "wp");

    private final Set<String> words = new HashSet<>();
    private final Set<String> whole = new HashSet<>();

    Boilerplate() {
        for (String line : Resources.lines("boilerplate-names.txt")) {
            if (line.startsWith("=")) {
                whole.add(line.substring(1));
            } else {
                words.add(line);
            }
        }
    }

    boolean suspects(Element element) {
        String tag = element.normalName();
        if (NEVER.contains(tag)) {
            return false;
        }
        if (TAGS.contains(tag)) {
            return true;
        }
        String role = element.attr("role");
        if (role.equals("navigation")
                || role.equals("complementary")
                || role.equals("contentinfo")
                || role.equals("dialog")) {
            return true;
        }
        return suspects(element.className()) || suspects(element.id());
    }

    private boolean holdsWord(List<String> name) {
        for (String word : name) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean suspects(String names) {
        for (List<String> name : ClassNames.words(names)) {
            String joined = String.join("-", name);
            if (whole.contains(joined) || words.contains(joined)) {
                return true;
            }
            boolean modifies = name.size() > 1 && MODIFIERS.contains(name.getFirst());
            if (!modifies && holdsWord(name)) {
                return true;
            }
        }
        return false;
    }
}
