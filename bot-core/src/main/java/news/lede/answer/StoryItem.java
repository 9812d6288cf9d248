package news.lede.answer;

import java.util.List;
import java.util.OptionalDouble;
import news.lede.story.StoryView;
import news.lede.summary.Statement;

/**
 * One story within an answer. {@code reasons}: in words, why it is here ("shares Los Angeles"). {@code score} orders it within this answer,
 * comparable with nothing else.
 */
public record StoryItem(StoryView view, List<Statement> summary, List<String> reasons, OptionalDouble score) {
    public StoryItem {
        summary = List.copyOf(summary);
        reasons = List.copyOf(reasons);
    }
}
