package news.lede.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A chat without a person: lines from a pipe or file, answers as plain text. */
final class PipeWindow implements ChatWindow {
    private final BufferedReader in;
    private final PrintStream out;

    PipeWindow(Streams streams) {
        in = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        out = streams.out();
    }

    @Override
    public Optional<String> next() {
        // Nobody reads on: the other end of the pipe is closed, which is its right.
        if (out.checkError()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from standard input", e);
        }
    }

    @Override
    public void tell(List<ChatLine> lines) {
        show(lines);
    }

    @Override
    public synchronized void show(List<ChatLine> lines) {
        lines.forEach(line -> out.println(line.text()));
        out.println();
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
