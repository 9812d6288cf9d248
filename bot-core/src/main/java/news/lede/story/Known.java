package news.lede.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.lede.story.Claims.Counted;
import news.lede.text.Figure;

/** What a story has said so far, as far as what is new is measured by it. Grows by {@link #learn}; of a large story it keeps what was said last. Not thread-safe. */
final class Known {
    private static final int MOST_FIGURES = 60;
    private static final int MOST_NAME_WORDS = 600;
    /** Letters in common at the beginning that make two spellings of one foreign name. */
    private static final int SAME_BEGINNING = 5;

    /** A figure and who said it when; {@code phrase} and {@code leading} as in {@link Counted}. */
    record Said(Figure figure, String phrase, boolean leading, Proof proof, Instant published) {}

    private final List<Said> figures = new ArrayList<>();
    private final Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    private final Set<String> nameWords = new HashSet<>();
    private boolean empty = true;

    boolean isEmpty() {
        return empty;
    }

    void learn(Claims claims) {
        empty = false;
        for (Counted counted : claims.figures()) {
            figures.add(new Said(
                    counted.figure(), counted.phrase(), counted.leading(), counted.proof(), claims.published()));
        }
        if (figures.size() > MOST_FIGURES) {
            figures.subList(0, figures.size() - MOST_FIGURES).clear();
        }
        outcomes.addAll(claims.outcomes().spokenOf());
        if (nameWords.size() < MOST_NAME_WORDS) {
            nameWords.addAll(claims.nameWords());
        }
    }

    boolean has(Outcome outcome) {
        return outcomes.contains(outcome);
    }

    /** Whether somebody with the last of these words in the name was named, in whatever spelling. */
    boolean names(List<String> words) {
        String last = words.getLast();
        return nameWords.contains(last)
                || (last.length() >= SAME_BEGINNING
                        && nameWords.stream()
                                .anyMatch(other -> other.length() >= SAME_BEGINNING
                                        && other.startsWith(last.substring(0, SAME_BEGINNING))));
    }

    /** What was said of the same thing as {@code figure}, the last first. */
    List<Said> comparable(Figure figure) {
        return figures.stream()
                .filter(said -> said.figure().comparableWith(figure))
                .toList()
                .reversed();
    }
}
