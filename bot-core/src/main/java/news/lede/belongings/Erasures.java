package news.lede.belongings;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import news.lede.article.Transactor;
import news.lede.community.Audit;
import news.lede.community.Communities;
import news.lede.community.Follows;
import news.lede.community.PersonKey;
import news.lede.community.PlatformFacts;
import news.lede.community.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases persons, and erases them again in a store that was restored from before. An erasure stands in the book before it is done, and the store notes how far it has followed the book: whichever way a
 * store came back, what it has not followed is done again. Thread-safe.
 */
public final class Erasures implements PersonalData {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final String OURS = "lede";
    private static final String FOLLOWED = "erasures";
    private static final String SCRUBBED = "scrubbed";

    /** What persons are kept in. */
    public record Books(
            Transactor transactor,
            Persons persons,
            Audit audit,
            Communities communities,
            PlatformFacts facts,
            Supplier<Follows> follows) {}

    private final Books books;
    private final ErasureBook book;
    private final InstantSource clock;

    public Erasures(Books books, ErasureBook book, InstantSource clock) {
        this.books = books;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Map<String, List<Map<String, String>>> keptOf(PersonKey person) {
        return books.persons().keptOf(person);
    }

    /** The disk follows with {@link #scrub}. */
    @Override
    public void erase(PersonKey person) {
        long number = book.add(person, clock.instant());
        books.transactor().inTransaction(() -> {
            forget(person);
            if (mark(FOLLOWED) == number - 1) {
                mark(FOLLOWED, number);
            }
            return true;
        });
        LOG.info("person erased number={}", number);
    }

    /** Does again what the store has not followed, as after a restore. How many persons were there again. */
    public int applyAgain() {
        long size = book.size();
        long followed = mark(FOLLOWED);
        if (followed >= size) {
            return 0;
        }
        Set<String> hashes = book.since(followed);
        int again = books.transactor().inTransaction(() -> {
            int found = 0;
            for (PersonKey person : books.persons().everybody()) {
                if (hashes.contains(book.hash(person))) {
                    forget(person);
                    found++;
                }
            }
            mark(FOLLOWED, size);
            return found;
        });
        LOG.info("erasures followed from={} to={} persons={}", followed, size, again);
        return again;
    }

    /** Takes what was erased off the disk, if anything was since the last time. False if it has to be tried again. */
    public boolean scrub() {
        long size = book.size();
        if (mark(SCRUBBED) >= size) {
            return true;
        }
        if (!books.persons().scrub()) {
            return false;
        }
        mark(SCRUBBED, size);
        return true;
    }

    /** Whether somebody had themselves erased. */
    public boolean isErased(PersonKey person) {
        return book.contains(person);
    }

    private void forget(PersonKey person) {
        for (WorkspaceId own : books.persons().own(person)) {
            books.communities()
                    .ownSources(own)
                    .forEach(source -> books.follows().get().unfollow(own, source));
        }
        books.audit().forget(person);
        books.persons().erase(person, new PersonKey(Persons.FORMER, book.hash(person)));
    }

    private long mark(String name) {
        Optional<String> mark = books.facts().told(OURS, book.id(), name);
        return mark.map(Long::parseLong).orElse(0L);
    }

    private void mark(String name, long number) {
        books.facts().tell(OURS, book.id(), name, Long.toString(number));
    }
}
