package news.lede.story;

import java.util.List;

/** Something other than a figure on which sources of one story differ. {@code sides}: at least two, in the order of the story. */
public record Difference(Kind kind, List<Side> sides) {
    /** What differs. */
    public enum Kind {
        /** The same statement is attributed to different people. */
        SPEAKER,
        /** The first side names who says it, the second states it as a fact of its own. */
        AS_FACT,
        /** Different groups are said to have claimed the deed. */
        CLAIMED,
        /** Different ones are blamed. */
        BLAMED,
        WEEKDAY,
        DAY,
        TIME
    }

    public Difference {
        sides = List.copyOf(sides);
        if (sides.size() < 2) {
            throw new IllegalArgumentException("a difference has two sides");
        }
    }
}
