package news.lede.story;

import java.util.Comparator;

/** Which of two stories that turn out to be one keeps its id; the other's leads to it from then on. */
@FunctionalInterface
public interface Survival {
    /** The story opened first. */
    Survival OLDER = (one, other) ->
            Comparator.comparing(Story::created).thenComparing(Story::id).compare(one, other) <= 0 ? one : other;

    /** One of the two. */
    Story survivor(Story one, Story other);
}
