package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import news.lede.alert.SeenDoors;
import news.lede.answer.Answer;
import news.lede.answer.Enclosure;
import news.lede.command.Choice;
import news.lede.command.CommandSpec;
import news.lede.command.CommandSpecs;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.command.Upload;
import news.lede.command.Uploads;
import news.lede.community.Asker;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that come with questions and with answers, over the wire. The local Bot API server has no files, so a few words of it stand here. */
class FilesTest {
    private static final String TOKEN = "7000000002:LOCAL-not-a-secret-token-of-nobody";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> updates = new LinkedBlockingQueue<>();
    private final BlockingQueue<Called> called = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> read = new LinkedBlockingQueue<>();
    private boolean privateChatIsOpen = true;
    private boolean fileIsThere = true;
    private HttpServer http;
    private TelegramAdapter adapter;

    private record Called(String method, String body) {}

    FilesTest() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        adapter = new TelegramAdapter(
                TOKEN,
                "http://127.0.0.1:" + http.getAddress().getPort(),
                new AnsweringDesk(),
                new FakeAskers(),
                new SeenDoors(),
                Bench.memory(),
                InstantSource.system(),
                Bench.QUICK);
    }

    /** Answers with a file, and reads the one that came. */
    private final class AnsweringDesk implements NewsDesk {
        @Override
        public List<CommandSpec> commands() {
            return CommandSpecs.ALL;
        }

        @Override
        public Answer answer(Asker asker, Invocation invocation) {
            throw new UnsupportedOperationException("Telegram types");
        }

        @Override
        public List<Choice> complete(Asker asker, String command, String option, String typed) {
            return List.of();
        }

        @Override
        public Answer answer(Asker asker, String typed) {
            return new Answer.Notice("Here", "The file.", List.of())
                    .with(new Enclosure("harbour.json", "{\"of\": \"the harbour\"}"));
        }

        @Override
        public Answer answer(Asker asker, String typed, Uploads files) {
            Optional<Upload> file = files.meant("yes");
            try {
                read.add(typed + " " + new String(file.orElseThrow().read(9), StandardCharsets.UTF_8));
            } catch (IOException e) {
                read.add(typed + " not read: " + e.getMessage());
            }
            return new Answer.Notice("Read", "It was read.", List.of());
        }
    }

    @BeforeEach
    void start() throws InterruptedException {
        http.setExecutor(threads);
        http.createContext("/", this::serve);
        http.start();
        adapter.start();
        assertThat(adapter.awaitReady(SOON)).matches(Status::isReady);
    }

    @AfterEach
    void stop() {
        updates.add("");
        adapter.close();
        http.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.startsWith("/file/bot" + TOKEN + "/")) {
            answer(exchange, fileIsThere ? 200 : 404, "content of " + path.substring(path.lastIndexOf('/') + 1));
            return;
        }
        String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        called.add(new Called(method, body));
        if (method.equals("senddocument") && !privateChatIsOpen) {
            answer(
                    exchange,
                    403,
                    "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot can't initiate conversation with a user\"}");
            return;
        }
        answer(exchange, 200, "{\"ok\":true,\"result\":" + result(method) + "}");
    }

    private String result(String method) {
        return switch (method) {
            case "getme" ->
                "{\"id\":7000000002,\"is_bot\":true,\"first_name\":\"Lede\",\"username\":\"lede_files_bot\"}";
            case "getupdates" -> next();
            case "getfile" -> "{\"file_id\":\"F1\",\"file_unique_id\":\"U1\",\"file_path\":\"documents/arlen.json\"}";
            case "getchatmember" ->
                "{\"status\":\"creator\",\"is_anonymous\":false,\"user\":{\"id\":9,\"is_bot\":false,\"first_name\":\"Anna\"}}";
            case "sendmessage", "sendrichmessage", "senddocument" ->
                "{\"message_id\":5,\"date\":1777896000,\"chat\":{\"id\":9,\"type\":\"private\"},\"text\":\"x\"}";
            default -> "true";
        };
    }

    private String next() {
        try {
            String update = updates.poll(1, TimeUnit.SECONDS);
            return update == null || update.isEmpty() ? "[]" : "[" + update + "]";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "[]";
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String message(String chat, String rest) {
        return "{\"update_id\":1,\"message\":{\"message_id\":3,\"date\":"
                + InstantSource.system().instant().getEpochSecond()
                + ",\"from\":{\"id\":9,\"is_bot\":false,\"first_name\":\"Anna\",\"language_code\":\"en\"},\"chat\":"
                + chat + "," + rest + "}}";
    }

    private static final String ALONE = "{\"id\":9,\"type\":\"private\",\"first_name\":\"Anna\"}";
    private static final String GROUP = "{\"id\":-100,\"type\":\"supergroup\",\"title\":\"Arlen\"}";
    private static final String DOCUMENT =
            "\"document\":{\"file_id\":\"F1\",\"file_unique_id\":\"U1\",\"file_name\":\"arlen.json\",\"file_size\":40}";

    private Called awaited(String method) {
        return Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> called.stream()
                                .filter(c -> c.method().equals(method))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void aFileWithACommandBelowItIsFetchedWhenItIsRead() throws InterruptedException {
        updates.add(message(ALONE, DOCUMENT + ",\"caption\":\"/settings import:yes\""));

        assertThat(read.poll(60, TimeUnit.SECONDS)).isEqualTo("/settings import:yes content o");
        assertThat(awaited("getfile").body()).contains("F1");
    }

    @Test
    void aFileThatIsRepliedToIsMeantToo() throws InterruptedException {
        updates.add(message(
                ALONE,
                "\"text\":\"/settings import:yes\",\"reply_to_message\":{\"message_id\":2,\"date\":1777896000,\"chat\":"
                        + ALONE + "," + DOCUMENT + "}"));

        assertThat(read.poll(60, TimeUnit.SECONDS)).isEqualTo("/settings import:yes content o");
    }

    @Test
    void aFileThatIsGoneIsToldWithoutTheToken() throws InterruptedException {
        fileIsThere = false;
        updates.add(message(ALONE, DOCUMENT + ",\"caption\":\"/settings import:yes\""));

        assertThat(read.poll(60, TimeUnit.SECONDS)).contains("not read: the service answered 404");
    }

    @Test
    void theFileOfAnAnswerInAGroupGoesToWhoeverAskedAlone() {
        updates.add(message(GROUP, "\"text\":\"/settings@lede_files_bot export:yes\""));

        assertThat(awaited("senddocument").body())
                .contains("name=\"chat_id\"", "\r\n9\r\n", "filename=\"harbour.json\"", "{\"of\": \"the harbour\"}");
        assertThat(awaited("sendmessage").body()).contains("-100", "The file.");
    }

    @Test
    void whenTheyNeverOpenedAChatWithUs_thenTheyAreToldToInTheGroup() {
        privateChatIsOpen = false;
        updates.add(message(GROUP, "\"text\":\"/settings@lede_files_bot export:yes\""));

        awaited("senddocument");
        Awaitility.await()
                .atMost(SOON)
                .until(() -> called.stream()
                                .filter(c -> c.method().equals("sendmessage"))
                                .count()
                        == 2);
    }
}
