package news.lede.subscription;

import java.util.Set;
import news.lede.text.Language;

/**
 * What somebody wants to hear of, apart from who wants it: however many want the same, it is matched once.
 *
 * @param filter what its articles must and must not say, in the canonical form of the filter language; empty: anything
 * @param languages of its articles; empty: all
 * @param least how many independent publishers a story needs before it is told, from 1
 */
public record Wish(Subject subject, String filter, Set<Language> languages, int least) {
    public static final int MOST_PUBLISHERS = 20;

    public static Wish of(Subject subject, Filter filter, Set<Language> languages, int least) {
        return new Wish(subject, filter.toString(), languages, least);
    }

    public Wish {
        languages = Set.copyOf(languages);
        if (least < 1) {
            throw new IllegalArgumentException("a story has a publisher at least");
        }
    }
}
