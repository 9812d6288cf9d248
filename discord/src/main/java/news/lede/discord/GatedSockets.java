package news.lede.discord;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.BooleanSupplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Makes connections only while that is allowed: JDA comes back to the gateway by itself, also when another process has the shard by now. */
final class GatedSockets extends SSLSocketFactory {
    private final SocketFactory sockets;
    private final BooleanSupplier permit;

    /** Plain connections when {@code sockets} makes such. */
    GatedSockets(SocketFactory sockets, BooleanSupplier permit) {
        this.sockets = sockets;
        this.permit = permit;
    }

    private SocketFactory allowed() throws IOException {
        if (!permit.getAsBoolean()) {
            throw new IOException("not connected: another process may have taken over");
        }
        return sockets;
    }

    @Override
    public Socket createSocket() throws IOException {
        return allowed().createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return allowed().createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return allowed().createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return allowed().createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return allowed().createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(Socket over, String host, int port, boolean autoClose) throws IOException {
        return layering(allowed()).createSocket(over, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return layering(sockets).getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return layering(sockets).getSupportedCipherSuites();
    }

    private static SSLSocketFactory layering(SocketFactory sockets) {
        if (sockets instanceof SSLSocketFactory secure) {
            return secure;
        }
        throw new IllegalStateException("plain connections have no layers");
    }
}
