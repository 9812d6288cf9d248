package news.lede.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import news.lede.fetch.AddressRules;
import news.lede.fetch.AllowedAddress;
import news.lede.fetch.FetchLimits;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchRequest;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** https with a certificate made for one name, which only we trust. */
class SecureFetchTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext context;
    private static HttpsServer server;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gazette",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=gazette.example",
                        "-ext",
                        "san=dns:gazette.example",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(tool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, PASSWORD);
        anchors.setCertificateEntry("gazette", keys.getCertificate("gazette"));
        trusted.init(anchors);
        context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);

        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = "<rss/>".getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static FetchOutcome fetch(String host, int port, SSLSocketFactory trusting) {
        try (HttpFetcher fetcher = new HttpFetcher(
                new AddressRules(List.of(AllowedAddress.parse("127.0.0.1:" + port))),
                FetchLimits.DEFAULT,
                "Lede/test",
                new SettableClock("2026-05-04T08:00:00Z"),
                _ -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                () -> trusting)) {
            return fetcher.fetch(FetchRequest.of(URI.create("https://" + host + ":" + port + "/feed")));
        }
    }

    private static int port() {
        return server.getAddress().getPort();
    }

    @Test
    void aServerWithTheRightCertificateIsRead() {
        assertThat(fetch("gazette.example", port(), context.getSocketFactory()))
                .isInstanceOfSatisfying(
                        Fetched.class, f -> assertThat(f.body()).asString(UTF_8).isEqualTo("<rss/>"));
    }

    @Test
    void aCertificateForAnotherNameIsNot() {
        assertThat(fetch("other.example", port(), context.getSocketFactory()))
                .isInstanceOfSatisfying(Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.TLS));
    }

    @Test
    void aCertificateOfNobodyWeTrustIsNot() {
        assertThat(fetch("gazette.example", port(), (SSLSocketFactory) SSLSocketFactory.getDefault()))
                .isInstanceOfSatisfying(Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.TLS));
    }

    @Test
    void aServerThatNeverShakesHandsIsCut() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                HttpFetcher fetcher = new HttpFetcher(
                        new AddressRules(List.of(AllowedAddress.parse("127.0.0.1:" + silent.getLocalPort()))),
                        FetchLimits.DEFAULT.within(Duration.ofMillis(300)),
                        "Lede/test",
                        new SettableClock("2026-05-04T08:00:00Z"))) {
            assertThat(fetcher.fetch(FetchRequest.of(URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/"))))
                    .isInstanceOfSatisfying(
                            Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.TIMEOUT));
        }
    }
}
