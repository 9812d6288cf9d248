package news.lede.feed;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Chooses among the links of an Atom feed or entry. Pure. */
final class AtomLinks {
    private AtomLinks() {}

    /** The page that the feed or entry stands for: of the alternates the one in HTML, else any that is no feed or picture itself, else any. */
    static Optional<URI> alternate(List<Element> all, Links links) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Element> alternates = all.stream().filter(AtomLinks::isAlternate).toList();
        return first(
                        alternates.stream()
                                .filter(l -> l.attr("type").contains("html"))
                                .toList(),
                        links)
                .or(() -> first(alternates.stream().filter(AtomLinks::isNoFeed).toList(), links))
                .or(() -> first(alternates, links));
    }

    /** The address of the first link with a relation. */
    static Optional<URI> relation(List<Element> all, String relation, Links links) {
        return first(all.stream().filter(l -> hasRelation(l, relation)).toList(), links);
    }

    static List<URI> relations(List<Element> all, String relation, Links links) {
        return all.stream()
                .filter(l -> hasRelation(l, relation))
                .flatMap(l -> links.resolve(Media.href(l), l).stream())
                .distinct()
                .toList();
    }

    private static Optional<URI> first(List<Element> candidates, Links links) {
        for (Element link : candidates) {
            Optional<URI> address = links.resolve(Media.href(link), link);
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    /** A relation may also be written as the address that the registry gives it. */
    private static boolean hasRelation(Element link, String relation) {
        String rel = link.attr("rel").strip().toLowerCase(Locale.ROOT);
        return rel.equals(relation)
                || rel.endsWith("/relation/" + relation)
                || Arrays.asList(rel.split("\\s+")).contains(relation);
    }

    private static boolean isAlternate(Element link) {
        return link.attr("rel").isBlank() || hasRelation(link, "alternate");
    }

    private static boolean isNoFeed(Element link) {
        String type = link.attr("type");
        return !type.contains("xml") && !type.contains("json") && !type.startsWith("image");
    }
}
