package news.lede.benchmarks.poller;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * Feeds of thousands of publishers in one process: it listens on every address of the machine at one port, and the address that was asked tells which feed is meant. Asked with
 * {@code If-None-Match} it answers 304, else 200 with 20 entries in 15 kB. Commands come by lines on standard input: {@code delay MILLIS}, {@code count}, {@code log}, {@code reset}.
 */
final class LoadServer {
    private static final int ENTRIES = 20;
    private static final int BYTES = 15_000;
    private static final Instant NEWEST = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final String FILLER =
            "The harbour board met for two hours and put the vote on the new light off until the tide tables are in. ";

    /** One request: who was asked, when (nanoseconds of this process), and what was answered. */
    private record Asked(String address, long at, int status) {}

    private final ServerSocket listening;
    private final Queue<Asked> log = new ConcurrentLinkedQueue<>();
    private volatile long delayMillis;

    private LoadServer() throws IOException {
        listening = new ServerSocket();
        listening.bind(new InetSocketAddress("0.0.0.0", 0), 4_096);
    }

    public static void main(String[] args) throws IOException {
        LoadServer server = new LoadServer();
        System.out.println(server.listening.getLocalPort());
        Thread.ofPlatform().daemon().start(server::accept);
        server.obey(new BufferedReader(new InputStreamReader(System.in, UTF_8)));
    }

    private void accept() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (true) {
                Socket socket = listening.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            throw new IllegalStateException("no longer listening", e);
        }
    }

    private void obey(BufferedReader commands) throws IOException {
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "delay" -> delayMillis = Long.parseLong(words[1]);
                case "reset" -> log.clear();
                case "count" -> {
                    long full = log.stream().filter(a -> a.status() == 200).count();
                    System.out.println(log.size() + " " + full);
                }
                case "log" -> {
                    StringBuilder all = new StringBuilder();
                    log.forEach(a ->
                            all.append(a.address()).append(' ').append(a.at()).append('\n'));
                    System.out.print(all.append("end\n"));
                }
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            String address = socket.getLocalAddress().getHostAddress();
            boolean conditional = head.contains("\nif-none-match:") || head.contains("\nIf-None-Match:");
            log.add(new Asked(address, System.nanoTime(), conditional ? 304 : 200));
            if (delayMillis > 0) {
                Thread.sleep(Duration.ofMillis(delayMillis));
            }
            OutputStream out = socket.getOutputStream();
            out.write(conditional ? unchanged(address) : feed(address));
            out.flush();
        } catch (IOException | InterruptedException e) {
            // Whoever went away on the way counts on the other side.
        }
    }

    private static String head(InputStream in) throws IOException {
        byte[] buffer = new byte[4_096];
        int length = 0;
        while (length < buffer.length) {
            int n = in.read(buffer, length, buffer.length - length);
            if (n < 0) {
                break;
            }
            length += n;
            if (length >= 4 && buffer[length - 1] == '\n' && buffer[length - 3] == '\n') {
                break;
            }
        }
        return new String(buffer, 0, length, ISO_8859_1);
    }

    private static String common(String address) {
        return "ETag: \"" + address + "-1\"\r\nServer: load\r\nConnection: close\r\n";
    }

    private static byte[] unchanged(String address) {
        return ("HTTP/1.1 304 Not Modified\r\n" + common(address) + "\r\n").getBytes(US_ASCII);
    }

    private static byte[] feed(String address) {
        StringBuilder feed = new StringBuilder(BYTES + 500)
                .append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Harbour Post ")
                .append(address)
                .append("</title><link>http://post.example/</link>\n");
        int each = (BYTES - feed.length()) / ENTRIES;
        for (int i = 0; i < ENTRIES; i++) {
            int begin = feed.length();
            feed.append("<item><title>Light ")
                    .append(i)
                    .append(" of ")
                    .append(address)
                    .append(" is lit</title><link>http://post.example/")
                    .append(address)
                    .append('/')
                    .append(i)
                    .append("</link><guid>tag:post.example:")
                    .append(address)
                    .append(':')
                    .append(i)
                    .append("</guid><pubDate>")
                    .append(NEWEST.minus(Duration.ofHours(2L * i)))
                    .append("</pubDate><description>&lt;p&gt;");
            while (feed.length() - begin < each - 60) {
                feed.append(FILLER, 0, Math.min(FILLER.length(), each - 40 - (feed.length() - begin)));
            }
            feed.append("&lt;/p&gt;</description></item>\n");
        }
        byte[] body = feed.append("</channel></rss>\n").toString().getBytes(UTF_8);
        byte[] head = ("HTTP/1.1 200 OK\r\n" + common(address) + "Content-Type: application/rss+xml; charset=utf-8\r\n"
                        + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
