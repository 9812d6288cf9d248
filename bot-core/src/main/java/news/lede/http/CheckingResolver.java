package news.lede.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import news.lede.fetch.AddressRules;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host once and lets only permitted addresses through; the client connects to what was checked here, so a name that changes its answer
 * between check and connection gains nothing. The client asks it for address literals too.
 */
final class CheckingResolver implements DnsResolver {
    /** Thrown when a host exists but leads only where we do not go. */
    static final class ForbiddenAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        ForbiddenAddressException(String host) {
            super(host + " leads to a private address");
        }
    }

    private final AddressRules rules;

    CheckingResolver(AddressRules rules) {
        this.rules = rules;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> permitted = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (rules.permits(address, port)) {
                permitted.add(new InetSocketAddress(address, port));
            }
        }
        if (permitted.isEmpty()) {
            throw new ForbiddenAddressException(host);
        }
        return permitted;
    }

    /** Without a port only what is allowed on every port passes. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, -1).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
