package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import news.lede.answer.Answer;
import news.lede.answer.Enclosure;
import news.lede.command.Upload;
import news.lede.discord.server.Asked;
import news.lede.discord.server.Shown;
import news.lede.subscription.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that come with commands and with answers, over the wire. */
class FilesTest {
    private Rig rig;
    private HttpServer store;
    private int status = 200;

    FilesTest() throws IOException {
        rig = Rig.connected();
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        store.createContext("/", exchange -> {
            byte[] bytes = "content of a file".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        });
        store.start();
    }

    @AfterEach
    void stop() throws IOException {
        store.stop(0);
        rig.close();
    }

    private Upload attached() {
        String address = "http://127.0.0.1:" + store.getAddress().getPort() + "/a.json?signature=secret";
        rig.server.inServer().command("settings", Map.of("import", address)).awaitMessage(Rig.SOON);
        return rig.desk.files().meant("whatever").orElseThrow();
    }

    @Test
    void anAttachmentIsFetchedWhenItIsRead() throws IOException {
        assertThat(new String(attached().read(7), StandardCharsets.UTF_8)).isEqualTo("content");
    }

    @Test
    void anAttachmentThatCannotBeFetchedIsToldWithoutItsAddress() {
        status = 404;

        assertThatThrownBy(() -> attached().read(7))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be fetched")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.Style.class,
            names = {"CARD", "EMBED"})
    void theFileOfAnAnswerIsForWhoeverAskedAlone(Channel.Style style) {
        rig.desk.style(style);
        rig.desk.next(new Answer.Notice("Here", "The file.", List.of())
                .with(new Enclosure("harbour.json", "{\"of\": \"the harbour\"}")));

        Asked asked = rig.server.inServer().command("settings", Map.of("export", "yes"));
        Shown shown = asked.awaitMessage(Rig.SOON);

        assertThat(shown.ephemeral()).isTrue();
        assertThat(rig.server.files())
                .singleElement()
                .asString()
                .contains("filename=\"harbour.json\"", "{\"of\": \"the harbour\"}");
        assertThat(shown.json().toString()).contains("The file.");
        if (style == Channel.Style.CARD) {
            assertThat(shown.json().toString()).contains("attachment://harbour.json");
        }
    }
}
