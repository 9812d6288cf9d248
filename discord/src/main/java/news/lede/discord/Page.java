package news.lede.discord;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Pick;
import news.lede.discord.Markdown.Line;
import news.lede.discord.Markdown.Style;

/**
 * An answer laid out and cut to the room there is, before it becomes boxes or embeds.
 *
 * @param edge the colour of its edge
 */
record Page(Head head, List<Block> blocks, Optional<String> footer, List<Pick> picks, List<Action> actions, int edge) {
    /** The title, where it leads, and the small line below it. {@code style} says how large it is. */
    record Head(Style style, String title, Optional<URI> link, Optional<Markdown> below, Optional<Picture> picture) {
        static final int TITLE_CHARS = 256;

        /** Title and small line, as they are written outside of embeds. */
        List<Line> lines() {
            Markdown label = Markdown.plain(title, TITLE_CHARS);
            Line first = Markdown.line(
                    style, link.<Markdown>map(l -> new Markdown.Link(label, l)).orElse(label));
            return below.map(b -> List.of(first, Markdown.line(Style.SMALL, b))).orElse(List.of(first));
        }
    }

    /** A picture at a web address, and what it belongs to. */
    record Picture(String url, String words) {}

    /** What stands below the head. */
    sealed interface Block {
        List<Line> lines();
    }

    record Text(List<Line> lines) implements Block {
        Text {
            lines = List.copyOf(lines);
        }
    }

    /** One of several stories, with the way to open it. */
    record Story(List<Line> lines, Action open) implements Block {
        Story {
            lines = List.copyOf(lines);
        }
    }

    /** Lines that belong together. {@code heading} may be empty. {@code apart}: separated from what stands above. */
    record Group(String heading, List<Line> lines, boolean apart) implements Block {
        Group {
            lines = List.copyOf(lines);
        }
    }

    Page {
        blocks = List.copyOf(blocks);
        picks = List.copyOf(picks);
        actions = List.copyOf(actions);
    }
}
