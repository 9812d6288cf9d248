package news.lede.story;

import java.util.List;
import java.util.Set;
import news.lede.story.Beginning.Sentence;
import news.lede.text.Figure;
import news.lede.text.Figures;
import news.lede.text.Language;
import news.lede.text.Token;

/** Cuts a figure out of its sentence with the words that say how it is meant and what it counts: "at least 14 people were killed". Verbatim. Pure. */
final class FigurePhrase {
    private static final int WORDS_BEHIND = 4;
    private static final int WORDS_BEFORE = 3;
    private static final int LONGEST = 60;

    /** Small words that may stand within such a phrase; any other ends it. */
    private static final Set<String> WITHIN = Set.of(
            "were", "was", "are", "is", "have", "been", "had", "has", "sind", "wurden", "worden", "waren", "ont", "ete",
            "sont", "han", "sido", "fueron", "foram", "sono", "stati", "werden", "zijn", "of", "bi", "da");

    private FigurePhrase() {}

    static String of(Figure figure, Sentence sentence, Language language) {
        int from = start(figure, sentence, language);
        return sentence.text().substring(from, end(figure, sentence, from));
    }

    /** Where the words begin without which the figure would be an exact one. */
    private static int start(Figure figure, Sentence sentence, Language language) {
        int from = figure.span().start();
        if (figure.bound() == Figure.Bound.EXACT) {
            return from;
        }
        List<Token> before = sentence.tokens().stream()
                .filter(token -> token.span().end() <= from)
                .toList();
        for (int i = before.size() - 1; i >= Math.max(0, before.size() - WORDS_BEFORE); i--) {
            int start = before.get(i).span().start();
            String part = sentence.text().substring(start, figure.span().end());
            if (Figures.in(part, language).stream().anyMatch(same -> same.bound() == figure.bound())) {
                return start;
            }
        }
        return from;
    }

    private static int end(Figure figure, Sentence sentence, int start) {
        int end = figure.span().end();
        int at = end;
        int words = 0;
        for (Token token : sentence.tokens()) {
            int from = token.span().start();
            if (from < figure.span().end()) {
                continue;
            }
            // Chinese words are pairs that overlap.
            String gap = sentence.text().substring(Math.min(at, from), from);
            boolean apart = !gap.isBlank() && !gap.equals("-");
            boolean small = token.stop() && !WITHIN.contains(token.folded());
            if (apart
                    || small
                    || token.number()
                    || words == WORDS_BEHIND
                    || token.span().end() - start > LONGEST) {
                break;
            }
            at = token.span().end();
            words++;
            if (!token.stop()) {
                end = at;
            }
        }
        return end;
    }
}
