package news.lede.extract;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The site that an address belongs to: its host without the names under which one site serves its pages ("www", "m", "amp"). Where the registry sells names at the
 * third level, or a host rents subdomains to strangers, the third level counts.
 */
record Site(String name) {
    private static final Set<String> SHARED = new HashSet<>(Resources.lines("shared-hosts.txt"));

    static Site of(URI address) {
        String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
        String[] labels = host.split("\\.");
        int count = labels.length;
        if (count < 3 || labels[count - 1].chars().allMatch(Character::isDigit) || host.startsWith("[")) {
            return new Site(host);
        }
        String two = labels[count - 2] + "." + labels[count - 1];
        boolean third = SHARED.contains(two) || (labels[count - 1].length() == 2 && labels[count - 2].length() <= 3);
        return new Site(third ? labels[count - 3] + "." + two : two);
    }
}
