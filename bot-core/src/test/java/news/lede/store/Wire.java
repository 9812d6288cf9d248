package news.lede.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way to a PostgreSQL server, which loses commits, or the answers to them, and goes silent when told to. */
final class Wire implements AutoCloseable {
    private static final Pattern SERVER = Pattern.compile("//([^:/]+):(\\d+)/");

    /** What becomes of the next commit. */
    enum Loss {
        NONE,
        /** The server makes it, and its answer does not arrive. */
        ANSWER,
        /** The same, and nobody gets to the server after that. */
        ANSWER_AND_WAY,
        /** It does not arrive. */
        QUESTION
    }

    private final String url;
    private final String host;
    private final int port;
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Loss> next = new AtomicReference<>(Loss.NONE);
    private volatile boolean silent;
    private volatile boolean refusing;

    /** A way to the server that {@code url} names. */
    Wire(String url) throws IOException {
        Matcher server = SERVER.matcher(url);
        if (!server.find()) {
            throw new IllegalArgumentException(url);
        }
        this.url = url;
        this.host = server.group(1);
        this.port = Integer.parseInt(server.group(2));
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it begins. */
    String begin() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    /** The address of the same database by this way. */
    String url() {
        return SERVER.matcher(url).replaceFirst("//" + begin() + "/");
    }

    /** The address by this way or the other one. */
    String url(Wire other) {
        return SERVER.matcher(url).replaceFirst("//" + begin() + "," + other.begin() + "/");
    }

    void lose(Loss loss) {
        next.set(loss);
    }

    /** Nothing arrives any more, and nobody is told. */
    void fallSilent() {
        silent = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listening.accept();
                open.add(near);
                if (refusing) {
                    close(near);
                } else {
                    Socket far = new Socket(host, port);
                    open.add(far);
                    Thread.ofVirtual().start(() -> carry(near, far, true));
                    Thread.ofVirtual().start(() -> carry(far, near, false));
                }
            }
        } catch (IOException e) {
            open.forEach(Wire::close);
        }
    }

    private void carry(Socket from, Socket to, boolean questions) {
        byte[] bytes = new byte[1 << 16];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                boolean commit =
                        questions && new String(bytes, 0, count, StandardCharsets.ISO_8859_1).contains("COMMIT");
                Loss loss = commit ? next.getAndSet(Loss.NONE) : Loss.NONE;
                if (loss == Loss.QUESTION) {
                    return;
                }
                if (loss == Loss.ANSWER_AND_WAY) {
                    refusing = true;
                    open.stream()
                            .filter(socket -> socket != from && socket != to)
                            .forEach(Wire::close);
                }
                if (loss != Loss.NONE) {
                    // Before the server has anything to answer.
                    from.shutdownOutput();
                }
                if (!silent) {
                    out.write(bytes, 0, count);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // One of both ends is closed, and with it the other.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        open.forEach(Wire::close);
    }
}
