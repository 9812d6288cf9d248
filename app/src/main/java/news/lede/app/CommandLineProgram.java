package news.lede.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import news.lede.store.StoreProblem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** One run of the program: reads the arguments, does what they say, answers the exit code. Whatever goes wrong is told in one place. */
final class CommandLineProgram {
    private CommandLineProgram() {}

    static int run(String[] args, Surroundings surroundings) {
        RootCommand root = new RootCommand(surroundings);
        Streams streams = surroundings.streams();
        return new CommandLine(root, new CommandFactory(root))
                .setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, words) -> wrongUse(e, streams))
                .setExecutionExceptionHandler((e, line, result) -> failed(e, root, result))
                .execute(args);
    }

    private static int wrongUse(ParameterException e, Streams streams) {
        CommandLine command = e.getCommandLine();
        streams.err().println("lede: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        streams.err().println("`" + command.getCommandSpec().qualifiedName() + " --help` says what is possible.");
        return ExitCode.WRONG_USE;
    }

    private static int failed(Exception e, RootCommand root, ParseResult result) {
        Streams streams = root.surroundings().streams();
        streams.out().flush();
        return switch (e) {
            case Problem problem -> {
                problem.lines().forEach(line -> streams.err().println("lede: " + line));
                yield problem.exitCode();
            }
            case StoreProblem problem -> {
                streams.err().println("lede: " + problem.getMessage());
                yield ExitCode.FAILED;
            }
            default -> {
                FailureLog log = new FailureLog(root.data(), root.surroundings().clock());
                streams.err().println(log.tell(e, String.join(" ", commandNames(result))));
                yield ExitCode.FAILED;
            }
        };
    }

    /** Names of commands only: values of options may be secret. */
    private static List<String> commandNames(ParseResult result) {
        return result.asCommandLineList().stream()
                .map(CommandLine::getCommandName)
                .toList();
    }
}
