package news.lede.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on loopback that may answer with any bytes at any pace, and a second one beside it, on a port of its own, that stands for everything that must never be
 * asked. A path that is not served answers 404.
 */
public final class HostileServer implements AutoCloseable {
    /** How one path answers. The connection is closed when it returns. */
    public interface Row {
        void answer(Asked asked, OutputStream out) throws IOException, InterruptedException;
    }

    /** One request as it came. {@code lines} are the header lines, one character for a byte; {@code more} is what comes after them. */
    public record Asked(String path, List<String> lines, InputStream more, HostileServer server) {
        /** Every value of a header, in any case of its name. */
        public List<String> header(String name) {
            return lines.stream()
                    .filter(l -> l.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(l -> l.substring(name.length() + 1).stripLeading())
                    .toList();
        }
    }

    private final ServerSocket door;
    private final ServerSocket internal;
    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger internalHits = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    public HostileServer() {
        try {
            door = new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1"));
            // On every address, so that none of the many spellings misses it.
            internal = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("hostile-door").start(() -> accept(door, this::serve));
        Thread.ofVirtual()
                .name("hostile-internal")
                .start(() -> accept(internal, socket -> {
                    internalHits.incrementAndGet();
                    socket.close();
                }));
    }

    public int port() {
        return door.getLocalPort();
    }

    public int internalPort() {
        return internal.getLocalPort();
    }

    /** How many connections reached what must never be asked. */
    public int internalHits() {
        return internalHits.get();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public HostileServer serve(String path, Row row) {
        rows.put(path, row);
        return this;
    }

    /** Every request so far, in the order of arrival. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(a -> a.path().equals(path)).toList();
    }

    /** Connections that are open at this moment. */
    public int open() {
        return open.size();
    }

    /** Waits that long, or until the test is over; false then. */
    public boolean pause(Duration wait) throws InterruptedException {
        return !over.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private interface Guest {
        void come(Socket socket) throws IOException, InterruptedException;
    }

    private void accept(ServerSocket listening, Guest guest) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().name("hostile-guest").start(() -> receive(socket, guest));
            } catch (IOException e) {
                // closed, which ends the loop
            }
        }
    }

    private void receive(Socket socket, Guest guest) {
        open.add(socket);
        try (socket) {
            guest.come(socket);
        } catch (IOException e) {
            // The other side has had enough, which is what most rows are about.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        if (lines.isEmpty()) {
            return;
        }
        Asked request =
                new Asked(lines.getFirst().split(" ")[1], List.copyOf(lines.subList(1, lines.size())), in, this);
        asked.add(request);
        rows.getOrDefault(request.path(), Answers.status(404)).answer(request, socket.getOutputStream());
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(ISO_8859_1);
    }

    @Override
    public void close() {
        over.countDown();
        try {
            door.close();
            internal.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
