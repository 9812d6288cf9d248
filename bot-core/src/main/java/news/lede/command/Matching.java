package news.lede.command;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import news.lede.answer.Display;
import news.lede.text.NameFolding;

/**
 * Chooses what fits what is typed so far: names that begin with it, then names with a word that does, then names that contain it, then names in other languages that begin with it. When there are none, those that do so but
 * for mistakes, fewest first. Equal ones stay in the order given. Pure.
 */
final class Matching {
    /** What Discord takes, the narrower of the platforms. */
    static final int MAX_CHOICES = 25;

    static final int MAX_CHARS = 100;
    private static final int BEGINS = 0;
    private static final int WORD_BEGINS = 1;
    private static final int CONTAINS = 2;
    private static final int FOREIGN = 3;
    private static final int NO_FIT = Integer.MAX_VALUE;

    private Matching() {}

    static List<Choice> best(String typed, List<Candidate> candidates) {
        String wanted = NameFolding.fold(Display.brief(typed, MAX_CHARS));
        List<Choice> literal = best(
                candidates,
                candidate -> Math.min(
                        fewest(candidate.names(), name -> place(wanted, name)),
                        // A few letters stand within some name in some language nearly always.
                        fewest(candidate.foreign(), name -> name.startsWith(wanted) ? FOREIGN : NO_FIT)));
        return literal.isEmpty()
                ? best(
                        candidates,
                        candidate -> fewest(
                                Stream.concat(candidate.names().stream(), candidate.foreign().stream())
                                        .toList(),
                                name -> mistakes(wanted, name)))
                : literal;
    }

    private static int fewest(List<String> names, ToIntFunction<String> rank) {
        return names.stream().mapToInt(rank).min().orElse(NO_FIT);
    }

    private static List<Choice> best(List<Candidate> candidates, ToIntFunction<Candidate> rank) {
        record Ranked(Candidate candidate, int rank) {}
        return candidates.stream()
                .filter(c -> c.value().length() <= MAX_CHARS)
                .map(c -> new Ranked(c, rank.applyAsInt(c)))
                .filter(r -> r.rank() < NO_FIT)
                .sorted(Comparator.comparingInt(Ranked::rank))
                .limit(MAX_CHOICES)
                .map(r -> new Choice(
                        Display.brief(r.candidate().label(), MAX_CHARS),
                        r.candidate().value()))
                .toList();
    }

    private static int place(String wanted, String name) {
        if (name.startsWith(wanted)) {
            return BEGINS;
        }
        int first = name.indexOf(wanted);
        for (int at = first; at >= 0; at = name.indexOf(wanted, at + 1)) {
            if (!Character.isLetterOrDigit(name.codePointBefore(at))) {
                return WORD_BEGINS;
            }
        }
        return first < 0 ? NO_FIT : CONTAINS;
    }

    /** The fewest mistakes between what is typed and a word of the name, or as much of that as is typed; no fit when {@link Nearest} would not forgive them. */
    private static int mistakes(String wanted, String name) {
        return NameFolding.words(name).stream()
                .flatMap(word -> Stream.of(word, word.substring(0, Math.min(word.length(), wanted.length()))))
                .mapToInt(word -> Nearest.distance(wanted, word))
                .filter(distance -> distance <= Nearest.forgiven(wanted.length()))
                .min()
                .orElse(NO_FIT);
    }
}
