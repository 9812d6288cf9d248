package news.lede.app;

import java.util.List;
import java.util.concurrent.Callable;
import news.lede.answer.Display;
import news.lede.ingest.Purge.Purged;
import news.lede.source.Source;
import news.lede.store.StoreProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes a source, and with it, when asked for, what it brought. */
@Command(
        name = "remove",
        description = "Stops reading a source; nobody sees it any more.",
        footer = {
            "",
            "Adding it again brings it back with its followers. With --purge, articles that no other source carried are",
            "deleted, stories left without articles vanish, and what was announced of them but not sent yet is cancelled."
        })
final class SourceRemoveCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(paramLabel = "ADDRESS|ID|TITLE", description = "The source, as `lede source list` shows it.")
    private String named = "";

    @Option(names = "--purge", description = "Also take back what it brought. Not while a Lede runs on the folder.")
    private boolean purge;

    SourceRemoveCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Lede lede = root.lede(purge ? Lede.Use.IMPORT : Lede.Use.ASK)) {
            Source source = NamedSource.find(lede.store().sources(), named);
            String shown = source.id() + "  " + Display.plain(source.title()) + "  " + source.address();
            if (!purge) {
                lede.store().sources().remove(source.id(), lede.clock().instant());
                say("Removed: " + shown);
                say("What it brought is kept, unseen; `lede source add` brings the source back.");
                return ExitCode.DONE;
            }
            Purged purged = lede.purge(source);
            say("Removed: " + shown);
            say("Taken back: " + Words.count(purged.gone().size(), "article") + ", of "
                    + purged.storiesGone() + " "
                    + (purged.storiesGone() == 1 ? "story" : "stories") + " nothing is left, " + purged.storiesChanged()
                    + " lost articles. " + Words.count(purged.kept().size(), "article")
                    + " of other sources too stayed.");
            return ExitCode.DONE;
        } catch (StoreProblem e) {
            if (purge && e.kind() == StoreProblem.Kind.LOCKED) {
                throw new Problem(
                        ExitCode.FAILED,
                        List.of(String.valueOf(e.getMessage())
                                + " Without --purge the source can be removed at once."));
            }
            throw e;
        }
    }

    private void say(String line) {
        root.surroundings().streams().out().println(line);
    }
}
