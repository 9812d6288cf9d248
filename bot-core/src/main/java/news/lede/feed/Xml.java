package news.lede.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Names elements of a feed by vocabulary and local name, whatever their prefix. Pure. */
final class Xml {
    /** The vocabularies that matter; {@code PLAIN} is RSS itself, in no namespace or one of its own. */
    enum Vocabulary {
        PLAIN,
        ATOM,
        CONTENT,
        DUBLIN_CORE,
        MEDIA,
        ITUNES,
        OTHER
    }

    private Xml() {}

    static Vocabulary vocabulary(Element element) {
        String uri = element.tag().namespace().strip().toLowerCase(Locale.ROOT);
        String prefix = element.tag().prefix().toLowerCase(Locale.ROOT);
        if (uri.contains("w3.org/2005/atom") || uri.contains("purl.org/atom")) {
            return Vocabulary.ATOM;
        }
        if (uri.contains("modules/content")) {
            return Vocabulary.CONTENT;
        }
        if (uri.contains("purl.org/dc") || uri.contains("dublincore")) {
            return Vocabulary.DUBLIN_CORE;
        }
        if (uri.contains("search.yahoo.com") || uri.contains("video.search")) {
            return Vocabulary.MEDIA;
        }
        if (uri.contains("itunes")) {
            return Vocabulary.ITUNES;
        }
        boolean rss = uri.isEmpty()
                || uri.contains("w3.org/xml/1998")
                || uri.contains("purl.org/rss")
                || uri.contains("my.netscape.com")
                || uri.contains("backend.userland.com")
                || uri.contains("blogs.law.harvard.edu")
                || uri.contains("purl.org/net/rss")
                || uri.contains("rdf-syntax");
        return rss ? byPrefix(prefix) : prefix.isEmpty() ? Vocabulary.PLAIN : Vocabulary.OTHER;
    }

    /** Prefixes that many feeds use without declaring them. */
    private static Vocabulary byPrefix(String prefix) {
        return switch (prefix) {
            case "", "rss", "rdf" -> Vocabulary.PLAIN;
            case "atom", "atom10", "a10" -> Vocabulary.ATOM;
            case "content" -> Vocabulary.CONTENT;
            case "dc", "dcterms" -> Vocabulary.DUBLIN_CORE;
            case "media" -> Vocabulary.MEDIA;
            case "itunes" -> Vocabulary.ITUNES;
            default -> Vocabulary.PLAIN;
        };
    }

    static String localName(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }

    static boolean is(Element element, Vocabulary vocabulary, String localName) {
        return localName(element).equals(localName) && vocabulary(element) == vocabulary;
    }

    static Stream<Element> children(Element parent, Vocabulary vocabulary, String localName) {
        return parent.children().stream().filter(c -> is(c, vocabulary, localName));
    }

    static Optional<Element> child(Element parent, Vocabulary vocabulary, String localName) {
        return children(parent, vocabulary, localName).findFirst();
    }

    /** The characters of the first such child, if it has any. */
    static Optional<String> text(Element parent, Vocabulary vocabulary, String localName) {
        return children(parent, vocabulary, localName)
                .map(e -> e.wholeText().strip())
                .filter(t -> !t.isEmpty())
                .findFirst();
    }
}
