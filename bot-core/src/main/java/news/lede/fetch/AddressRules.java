package news.lede.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.fetch.FetchOutcome.Refusal;

/**
 * Which addresses may be asked. Anyone may hand us a link, so only the public internet is: http and https, no credentials, and no address that
 * leads into a machine or a private network, however it is spelled. Checked on the resolved address at connect time, on every hop.
 */
public record AddressRules(List<AllowedAddress> allowed) {
    /** Nothing private at all. */
    public static final AddressRules PUBLIC_ONLY = new AddressRules(List.of());

    public AddressRules {
        allowed = List.copyOf(allowed);
    }

    /** What is wrong with the written form of an address, before any name is looked up. */
    public Optional<Refusal> refusal(URI address) {
        String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of(Refusal.NOT_HTTP);
        }
        String host = WebAddress.host(address);
        if (host.isBlank() || !host.chars().allMatch(c -> c > ' ' && c < 127) || WebAddress.port(address) < 0) {
            return Optional.of(Refusal.NO_HOST);
        }
        if (Optional.ofNullable(address.getRawAuthority()).orElse("").indexOf('@') >= 0) {
            return Optional.of(Refusal.CREDENTIALS);
        }
        return HostLiteral.isOdd(host) ? Optional.of(Refusal.ODD_SPELLING) : Optional.empty();
    }

    /** Whether {@code host}, named as {@link HostGate#hostOf} does, is one single server that the operator named with its port. */
    public boolean names(String host) {
        if (allowed.isEmpty()) {
            return false;
        }
        int colon = host.lastIndexOf(':');
        boolean usualPort = colon <= host.lastIndexOf(']');
        Optional<InetAddress> address = HostLiteral.address(usualPort ? host : host.substring(0, colon));
        List<Integer> ports = usualPort ? List.of(80, 443) : List.of(Integer.parseInt(host.substring(colon + 1)));
        return address.isPresent()
                && allowed.stream()
                        .filter(AllowedAddress::isOneServer)
                        .anyMatch(a -> ports.stream().anyMatch(port -> a.covers(address.get(), port)));
    }

    /** Whether a connection to {@code address} at {@code port} may be opened. */
    public boolean permits(InetAddress address, int port) {
        InetAddress real = unwrapped(address);
        return isPublic(real) || allowed.stream().anyMatch(a -> a.covers(real, port));
    }

    private static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        return b.length == 4 ? isPublicV4(b[0] & 0xff, b[1] & 0xff, b[2] & 0xff) : isPublicV6(b);
    }

    /** Special-purpose blocks of RFC 6890 and its successors that the JDK does not know. */
    private static boolean isPublicV4(int a, int b, int c) {
        return a != 0 // "this network"
                && a < 240 // reserved, broadcast
                && !(a == 100 && b >= 64 && b < 128) // carrier-grade NAT, RFC 6598
                && !(a == 192 && b == 0 && (c == 0 || c == 2)) // protocol assignments, documentation
                && !(a == 192 && b == 88 && c == 99) // 6to4 relay
                && !(a == 198 && (b == 18 || b == 19)) // benchmarking
                && !(a == 198 && b == 51 && c == 100)
                && !(a == 203 && b == 0 && c == 113);
    }

    /** Only global unicast (2000::/3), less documentation, Teredo and other blocks that tunnel elsewhere. */
    private static boolean isPublicV6(byte[] b) {
        boolean globalUnicast = (b[0] & 0xe0) == 0x20;
        boolean protocolAssignments = b[0] == 0x20 && b[1] == 0x01 && (b[2] & 0xfe) == 0x00;
        boolean documentation = (b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0d && (b[3] & 0xff) == 0xb8)
                || (b[0] == 0x3f && (b[1] & 0xff) == 0xff && (b[2] & 0xf0) == 0);
        return globalUnicast && !protocolAssignments && !documentation;
    }

    /** The IPv4 address inside an IPv6 one that only carries it: mapped, compatible, 6to4 (RFC 3056), NAT64 (RFC 6052, RFC 8215). */
    private static InetAddress unwrapped(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] b = address.getAddress();
        if (b[0] == 0x20 && b[1] == 0x02) {
            return v4(b, 2);
        }
        boolean leadingZeros = zero(b, 0, 10);
        boolean mapped = leadingZeros && (b[10] & 0xff) == 0xff && (b[11] & 0xff) == 0xff;
        boolean compatible = leadingZeros && zero(b, 10, 12) && !zero(b, 12, 15);
        boolean nat64 = b[0] == 0x00 && b[1] == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b;
        return mapped || compatible || nat64 ? v4(b, 12) : address;
    }

    private static boolean zero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress v4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
