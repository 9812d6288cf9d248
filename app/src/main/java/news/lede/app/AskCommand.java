package news.lede.app;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import news.lede.answer.Answer;
import news.lede.answer.AnswerJson;
import news.lede.answer.AnswerText;
import news.lede.answer.Phrases;
import news.lede.community.Asker;
import news.lede.community.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One question, one answer. Standard output carries the answer and nothing else. */
@Command(
        name = "ask",
        description = "Answers one question, typed as in a chat, and ends.",
        footer = {"", "Example: lede ask \"/topic immigration\" --json"})
final class AskCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(
            paramLabel = "QUESTION",
            arity = "1..*",
            description = "What one would type in a chat; /help lists what can be asked.")
    private List<String> question = List.of();

    @Option(names = "--as", paramLabel = "ROLE", description = "Ask as ${COMPLETION-CANDIDATES} (default: member).")
    private Role role = Role.MEMBER;

    @Option(names = "--json", description = "Print one JSON object for a program to read.")
    private boolean json;

    AskCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            Asker asker = lede.consoleAsker(role);
            Answer answer = lede.desk().answer(asker, String.join(" ", question), ConsoleFiles.uploads());
            AnswerText text = new AnswerText(Phrases.of(asker, lede.clock().instant()));
            PrintStream out = root.surroundings().streams().out();
            out.println(json ? new AnswerJson(text).write(answer) : text.of(answer));
            new ConsoleFiles(root.data())
                    .keep(answer)
                    .ifPresent(file -> root.surroundings().streams().err().println("lede: the file is in " + file));
            return ExitCode.DONE;
        }
    }
}
