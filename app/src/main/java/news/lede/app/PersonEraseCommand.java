package news.lede.app;

import java.util.List;
import java.util.concurrent.Callable;
import news.lede.belongings.Erasures;
import news.lede.community.PersonKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forgets a person. */
@Command(
        name = "erase",
        description = "Forgets a person: everything that names them goes, what they said counts on without them.",
        footer = {"", "It cannot be taken back. What was deleted leaves the disk before this ends, or within an hour."})
final class PersonEraseCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(paramLabel = "PERSON", description = "telegram:ID or discord:ID", converter = PersonConverter.class)
    private PersonKey person = new PersonKey("", "");

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    PersonEraseCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (!yes) {
            throw new Problem(
                    ExitCode.WRONG_USE,
                    List.of(
                            "Erasing cannot be taken back. `lede person export` shows what would go; add --yes to do it."));
        }
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            Erasures erasures = lede.belongings().erasures();
            erasures.erase(person);
            boolean scrubbed = erasures.scrub();
            root.surroundings()
                    .streams()
                    .out()
                    .println(
                            scrubbed
                                    ? "Forgotten, on the disk too."
                                    : "Forgotten; a running Lede clears the disk within an hour.");
            return ExitCode.DONE;
        }
    }
}
