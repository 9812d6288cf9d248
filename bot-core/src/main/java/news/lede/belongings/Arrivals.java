package news.lede.belongings;

import java.util.List;

/** What an import did, line by line, in the order of the file. A dry run tells the same of what it would have done. */
public record Arrivals(List<Line> lines) {
    public Arrivals {
        lines = List.copyOf(lines);
    }

    /** What a line is about. */
    public enum Part {
        LANGUAGE,
        ZONE,
        PACK,
        SOURCE,
        TOPIC,
        PLACE,
        CHANNEL,
        MENTION,
        SUBSCRIPTION,
        TOLD,
        GRANT,
        RETRACTED
    }

    /** What became of it. */
    public enum Outcome {
        /** It is there now, and was not, or was something else. */
        BROUGHT,
        /** It was like that before. */
        SAME,
        /** It was followed here, and the file does not. */
        ENDED,
        /** Nobody here has such a pack: its sources are the community's own now. */
        AS_SOURCES,
        /** There are as many as there may be. */
        FULL,
        /** Nobody said where it belongs. */
        NO_PLACE,
        /** The place that was named belongs to another community. */
        NOT_OURS,
        /** It names somebody or something of another platform or server. */
        OF_THEIR_PLATFORM,
        /** Whoever imports may not. */
        NOT_ALLOWED,
        /** Nothing here is known of it. */
        UNKNOWN;

        /** Whether something of the file is not here after the import. */
        public boolean leftOut() {
            return switch (this) {
                case BROUGHT, SAME, ENDED, AS_SOURCES -> false;
                case FULL, NO_PLACE, NOT_OURS, OF_THEIR_PLATFORM, NOT_ALLOWED, UNKNOWN -> true;
            };
        }
    }

    /** {@code what}: a name, an address, a number of stories; as people write it. */
    public record Line(Part part, Outcome outcome, String what) {}

    public List<Line> leftOut() {
        return lines.stream().filter(line -> line.outcome().leftOut()).toList();
    }

    public long count(Part part, Outcome outcome) {
        return lines.stream()
                .filter(line -> line.part() == part && line.outcome() == outcome)
                .count();
    }
}
