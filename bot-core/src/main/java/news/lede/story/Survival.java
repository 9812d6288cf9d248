package news.lede.story;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Which of two stories that turn out to be one keeps its id; the other's leads to it from then on. */
@FunctionalInterface
public interface Survival {
    /** The story opened first. */
    Survival OLDER = (one, other) ->
            Comparator.comparing(Story::created).thenComparing(Story::id).compare(one, other) <= 0 ? one : other;

    /** The story that somebody was told of first, so that what was promised to most readers stays; of two that nobody was told of the older. */
    static Survival toldFirst(FirstTold told) {
        return (one, other) -> {
            Optional<Instant> here = told.firstTold(one.id());
            Optional<Instant> there = told.firstTold(other.id());
            if (here.equals(there)) {
                return OLDER.survivor(one, other);
            }
            return there.isEmpty() || here.filter(there.get()::isAfter).isPresent() ? one : other;
        };
    }

    /** When somebody was first told of a story; empty when nobody was. */
    @FunctionalInterface
    interface FirstTold {
        Optional<Instant> firstTold(StoryId story);
    }

    /** One of the two. */
    Story survivor(Story one, Story other);
}
