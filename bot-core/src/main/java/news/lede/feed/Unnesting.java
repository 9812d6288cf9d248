package news.lede.feed;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Undoes what a missing or misspelt end tag does: the fields after a title that never ends stand inside it. They are moved out again, beside it. Only fields that hold plain
 * characters are looked into: a description may well hold a {@code link} of its own.
 */
final class Unnesting {
    private static final Set<String> PLAIN = Set.of(
            "title",
            "link",
            "guid",
            "id",
            "pubdate",
            "category",
            "comments",
            "published",
            "updated",
            "language",
            "ttl");
    private static final Set<String> FIELDS = Set.of(
            "title",
            "link",
            "guid",
            "id",
            "pubdate",
            "description",
            "category",
            "enclosure",
            "published",
            "updated",
            "summary",
            "content",
            "item",
            "entry");

    private Unnesting() {}

    /** Moves fields out of the fields of {@code holder}. Each move shortens the nesting, so this ends. */
    static void of(Element holder, Names names) {
        for (int i = 0; i < holder.childNodeSize(); i++) {
            if (holder.childNode(i) instanceof Element field
                    && field.childNodeSize() > 1
                    && isNamed(field, PLAIN, names)) {
                moveOut(holder, field, names);
            }
        }
    }

    private static void moveOut(Element holder, Element field, Names names) {
        List<Node> inside = field.childNodes();
        for (int i = 0; i < inside.size(); i++) {
            if (inside.get(i) instanceof Element nested && isNamed(nested, FIELDS, names)) {
                List<Node> moved = List.copyOf(inside.subList(i, inside.size()));
                // From the end, since each removal else renumbers all that follow.
                moved.reversed().forEach(Node::remove);
                holder.insertChildren(field.siblingIndex() + 1, moved);
                return;
            }
        }
    }

    private static boolean isNamed(Element element, Set<String> wanted, Names names) {
        Names.Name name = names.of(element);
        return name.space() == Space.FEED && wanted.contains(name.local());
    }
}
