package news.lede.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import news.lede.web.Drawing.Around;
import news.lede.web.access.Access;
import news.lede.web.access.Session;
import news.lede.web.access.SignIn;
import news.lede.web.access.SignOut;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Endpoint.Audience;
import news.lede.web.page.Page;
import news.lede.web.page.Reply;
import news.lede.web.page.Seats;
import news.lede.web.page.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves pages and endpoints from the moment it is made until it is closed. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private static final Reply.Failed OURS = new Reply.Failed(
            500, "That went wrong", "The fault is ours, and the log has it. Try again, or look at another page.");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Access access;
    private final List<Endpoint> endpoints;
    private final Drawing drawing;

    /**
     * Listens from now on; port 0 picks a free one.
     *
     * @param seats whose view can be shown
     * @param pages in the order of the navigation
     * @param others what is no page
     * @throws IOException if the address cannot be had
     */
    public WebServer(
            InetSocketAddress address,
            Access access,
            Seats seats,
            List<Page> pages,
            List<Endpoint> others,
            InstantSource clock)
            throws IOException {
        this.access = access;
        Assets assets = new Assets();
        this.drawing = new Drawing(pages, seats, assets);
        List<Endpoint> own = List.of(
                assets, new Live(pages, closed), new SignIn(access, clock), new SignOut(access), new Seating(seats));
        this.endpoints = Stream.of(pages, others, own)
                .flatMap(List::stream)
                .map(Endpoint.class::cast)
                // The longest path first: it says most exactly who is meant.
                .sorted(Comparator.comparingInt((Endpoint one) -> one.path().length())
                        .reversed())
                .toList();
        refuseTwins();
        ServerLimits.set();
        server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void refuseTwins() {
        List<String> paths =
                new ArrayList<>(endpoints.stream().map(Endpoint::path).toList());
        for (String path : List.copyOf(paths)) {
            paths.remove(path);
            if (paths.contains(path)) {
                throw new IllegalArgumentException("two answer at " + path);
            }
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            Safety.put(exchange.getResponseHeaders());
            boolean head = exchange.getRequestMethod().equals("HEAD");
            Optional<Endpoint> endpoint = at(exchange.getRequestURI().getPath());
            Optional<Visit.Method> method = switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> Optional.of(Visit.Method.GET);
                case "POST" ->
                    Optional.of(Visit.Method.POST)
                            .filter(_ -> endpoint.filter(Endpoint::takesPosts).isPresent());
                default -> Optional.empty();
            };
            if (method.isEmpty()) {
                exchange.getResponseHeaders()
                        .set(
                                "Allow",
                                endpoint.filter(Endpoint::takesPosts).isPresent() ? "GET, HEAD, POST" : "GET, HEAD");
                send(exchange, Reply.text(405, "That cannot be done here.\n"), Around.NOTHING, head);
                return;
            }
            switch (Requests.head(exchange, method.get())) {
                case Requests.Read.Whole(Visit visit) -> read(exchange, visit, endpoint, head);
                case Requests.Read.Bad bad -> refuse(exchange, bad, head);
            }
        } catch (IOException e) {
            LOG.debug("a visitor left before the end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            // A failure of ours at the very edge: the connection ends, the server goes on.
            failed("", e);
        }
    }

    /** A body is read when nobody has turned its sender away. */
    private void read(HttpExchange exchange, Visit visit, Optional<Endpoint> endpoint, boolean head)
            throws IOException, InterruptedException {
        if (!visit.isPost() || endpoint.isEmpty()) {
            serve(exchange, visit, endpoint, head);
            return;
        }
        Endpoint asked = endpoint.get();
        Optional<Reply> unread = guarded(asked, () -> asked.unread(visit));
        if (unread.isPresent()) {
            send(exchange, unread.get(), Around.NOTHING, head);
            return;
        }
        switch (Requests.whole(exchange, visit, asked.mostBody())) {
            case Requests.Read.Whole(Visit whole) -> serve(exchange, whole, endpoint, head);
            case Requests.Read.Bad bad -> refuse(exchange, bad, head);
        }
    }

    private void refuse(HttpExchange exchange, Requests.Read.Bad bad, boolean head)
            throws IOException, InterruptedException {
        send(exchange, Reply.text(bad.status(), bad.text() + "\n"), Around.NOTHING, head);
    }

    /** Out of memory there may be no room even for saying so. */
    private static void failed(String where, Throwable e) {
        try {
            LOG.error("event=web.failed at={}", where, e);
        } catch (VirtualMachineError again) {
            // The visitor is told all the same, or loses the connection.
        }
    }

    private static Around around(Visit visit, Session session, Optional<Endpoint> endpoint) {
        return new Around(
                endpoint.filter(Page.class::isInstance).map(Page.class::cast),
                true,
                Reply.isOurs(visit.address()) ? visit.address() : "/",
                visit.cookie(Seats.COOKIE).orElse(""),
                session.formKey(),
                session.signedIn() && !session.formKey().isEmpty());
    }

    private void serve(HttpExchange exchange, Visit visit, Optional<Endpoint> endpoint, boolean head)
            throws IOException, InterruptedException {
        if (endpoint.filter(one -> one.audience() == Audience.ANYBODY).isPresent()) {
            send(exchange, answered(endpoint.get(), visit), Around.NOTHING, head);
            return;
        }
        switch (access.of(visit)) {
            case Access.Verdict.Refused(String text) ->
                send(exchange, new Reply.Failed(403, "The desk is closed", text), Around.NOTHING, head);
            case Access.Verdict.Stranger() -> send(exchange, toSignIn(visit), Around.NOTHING, head);
            case Access.Verdict.Welcome(Session session) -> {
                if (!session.cookie().isEmpty()) {
                    exchange.getResponseHeaders().add("Set-Cookie", session.cookie());
                }
                Reply reply = visit.isPost() && !access.isOwnPost(visit, session)
                        ? new Reply.Failed(
                                403,
                                "That did not come from this page",
                                "The form is from another site or too old. Go back, load the page again, and send it once more.")
                        : endpoint.map(one -> answered(one, visit)).orElseGet(Reply::notFound);
                send(exchange, reply, around(visit, session, endpoint), head);
            }
        }
    }

    private static Reply toSignIn(Visit visit) {
        boolean browses = visit.header("accept")
                .filter(accept -> accept.contains("text/html"))
                .isPresent();
        if (visit.isPost() || !browses) {
            return new Reply.Failed(
                    401,
                    "Sign in first",
                    "Open the desk in a browser and sign in, or send the token as Authorization: Bearer.");
        }
        String to = Reply.isOurs(visit.address()) ? visit.address() : "/";
        return Reply.elsewhere(SignIn.PATH + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    private static Reply answered(Endpoint endpoint, Visit visit) {
        return guarded(endpoint, () -> Optional.of(endpoint.answer(visit))).orElse(OURS);
    }

    /** What an endpoint says of a visit. */
    @FunctionalInterface
    private interface Answering {
        Optional<Reply> reply() throws InterruptedException;
    }

    /** A page that fails, or finds no memory, fails alone. */
    private static Optional<Reply> guarded(Endpoint endpoint, Answering answering) {
        try {
            return answering.reply();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Reply.Failed(503, "Lede is stopping", "Try again once it has started."));
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            failed(endpoint.path(), e);
            return Optional.of(OURS);
        }
    }

    private Optional<Endpoint> at(String path) {
        return path == null
                ? Optional.empty()
                : endpoints.stream()
                        .filter(one -> path.equals(one.path())
                                || (one.path().length() > 1 && path.startsWith(one.path() + "/")))
                        .findFirst();
    }

    private void send(HttpExchange exchange, Reply reply, Around around, boolean head)
            throws IOException, InterruptedException {
        switch (reply) {
            case Reply.Drawn drawn -> html(exchange, drawn, around, head);
            case Reply.Failed(int status, String title, String text) ->
                html(exchange, new Reply.Drawn(status, title, "failed.jte", new Failure(text)), around, head);
            case Reply.Plain plain -> {
                plain.headers().forEach(exchange.getResponseHeaders()::set);
                whole(exchange, plain.status(), plain.contentType(), plain.body(), head);
            }
            case Reply.Elsewhere elsewhere -> {
                elsewhere.headers().forEach(exchange.getResponseHeaders()::set);
                exchange.getResponseHeaders().set("Location", elsewhere.to());
                exchange.sendResponseHeaders(303, -1);
            }
            case Reply.Flowing flowing -> {
                exchange.getResponseHeaders().set("Content-Type", flowing.contentType());
                exchange.sendResponseHeaders(200, head ? -1 : 0);
                if (!head) {
                    try (OutputStream out = exchange.getResponseBody()) {
                        flowing.body().write(out);
                    }
                }
            }
        }
    }

    private void html(HttpExchange exchange, Reply.Drawn reply, Around around, boolean head) throws IOException {
        int status = reply.status();
        byte[] body;
        try {
            body = drawing.draw(reply, around);
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            failed(reply.template(), e);
            status = 500;
            body = drawing.draw(new Reply.Drawn(500, OURS.title(), "failed.jte", new Failure(OURS.text())), around);
        }
        whole(exchange, status, "text/html; charset=utf-8", body, head);
    }

    private static void whole(HttpExchange exchange, int status, String type, byte[] body, boolean head)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
            // Who sends a body that is not read hears so before the rest of it has come.
            exchange.getResponseBody().flush();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
