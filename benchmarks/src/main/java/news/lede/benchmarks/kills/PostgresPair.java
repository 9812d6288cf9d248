package news.lede.benchmarks.kills;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A server and its standby, which has all that was ever answered as kept. Not thread-safe. */
final class PostgresPair implements AutoCloseable {
    /** Whoever watches over the servers takes so long to notice. */
    private static final Duration NOTICED = Duration.ofSeconds(3);

    /** The former first server comes back after this, on its own, and believes to be the first still. */
    private static final Duration BACK = Duration.ofSeconds(8);

    /** For so long nobody notices that there are two. */
    private static final Duration TWO = Duration.ofSeconds(15);

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(200);

    /** Changes with every transaction that is kept, and with every lease that is renewed. */
    private static final String LAST_WRITTEN =
            "SELECT (SELECT max(at) FROM commit_mark) || '/' || (SELECT max(until) FROM lease)";

    private PostgresServer first;
    private PostgresServer standby;
    private final String url;

    PostgresPair(Path folder) throws IOException, InterruptedException {
        this.first = new PostgresServer(folder);
        this.standby = PostgresServer.standbyOf(first, folder);
        this.url = PostgresServer.url(first.host() + "," + standby.host()) + "&targetServerType=primary";
        together();
    }

    String url() {
        return url;
    }

    private void together() throws IOException, InterruptedException {
        await("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'", "1");
        first.waitForStandby(true);
        await("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'", "1");
    }

    private void await(String question, String answer) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!first.ask(question).equals(answer)) {
            if (System.nanoTime() > end) {
                throw new IOException("not so in time: " + question);
            }
            Thread.sleep(LOOK);
        }
    }

    /**
     * Kills the first server and has its standby take over; the former comes back later as if nothing had been, and becomes the standby at the end.
     *
     * @return whether nobody wrote to the former after it had come back
     */
    boolean promote() throws IOException, InterruptedException {
        PostgresServer former = first;
        first.kill();
        Thread.sleep(NOTICED);
        standby.promote();
        first = standby;
        standby = former;
        Thread.sleep(BACK);
        // Alone it would wait for a standby, and keep nothing: that would be its own doing.
        former.startAlone();
        String back = former.ask(LAST_WRITTEN);
        Thread.sleep(TWO);
        boolean untouched = former.ask(LAST_WRITTEN).equals(back);
        former.stop();
        former.follow(first);
        together();
        return untouched;
    }

    @Override
    public void close() throws IOException {
        // A server that is stopped waits until its standby has all of it.
        first.close();
        standby.close();
    }
}
