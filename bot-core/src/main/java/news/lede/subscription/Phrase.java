package news.lede.subscription;

import java.util.List;

/**
 * Parts that stand together, one behind the other. Found by the method of Knuth, Morris and Pratt: what was compared once tells how far to move on, so a text is walked through once. Immutable.
 */
final class Phrase {
    private final String[] atoms;
    /** For each number of parts that fit: how many of them begin the phrase too, behind the first. */
    private final int[] borders;

    /** {@code atoms}: at least one. */
    Phrase(List<String> atoms) {
        this.atoms = atoms.toArray(String[]::new);
        // The last part may be open, and then equals nothing: only those before it are fitted by their borders.
        this.borders = borders(this.atoms, this.atoms.length - 1);
    }

    int length() {
        return atoms.length;
    }

    String last() {
        return atoms[atoms.length - 1];
    }

    private static int[] borders(String[] atoms, int length) {
        int[] borders = new int[length + 1];
        int border = 0;
        for (int i = 1; i < length; i++) {
            while (border > 0 && !atoms[i].equals(atoms[border])) {
                border = borders[border];
            }
            if (atoms[i].equals(atoms[border])) {
                border++;
            }
            borders[i + 1] = border;
        }
        return borders;
    }

    /** Whether it stands in {@code text}; {@code open}: its last part may go on. */
    boolean standsIn(String[] text, boolean open, FilterText.Steps steps) {
        int head = atoms.length - 1;
        int fit = 0;
        for (String atom : text) {
            if (fit == head) {
                steps.one();
                if (open ? atom.startsWith(last()) : atom.equals(last())) {
                    return true;
                }
                fit = borders[head];
            }
            fit = advance(fit, atom, steps);
        }
        return false;
    }

    /** How many parts of the head fit when {@code atom} comes behind {@code fit} that do; below the whole head before it comes. */
    private int advance(int fit, String atom, FilterText.Steps steps) {
        int now = fit;
        steps.one();
        while (now > 0 && !atoms[now].equals(atom)) {
            steps.one();
            now = borders[now];
        }
        return atoms[now].equals(atom) ? now + 1 : 0;
    }
}
