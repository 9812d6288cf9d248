package news.lede.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import news.lede.story.Claims.Counted;
import news.lede.text.Figure;

/** What a story has said so far, as far as what is new is measured by it. Grows by {@link #learn}; of a large story it keeps what was said last. Not thread-safe. */
final class Known {
    private static final int MOST_FIGURES = 60;
    private static final int MOST_NAME_WORDS = 1_000;
    /** Letters in common at the beginning that make two spellings of one foreign name. */
    private static final int SAME_BEGINNING = 5;

    /** A figure and who said it when; {@code phrase} and {@code leading} as in {@link Counted}. */
    record Said(Figure figure, String phrase, boolean leading, Proof proof, Instant published) {}

    private static final Map<Outcome, Set<Outcome>> LATER = Map.of(
            Outcome.ARREST, EnumSet.of(Outcome.CHARGE, Outcome.PLEA, Outcome.VERDICT, Outcome.SENTENCE),
            Outcome.CHARGE, EnumSet.of(Outcome.PLEA, Outcome.VERDICT, Outcome.SENTENCE),
            Outcome.PLEA, EnumSet.of(Outcome.VERDICT, Outcome.SENTENCE),
            Outcome.VERDICT, EnumSet.of(Outcome.SENTENCE));

    private final List<Said> figures = new ArrayList<>();
    private final Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    private final Set<String> nameWords = new HashSet<>();
    private boolean empty = true;

    boolean isEmpty() {
        return empty;
    }

    void learn(Claims claims) {
        empty = false;
        Stream.concat(claims.ofTitle().stream(), claims.figures().stream())
                .map(counted -> new Said(
                        counted.figure(), counted.phrase(), counted.leading(), counted.proof(), claims.published()))
                .forEach(figures::add);
        if (figures.size() > MOST_FIGURES) {
            figures.subList(0, figures.size() - MOST_FIGURES).clear();
        }
        outcomes.addAll(claims.outcomes().spokenOf());
        if (nameWords.size() < MOST_NAME_WORDS) {
            nameWords.addAll(claims.nameWords());
        }
    }

    /** Whether it was spoken of, or something that comes after it: who was sentenced was found guilty before. */
    boolean has(Outcome outcome) {
        return outcomes.contains(outcome)
                || LATER.getOrDefault(outcome, Set.of()).stream().anyMatch(outcomes::contains);
    }

    /** Whether somebody with the last of these words in the name was named, in whatever spelling. */
    boolean names(List<String> words) {
        String last = words.getLast();
        return nameWords.contains(last)
                || (last.length() >= SAME_BEGINNING && nameWords.stream().anyMatch(other -> sameName(last, other)));
    }

    private static boolean sameName(String one, String other) {
        return other.length() >= SAME_BEGINNING
                && (other.startsWith(one.substring(0, SAME_BEGINNING)) || oneLetterApart(one, other));
    }

    /** "Mursi" and "Morsi" are one name written in two ways. */
    private static boolean oneLetterApart(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int apart = 0;
        for (int i = 0; i < one.length(); i++) {
            apart += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return apart == 1;
    }

    /** What was said of the same thing as {@code figure}, the last first. */
    List<Said> comparable(Figure figure) {
        return figures.stream()
                .filter(said -> said.figure().comparableWith(figure))
                .toList()
                .reversed();
    }
}
