package news.lede.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.lede.app.ChatLine.Weight;

/** A chat whose lines are said elsewhere too; what comes of that is shown below each answer. */
final class MirroredWindow implements ChatWindow {
    private final ChatWindow window;
    private final Function<String, List<String>> elsewhere;
    private String last = "";

    MirroredWindow(ChatWindow window, Function<String, List<String>> elsewhere) {
        this.window = window;
        this.elsewhere = elsewhere;
    }

    @Override
    public Optional<String> next() {
        Optional<String> typed = window.next();
        last = typed.orElse("").strip();
        return typed;
    }

    @Override
    public void show(List<ChatLine> lines) {
        window.show(lines);
        window.show(elsewhere.apply(last).stream()
                .map(line -> new ChatLine(line, Weight.FAINT))
                .toList());
    }

    @Override
    public void tell(List<ChatLine> lines) {
        window.tell(lines);
    }

    @Override
    public void close() {
        window.close();
    }
}
