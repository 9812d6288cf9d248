package news.lede.telegram.server;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A message drawn as text the way a reader sees it: links with their address in angle brackets, buttons in square brackets. */
public final class ReaderView {
    private ReaderView() {}

    public static String of(BotMessage message) {
        StringBuilder out = new StringBuilder(links(message.body()));
        message.preview()
                .ifPresent(url -> out.append("\n[preview of ").append(url).append(']'));
        for (List<Button> row : message.keyboard()) {
            out.append('\n').append(row.stream().map(ReaderView::button).collect(Collectors.joining(" ")));
        }
        return out.toString();
    }

    private static String links(FormattedText body) {
        StringBuilder out = new StringBuilder(body.text());
        body.entities().stream()
                .filter(e -> e.type().equals("text_link"))
                .sorted(Comparator.comparingInt(Entity::end).reversed())
                .forEach(e -> out.insert(e.end(), " <" + e.url() + ">"));
        return out.toString();
    }

    private static String button(Button button) {
        return "[ " + button.label() + button.url().map(u -> " → " + u).orElse("")
                + button.shares().map(q -> " → any chat: " + q).orElse("") + " ]";
    }
}
