package news.lede.story;

import java.util.ArrayList;
import java.util.List;
import news.lede.text.Figure;
import news.lede.text.Figures;
import news.lede.text.Language;
import news.lede.text.Token;
import news.lede.text.Tokens;

/** What one wording has that another has not: {@code gone} and {@code come}, words in order. Pure. */
record Rewording(List<Token> gone, List<Token> come, String before, String after, Language language) {
    static Rewording of(String before, String after, Language language) {
        List<Token> gone = new ArrayList<>(Tokens.of(before, language));
        List<Token> come = new ArrayList<>();
        for (Token token : Tokens.of(after, language)) {
            boolean kept = false;
            for (int i = 0; i < gone.size() && !kept; i++) {
                if (gone.get(i).stem().equals(token.stem())) {
                    gone.remove(i);
                    kept = true;
                }
            }
            if (!kept) {
                come.add(token);
            }
        }
        return new Rewording(List.copyOf(gone), List.copyOf(come), before, after, language);
    }

    /** Whether nothing but spelling, small words and {@code marks} of the publisher changed. */
    boolean trivial(CorrectionWords words) {
        List<Token> telling = telling(gone, words);
        List<Token> other = telling(come, words);
        if (negates()) {
            return false;
        }
        if (telling.size() != other.size()) {
            return telling.isEmpty() && other.isEmpty();
        }
        for (int i = 0; i < telling.size(); i++) {
            if (!misspelt(telling.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word came or went that takes back what stands beside it. */
    boolean negates() {
        OutcomeWords words = OutcomeWords.of(language);
        return gone.stream().anyMatch(token -> words.hedges(words.key(token)))
                != come.stream().anyMatch(token -> words.hedges(words.key(token)));
    }

    /** Whether a quantity came in the place of another. */
    boolean quantityChanged() {
        return hasQuantity(before, gone) && hasQuantity(after, come);
    }

    /** Whether a name came in the place of another; what may be mere spelling is none. */
    boolean nameChanged() {
        List<Token> names = gone.stream().filter(Rewording::named).toList();
        List<Token> others = come.stream().filter(Rewording::named).toList();
        return !names.isEmpty()
                && names.size() == others.size()
                && names.stream().noneMatch(name -> others.stream().anyMatch(other -> misspelt(name, other)));
    }

    private static boolean named(Token token) {
        return token.capitalised() && !token.sentenceInitial() && !token.stop();
    }

    private boolean hasQuantity(String text, List<Token> of) {
        return Figures.in(text, language).stream()
                .filter(Figure::quantity)
                .anyMatch(figure -> of.stream()
                        .anyMatch(token -> token.span().start() >= figure.span().start()
                                && token.span().start() < figure.span().end()));
    }

    private static List<Token> telling(List<Token> tokens, CorrectionWords words) {
        return tokens.stream()
                .filter(token -> token.telling() && !words.marks().contains(token.folded()))
                .toList();
    }

    /** Two letters more, fewer or other make a slip in a long word; in a name and in a short word one does, since many names are near each other. */
    private static boolean misspelt(Token one, Token other) {
        if (one.number() || other.number()) {
            return false;
        }
        int shorter = Math.min(one.folded().length(), other.folded().length());
        int slips = shorter < 4 ? 0 : named(one) && named(other) || shorter < 7 ? 1 : 2;
        return distance(one.folded(), other.folded()) <= slips;
    }

    /** Letters to insert, remove, replace or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + same);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
