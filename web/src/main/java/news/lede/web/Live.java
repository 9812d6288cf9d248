package news.lede.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Page;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/**
 * Tells a browser, by server-sent events, that a page it shows would look another way now: {@code /live?page=/sources} sends {@code changed} whenever the page's {@link Page#mark} is another. Nothing of
 * the page is sent: the browser asks for it as anybody would.
 */
final class Live implements Endpoint {
    static final String PATH = "/live";

    /** Each holds a connection and asks the store now and then; this many people do not look at once. */
    private static final int MOST = 32;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    /** So often something is sent, so that a listener who left is noticed, and no proxy thinks it did. */
    private static final int LOOKS_PER_SIGN = 7;

    private final List<Page> pages;
    private final CountDownLatch closed;
    private final Duration pause;
    private final Semaphore room = new Semaphore(MOST);

    Live(List<Page> pages, CountDownLatch closed) {
        this(pages, closed, BETWEEN_LOOKS);
    }

    Live(List<Page> pages, CountDownLatch closed, Duration pause) {
        this.pages = List.copyOf(pages);
        this.closed = closed;
        this.pause = pause;
    }

    @Override
    public String path() {
        return PATH;
    }

    /** Where a page hears of its changes. */
    static String of(Page page) {
        return PATH + "?page=" + page.path();
    }

    @Override
    public Reply answer(Visit visit) {
        Optional<Page> page = visit.query()
                .text("page")
                .flatMap(path ->
                        pages.stream().filter(one -> one.path().equals(path)).findFirst());
        if (page.isEmpty()) {
            return Reply.text(404, "No such page changes by itself.\n");
        }
        return new Reply.Flowing("text/event-stream", out -> tell(page.get(), out));
    }

    private void tell(Page page, OutputStream out) throws IOException, InterruptedException {
        if (!room.tryAcquire()) {
            // The browser asks again after this many milliseconds.
            send(out, "retry: 60000\n\n");
            return;
        }
        try {
            Optional<String> shown = page.mark();
            send(out, "retry: 5000\n\n");
            int looks = 0;
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                Optional<String> now = page.mark();
                if (!now.equals(shown)) {
                    shown = now;
                    send(out, "event: changed\ndata: \n\n");
                } else if (++looks % LOOKS_PER_SIGN == 0) {
                    send(out, ": still here\n\n");
                }
            }
        } finally {
            room.release();
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
