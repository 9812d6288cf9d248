package news.lede.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.lede.text.NameFolding;

/**
 * Guesses which known name somebody meant who mistyped it. Names are compared folded; a swap of neighbours counts as one mistake, like a letter too many, too few or wrong. One
 * mistake is forgiven in words up to five letters, two up to nine, three beyond, none in words of one or two letters.
 */
final class Nearest {
    /** Longer than any name: comparing takes the product of both lengths. */
    private static final int MAX_LENGTH = 64;

    private Nearest() {}

    /** The name meant, if one is near enough; the first of equally near ones. */
    static Optional<String> of(String typed, Collection<String> names) {
        return all(typed, names).stream().findFirst();
    }

    /** All names near enough, nearest first. */
    static List<String> all(String typed, Collection<String> names) {
        String folded = NameFolding.fold(typed);
        record Near(String name, int distance) {}
        List<Near> near = new ArrayList<>();
        for (String name : names) {
            String known = NameFolding.fold(name);
            int distance = distance(folded, known);
            if (distance <= forgiven(Math.min(folded.length(), known.length()))) {
                near.add(new Near(name, distance));
            }
        }
        return near.stream()
                .sorted(Comparator.comparingInt(Near::distance))
                .map(Near::name)
                .toList();
    }

    /** How many mistakes are forgiven in a word of {@code length} letters. */
    static int forgiven(int length) {
        if (length < 3) {
            return 0;
        }
        return length <= 5 ? 1 : length <= 9 ? 2 : 3;
    }

    /** Mistakes between two words (optimal string alignment); more than any forgiven number when one of them is no name by its length. */
    static int distance(String a, String b) {
        if (a.length() > MAX_LENGTH || b.length() > MAX_LENGTH || Math.abs(a.length() - b.length()) > 3) {
            return MAX_LENGTH;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int least = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                row[j] = swapped ? Math.min(least, beforeLast[j - 2] + 1) : least;
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
