package news.lede.web.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is sent back. */
public sealed interface Reply {
    /** A page, drawn by {@code template} (a name in {@code src/main/jte}) from {@code page}. {@code title} is the heading of the page and of the browser's tab. */
    record Drawn(int status, String title, String template, Object page) implements Reply {}

    /** Bytes as they are. {@code headers} come besides those that every answer has. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way; nobody compares them
    record Plain(int status, String contentType, byte[] body, Map<String, String> headers) implements Reply {
        public Plain {
            headers = Map.copyOf(headers);
        }
    }

    /** Look there instead; {@code to} is a path of ours. */
    record Elsewhere(String to, Map<String, String> headers) implements Reply {
        public Elsewhere {
            headers = Map.copyOf(headers);
            if (!isOurs(to)) {
                throw new IllegalArgumentException("not a path of ours: " + to);
            }
        }
    }

    /** It did not work: a page that says what happened and what to do next. To programs the same as text. */
    record Failed(int status, String title, String text) implements Reply {}

    /** Written bit by bit for as long as somebody listens; {@code body} returns when it is over. */
    record Flowing(String contentType, Body body) implements Reply {
        /** Writes into the open answer. */
        @FunctionalInterface
        public interface Body {
            /**
             * Writes until it is over.
             *
             * @throws IOException when the listener has gone
             */
            void write(OutputStream out) throws IOException, InterruptedException;
        }
    }

    /** A page that worked. */
    static Reply page(String title, String template, Object page) {
        return new Drawn(200, title, template, page);
    }

    /** Text for programs. */
    static Reply text(int status, String text) {
        return new Plain(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** A value as JSON. */
    static Reply json(int status, Object value) {
        return new Plain(
                status, "application/json", (Json.write(value) + "\n").getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** Another page of ours, after something was done. */
    static Reply elsewhere(String to) {
        return new Elsewhere(to, Map.of());
    }

    /** Nothing is there. */
    static Reply notFound() {
        return new Failed(
                404,
                "There is nothing here",
                "The address may be misspelt, or what it named is gone. The pages that exist are named above.");
    }

    /** Whether a path leads to this server and to no other, however a browser reads it. Signs beyond ASCII are none of an address: in a header some servers take them for others, line ends among them. */
    static boolean isOurs(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }
}
