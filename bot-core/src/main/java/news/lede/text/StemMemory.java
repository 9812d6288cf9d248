package news.lede.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The stems of the words of one language that came last: a table in which a word takes the place of another one. Bounded and thread-safe. */
final class StemMemory {
    /** A power of two; about a megabyte when it is full. */
    private static final int PLACES = 1 << 13;

    private static final Map<String, StemMemory> BY_LANGUAGE = new ConcurrentHashMap<>();

    private record Stemmed(String word, String stem) {}

    private final AtomicReferenceArray<@Nullable Stemmed> places = new AtomicReferenceArray<>(PLACES);

    private StemMemory() {}

    static StemMemory of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), _ -> new StemMemory());
    }

    @Nullable
    String stemOf(String word) {
        Stemmed found = places.get(placeOf(word));
        return found != null && found.word.equals(word) ? found.stem : null;
    }

    void keep(String word, String stem) {
        places.set(placeOf(word), new Stemmed(word, stem));
    }

    private static int placeOf(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        return hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
    }
}
