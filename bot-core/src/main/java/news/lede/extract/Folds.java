package news.lede.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells from an element's tag and names whether it holds other things than the article: comments, lists of other articles, menus. Immutable. */
final class Folds {
    private static final Set<String> TAGS = Set.of("aside", "nav", "footer", "form", "dialog");
    private static final Set<String> NEVER = Set.of("html", "body", "main", "h1");
    /** Names like "has-sidebar" tell of the page, not of the element. */
    private static final Set<String> MODIFIERS = Set.of("has", "no", "with", "is", "without", "not", "wp");

    private final Set<String> words = new HashSet<>(Resources.lines("fold-names.txt"));

    boolean folds(Element element) {
        String tag = element.normalName();
        if (NEVER.contains(tag)) {
            return false;
        }
        if (tag.equals("footer") && element.closest("article, main") != null) {
            // The foot of an article often names its author.
            return false;
        }
        return TAGS.contains(tag) || names(element.className()) || names(element.id());
    }

    private boolean names(String names) {
        for (List<String> name : ClassNames.words(names)) {
            if (!MODIFIERS.contains(name.getFirst()) && name.stream().anyMatch(words::contains)) {
                return true;
            }
        }
        return false;
    }
}
