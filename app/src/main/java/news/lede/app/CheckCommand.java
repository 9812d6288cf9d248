package news.lede.app;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import news.lede.config.Settings;
import news.lede.config.ShippedSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says everything that is wrong with the configuration, at once. */
@Command(name = "check", description = "Checks the configuration and names every problem at once.")
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
            Settings settings = root.settings();
            out.println("The settings are in order.");
            out.println("Data folder: " + root.data().toAbsolutePath().normalize());
            out.println("Discord: " + (settings.discord().token().isSet() ? "on" : "off (discord.token is empty)"));
            out.println("Telegram: " + (settings.telegram().token().isSet() ? "on" : "off (telegram.token is empty)"));
            out.println("Topics: "
                    + (settings.embedding().enabled()
                            ? "by words and meaning"
                            : "by words (embedding.enabled is false)"));
        }
        return ExitCode.DONE;
    }
}
