package news.lede.hub;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.fetch.WebAddress;

/** The links of a header {@code Link} (RFC 8288), as far as their relation and address go. Pure. */
final class LinkHeader {
    /** Without backtracking: what a regular expression may take back is on its stack, and servers write headers of any length. */
    private static final String QUOTED = "(?:\\\\.|[^\"\\\\]++)*+";

    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>((?:\"" + QUOTED + "\"|[^,\"]++)*+)");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+([^=;\\s]++)\\s*+=\\s*(?:\"(" + QUOTED + ")\"|([^;,\\s\"]++))");
    /** A server that names more means no good. */
    private static final int MOST = 50;

    private final List<Link> links;

    private LinkHeader(List<Link> links) {
        this.links = links;
    }

    private record Link(List<String> relations, URI address) {}

    /** What is not readable is left out; addresses are meant from {@code base}. */
    static LinkHeader of(URI base, String header) {
        List<Link> links = new ArrayList<>();
        Matcher link = LINK.matcher(header);
        while (link.find() && links.size() < MOST) {
            List<String> relations = relations(link.group(2));
            WebAddress.resolve(base, link.group(1))
                    .filter(_ -> !relations.isEmpty())
                    .ifPresent(address -> links.add(new Link(relations, address)));
        }
        return new LinkHeader(links);
    }

    /** The first {@code rel} counts; what stands in quotes of another parameter is none. */
    private static List<String> relations(String parameters) {
        Matcher parameter = PARAMETER.matcher(parameters);
        while (parameter.find()) {
            if (parameter.group(1).equalsIgnoreCase("rel")) {
                String names = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
                return Arrays.asList(names.strip().toLowerCase(Locale.ROOT).split("\\s+"));
            }
        }
        return List.of();
    }

    /** Where the links of that relation lead, in their order. */
    List<URI> to(String relation) {
        return links.stream()
                .filter(link -> link.relations().contains(relation))
                .map(Link::address)
                .toList();
    }
}
