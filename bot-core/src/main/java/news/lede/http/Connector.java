package news.lede.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import news.lede.fetch.WebAddress;

/** Opens the connection to a host at an address that was checked, with TLS for https. */
final class Connector {
    /** Hosts with more addresses than this are tried no further; each may cost the whole time for connecting. */
    private static final int MOST_TRIED = 3;

    private final Lookup lookup;
    private final Duration connect;
    private final Supplier<SSLSocketFactory> tls;

    Connector(Lookup lookup, Duration connect, Supplier<SSLSocketFactory> tls) {
        this.lookup = lookup;
        this.connect = connect;
        this.tls = tls;
    }

    Socket connect(URI address, Exchange exchange) throws IOException, TimeoutException, InterruptedException {
        String host = WebAddress.host(address);
        int port = WebAddress.port(address);
        List<InetAddress> found = lookup.find(host, port, exchange.left());
        Socket socket = reach(new ArrayDeque<>(found), port, exchange);
        socket.setTcpNoDelay(true);
        return "https".equalsIgnoreCase(address.getScheme()) ? secured(socket, host, port) : socket;
    }

    private Socket reach(Deque<InetAddress> addresses, int port, Exchange exchange) throws IOException {
        for (int tried = 1; ; tried++) {
            Socket socket = exchange.open();
            exchange.allow(connect);
            InetSocketAddress next = new InetSocketAddress(addresses.removeFirst(), port);
            try {
                // A time limit of the socket's own costs a timer, so the last address is left to the watch alone.
                if (addresses.isEmpty()) {
                    socket.connect(next);
                } else {
                    exchange.allow(connect.multipliedBy(2)); // the socket's own limit comes first
                    socket.connect(next, (int) Math.max(1, connect.toMillis()));
                    exchange.allow(connect);
                }
                return socket;
            } catch (IOException e) {
                if (exchange.wasCut() || addresses.isEmpty() || tried == MOST_TRIED) {
                    throw e;
                }
            }
        }
    }

    /** TLS with the certificate checked against the name, which JSSE does not do unless it is told to. */
    private Socket secured(Socket plain, String host, int port) throws IOException {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        SSLSocket secure = (SSLSocket) tls.get().createSocket(plain, name, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }
}
