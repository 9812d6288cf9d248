package news.lede.story;

import java.time.Instant;
import java.util.List;
import news.lede.article.Article;

/** How a story developed, as one viewer may know it; oldest step first. */
public record Timeline(StoryView story, List<Step> steps) {
    public Timeline {
        steps = List.copyOf(steps);
    }

    /**
     * One step. Revision numbers are left out on purpose: gaps between them would show that there are articles the viewer cannot see.
     *
     * @param when when it was published, for what an article brought; when we noticed it, for what a publisher changed
     * @param noticed when we learnt of it
     * @param approximate whether {@code when} was reckoned rather than stated
     * @param article the visible article that brought it
     */
    public record Step(
            Instant when,
            Instant noticed,
            boolean approximate,
            boolean material,
            Article article,
            List<Change> changes) {
        public Step {
            changes = List.copyOf(changes);
        }
    }

    /** The steps that we learnt of after {@code instant}. */
    public List<Step> since(Instant instant) {
        return steps.stream().filter(step -> step.noticed().isAfter(instant)).toList();
    }
}
