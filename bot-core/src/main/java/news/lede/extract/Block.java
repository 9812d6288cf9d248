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
 * @param hidden whether the page shows it only by script, if at all
 * @param tokens its words
 * @param words its length as {@link Tokens#words} counts
 */
record Block(
        String text,
        Kind kind,
        List<String> parts,
        int linkChars,
        @Nullable Element home,
        boolean hidden,
        List<Token> tokens,
        int words) {
    enum Kind {
        HEADING,
        TEXT,
        ITEM
    }

    Block {
        parts = List.copyOf(parts);
    }

    Block(String text, Kind kind, List<String> parts, int linkChars, @Nullable Element home) {
        this(text, kind, parts, linkChars, home, false);
    }

    Block(String text, Kind kind, List<String> parts, int linkChars, @Nullable Element home, boolean hidden) {
        this(text, kind, parts, linkChars, home, hidden, Tokens.of(text), Tokens.words(text));
    }

    static Block line(String text) {
        return new Block(text, Kind.TEXT, List.of(text), 0, null);
    }

    Block withText(String changed) {
        return new Block(changed, kind, List.of(changed), Math.min(linkChars, changed.length()), home, hidden);
    }

    /** This block and the next as one. */
    Block joined(Block next, String both) {
        return new Block(both, kind, List.of(both), linkChars + next.linkChars, home, hidden);
    }
}
