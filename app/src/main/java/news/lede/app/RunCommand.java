package news.lede.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.lede.config.Configuration;
import news.lede.config.ConfigurationReader;
import news.lede.config.Settings;
import news.lede.fetch.AddressRules;
import news.lede.fetch.FetchLimits;
import news.lede.http.HttpFetcher;
import news.lede.web.health.Part;
import news.lede.web.health.Part.State;
import picocli.CommandLine.Command;

/** The bot: every platform whose token is set, polling, and the web desk, until it is told to stop. */
@Command(
        name = "run",
        description = "The bot: answers on every platform whose token is set, and polls the sources.",
        footer = {
            "",
            "Set discord.token or telegram.token (in a file given with --config, or as LEDE_DISCORD_TOKEN and",
            "LEDE_TELEGRAM_TOKEN). A token that is refused is reported once; the other platform runs on."
        })
final class RunCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final RootCommand root;

    RunCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().name("stop").unstarted(() -> {
            told.countDown();
            await(stopped);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return run(root.configurationReader(List.of()), told);
        } finally {
            stopped.countDown();
            removeQuietly(hook);
        }
    }

    private static void requirePlatform(Settings settings) {
        if (!settings.discord().token().isSet() && !settings.telegram().token().isSet()) {
            throw new Problem(
                    ExitCode.WRONG_USE,
                    List.of("No platform is on: neither discord.token nor telegram.token is set. Set one, for example"
                            + " LEDE_TELEGRAM_TOKEN=123456:ABC ./lede run, or try ./lede demo, which needs none."));
        }
    }

    /** Runs until {@code told}, configured by what {@code reader} finds. */
    int run(ConfigurationReader reader, CountDownLatch told) throws InterruptedException {
        ConfigurationReader.Reading begun = reader.read();
        Configuration configuration = RootCommand.configuration(begun.result());
        Settings settings = configuration.settings();
        requirePlatform(settings);
        AddressRules rules = new AddressRules(settings.fetch().allowAddresses());
        try (Lede lede = root.lede(Lede.Use.RUN, root.data(), configuration);
                HttpFetcher fetcher =
                        new HttpFetcher(rules, FetchLimits.DEFAULT, UserAgent.of(settings), lede.clock());
                Serving serving = lede.store().isShared()
                        ? new SharedServing(settings, lede, fetcher)
                        : new SoleServing(settings, lede, fetcher);
                ConfigurationWatch configurationWatch = new ConfigurationWatch(
                        reader,
                        begun,
                        lede.inForce(),
                        new PackUpkeep(lede.follows())::bring,
                        new ConfigurationNote(root.data()),
                        this::say,
                        lede.clock());
                Supervision supervision = lede.upkeep().supervision();
                Inbound inbound = new Inbound(serving.address(), serving::telegramHook);
                WebDesk web = WebDesk.open(
                        lede,
                        settings,
                        root.writtenSettings(() -> Optional.of(configurationWatch.state())),
                        vitals(lede, serving, supervision),
                        inbound);
                Housekeeping housekeeping = lede.upkeep().housekeeping();
                HeapKeeper _ = HeapKeeper.begin()) {
            web.address().ifPresent(at -> say("web desk at " + at + ", health at " + at + "readyz"));
            lede.belongings().erasures().applyAgain();
            configurationWatch.start();
            serving.lookedAfterBy(supervision, housekeeping);
            serving.start(inbound);
            housekeeping.start();
            return watch(serving, told);
        }
    }

    private static Vitals vitals(Lede lede, Serving serving, Supervision supervision) {
        lede.meters().begin();
        Vitals vitals = lede.upkeep().vitals(serving::parts, supervision);
        vitals.begin();
        return vitals;
    }

    /** Says each change of a platform once; ends when told to, or when no platform is left that could work. */
    private int watch(Serving serving, CountDownLatch told) throws InterruptedException {
        Map<String, Part> before = new HashMap<>();
        do {
            List<Part> now = serving.parts();
            for (Part part : now) {
                Part known = before.put(part.name(), part);
                if (known == null ? part.state() != State.WAITING : known.state() != part.state()) {
                    say(line(part));
                }
            }
            if (now.stream().allMatch(p -> p.state() == State.FAILED)) {
                say("no platform is left; stopping");
                return ExitCode.FAILED;
            }
        } while (!told.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
        say("stopping: finishing what was begun");
        return ExitCode.DONE;
    }

    private static String line(Part part) {
        return switch (part.state()) {
            case READY -> part.name() + (part.detail().isEmpty() ? " is ready" : ": " + part.detail());
            case WAITING -> part.name() + " is away, trying again: " + part.detail();
            case FAILED -> part.name() + " is off: " + part.detail();
        };
    }

    /** Progress of a service belongs to its log, so to standard error. */
    private void say(String line) {
        root.surroundings().streams().err().println("lede: " + line);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeQuietly(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is stopping already; the hook has done its work.
        }
    }
}
