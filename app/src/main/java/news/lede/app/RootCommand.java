package news.lede.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.lede.config.Configuration;
import news.lede.config.ConfigurationReader;
import news.lede.config.Fault;
import news.lede.config.Settings;
import news.lede.config.SettingsReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code lede} itself: the options that every subcommand shares, before or after its name. Alone it prints help. */
@Command(
        name = "lede",
        description = "A news desk for communities: sources go in, stories come out.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            AskCommand.class,
            ChatCommand.class,
            ImportCommand.class,
            ArticlesCommand.class,
            SourceCommand.class,
            CommunityCommand.class,
            PersonCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MigrateStoreCommand.class,
            PollCommand.class,
            DoctorCommand.class,
            CheckCommand.class,
            EvalCommand.class,
            RehearseCommand.class
        })
final class RootCommand implements Runnable {
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the news and of everything that must last (default: ${DEFAULT-VALUE}).",
            defaultValue = "data")
    private Path data = Path.of("data");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "File of settings in YAML.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "One setting; may be given several times.",
            parameterConsumer = Collected.class)
    private List<String> sets = new ArrayList<>();

    RootCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(surroundings.streams().out());
        }
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Path data() {
        return data;
    }

    /** A Lede over the data folder; nothing of it is opened yet. */
    Lede lede(Lede.Use use) {
        return lede(use, data, configuration());
    }

    /** A Lede over a folder of the command's own choosing. */
    Lede lede(Lede.Use use, Path folder, Configuration configuration) {
        LogLines.keepTracesIn(new FailureLog(folder, surroundings.clock()));
        return new Lede(folder, configuration, use, surroundings.clock());
    }

    /**
     * The configuration that holds for this call.
     *
     * @throws Problem that names everything wrong with it
     */
    Configuration configuration() {
        return configuration(configurationReader(List.of()).read().result());
    }

    /** What was read, unless something is wrong with it. */
    static Configuration configuration(ConfigurationReader.Result result) {
        return switch (result) {
            case ConfigurationReader.Result.Read(Configuration configuration) -> {
                ConsoleLogging.follow(configuration.settings());
                yield configuration;
            }
            case ConfigurationReader.Result.Faulty(List<Fault> faults) -> throw wrong(faults);
        };
    }

    /** Reads the configuration, with settings that the command itself needs; these win over all others. */
    ConfigurationReader configurationReader(List<String> needed) {
        return new ConfigurationReader(
                Optional.ofNullable(config),
                surroundings.environment(),
                Stream.concat(sets.stream(), needed.stream()).toList());
    }

    /**
     * The settings alone, for commands that work whatever topics and packs there are.
     *
     * @throws Problem that names everything wrong with them
     */
    Settings settings() {
        return switch (SettingsReader.read(Optional.ofNullable(config), surroundings.environment(), sets)) {
            case SettingsReader.Result.Read(Settings settings) -> {
                ConsoleLogging.follow(settings);
                yield settings;
            }
            case SettingsReader.Result.Faulty(List<Fault> faults) -> throw wrong(faults);
        };
    }

    private static Problem wrong(List<Fault> faults) {
        return new Problem(
                ExitCode.WRONG_USE, faults.stream().map(Fault::toString).toList());
    }

    /** The settings as they are written by now, for the web desk; those of a running program may be older. */
    WrittenSettings writtenSettings(Supplier<Optional<ConfigurationState>> running) {
        return new WrittenSettings(Optional.ofNullable(config), surroundings.environment(), List.copyOf(sets), running);
    }

    /** Adds to the list itself: picocli would begin a new one after the subcommand's name, and lose what stood before it. */
    static final class Collected implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
            if (words.isEmpty()) {
                throw new ParameterException(command.commandLine(), "--set needs key=value after it");
            }
            List<String> values = option.getValue();
            values.add(words.pop());
        }
    }
}
