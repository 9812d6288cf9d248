package news.lede.story;

import java.util.List;
import news.lede.text.Figure;

/**
 * A figure on which sources of one story differ beyond rounding and bounds.
 *
 * @param counted what is counted, as in {@link Figure#counted}
 * @param unit as in {@link Figure#unit}
 * @param event whether an event known by name is counted, see {@link Figure#event}
 * @param standing whether they contradict each other or the later ones merely know more
 * @param sides at least two; what was said first stands first
 */
public record Dispute(String counted, String unit, boolean event, Standing standing, List<Side> sides) {
    /** What a difference means. */
    public enum Standing {
        /** Said at about the same time: both cannot be true. */
        DISPUTED,
        /** Said one after the other: "earlier 12, now 14". */
        DEVELOPED
    }

    public Dispute {
        sides = List.copyOf(sides);
        if (sides.size() < 2) {
            throw new IllegalArgumentException("a difference has two sides");
        }
    }
}
