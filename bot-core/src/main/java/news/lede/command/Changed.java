package news.lede.command;

import java.util.List;
import news.lede.story.Change;
import news.lede.story.StoryView;
import news.lede.story.Timeline.Step;

/**
 * What became of one story within a span, of what somebody may see.
 *
 * @param story as it is now
 * @param begun whether all of it is from the span
 * @param publishers independent ones that joined
 * @param articles that joined
 * @param material whether somebody who knew the story wants to hear of it
 * @param steps what is worth telling, oldest first; each brought something
 */
record Changed(StoryView story, boolean begun, int publishers, int articles, boolean material, List<Step> steps) {
    Changed {
        steps = List.copyOf(steps);
    }

    boolean corrected() {
        return steps.stream().anyMatch(Changed::correcting);
    }

    static boolean correcting(Step step) {
        return step.changes().stream().anyMatch(Change::correcting);
    }

    /** Known before, and more of it now. */
    boolean grown() {
        return !begun && articles > 0;
    }

    /** Whether it is told before what is new. */
    boolean first() {
        return !begun && (material || corrected());
    }
}
