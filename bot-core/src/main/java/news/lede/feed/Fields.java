package news.lede.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The child elements of one element, looked up by name. They are read once; many questions are asked of each. */
final class Fields {
    private final Element element;
    private final Names names;
    private final Element[] children;
    private final Names.Name[] childNames;

    Fields(Element element, Names names) {
        this.element = element;
        this.names = names;
        Unnesting.of(element, names);
        int count = 0;
        List<Node> nodes = element.childNodes();
        Element[] found = new Element[nodes.size()];
        for (Node node : nodes) {
            if (node instanceof Element child) {
                found[count++] = child;
            }
        }
        this.children = Arrays.copyOf(found, count);
        this.childNames = new Names.Name[count];
        for (int i = 0; i < count; i++) {
            childNames[i] = names.of(children[i]);
        }
    }

    Element element() {
        return element;
    }

    Optional<Element> first(Space space, String local) {
        for (int i = 0; i < children.length; i++) {
            if (childNames[i].is(space, local)) {
                return Optional.of(children[i]);
            }
        }
        return Optional.empty();
    }

    List<Element> all(Space space, String local) {
        List<Element> found = List.of();
        for (int i = 0; i < children.length; i++) {
            if (childNames[i].is(space, local)) {
                found = found.isEmpty() ? new ArrayList<>(4) : found;
                found.add(children[i]);
            }
        }
        return found;
    }

    /** All children of a vocabulary. */
    List<Element> all(Space space) {
        List<Element> found = List.of();
        for (int i = 0; i < children.length; i++) {
            if (childNames[i].space() == space) {
                found = found.isEmpty() ? new ArrayList<>(4) : found;
                found.add(children[i]);
            }
        }
        return found;
    }

    /** The characters of the first such child that has any. */
    Optional<String> text(Space space, String local) {
        for (int i = 0; i < children.length; i++) {
            if (childNames[i].is(space, local)) {
                String text = text(children[i]);
                if (!text.isEmpty()) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    /** The fields of one of the children. */
    Fields of(Element child) {
        return new Fields(child, names);
    }

    Names.Name name(Element child) {
        return names.of(child);
    }

    /** All characters inside an element, without blanks around. */
    static String text(Element element) {
        List<Node> nodes = element.childNodes();
        if (nodes.isEmpty()) {
            return "";
        }
        if (nodes.size() == 1 && nodes.getFirst() instanceof TextNode only) {
            return only.getWholeText().strip();
        }
        boolean flat = nodes.stream().allMatch(n -> n instanceof TextNode);
        if (!flat) {
            return element.wholeText().strip();
        }
        StringBuilder out = new StringBuilder();
        for (Node node : nodes) {
            out.append(((TextNode) node).getWholeText());
        }
        return out.toString().strip();
    }

    /** Whether an element holds anything but characters and comments. */
    static boolean hasElements(Element element) {
        for (Node node : element.childNodes()) {
            if (node instanceof Element) {
                return true;
            }
        }
        return false;
    }
}
