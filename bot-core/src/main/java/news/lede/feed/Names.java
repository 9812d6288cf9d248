package news.lede.feed;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * Names the elements of one document by vocabulary and local name, whatever their prefix: by the address that the prefix stands for, else by what the prefix means by custom.
 * The parser shares one tag among all elements of one name, so each name is worked out once. For one thread.
 */
final class Names {
    /** An element's name; {@code local} is in lower case. */
    record Name(Space space, String local) {
        boolean is(Space wanted, String name) {
            return space == wanted && local.equals(name);
        }
    }

    private final Map<Tag, Name> known = new IdentityHashMap<>();
    private final String homeAddress;
    private final String homePrefix;
    private final boolean isAtom;

    /** {@code root}: the feed's element. Its own namespace is the format, even under an address that nobody knows. */
    Names(Element root) {
        this.homeAddress = root.tag().namespace();
        this.homePrefix = root.tag().prefix();
        this.isAtom = root.tag().localName().equals("feed");
    }

    Name of(Element element) {
        Tag tag = element.tag();
        Name name = known.get(tag);
        if (name == null) {
            name = new Name(space(tag), tag.localName());
            known.put(tag, name);
        }
        return name;
    }

    private Space space(Tag tag) {
        String address = tag.namespace();
        String prefix = tag.prefix();
        // What the parser gives to elements for which no namespace is declared.
        boolean undeclared = address.isEmpty() || address.equals(Parser.NamespaceXml);
        if (undeclared) {
            return prefix.isEmpty() || prefix.equals(homePrefix) ? Space.FEED : own(Space.ofPrefix(prefix));
        }
        if (address.equals(homeAddress)) {
            return Space.FEED;
        }
        Space space = Space.ofAddress(address);
        if (space != Space.OTHER) {
            return own(space);
        }
        // An unknown default namespace is a slip; one with a prefix is an extension, perhaps one of ours under a wrong
        // address.
        return prefix.isEmpty() ? Space.FEED : own(Space.ofPrefix(prefix));
    }

    private Space own(Space space) {
        return isAtom && space == Space.ATOM ? Space.FEED : space;
    }
}
