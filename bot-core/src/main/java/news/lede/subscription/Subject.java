package news.lede.subscription;

import news.lede.source.SourceId;

/** What a wish is about. */
public sealed interface Subject {
    /** A topic by its name; which definition that is depends on the workspace of whoever wishes. */
    record OfTopic(String name) implements Subject {}

    /** A search: words as typed. */
    record OfWords(String words) implements Subject {}

    record OfSource(SourceId source) implements Subject {}

    /** All that the workspace sees. */
    record Everything() implements Subject {}
}
