package news.lede.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.lede.community.Follows;
import news.lede.config.Configuration;
import news.lede.opml.Listed;
import news.lede.opml.Pack;

/** Brings the store in line with the packs that ship and with those that an operator wrote. */
final class PackUpkeep {
    private final Follows follows;

    PackUpkeep(Follows follows) {
        this.follows = follows;
    }

    /** The operator's packs, each with the addresses of its sources. */
    static Map<String, List<String>> listed(Configuration configuration) {
        Map<String, List<String>> listed = new TreeMap<>();
        configuration.ownPacks().forEach(pack -> listed.put(pack.name(), addresses(pack)));
        return listed;
    }

    /** What {@code before} listed and {@code now} does not is withdrawn; what is in a pack that is followed is read from now on. {@code now} must be in force already. */
    void bring(Map<String, List<String>> before, Configuration now) {
        before.forEach((name, addresses) -> {
            Set<String> kept = now.packs().stream()
                    .filter(pack -> pack.name().equals(name))
                    .flatMap(pack -> addresses(pack).stream())
                    .collect(Collectors.toSet());
            List<String> gone = addresses.stream()
                    .filter(address -> !kept.contains(address))
                    .toList();
            if (!gone.isEmpty()) {
                follows.withdraw(name, gone);
            }
        });
        follows.refresh(now.settings().source().defaultPacks());
    }

    private static List<String> addresses(Pack pack) {
        return pack.sources().stream().map(Listed::address).toList();
    }
}
