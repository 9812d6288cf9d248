package news.lede.discord.server;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A WebSocket server (RFC 6455) of the few parts a gateway needs: no extensions, messages of any length, one thread per connection. */
final class WebSocketServer implements Closeable {
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    /** What is done with one connection. Called by that connection's thread only. */
    interface Handler {
        void opened();

        void text(String message);

        void closed();
    }

    private final ServerSocket server;
    private final Function<Connection, Handler> handlers;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    private WebSocketServer(ServerSocket server, Function<Connection, Handler> handlers) {
        this.server = server;
        this.handlers = handlers;
    }

    static WebSocketServer start(int port, Function<Connection, Handler> handlers) throws IOException {
        WebSocketServer started =
                new WebSocketServer(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), handlers);
        Thread.ofVirtual().name("gateway-accept").start(started::accept);
        return started;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().name("gateway-connection").start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            Connection connection = new Connection(socket, handshake(in, socket.getOutputStream()));
            connections.add(connection);
            Handler handler = handlers.apply(connection);
            try {
                handler.opened();
                connection.read(in, handler);
            } finally {
                connections.remove(connection);
                handler.closed();
            }
        } catch (IOException gone) {
            // The other side hung up or never spoke WebSocket; its handler was told.
        }
    }

    /** Returns the request target, e.g. {@code /gateway?v=10}. */
    private static String handshake(DataInputStream in, OutputStream out) throws IOException {
        String target = line(in).split(" ", 3)[1];
        String key = "";
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
                key = header.substring(header.indexOf(':') + 1).strip();
            }
        }
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n";
        out.write(answer.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return target;
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > 8192) {
                throw new EOFException("no WebSocket request");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        connections.forEach(Connection::cut);
    }

    /** One open connection. Sending is safe from any thread. */
    static final class Connection {
        private final Socket socket;
        private final String target;

        Connection(Socket socket, String target) {
            this.socket = socket;
            this.target = target;
        }

        /** What was asked for, with its query. */
        String target() {
            return target;
        }

        void text(String message) throws IOException {
            frame(TEXT, message.getBytes(StandardCharsets.UTF_8));
        }

        void binary(byte[] message) throws IOException {
            frame(BINARY, message);
        }

        /** Ends the connection politely with a code. */
        void close(int code, String reason) {
            byte[] text = reason.getBytes(StandardCharsets.UTF_8);
            try {
                frame(
                        CLOSE,
                        ByteBuffer.allocate(2 + text.length)
                                .putShort((short) code)
                                .put(text)
                                .array());
            } catch (IOException gone) {
                cut();
            }
        }

        /** Ends the connection as a broken cable would. */
        void cut() {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException alreadyGone) {
                // Then it is cut.
            }
        }

        private synchronized void frame(int opcode, byte[] payload) throws IOException {
            ByteBuffer head = ByteBuffer.allocate(10).put((byte) (0x80 | opcode));
            if (payload.length < 126) {
                head.put((byte) payload.length);
            } else if (payload.length < 1 << 16) {
                head.put((byte) 126).putShort((short) payload.length);
            } else {
                head.put((byte) 127).putLong(payload.length);
            }
            byte[] whole = Arrays.copyOf(head.array(), head.position() + payload.length);
            System.arraycopy(payload, 0, whole, head.position(), payload.length);
            socket.getOutputStream().write(whole);
            socket.getOutputStream().flush();
        }

        private void read(DataInputStream in, Handler handler) throws IOException {
            byte[] message = {};
            while (true) {
                int first = in.readUnsignedByte();
                byte[] payload = payload(in);
                switch (first & 0xf) {
                    case CLOSE -> {
                        frame(CLOSE, payload);
                        return;
                    }
                    case PING -> frame(PONG, payload);
                    case PONG -> {}
                    default -> {
                        message = joined(message, payload);
                        if ((first & 0x80) != 0) {
                            handler.text(new String(message, StandardCharsets.UTF_8));
                            message = new byte[0];
                        }
                    }
                }
            }
        }

        private static byte[] payload(DataInputStream in) throws IOException {
            int second = in.readUnsignedByte();
            long length = second & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            byte[] mask = new byte[4];
            if ((second & 0x80) != 0) {
                in.readFully(mask);
            }
            byte[] payload = new byte[Math.toIntExact(length)];
            in.readFully(payload);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i & 3];
            }
            return payload;
        }

        private static byte[] joined(byte[] a, byte[] b) {
            byte[] both = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, both, a.length, b.length);
            return both;
        }
    }
}
