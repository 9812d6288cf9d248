package news.lede.story;

import java.util.List;

/** A story that relates to another, with the reasons, strongest first. {@code score} orders within one answer. */
public record Related(StoryView story, double score, List<Reason> reasons) {
    /** What two stories share. */
    public sealed interface Reason {
        /** Names both speak of, each once and in its fullest form, most telling first; few enough to read. */
        record Names(List<String> names) implements Reason {}

        /** Both report an event of this kind. */
        record Event(EventKind kind) implements Reason {}

        /** Telling words both use, as the related story writes them, most telling first; few enough to read. */
        record Words(List<String> words) implements Reason {}

        /** A publisher listed one beside the other. */
        record Listed() implements Reason {}
    }

    public Related {
        reasons = List.copyOf(reasons);
    }
}
