package news.lede.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import news.lede.app.demo.NewsroomServer;
import news.lede.app.demo.SampleNews;
import news.lede.community.Communities;
import news.lede.community.Role;
import news.lede.config.Configuration;
import news.lede.config.Settings;
import news.lede.fetch.AddressRules;
import news.lede.fetch.FetchLimits;
import news.lede.http.HttpFetcher;
import news.lede.source.PollSchedule;
import news.lede.source.SourceKind;
import news.lede.web.health.Condition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Something to see in a minute: the sample newsroom, polled as if live, and a chat with the desk. Leaves nothing behind. */
@Command(
        name = "demo",
        description = "A sample newsroom of invented papers, polled as if live, and a chat with the desk about it.",
        footer = {"", "Needs no network and no token; everything it stores is deleted at the end."})
final class DemoCommand implements Callable<Integer> {
    /** The papers of the demo want to be read often; nobody else's do. */
    private static final PollSchedule EAGER = new PollSchedule(Duration.ofSeconds(2), Duration.ofSeconds(3));

    private final RootCommand root;

    @Option(
            names = "--platforms",
            description =
                    "Also start a local Discord and a local Telegram with the real adapters: each command you type is"
                            + " said there too, and you see what a reader sees, and the traffic.")
    private boolean platforms;

    DemoCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Path folder = temporaryFolder();
        try (NewsroomServer papers =
                new NewsroomServer(SampleNews.shipped(), root.surroundings().clock())) {
            if (platforms) {
                try (StagedPlatforms stage =
                        StagedPlatforms.open(root.surroundings().clock())) {
                    show(papers, folder, Optional.of(stage));
                }
            } else {
                show(papers, folder, Optional.empty());
            }
        } finally {
            delete(folder);
        }
        return ExitCode.DONE;
    }

    private void show(NewsroomServer papers, Path folder, Optional<StagedPlatforms> stage) {
        List<String> needed = new ArrayList<>(List.of("fetch.allow-addresses=127.0.0.1:" + papers.port()));
        // Whatever tokens are set belong to a real bot, and have no place in a demo.
        needed.addAll(stage.map(StagedPlatforms::settings).orElse(List.of("discord.token=", "telegram.token=")));
        Configuration configuration = RootCommand.configuration(
                root.configurationReader(needed).read().result());
        Settings settings = configuration.settings();
        try (Lede lede = root.lede(Lede.Use.RUN, folder, configuration);
                Platforms adapters = new Platforms(
                        settings, lede.desk(), lede.askers(), lede.telling().doors(), lede.store(), lede.clock())) {
            follow(papers, lede);
            adapters.introduce(lede.names());
            adapters.start();
            chat(papers, lede, adapters, settings, folder, stage);
        }
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

    private void chat(
            NewsroomServer papers,
            Lede lede,
            Platforms adapters,
            Settings settings,
            Path folder,
            Optional<StagedPlatforms> stage) {
        Streams streams = root.surroundings().streams();
        ConsoleMessenger console = new ConsoleMessenger(lede.clock());
        List<Platforms.Outlet> outlets = new ArrayList<>(adapters.outlets());
        outlets.add(console.outlet());
        AddressRules rules = new AddressRules(settings.fetch().allowAddresses());
        try (HttpFetcher fetcher = new HttpFetcher(rules, FetchLimits.DEFAULT, UserAgent.of(settings), lede.clock());
                WebDesk web = WebDesk.openSomewhere(
                        lede, settings, root.writtenSettings(Optional::empty), Condition.of(adapters::parts));
                Telling telling = new Telling(lede, outlets);
                PollLoop polling = new PollLoop(lede, fetcher, EAGER, telling.news(), telling::announced)) {
            int articles = polling.once();
            telling.start();
            polling.start();
            streams.out().println("""
                    The sample newsroom is open: %d invented papers, %d articles so far; more arrive every few seconds
                    for the next %d. Nothing here is real. Try:

                      /latest                what is new
                      /topic immigration     what there is on a topic
                      2                      the second story of the last list, with its sources
                      /related               what relates to the story you opened
                      /subscribe everything confirm:yes
                                             what arrives from then on comes into this chat
                      /help                  the rest; exit ends

                    """.formatted(
                            papers.addresses().size(), articles, papers.lasts().toSeconds()));
            web.address().ifPresent(at -> streams.out().println("The web desk: " + at + System.lineSeparator()));
            stage.ifPresent(s -> s.addresses().forEach(a -> streams.out().println("Local platform: " + a)));
            ChatSession session = new ChatSession(
                    lede.desk(), lede.consoleAsker(Role.MODERATOR), new ConsoleFiles(folder), lede.clock());
            try (ChatWindow plain =
                    streams.terminal() ? TerminalWindow.open(session, folder) : new PipeWindow(streams)) {
                console.open(session, plain);
                session.run(stage.<ChatWindow>map(
                                s -> new MirroredWindow(plain, typed -> s.say(typed, session.commands())))
                        .orElse(plain));
                console.close();
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
