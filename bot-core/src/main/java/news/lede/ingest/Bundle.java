package news.lede.ingest;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one document holds. {@code lister}: an article of which the document lists {@code others} as related; without one, {@code others} merely
 * stand in the same document. At most one lister, first in the list.
 */
record Bundle(List<Draft> lister, List<Draft> others) {
    Bundle {
        lister = List.copyOf(lister);
        others = List.copyOf(others);
    }

    static Bundle page(Draft main, List<Draft> listed) {
        return new Bundle(List.of(main), listed);
    }

    static Bundle feed(List<Draft> entries) {
        return new Bundle(List.of(), entries);
    }

    /** The same, found in a file: what is the file's one article is known by it too. */
    Bundle from(String file) {
        return lister.isEmpty()
                ? this
                : new Bundle(lister.stream().map(draft -> draft.in(file)).toList(), others);
    }

    Stream<Draft> all() {
        return Stream.concat(lister.stream(), others.stream());
    }
}
