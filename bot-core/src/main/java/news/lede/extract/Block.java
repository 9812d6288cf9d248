package news.lede.extract;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a page that stands apart from its neighbours: a line of saved text, a paragraph, heading or list item of HTML.
 *
 * @param text its text with single spaces, never blank
 * @param parts the same, cut where an element inside it begins or ends
 * @param linkChars how many characters of it are links
 * @param home the element it stands in, absent for saved text
 */
record Block(
        String text,
        Kind kind,
        List<String> parts,
        int linkChars,
        @Nullable Element home) {
    enum Kind {
        HEADING,
        TEXT,
        ITEM
    }

    Block {
        parts = List.copyOf(parts);
    }

    static Block line(String text) {
        return new Block(text, Kind.TEXT, List.of(text), 0, null);
    }

    Block withText(String changed) {
        return new Block(changed, kind, List.of(changed), Math.min(linkChars, changed.length()), home);
    }

    /** This block and the next as one. */
    Block joined(Block next, String both) {
        return new Block(both, kind, List.of(both), linkChars + next.linkChars, home);
    }

    int words() {
        return Tokens.words(text);
    }
}
