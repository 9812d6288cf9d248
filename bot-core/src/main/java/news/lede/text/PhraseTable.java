package news.lede.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up phrases in a run of lexemes, the longest first. A last word may end in {@code *}, any ending. Filled once, then read by any thread. */
final class PhraseTable<T> {
    /** Words with any ending are kept by their first letters. */
    private static final int BEGINNING = 2;

    private record Phrase<T>(List<String> words, T value) {}

    /** A phrase found: it takes {@code length} lexemes. */
    record Found<T>(T value, int length) {}

    private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();
    private final Map<String, List<Phrase<T>>> byBeginning = new HashMap<>();
    private final Map<String, List<Phrase<T>>> byLast = new HashMap<>();

    /** {@code phrase}: as written; the same phrase added twice keeps its first value. */
    void add(String phrase, Language language, T value) {
        boolean open = phrase.endsWith("*");
        List<String> words =
                new ArrayList<>(Lexeme.of(open ? phrase.substring(0, phrase.length() - 1) : phrase, language).stream()
                        .map(Lexeme::folded)
                        .toList());
        if (words.isEmpty()) {
            return;
        }
        if (open) {
            words.set(words.size() - 1, words.getLast() + "*");
        }
        Phrase<T> entry = new Phrase<>(List.copyOf(words), value);
        String first = words.getFirst();
        if (first.endsWith("*")) {
            put(byBeginning, beginning(first), entry);
        } else {
            put(byFirst, first, entry);
        }
        put(byLast, words.getLast(), entry);
    }

    private static <T> void put(Map<String, List<Phrase<T>>> map, String key, Phrase<T> entry) {
        List<Phrase<T>> entries = map.computeIfAbsent(key, _ -> new ArrayList<>(1));
        int at = 0;
        while (at < entries.size() && entries.get(at).words.size() >= entry.words.size()) {
            at++;
        }
        entries.add(at, entry);
    }

    private static String beginning(String word) {
        return word.substring(0, Math.min(BEGINNING, word.length()));
    }

    /** The longest phrase that begins at {@code at}. */
    Optional<Found<T>> startingAt(List<Lexeme> lexemes, int at) {
        String first = lexemes.get(at).folded();
        Phrase<T> best = longest(byFirst.get(first), lexemes, at);
        if (best == null && !byBeginning.isEmpty()) {
            best = longest(byBeginning.get(beginning(first)), lexemes, at);
        }
        return best == null ? Optional.empty() : Optional.of(new Found<>(best.value, best.words.size()));
    }

    private @org.jspecify.annotations.Nullable Phrase<T> longest(
            @org.jspecify.annotations.Nullable List<Phrase<T>> phrases, List<Lexeme> lexemes, int at) {
        if (phrases != null) {
            for (Phrase<T> phrase : phrases) {
                if (matches(phrase, lexemes, at)) {
                    return phrase;
                }
            }
        }
        return null;
    }

    /** The longest phrase without an open ending that ends before {@code end}. */
    Optional<Found<T>> endingAt(List<Lexeme> lexemes, int end) {
        if (end > 0) {
            List<Phrase<T>> phrases = byLast.get(lexemes.get(end - 1).folded());
            if (phrases != null) {
                for (Phrase<T> phrase : phrases) {
                    int from = end - phrase.words.size();
                    if (from >= 0 && matches(phrase, lexemes, from)) {
                        return Optional.of(new Found<>(phrase.value, phrase.words.size()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean matches(Phrase<T> phrase, List<Lexeme> lexemes, int at) {
        if (at + phrase.words.size() > lexemes.size()) {
            return false;
        }
        for (int i = 0; i < phrase.words.size(); i++) {
            String word = phrase.words.get(i);
            String written = lexemes.get(at + i).folded();
            boolean same = word.endsWith("*")
                    ? written.startsWith(word.substring(0, word.length() - 1))
                    : written.equals(word);
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
