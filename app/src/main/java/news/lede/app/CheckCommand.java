package news.lede.app;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.lede.config.Configuration;
import news.lede.config.Settings;
import news.lede.config.ShippedSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says everything that is wrong with the configuration, at once. */
@Command(
        name = "check",
        description = "Checks the configuration and names every problem at once.",
        footer = {
            "",
            "Beside the file of --config, topics/*.yaml and sources/*.opml are read too: topics and packs of sources laid over",
            "those that ship. `lede run` takes over what is changed in them, and most settings, without a restart."
        })
final class CheckCommand implements Callable<Integer> {
    private final RootCommand root;

    @Option(names = "--schema", description = "Print the JSON schema of the settings file and do nothing else.")
    private boolean schema;

    @Option(
            names = "--defaults",
            description = "Print a settings file with every setting, its default and its meaning.")
    private boolean defaults;

    CheckCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        PrintStream out = root.surroundings().streams().out();
        if (schema) {
            out.print(ShippedSettings.schema());
        } else if (defaults) {
            out.print(ShippedSettings.yaml());
        } else {
            Configuration configuration = root.configuration();
            Settings settings = configuration.settings();
            out.println("The settings are in order.");
            out.println("Data folder: " + root.data().toAbsolutePath().normalize());
            out.println("Discord: " + (settings.discord().token().isSet() ? "on" : "off (discord.token is empty)"));
            out.println("Telegram: " + (settings.telegram().token().isSet() ? "on" : "off (telegram.token is empty)"));
            out.println("Topics: "
                    + (settings.embedding().enabled()
                            ? "by words and meaning"
                            : "by words (embedding.enabled is false)"));
            own(
                            "Topics of your own",
                            configuration.ownTopics(),
                            topic -> topic.id().value())
                    .ifPresent(out::println);
            own(
                            "Packs of your own",
                            configuration.ownPacks(),
                            pack -> pack.name() + " ("
                                    + Words.count(pack.sources().size(), "source") + ")")
                    .ifPresent(out::println);
        }
        return ExitCode.DONE;
    }

    private static <T> Optional<String> own(String what, List<T> own, Function<T, String> name) {
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(what + ": " + own.stream().map(name).collect(Collectors.joining(", ")));
    }
}
