package news.lede.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A chat in a terminal: history kept in the data folder, completion, lines broken between words at the window's width. */
final class TerminalWindow implements ChatWindow {
    private static final int NARROWEST = 20;
    /** Longer lines are hard to read. */
    private static final int WIDEST = 100;

    private final Terminal terminal;
    private final LineReader reader;

    private TerminalWindow(Terminal terminal, LineReader reader) {
        this.terminal = terminal;
        this.reader = reader;
    }

    static TerminalWindow open(ChatSession session, Path data) {
        try {
            return over(TerminalBuilder.builder().name("lede").dumb(true).build(), session, data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use this terminal", e);
        }
    }

    static TerminalWindow over(Terminal terminal, ChatSession session, Path data) {
        ChatCompletion completion = new ChatCompletion(session);
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("lede")
                .completer(completion)
                .parser(completion)
                .completionMatcher(new ChatCompletion.AsOffered())
                .variable(LineReader.HISTORY_FILE, data.resolve("chat-history"))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.AUTO_FRESH_LINE, true)
                .build();
        terminal.writer()
                .println("Lede. /help lists what you can ask, Tab completes, a number opens a story, exit ends.");
        terminal.flush();
        return new TerminalWindow(terminal, reader);
    }

    @Override
    public Optional<String> next() {
        while (true) {
            try {
                return Optional.of(reader.readLine("> "));
            } catch (UserInterruptException e) {
                // Ctrl-C on a half-typed line drops the line; on an empty one it means to leave.
                if (e.getPartialLine() == null || e.getPartialLine().isBlank()) {
                    return Optional.empty();
                }
            } catch (EndOfFileException e) {
                return Optional.empty();
            }
        }
    }

    @Override
    public void show(List<ChatLine> lines) {
        rows(lines).forEach(row -> terminal.writer().println(row));
        terminal.writer().println();
        terminal.flush();
    }

    /** Above the line that is being typed, which stays. */
    @Override
    public void tell(List<ChatLine> lines) {
        reader.printAbove(String.join("\n", rows(lines)) + "\n");
    }

    private List<String> rows(List<ChatLine> lines) {
        int width = Math.clamp(terminal.getWidth() - 1, NARROWEST, WIDEST);
        return lines.stream()
                .flatMap(line -> LineBreaks.at(width, line.text()).stream()
                        .map(row -> styled(row, line.weight()).toAnsi(terminal)))
                .toList();
    }

    private static AttributedString styled(String text, ChatLine.Weight weight) {
        AttributedStyle style = switch (weight) {
            case STRONG -> AttributedStyle.BOLD;
            case NORMAL -> AttributedStyle.DEFAULT;
            case FAINT -> AttributedStyle.DEFAULT.faint();
        };
        return new AttributedStringBuilder().style(style).append(text).toAttributedString();
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of the terminal", e);
        }
    }
}
