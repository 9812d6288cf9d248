package news.lede.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.text.Token;

/**
 * Somebody must not stand where the evidence has another: between the same neighbours, a name or "the mayor" that the evidence has nowhere in place of a name that the text has nowhere. Asked
 * of languages that write names with capitals.
 */
final class ReplacementCheck {
    private static final Set<String> UNTOLD = Set.of("zh", "ja", "ar", "fa", "he", "ur", "de");
    private static final int LONGEST = 3;
    private static final int SAME_START = 4;

    private ReplacementCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        if (UNTOLD.contains(said.language().code())) {
            return List.of();
        }
        Set<String> here = forms(said);
        Set<String> there = forms(known);
        for (List<Token> sentence : said.sentences()) {
            for (int left = -1; left < sentence.size() - 1; left++) {
                for (int length = 1; length <= LONGEST && left + length < sentence.size(); length++) {
                    List<Token> put = sentence.subList(left + 1, left + 1 + length);
                    if (left + 1 + length > sentence.size()
                            || !somebody(put, there, said.language().code())) {
                        continue;
                    }
                    if (stands(sentence, left, left + 1 + length, known, here)) {
                        return List.of(new Refusal(Kind.NAME, text(put)));
                    }
                }
            }
        }
        return List.of();
    }

    /** Whether the evidence has other words between the two neighbours, which the text does not have. */
    private static boolean stands(List<Token> sentence, int left, int right, Passage known, Set<String> here) {
        for (List<Token> other : known.sentences()) {
            for (int from = -1; from < other.size() - 1; from++) {
                if (!sameNeighbour(sentence, left, other, from)) {
                    continue;
                }
                for (int length = 1; length <= LONGEST && from + length < other.size(); length++) {
                    if (sameNeighbour(sentence, right, other, from + 1 + length)
                            && anchored(sentence, left, right)
                            && own(other.subList(from + 1, from + 1 + length), here).stream()
                                    .anyMatch(token -> token.capitalised() && !token.sentenceInitial())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The same word, or the same end of the sentence. */
    private static boolean sameNeighbour(List<Token> one, int i, List<Token> other, int j) {
        boolean end = i < 0 || i >= one.size();
        boolean otherEnd = j < 0 || j >= other.size();
        if (end || otherEnd) {
            return end && otherEnd && (i < 0) == (j < 0);
        }
        return one.get(i).folded().equals(other.get(j).folded());
    }

    /** At least one neighbour tells something. */
    private static boolean anchored(List<Token> sentence, int left, int right) {
        return left >= 0 && sentence.get(left).telling()
                || right < sentence.size() && sentence.get(right).telling();
    }

    /** Names and what has an article, as far as {@code others} have them nowhere. */
    private static boolean somebody(List<Token> put, Set<String> others, String language) {
        List<Token> own = own(put, others);
        boolean article = RoleWords.isArticle(put.getFirst().folded(), language);
        return own.stream().anyMatch(token -> token.capitalised() || article);
    }

    private static List<Token> own(List<Token> tokens, Set<String> others) {
        return tokens.stream()
                .filter(token -> token.telling()
                        && !token.number()
                        && !isAcronym(token)
                        && !ReportingVerbs.contains(token.folded())
                        && !SayingWords.ACCORDING_TO.contains(token.folded())
                        && !isIn(token, others))
                .toList();
    }

    /** "UN" may stand for "United Nations"; {@link NameCheck} knows. */
    private static boolean isAcronym(Token token) {
        return token.text().length() > 1 && token.text().chars().allMatch(c -> c == '.' || Character.isUpperCase(c));
    }

    private static boolean isIn(Token token, Set<String> forms) {
        if (forms.contains(SameWords.stem(token)) || forms.contains(token.folded())) {
            return true;
        }
        String word = token.folded();
        return word.length() >= SAME_START
                && forms.stream()
                        .anyMatch(form -> form.length() >= SAME_START && form.regionMatches(0, word, 0, SAME_START));
    }

    private static Set<String> forms(Passage passage) {
        Set<String> forms = new HashSet<>(passage.forms());
        passage.tokens().forEach(token -> forms.add(SameWords.stem(token)));
        return forms;
    }

    private static String text(List<Token> tokens) {
        return String.join(" ", tokens.stream().map(Token::text).toList());
    }
}
