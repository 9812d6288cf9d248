package news.lede.text;

import java.util.ArrayList;
import java.util.List;

/** What a measure, a share or a sum of money is of, as stems of the words around it. Pure. */
final class Subjects {
    private static final int TELLING = 2;

    private Subjects() {}

    /** {@code first} and {@code end}: the lexemes of the figure with its bound; {@code reach}: how many words behind it are looked at. */
    static String of(List<Lexeme> lexemes, Language language, int first, int end, int reach) {
        StopWords stops = StopWords.of(language);
        Stemming stems = new Stemming(language);
        List<String> words = new ArrayList<>(TELLING);
        int at = first - 1;
        while (at >= 0 && words.size() < TELLING) {
            Lexeme lexeme = lexemes.get(at);
            if (lexeme.sign(";.!?") || lexeme.digits()) {
                break;
            }
            if (lexeme.word() && lexeme.folded().length() > 2 && !stops.contains(lexeme.folded())) {
                words.add(stems.stem(Folding.lower(lexeme.text(), language)));
            }
            at--;
        }
        int behind = end;
        while (behind < Math.min(lexemes.size(), end + reach)
                && lexemes.get(behind).word()) {
            Lexeme lexeme = lexemes.get(behind);
            if (lexeme.folded().length() > 2 && !stops.contains(lexeme.folded())) {
                words.add(stems.stem(Folding.lower(lexeme.text(), language)));
                break;
            }
            behind++;
        }
        words.sort(null);
        return String.join(" ", words);
    }
}
