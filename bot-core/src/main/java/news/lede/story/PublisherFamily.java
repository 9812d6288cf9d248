package news.lede.story;

import java.util.Set;

/**
 * Publishers that do not tell a story independently of each other: sites of one newsroom, desks of one broadcaster, papers of one owner. {@code hosts} are those
 * of their sites, sub-domains included; {@code names} what they call themselves.
 */
public record PublisherFamily(String name, Set<String> hosts, Set<String> names) {
    public PublisherFamily {
        hosts = Set.copyOf(hosts);
        names = Set.copyOf(names);
    }
}
