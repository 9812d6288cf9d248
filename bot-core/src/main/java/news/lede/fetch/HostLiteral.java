package news.lede.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells addresses that are written as numbers from names. Of the many spellings of an IPv4 address (decimal, short, octal, hexadecimal, inside an IPv6 literal) only the
 * usual one is taken: nobody publishes news under the others, and libraries differ on what they mean.
 */
public final class HostLiteral {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    /** A last label that is a number makes the whole host one (URL Standard, "ends in a number"). */
    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    private HostLiteral() {}

    /** The address that {@code host} is, in lower case and IPv6 in brackets; empty for a name. Nothing is looked up. */
    public static Optional<InetAddress> address(String host) {
        try {
            if (host.startsWith("[") && host.endsWith("]")) {
                return Optional.of(InetAddress.ofLiteral(host.substring(1, host.length() - 1)));
            }
            return V4.matcher(host).matches() ? Optional.of(InetAddress.ofLiteral(host)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether {@code host} is meant as a number but is not written in the usual way. */
    static boolean isOdd(String host) {
        if (host.startsWith("[")) {
            // The JDK turns a mapped address into an IPv4 one.
            return host.indexOf('%') >= 0 || !(address(host).orElse(null) instanceof Inet6Address);
        }
        return host.indexOf('[') >= 0
                || host.indexOf(':') >= 0
                || (NUMERIC.matcher(host).matches() && !V4.matcher(host).matches());
    }
}
