package news.lede.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lede person}: what the operator does for a person who asks them rather than the bot. Alone it prints help. */
@Command(
        name = "person",
        description = "Shows what is kept of a person, or forgets them, for whoever asks you rather than the bot.",
        footer = {"", "People do the same by /privacy in their private chat. Works beside a running Lede."},
        subcommands = {PersonExportCommand.class, PersonEraseCommand.class})
final class PersonCommand implements Runnable {
    private final RootCommand root;

    @Spec
    private @Nullable CommandSpec spec;

    PersonCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(root.surroundings().streams().out());
        }
    }
}
