package news.lede.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import news.lede.app.demo.NewsroomServer;
import news.lede.app.demo.SampleNews;
import news.lede.community.Communities;
import news.lede.community.Role;
import news.lede.config.Settings;
import news.lede.fetch.AddressRules;
import news.lede.fetch.FetchLimits;
import news.lede.http.HttpFetcher;
import news.lede.source.PollSchedule;
import news.lede.source.SourceKind;
import picocli.CommandLine.Command;

/** Something to see in a minute: the sample newsroom, polled as if live, and a chat with the desk. Leaves nothing behind. */
@Command(
        name = "demo",
        description = "A sample newsroom of invented papers, polled as if live, and a chat with the desk about it.",
        footer = {"", "Needs no network and no token; everything it stores is deleted at the end."})
final class DemoCommand implements Callable<Integer> {
    /** The papers of the demo want to be read often; nobody else's do. */
    private static final PollSchedule EAGER = new PollSchedule(Duration.ofSeconds(2), Duration.ofSeconds(3));

    private final RootCommand root;

    DemoCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Path folder = temporaryFolder();
        try (NewsroomServer papers =
                new NewsroomServer(SampleNews.shipped(), root.surroundings().clock())) {
            Settings settings = root.settings(List.of("fetch.allow-addresses=127.0.0.1:" + papers.port()));
            try (Lede lede = root.lede(Lede.Use.RUN, folder, settings)) {
                follow(papers, lede);
                chat(papers, lede, settings, folder);
            }
        } finally {
            delete(folder);
        }
        return ExitCode.DONE;
    }

    private static void follow(NewsroomServer papers, Lede lede) {
        for (NewsroomServer.Address address : papers.addresses()) {
            SourceKind kind = address.feed() ? SourceKind.FEED : SourceKind.PAGE;
            lede.store()
                    .sources()
                    .addToPack(
                            Communities.DEFAULT_PACK,
                            lede.store()
                                    .sources()
                                    .addIfAbsent(kind, address.url(), address.title())
                                    .id());
        }
    }

    private void chat(NewsroomServer papers, Lede lede, Settings settings, Path folder) {
        Streams streams = root.surroundings().streams();
        AddressRules rules = new AddressRules(settings.fetch().allowAddresses());
        try (HttpFetcher fetcher = new HttpFetcher(rules, FetchLimits.DEFAULT, UserAgent.of(settings), lede.clock());
                PollLoop polling = new PollLoop(lede, lede.poller(fetcher, EAGER))) {
            int articles = polling.once();
            polling.start();
            streams.out().println("""
                    The sample newsroom is open: %d invented papers, %d articles so far; more arrive every few seconds
                    for the next %d. Nothing here is real. Try:

                      /latest                what is new
                      /topic immigration     what there is on a topic
                      2                      the second story of the last list, with its sources
                      /related               what relates to the story you opened
                      /help                  the rest; exit ends

                    """.formatted(
                            papers.addresses().size(), articles, papers.lasts().toSeconds()));
            ChatSession session = new ChatSession(lede.desk(), lede.consoleAsker(Role.MODERATOR), lede.clock());
            try (ChatWindow window =
                    streams.terminal() ? TerminalWindow.open(session, folder) : new PipeWindow(streams)) {
                session.run(window);
            }
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lede-demo");
        } catch (IOException e) {
            throw new Problem(
                    ExitCode.FAILED,
                    List.of("The demo needs a temporary folder and got none: " + e.getMessage()
                            + ". Free some space, or name a folder with -Djava.io.tmpdir."));
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("deleting the demo's folder " + folder, e);
        }
    }
}
