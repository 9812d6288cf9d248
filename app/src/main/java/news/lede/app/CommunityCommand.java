package news.lede.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lede community}: one workspace as a file. Alone it prints help. */
@Command(
        name = "community",
        description = "Lists communities, says how much each may have, and takes one out or brings one in as a file.",
        footer = {
            "",
            "The file holds everything a community set and was told; docs/community-file.md describes it. Works beside a",
            "running Lede."
        },
        subcommands = {
            CommunityListCommand.class,
            CommunityQuotaCommand.class,
            CommunityExportCommand.class,
            CommunityImportCommand.class
        })
final class CommunityCommand implements Runnable {
    private final RootCommand root;

    @Spec
    private @Nullable CommandSpec spec;

    CommunityCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(root.surroundings().streams().out());
        }
    }
}
