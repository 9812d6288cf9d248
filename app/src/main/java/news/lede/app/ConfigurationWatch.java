package news.lede.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import news.lede.config.Changes;
import news.lede.config.Configuration;
import news.lede.config.ConfigurationFiles;
import news.lede.config.ConfigurationReader;
import news.lede.config.ConfigurationReader.Reading;
import news.lede.config.ConfigurationReader.Result;
import news.lede.config.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what an operator changes in the files of the configuration while Lede runs. While anything is wrong with them, all of it is told once and what was in force stays in force.
 *
 * <p>The files are looked at every two seconds; they are read when two looks in a row find them as they are, since whoever saves several of them needs a moment.
 */
final class ConfigurationWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final ConfigurationReader reader;
    private final InForce inForce;
    private final Taking taking;
    private final ConfigurationNote note;
    private final Consumer<String> say;
    private final InstantSource clock;
    private final Configuration started;
    private final Semaphore stop = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().name("configuration").daemon().unstarted(this::lookOnAndOn);

    /** What the store was brought in line with. */
    private Configuration applied;

    private ConfigurationFiles files;
    /** As the files were when they were read, and as the last look found them. */
    private String read;

    private String seen;
    private volatile ConfigurationState state;

    /** Is told when another configuration holds, with what the operator's packs listed before. */
    @FunctionalInterface
    interface Taking {
        void took(Map<String, List<String>> listedBefore, Configuration now);
    }

    /**
     * @param begun what {@code inForce} came of
     * @param say takes lines for whoever operates
     */
    ConfigurationWatch(
            ConfigurationReader reader,
            Reading begun,
            InForce inForce,
            Taking taking,
            ConfigurationNote note,
            Consumer<String> say,
            InstantSource clock) {
        this.reader = reader;
        this.inForce = inForce;
        this.taking = taking;
        this.note = note;
        this.say = say;
        this.clock = clock;
        this.started = inForce.configuration();
        this.applied = started;
        this.files = begun.files();
        this.read = begun.fingerprint();
        this.seen = read;
        this.state = ConfigurationState.started(named(files), clock.instant());
    }

    /** Brings the store in line with what is in force, then looks on and on. */
    void start() {
        begin();
        if (!files.none()) {
            thread.start();
        }
    }

    void begin() {
        // Without files of one's own, lists of an earlier start are left alone: somebody may only have forgotten
        // --config.
        Map<String, List<String>> before = files.none()
                ? Map.of()
                : note.read().map(ConfigurationNote.Noted::packs).orElse(Map.of());
        taking.took(before, started);
        keep();
    }

    /** How the running Lede stands to its files. */
    ConfigurationState state() {
        return state;
    }

    private void lookOnAndOn() {
        try {
            while (!stop.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look();
                } catch (RuntimeException | VirtualMachineError | LinkageError e) {
                    LOG.error("taking over the configuration failed; trying again", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look; for one thread. */
    void look() {
        String now = files.fingerprint();
        boolean settled = now.equals(seen);
        seen = now;
        if (!settled || now.equals(read)) {
            return;
        }
        Reading reading = reader.read();
        switch (reading.result()) {
            case Result.Read(Configuration next) -> take(next);
            case Result.Faulty(List<Fault> faults) -> refuse(faults);
        }
        // Another publishers' file may have been named.
        files = reading.files();
        read = reading.fingerprint();
        seen = read;
        keep();
    }

    private void take(Configuration next) {
        Changes changes = next.since(applied);
        List<String> restart = next.since(started).restart();
        inForce.take(next);
        // When it fails, the next look tries again, and still knows what was before.
        taking.took(PackUpkeep.listed(applied), next);
        applied = next;
        if (!changes.taken().isEmpty()) {
            say.accept("configuration taken over: " + String.join(", ", changes.taken()));
        } else if (!state.faults().isEmpty()) {
            say.accept("the configuration is right again");
        }
        if (!restart.isEmpty() && !restart.equals(state.restart())) {
            say.accept("needs a restart: " + String.join(", ", restart));
        }
        LOG.info("configuration taken over changes={} restart={}", changes.taken(), restart);
        state = state.took(changes.taken(), restart, clock.instant());
    }

    private void refuse(List<Fault> faults) {
        say.accept("the configuration was not taken over, what was in force stays so; "
                + Words.count(faults.size(), "problem") + ":");
        faults.forEach(fault -> say.accept("  " + fault));
        LOG.info("configuration refused faults={}", faults.size());
        state = state.refused(faults, clock.instant());
    }

    private void keep() {
        if (files.none()) {
            return;
        }
        note.write(new ConfigurationNote.Noted(ConfigurationNote.Running.self(), state, PackUpkeep.listed(applied)));
    }

    private static List<String> named(ConfigurationFiles files) {
        return Stream.concat(
                        files.settings().stream()
                                .flatMap(file ->
                                        Stream.of(file, file.resolveSibling("topics"), file.resolveSibling("sources"))),
                        files.publishers().stream())
                .map(Path::toString)
                .toList();
    }

    @Override
    public void close() {
        stop.release();
        if (!thread.isAlive()) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
