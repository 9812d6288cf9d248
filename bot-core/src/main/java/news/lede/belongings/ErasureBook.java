package news.lede.belongings;

import java.time.Instant;
import java.util.Set;
import news.lede.community.PersonKey;

/** Who had themselves erased, kept beside the store so that a restored one can be told again. It holds no ids: each person is a hash under a secret key of this installation. Thread-safe. */
public interface ErasureBook {
    /** Tells this book's key from every other. */
    String id();

    /** The person's hash. */
    String hash(PersonKey person);

    /** Writes an erasure down before it is done; its number, from 1. On disk when this returns. */
    long add(PersonKey person, Instant at);

    /** How many erasures there are. */
    long size();

    /** Hashes of the erasures after number {@code after}. */
    Set<String> since(long after);

    default boolean contains(PersonKey person) {
        return since(0).contains(hash(person));
    }
}
