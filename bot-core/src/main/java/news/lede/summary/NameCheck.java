package news.lede.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.text.Name;
import news.lede.text.Names;
import news.lede.text.Token;

/**
 * A name must stand in the evidence, and names must not be put together from parts of two. Names are told by their capitals; at the start of a sentence, where a capital says nothing, a word that the evidence does not
 * have is taken for a name when it may have replaced one.
 */
final class NameCheck {
    private static final Pattern ORDINARY_ENDING =
            Pattern.compile(".{2,}(?:ers|ors|als|ists|ents|ants|ians|ies|ons|ives|ing|ed|ly|ice|men|ung)$");
    private static final int CLOSE = 3;
    private static final int SHORTEST_STEM = 4;

    private NameCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        Set<String> forms = known.forms();
        Set<String> refused = new LinkedHashSet<>();
        boolean nounsHaveCapitals = said.language().code().equals("de");
        if (nounsHaveCapitals) {
            Names.in(said.text(), said.tokens(), said.language()).stream()
                    // A run may begin with an ordinary noun: "Stadt Norby".
                    .filter(name -> List.of(name.key().split(" ")).stream().noneMatch(word -> isKnown(word, forms)))
                    .map(Name::text)
                    .forEach(refused::add);
            refused.addAll(replaced(said, known, forms));
            said.sentences().forEach(sentence -> unknownPairs(sentence, forms).forEach(refused::add));
        }
        for (List<Token> sentence : said.sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                Token token = sentence.get(i);
                if (!isCapitalised(token)
                        || isKnown(token.folded(), forms)
                        || isInitials(token, known)
                        || isSpeltOut(sentence, i, known)) {
                    continue;
                }
                if (token.sentenceInitial()) {
                    boolean run = i + 1 < sentence.size() && isCapitalised(sentence.get(i + 1)) && !nounsHaveCapitals;
                    if (run
                            || (mayReplaceName(said, known)
                                    && !ORDINARY_ENDING.matcher(token.folded()).matches())) {
                        refused.add(token.text());
                    }
                } else if (!nounsHaveCapitals) {
                    refused.add(token.text());
                }
            }
        }
        refused.addAll(mixed(said, known));
        return refused.stream().map(name -> new Refusal(Kind.NAME, name)).toList();
    }

    /** In German, where every noun has a capital: two words together that the evidence has neither of. */
    private static List<String> unknownPairs(List<Token> sentence, Set<String> forms) {
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < sentence.size(); i++) {
            Token one = sentence.get(i - 1);
            Token two = sentence.get(i);
            boolean together = two.span().start() - one.span().end() == 1;
            if (together
                    && isCapitalised(one)
                    && isCapitalised(two)
                    && !one.sentenceInitial()
                    && !isKnown(one.folded(), forms)
                    && !isKnown(two.folded(), forms)) {
                pairs.add(one.text() + " " + two.text());
            }
        }
        return pairs;
    }

    /** "Land Altwerder" where the evidence has "Land Ostmark", which the text has nowhere. */
    private static List<String> replaced(Passage said, Passage known, Set<String> forms) {
        Set<String> here = said.forms();
        List<String> replaced = new ArrayList<>();
        for (List<Token> sentence : said.sentences()) {
            for (int i = 1; i < sentence.size(); i++) {
                Token one = sentence.get(i - 1);
                Token two = sentence.get(i);
                if (isCapitalised(one)
                        && isCapitalised(two)
                        && !isKnown(two.folded(), forms)
                        && known.sentences().stream().anyMatch(other -> follows(one, other, here))) {
                    replaced.add(two.text());
                }
            }
        }
        return replaced;
    }

    private static boolean follows(Token one, List<Token> sentence, Set<String> here) {
        for (int i = 1; i < sentence.size(); i++) {
            if (sentence.get(i - 1).stem().equals(one.stem())
                    && isCapitalised(sentence.get(i))
                    && !isKnown(sentence.get(i).folded(), here)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCapitalised(Token token) {
        return token.capitalised() && !token.stop() && token.folded().length() > 1;
    }

    /** Also as the stem of a longer or shorter form: "Norland" for "Norlandic", "Okafor" for "Okafors". */
    private static boolean isKnown(String word, Set<String> forms) {
        String bare = word.replaceAll("'s?$", "");
        if (forms.contains(word) || forms.contains(bare)) {
            return true;
        }
        for (String form : forms) {
            if (isInflected(bare, form)) {
                return true;
            }
            if (form.length() >= SHORTEST_STEM
                    && bare.length() >= SHORTEST_STEM
                    && (form.startsWith(bare) || bare.startsWith(form))) {
                return true;
            }
        }
        return false;
    }

    /** "Вера", "Веры": short names of languages that inflect them. */
    private static boolean isInflected(String word, String form) {
        int shorter = Math.min(word.length(), form.length());
        return shorter >= SHORTEST_STEM
                && Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.CYRILLIC
                && Math.abs(word.length() - form.length()) <= 2
                && word.regionMatches(0, form, 0, shorter - 1);
    }

    /** "UN" for "United Nations". */
    private static boolean isInitials(Token token, Passage known) {
        String letters = token.text().replace(".", "");
        if (letters.length() < 2 || !letters.chars().allMatch(Character::isUpperCase)) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        for (Token other : known.tokens()) {
            if (isCapitalised(other)) {
                initials.append(other.text().charAt(0));
            } else if (!other.stop()) {
                initials.append(' ');
            }
        }
        return initials.indexOf(letters) >= 0;
    }

    /** "United Nations" for "UN". */
    private static boolean isSpeltOut(List<Token> sentence, int at, Passage known) {
        int from = at;
        while (from > 0 && isCapitalised(sentence.get(from - 1))) {
            from--;
        }
        StringBuilder initials = new StringBuilder();
        for (int i = from; i < sentence.size() && isCapitalised(sentence.get(i)); i++) {
            initials.append(sentence.get(i).text().charAt(0));
        }
        return initials.length() > 1
                && known.tokens().stream()
                        .map(token -> token.text().replace(".", ""))
                        .anyMatch(letters -> letters.contentEquals(initials));
    }

    /** Whether a name of the evidence is missing in the text, so that another word may stand in its place. */
    private static boolean mayReplaceName(Passage said, Passage known) {
        Set<String> forms = said.forms();
        return known.tokens().stream()
                .anyMatch(token -> isCapitalised(token)
                        && (!token.sentenceInitial() || isNameAtStart(token, known))
                        && !isKnown(token.folded(), forms));
    }

    /** A first word of a sentence that is not an ordinary word elsewhere: we cannot know, so it may be one. */
    private static boolean isNameAtStart(Token token, Passage known) {
        return known.tokens().stream()
                .noneMatch(other -> !other.capitalised() && other.stem().equals(token.stem()));
    }

    /** Two words that stand together in the text but belong to different names of the evidence. */
    private static List<String> mixed(Passage said, Passage known) {
        List<String> mixed = new ArrayList<>();
        for (List<Token> sentence : said.sentences()) {
            for (int i = 1; i < sentence.size(); i++) {
                Token one = sentence.get(i - 1);
                Token two = sentence.get(i);
                boolean together = two.span().start() - one.span().end() == 1;
                boolean ordinary = one.sentenceInitial()
                        && known.tokens().stream()
                                .anyMatch(t -> !t.capitalised() && t.folded().equals(one.folded()));
                if (together && !ordinary && isCapitalised(one) && isCapitalised(two) && apart(one, two, known)) {
                    mixed.add(one.text() + " " + two.text());
                }
            }
        }
        return mixed;
    }

    private static boolean apart(Token one, Token two, Passage known) {
        Set<Integer> ones = new HashSet<>();
        Set<Integer> twos = new HashSet<>();
        for (int i = 0; i < known.tokens().size(); i++) {
            Token token = known.tokens().get(i);
            if (token.capitalised() && token.stem().equals(one.stem())) {
                ones.add(i);
            }
            if (token.capitalised() && token.stem().equals(two.stem())) {
                twos.add(i);
            }
        }
        boolean close = ones.stream().anyMatch(a -> twos.stream().anyMatch(b -> Math.abs(a - b) <= CLOSE));
        return !ones.isEmpty() && !twos.isEmpty() && !close;
    }
}
