package news.lede.command;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import news.lede.answer.Display;

/**
 * Chooses what fits what is typed so far: names that begin with it, then names with a word that does, then names that contain it, then those that nearly do. Equal
 * ones stay in the order given. Pure.
 */
final class Matching {
    /** What Discord takes, the narrower of the platforms. */
    static final int MAX_CHOICES = 25;

    static final int MAX_CHARS = 100;
    private static final int BEGINS = 0;
    private static final int WORD_BEGINS = 1;
    private static final int CONTAINS = 2;
    private static final int NEARLY = 3;

    private Matching() {}

    static List<Choice> best(String typed, List<Candidate> candidates) {
        String wanted = NameFolding.fold(Display.brief(typed, MAX_CHARS));
        record Ranked(Candidate candidate, int rank) {}
        return candidates.stream()
                .filter(c -> c.value().length() <= MAX_CHARS)
                .flatMap(c -> rank(wanted, c).stream().mapToObj(rank -> new Ranked(c, rank)))
                .sorted(Comparator.comparingInt(Ranked::rank))
                .limit(MAX_CHOICES)
                .map(r -> new Choice(
                        Display.brief(r.candidate().label(), MAX_CHARS),
                        r.candidate().value()))
                .toList();
    }

    private static OptionalInt rank(String wanted, Candidate candidate) {
        return candidate.names().stream()
                .mapToInt(name -> rank(wanted, name))
                .filter(rank -> rank >= 0)
                .min();
    }

    private static int rank(String wanted, String name) {
        if (name.startsWith(wanted)) {
            return BEGINS;
        }
        int at = name.indexOf(wanted);
        if (at < 0) {
            return nearly(wanted, name) ? NEARLY : -1;
        }
        for (; at >= 0; at = name.indexOf(wanted, at + 1)) {
            if (!Character.isLetterOrDigit(name.codePointBefore(at))) {
                return WORD_BEGINS;
            }
        }
        return CONTAINS;
    }

    /** Whether a word of the name, or as much of it as is typed, is the typed one but for the mistakes that {@link Nearest} forgives. */
    private static boolean nearly(String wanted, String name) {
        int forgiven = Nearest.forgiven(wanted.length());
        return forgiven > 0
                && NameFolding.words(name).stream()
                        .anyMatch(word -> Nearest.distance(wanted, word) <= forgiven
                                || word.length() > wanted.length()
                                        && Nearest.distance(wanted, word.substring(0, wanted.length())) <= forgiven);
    }
}
