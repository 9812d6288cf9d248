package news.lede.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleKey;
import news.lede.article.Samples;
import news.lede.store.Store.Mode;
import news.lede.text.Language;

/** Another process with a store: what it does is its first argument, the data folder its second. It says {@code ready} when it is. */
final class StoreProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader says;

    private StoreProcess(Process process) {
        this.process = process;
        this.says = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts one and waits until it is ready. */
    static StoreProcess start(String what, Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        what,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        StoreProcess started = new StoreProcess(process);
        started.await("ready");
        return started;
    }

    long pid() {
        return process.pid();
    }

    /** Ends it as a power cut would: without its knowledge. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private void await(String word) throws IOException {
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            if (line.equals(word)) {
                return;
            }
        }
        throw new IOException("the other process ended before it was " + word);
    }

    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "keep" -> {
                SqliteStore.open(folder, Mode.ALONE);
                readyForever();
            }
            case "stop-half-way" -> {
                Store store = SqliteStore.open(folder, Mode.ALONE);
                add(store, "Committed");
                store.transactor().inTransaction(() -> {
                    Article article = add(store, "Half-way");
                    store.announcements()
                            .announce(store.stories().storyOf(article.id()).orElseThrow(), 1, Samples.NOON);
                    try {
                        readyForever();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return article;
                });
            }
            case "write-on" -> {
                Store store = SqliteStore.open(folder, Mode.ALONE);
                for (int n = 0; ; n++) {
                    String title = "Number " + n;
                    store.transactor().inTransaction(() -> add(store, title));
                    if (n == 20) {
                        say("ready");
                    }
                }
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static Article add(Store store, String title) {
        return store.transactor().inTransaction(() -> {
            Article article = store.articles()
                    .add(
                            Samples.article(title, "Text. ".repeat(500)),
                            List.of(new ArticleKey(title)),
                            store.sources().imported().id(),
                            Optional.empty(),
                            Samples.NOON);
            store.stories().open(article.id(), Language.ENGLISH, Samples.NOON);
            return article;
        });
    }

    private static void readyForever() throws InterruptedException {
        say("ready");
        new java.util.concurrent.CountDownLatch(1).await();
    }

    private static void say(String word) {
        try {
            System.out.write((word + "\n").getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
