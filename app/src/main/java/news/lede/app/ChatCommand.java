package news.lede.app;

import java.util.List;
import java.util.concurrent.Callable;
import news.lede.community.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Question after question, in a terminal or from a pipe. */
@Command(
        name = "chat",
        description = "A chat with the news desk in this terminal.",
        footer = {
            "",
            "A story's number in the last list opens it; `exit` or Ctrl-D ends. Reads from a pipe as well.",
            "What you /subscribe to comes into this chat while it is open."
        })
final class ChatCommand implements Callable<Integer> {
    private final RootCommand root;

    @Option(names = "--as", paramLabel = "ROLE", description = "Ask as ${COMPLETION-CANDIDATES} (default: member).")
    private Role role = Role.MEMBER;

    ChatCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Streams streams = root.surroundings().streams();
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            ChatSession session =
                    new ChatSession(lede.desk(), lede.consoleAsker(role), new ConsoleFiles(root.data()), lede.clock());
            ConsoleMessenger console = new ConsoleMessenger(lede.clock());
            try (ChatWindow window =
                            streams.terminal() ? TerminalWindow.open(session, root.data()) : new PipeWindow(streams);
                    Telling telling = new Telling(
                            lede, List.of(console.outlet()), () -> lede.store().isAttended())) {
                console.open(session, window);
                telling.start();
                session.run(window);
                console.close();
            }
            return ExitCode.DONE;
        }
    }
}
