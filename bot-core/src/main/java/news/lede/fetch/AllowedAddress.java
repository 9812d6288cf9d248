package news.lede.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exception to the rule that private addresses are not fetched: a network ({@code bits} leading bits of {@code network} count), on one port or on all. Written
 * {@code 127.0.0.1:9000}, {@code 10.0.0.0/8}, {@code [::1]:9000}, {@code fd00::/8}.
 */
public record AllowedAddress(byte[] network, int bits, OptionalInt port) {
    private static final Pattern V4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?:/(\\d{1,3}))?(?::(\\d{1,5}))?");
    private static final Pattern V6 =
            Pattern.compile("\\[?([0-9a-fA-F:]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?(?:](?::(\\d{1,5}))?)?");

    public AllowedAddress {
        network = network.clone();
        if (bits < 0 || bits > network.length * 8) {
            throw new IllegalArgumentException(
                    "a network of " + network.length * 8 + " bits has no " + bits + " leading ones");
        }
    }

    /** @throws IllegalArgumentException with the reason, if {@code text} is not of that form */
    public static AllowedAddress parse(String text) {
        Matcher four = V4.matcher(text);
        Matcher six = V6.matcher(text);
        Matcher form = four.matches() ? four : six;
        if (form != four && !six.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not IP-or-CIDR[:port]");
        }
        byte[] address = literal(form.group(1), text);
        int bits = form.group(2) == null ? address.length * 8 : Integer.parseInt(form.group(2));
        OptionalInt port =
                form.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(form.group(3)));
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > 65_535)) {
            throw new IllegalArgumentException("\"" + text + "\": a port lies between 1 and 65535");
        }
        return new AllowedAddress(address, bits, port);
    }

    private static byte[] literal(String address, String text) {
        try {
            // Only digits, dots and colons get here, so no name is ever looked up.
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not IP-or-CIDR[:port]", e);
        }
    }

    /** Whether it lets {@code address} at {@code askedPort} pass. */
    public boolean covers(InetAddress address, int askedPort) {
        byte[] asked = address.getAddress();
        if (asked.length != network.length || (port.isPresent() && port.getAsInt() != askedPort)) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >>> (bit % 8);
            if ((asked[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a single address with its port. */
    boolean isOneServer() {
        return bits == network.length * 8 && port.isPresent();
    }

    @Override
    public byte[] network() {
        return network.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AllowedAddress that
                && Arrays.equals(network, that.network)
                && bits == that.bits
                && port.equals(that.port);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(network) * 31 + bits;
    }

    @Override
    public String toString() {
        String host = printed();
        String net = bits == network.length * 8 ? host : host + "/" + bits;
        String bracketed = network.length == 16 && port.isPresent() ? "[" + net + "]" : net;
        return port.isPresent() ? bracketed + ":" + port.getAsInt() : bracketed;
    }

    private String printed() {
        try {
            return InetAddress.getByAddress(network).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("length was checked by parsing", e);
        }
    }
}
