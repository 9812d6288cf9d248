package news.lede.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import news.lede.app.health.Part.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthServerTest {
    private final AtomicReference<List<Part>> parts = new AtomicReference<>(List.of());
    private final HttpClient client = HttpClient.newHttpClient();
    private HealthServer server;

    @BeforeEach
    void open() throws IOException {
        server = new HealthServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), parts::get);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(
                HttpRequest.newBuilder(address)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Part part(String name, State state) {
        return new Part(name, state, state == State.READY ? "" : "because");
    }

    @Test
    void aLivingProcessSaysSoWhateverItsParts() throws Exception {
        parts.set(List.of(part("discord", State.WAITING)));
        assertThat(ask("GET", "/healthz").statusCode()).isEqualTo(200);
        assertThat(ask("HEAD", "/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void readinessWaitsForEveryPartThatCanStillCome() throws Exception {
        parts.set(List.of(part("store", State.READY), part("discord", State.WAITING)));
        HttpResponse<String> waiting = ask("GET", "/readyz");
        assertThat(waiting.statusCode()).isEqualTo(503);
        assertThat(waiting.body()).contains("\"discord\":{\"state\":\"waiting\",\"detail\":\"because\"}");

        parts.set(List.of(part("store", State.READY), part("discord", State.READY)));
        HttpResponse<String> ready = ask("GET", "/readyz");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"ready\":true", "\"discord\":{\"state\":\"ready\"}");
    }

    @Test
    void aPartThatFailedForGoodDoesNotHoldUpTheOthersUnlessNoneIsLeft() throws Exception {
        parts.set(List.of(part("discord", State.FAILED), part("telegram", State.READY)));
        assertThat(ask("GET", "/readyz").statusCode()).isEqualTo(200);

        parts.set(List.of(part("discord", State.FAILED)));
        assertThat(ask("GET", "/readyz").statusCode()).isEqualTo(503);
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/readyz/more").statusCode()).isEqualTo(404);
        assertThat(ask("POST", "/readyz").statusCode()).isEqualTo(405);
    }
}
