package news.lede.story;

import java.util.List;

/** A story that relates to another, with the reasons, strongest first. {@code score} orders within one answer. */
public record Related(StoryView story, double score, List<Reason> reasons) {
    /** What two stories share. */
    public sealed interface Reason {
        /** Names both speak of, as written in the related story, most telling first. */
        record Names(List<String> names) implements Reason {}

        /** Telling words both use, most telling first. */
        record Words(List<String> words) implements Reason {}

        /** A publisher listed one beside the other. */
        record Listed() implements Reason {}
    }

    public Related {
        reasons = List.copyOf(reasons);
    }
}
