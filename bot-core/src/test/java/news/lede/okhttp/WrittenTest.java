package news.lede.okhttp;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class WrittenTest {
    private final OkHttpClient client = Written.watching(new OkHttpClient.Builder())
            .retryOnConnectionFailure(false)
            .build();

    private void call(int port) throws IOException {
        client.newCall(new Request.Builder()
                        .url("http://127.0.0.1:" + port + "/")
                        .build())
                .execute()
                .close();
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void whereNobodyListensNothingLeft() throws IOException {
        // Bound and not listening: nobody else is given it meanwhile.
        try (Socket closed = new Socket()) {
            closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThatExceptionOfType(Written.Never.class).isThrownBy(() -> call(closed.getLocalPort()));
        }
    }

    @Test
    void whereTheConnectionEndsBeforeAnAnswerItMayHaveArrived() throws IOException {
        try (ServerSocket server = listening()) {
            Thread.ofVirtual().start(() -> {
                try (Socket taken = server.accept()) {
                    taken.getInputStream().read();
                } catch (IOException e) {
                    throw new IllegalStateException("the server of the test", e);
                }
            });

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> call(server.getLocalPort()))
                    .isNotInstanceOf(Written.Never.class);
        }
    }
}
