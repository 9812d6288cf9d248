package news.lede.web.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names of hosts as requests give them. */
final class Hosts {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Hosts() {}

    /** Whether a {@code Host} header names this machine as seen from itself. Any other name may be one that an attacker lets point here. */
    static boolean isLoopback(Optional<String> header) {
        return header.map(Hosts::name).filter(LOOPBACK::contains).isPresent();
    }

    /** Whether two headers or addresses name the same host and port. */
    static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    private static String name(String header) {
        int colon = header.startsWith("[") ? header.indexOf(':', header.indexOf(']')) : header.indexOf(':');
        return (colon < 0 ? header : header.substring(0, colon)).toLowerCase(Locale.ROOT);
    }
}
