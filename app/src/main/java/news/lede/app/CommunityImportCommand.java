package news.lede.app;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import news.lede.belongings.Arrivals;
import news.lede.belongings.CommunityFile;
import news.lede.belongings.CommunityImport;
import news.lede.belongings.CommunityJsonReader;
import news.lede.belongings.CommunityJsonReader.Result;
import news.lede.community.Audit;
import news.lede.community.Conversation;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a community in from a file. */
@Command(
        name = "import",
        description = "Brings everything a community's file holds to a community here.",
        footer = {
            "",
            "Language, zone, packs and how places are told become those of the file; sources, topics and subscriptions",
            "are added to what is there. All of it is brought or nothing. --dry-run says what would be done.",
            "Exit code 0: all of it was brought; 1: something had to be left out, or the file was refused."
        })
final class CommunityImportCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(paramLabel = "FILE", description = "Written by `lede community export`, or from the chat.")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "COMMUNITY",
            required = true,
            description =
                    "As `lede community list` names it: telegram:-1001234. A group that Lede has not met is made.")
    private String to = "";

    @Option(
            names = "--place",
            paramLabel = "N=CHAT[/THREAD]",
            description = "Where place N of the file belongs; may be given several times (default: its first place goes"
                    + " to the community's first, and a file that comes home goes where it was).")
    private Map<Integer, String> places = new HashMap<>();

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dry;

    CommunityImportCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        CommunityFile brought = read();
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            Supplier<CommunityImport.Target> target = () -> target(lede);
            CommunityImport importing = lede.belongings().communityImport();
            Arrivals report = dry ? importing.rehearse(brought, target) : importing.run(brought, target);
            Streams streams = root.surroundings().streams();
            new CommunityReport(report).lines().forEach(streams.out()::println);
            streams.err()
                    .println(
                            dry
                                    ? "lede: nothing was changed; without --dry-run it is."
                                    : "lede: " + brought.title() + " of " + brought.platform() + " is in " + to + ".");
            return report.leftOut().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private CommunityImport.Target target(Lede lede) {
        Workspace workspace = Community.find(lede, to).orElseGet(() -> made(lede));
        List<Conversation> known = lede.store().communityRecords().places(workspace.id());
        Map<Integer, Place> named = new HashMap<>();
        places.forEach((number, name) -> named.put(number, Community.place(workspace, name)));
        Optional<Place> main =
                known.stream().map(Conversation::place).findFirst().or(() -> ownChat(workspace));
        return new CommunityImport.Target(
                workspace,
                main,
                named,
                new PersonKey(ConsoleMessenger.PLATFORM, ConsoleMessenger.LOCAL),
                new Audit.Actor.Operator(),
                true,
                true);
    }

    /** A chat of Telegram is a community and a place by one name; a server of Discord is no place. */
    private static Optional<Place> ownChat(Workspace workspace) {
        return workspace.platform().equals("telegram")
                ? Optional.of(new Place("telegram", workspace.key(), Optional.empty()))
                : Optional.empty();
    }

    private Workspace made(Lede lede) {
        int colon = to.indexOf(':');
        String platform = colon < 0 ? "" : to.substring(0, colon);
        if (!Set.of("telegram", "discord").contains(platform)
                || !to.substring(colon + 1).matches("(guild:)?-?\\d+")) {
            throw new Problem(
                    ExitCode.WRONG_USE,
                    List.of("There is no community \"" + to
                            + "\" here. `lede community list` names those there are; one"
                            + " that Lede has not met is telegram:CHAT-ID or discord:guild:SERVER-ID."));
        }
        return lede.store()
                .communities()
                .workspace(platform, to.substring(colon + 1), "", lede.inForce().defaultPacks());
    }

    private CommunityFile read() {
        return switch (CommunityJsonReader.read(text())) {
            case Result.Read(CommunityFile read) -> read;
            case Result.Foreign() ->
                throw refused("is not the file of a community of Lede. `lede community export` writes one.");
            case Result.Newer(int version) ->
                throw refused("is of version " + version + ", and this Lede reads " + CommunityJsonReader.newest()
                        + " at most. Update Lede, then try again.");
            case Result.Damaged(String where) ->
                throw refused(
                        "is damaged (" + where + "): nothing was brought. Export it again, or copy it again whole.");
        };
    }

    private Problem refused(String why) {
        return new Problem(ExitCode.FAILED, List.of(file + " " + why));
    }

    private String text() {
        try {
            if (Files.size(file) > CommunityJsonReader.MOST_BYTES) {
                throw refused("is larger than " + (CommunityJsonReader.MOST_BYTES >> 20)
                        + " MB, which no file of a community is.");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new Problem(ExitCode.WRONG_USE, List.of("There is no file " + file + ". Name one that is there."));
        } catch (MalformedInputException e) {
            throw refused("is not the file of a community of Lede. `lede community export` writes one.");
        } catch (IOException e) {
            throw new Problem(ExitCode.FAILED, List.of("Cannot read " + file + " (" + e.getMessage() + ")."));
        }
    }
}
