package news.lede.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lede source}: the operator's view of sources. Alone it prints help. */
@Command(
        name = "source",
        description = "Adds, removes, lists, exports and imports sources.",
        footer = {
            "",
            "What is added here is seen by every community that follows its pack. A running Lede reads new sources",
            "within seconds; nothing has to be stopped but for remove --purge."
        },
        subcommands = {
            SourceAddCommand.class,
            SourceRemoveCommand.class,
            SourceListCommand.class,
            SourceExportCommand.class,
            SourceImportCommand.class
        })
final class SourceCommand implements Runnable {
    private final RootCommand root;

    @Spec
    private @Nullable CommandSpec spec;

    SourceCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(root.surroundings().streams().out());
        }
    }
}
