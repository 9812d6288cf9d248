package news.lede.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.text.Token;

/** Finds who speaks beside a verb that reports, as far as word order and commas tell. */
final class Speakers {
    private static final int BEFORE = 6;
    private static final int AFTER = 5;
    private static final int SHORT_REST = 4;

    private Speakers() {}

    /** Whether the clause ends before the verb, and no colon follows: then its speaker stands behind. Auxiliaries before the verb belong to it ("a déclaré"). */
    static boolean standsBehind(String text, List<Token> sentence, int verb) {
        int first = verb;
        while (first > 0
                && sentence.get(first - 1).stop()
                && isOpen(text, sentence.get(first - 1), sentence.get(first))) {
            first--;
        }
        boolean closed = first > 0 && !isOpen(text, sentence.get(first - 1), sentence.get(first));
        int end = sentence.get(verb).span().end();
        int next = verb + 1 < sentence.size() ? sentence.get(verb + 1).span().start() : text.length();
        boolean colon = text.substring(end, next).contains(":");
        boolean relative = SayingWords.RELATIVE.contains(sentence.get(first).folded());
        return closed && !colon && !relative && (verb - first) <= 2;
    }

    /** "the pilot, Anna Reuss, told reporters": the comma closes no clause. */
    static boolean namedBefore(List<Token> sentence, int verb) {
        int at = verb - 1;
        // "ông Vĩnh, cho biết", "X, a déclaré"
        while (at > 0 && verb - at <= 1 && sentence.get(at).stop()) {
            at--;
        }
        return at >= 0 && isName(sentence.get(at));
    }

    static boolean namedBehind(List<Token> sentence, int verb) {
        return sentence.subList(verb + 1, Math.min(sentence.size(), verb + 1 + AFTER)).stream()
                .anyMatch(Speakers::isName);
    }

    static boolean isName(Token token) {
        return token.capitalised() && !token.stop();
    }

    static boolean isOpen(String text, Token one, Token two) {
        return text.substring(one.span().end(), two.span().start()).isBlank();
    }

    /** "Aker, who led the trial, said": who stands before what is told of them. */
    static Set<String> described(Passage passage, List<Token> sentence, int verb) {
        for (int i = verb - 1; i > 0; i--) {
            if (SayingWords.RELATIVE.contains(sentence.get(i).folded())
                    && passage.between(sentence.get(i - 1), sentence.get(i)).contains(",")) {
                return named(sentence, Math.max(0, i - SHORT_REST), i);
            }
        }
        return Set.of();
    }

    static Set<String> nearestBefore(Passage passage, List<Token> sentence, int verb) {
        int from = Math.max(0, verb - BEFORE);
        // "off Pell Island on Sunday, the coastguard said"
        boolean telling = false;
        boolean apposition = passage.between(sentence.get(Math.max(0, verb - 1)), sentence.get(verb))
                .contains(",");
        for (int i = verb - 1; i > from && !apposition; i--) {
            telling |= sentence.get(i).telling();
            if (telling && passage.between(sentence.get(i - 1), sentence.get(i)).contains(",")) {
                from = i;
            }
        }
        // In Turkish who says it may stand first, with a comma behind, and the verb last.
        if (passage.language().code().equals("tr") && verb - from >= SHORT_REST - 1) {
            int comma = 1;
            while (comma < verb
                    && !passage.between(sentence.get(comma - 1), sentence.get(comma))
                            .contains(",")) {
                comma++;
            }
            if (comma < verb) {
                return named(sentence, 0, comma);
            }
        }
        List<Token> window = sentence.subList(from, verb);
        // "the slide in Monte Fresco, and rescuers say"
        if (window.size() > 2
                && SayingWords.AND.contains(window.get(window.size() - 2).folded())
                && window.getLast().telling()
                && !window.getLast().capitalised()) {
            return Set.of(window.getLast().stem());
        }
        Set<String> names = new HashSet<>();
        for (int i = window.size() - 1; i >= 0; i--) {
            Token token = window.get(i);
            if (token.capitalised() && !token.stop()) {
                names.add(token.stem());
            } else if (!names.isEmpty()) {
                // "Lawyers for Corra Whitlock"
                if (SayingWords.OF.contains(token.folded())
                        && i > 0
                        && window.get(i - 1).telling()) {
                    names.add(window.get(i - 1).stem());
                }
                return names;
            }
        }
        if (!names.isEmpty()) {
            return names;
        }
        // "the ministry said": nothing stands between; in "the bridge is safe, said Brandt" a comma does.
        boolean beside = !window.isEmpty()
                && sentence.get(verb).span().start() - window.getLast().span().end() == 1;
        for (int i = window.size() - 1; i >= 0 && beside; i--) {
            Token token = window.get(i);
            if (token.telling() && !SayingWords.NOT_SPEAKERS.contains(token.folded())) {
                return from > Math.max(0, verb - BEFORE) ? stems(sentence, from, verb) : Set.of(token.stem());
            }
        }
        return Set.of();
    }

    static Set<String> named(List<Token> sentence, int from, int to) {
        Set<String> names = new HashSet<>();
        for (Token token : sentence.subList(Math.min(from, sentence.size()), to)) {
            if (token.telling() && (token.capitalised() || names.isEmpty())) {
                names.add(token.stem());
            }
        }
        return names;
    }

    static Set<String> stems(List<Token> sentence, int from, int to) {
        return sentence.subList(from, to).stream()
                .filter(Token::telling)
                .map(Token::stem)
                .collect(Collectors.toSet());
    }
}
