package news.lede.subscription;

import java.util.Locale;
import java.util.regex.Pattern;
import news.lede.source.SourceId;

/** What a wish is about. */
public sealed interface Subject {
    /** A topic by its name; which definition that is depends on the workspace of whoever wishes. */
    record OfTopic(String name) implements Subject {}

    /** A search: words as typed, but for case and spaces, which mean nothing there. */
    record OfWords(String words) implements Subject {
        private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

        public OfWords {
            words = SPACES.matcher(words).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("nothing to search for");
            }
        }
    }

    record OfSource(SourceId source) implements Subject {}

    /** All that the workspace sees. */
    record Everything() implements Subject {}
}
