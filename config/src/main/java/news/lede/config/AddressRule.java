package news.lede.config;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that may be fetched although they are private: those whose first {@code prefix} bits are those of {@code network}. Without a
 * {@code port}, any port.
 */
public record AddressRule(InetAddress network, int prefix, OptionalInt port) {
    private static final Pattern FOUR = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?:/(\\d{1,3}))?(?::(\\d{1,5}))?");
    private static final Pattern SIX_BARE = Pattern.compile("([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?()");
    private static final Pattern SIX_IN_BRACKETS =
            Pattern.compile("\\[([0-9a-fA-F:.]+)(?:/(\\d{1,3}))?](?::(\\d{1,5}))?");

    /** Reads {@code 10.0.0.0/8}, {@code 127.0.0.1:9000}, {@code [::1]:9000}. No name is ever looked up. */
    static AddressRule parse(String text) throws BadValue {
        for (Pattern form : new Pattern[] {FOUR, SIX_IN_BRACKETS, SIX_BARE}) {
            Matcher m = form.matcher(text);
            if (m.matches()) {
                return of(text, m.group(1), m.group(2), m.group(3));
            }
        }
        throw new BadValue("\"" + text + "\" is not an IP address or CIDR range");
    }

    private static AddressRule of(String text, String address, @Nullable String prefix, @Nullable String port)
            throws BadValue {
        InetAddress network;
        try {
            network = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw new BadValue("\"" + text + "\" holds no valid IP address");
        }
        int bits = network instanceof Inet4Address ? 32 : 128;
        int length = prefix == null ? bits : Integer.parseInt(prefix);
        if (length > bits) {
            throw new BadValue("\"" + text + "\": a prefix of " + length + " is longer than the address, which has "
                    + bits + " bits");
        }
        if (port == null || port.isEmpty()) {
            return new AddressRule(network, length, OptionalInt.empty());
        }
        int number = Integer.parseInt(port);
        if (number < 1 || number > 65_535) {
            throw new BadValue("\"" + text + "\": there is no port " + number);
        }
        return new AddressRule(network, length, OptionalInt.of(number));
    }
}
