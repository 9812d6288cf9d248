package news.lede.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import news.lede.config.Configuration;
import news.lede.config.Settings;
import news.lede.fetch.AddressRules;
import news.lede.fetch.FetchLimits;
import news.lede.http.HttpFetcher;
import news.lede.source.PollSchedule;
import news.lede.source.PollState;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.StoreProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Polls the sources without a platform. */
@Command(
        name = "poll",
        description = "Polls the sources that are due now, then whatever falls due, until it is stopped.",
        footer = {
            "",
            "No source is asked earlier than source.min-interval after its last poll, however often this is called.",
            "With --once, exit code 1: none of the sources that were asked gave a usable answer."
        })
final class PollCommand implements Callable<Integer> {
    private final RootCommand root;

    @Option(names = "--once", description = "Poll what is due now, and end.")
    private boolean once;

    PollCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = root.configuration();
        Settings settings = configuration.settings();
        try (Lede lede = root.lede(Lede.Use.RUN, root.data(), configuration);
                HttpFetcher fetcher = new HttpFetcher(
                        new AddressRules(settings.fetch().allowAddresses()),
                        FetchLimits.DEFAULT,
                        UserAgent.of(settings),
                        lede.clock());
                PollLoop polling = new PollLoop(
                        lede, fetcher, PollSchedule.over(settings.source().minInterval()))) {
            lede.follows().refresh(settings.source().defaultPacks());
            int result = round(lede, polling, settings);
            if (!once) {
                polling.start();
                // Ends with the process: whoever stops it loses nothing, since all that was read is stored.
                new CountDownLatch(1).await();
            }
            return result;
        } catch (StoreProblem e) {
            if (e.kind() == StoreProblem.Kind.LOCKED) {
                throw new Problem(
                        ExitCode.FAILED,
                        List.of(
                                String.valueOf(e.getMessage()),
                                "A Lede that runs polls by itself; `lede doctor` shows how its sources are doing."));
            }
            throw e;
        }
    }

    private int round(Lede lede, PollLoop polling, Settings settings) {
        Map<SourceId, Instant> before = lastPolls(lede);
        Streams streams = root.surroundings().streams();
        if (streams.terminal()) {
            streams.err().println("lede: asking the sources that are due ...");
        }
        int articles = polling.once();
        List<SourceRow> rows = SourceRow.all(lede, root.settings()).stream()
                .filter(row -> row.source().kind() != SourceKind.IMPORTED)
                .toList();
        Map<SourceId, Instant> after = lastPolls(lede);
        List<SourceRow> asked = rows.stream()
                .filter(row -> !Optional.ofNullable(after.get(row.source().id()))
                        .equals(Optional.ofNullable(before.get(row.source().id()))))
                .toList();
        List<SourceRow> failed = asked.stream().filter(PollCommand::failed).toList();
        failed.forEach(row -> streams.out().println(row.named() + "\n    " + row.healthLine()));
        streams.out().println(summary(lede.clock().instant(), rows, asked.size(), failed.size(), articles, settings));
        return !asked.isEmpty() && failed.size() == asked.size() ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static Map<SourceId, Instant> lastPolls(Lede lede) {
        Map<SourceId, Instant> polls = new HashMap<>();
        lede.store()
                .sources()
                .all()
                .forEach(s -> lede.store()
                        .pollStates()
                        .find(s.id())
                        .flatMap(PollState::lastPoll)
                        .ifPresent(at -> polls.put(s.id(), at)));
        return polls;
    }

    private static boolean failed(SourceRow row) {
        return row.health().filter(h -> h.failures() > 0 || h.next().isEmpty()).isPresent();
    }

    private static String summary(
            Instant now, List<SourceRow> rows, int asked, int failed, int articles, Settings settings) {
        if (rows.isEmpty()) {
            return "There is no source to ask. `lede source add ADDRESS` adds one; `lede import FILE.opml` a list.";
        }
        String next = rows.stream()
                .flatMap(row -> row.health().stream())
                .flatMap(h -> h.next().stream())
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo)
                .map(at -> " The next may be asked at " + Words.minute(at) + ".")
                .orElse("");
        if (asked == 0) {
            return "No source is due: none is asked again within "
                    + shown(settings.source().minInterval()) + " (source.min-interval)." + next;
        }
        return "Asked " + Words.count(asked, "source") + ", " + (asked - failed) + " answered, "
                + Words.count(articles, "new article") + "." + next;
    }

    private static String shown(Duration interval) {
        return interval.toMinutes() > 0 && interval.toSecondsPart() == 0
                ? Words.count(interval.toMinutes(), "minute")
                : Words.count(interval.toSeconds(), "second");
    }
}
