package news.lede.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody asked for, in parts: words, beginnings of words, phrases. Reads double quotes and a trailing star, no other sign
 * means anything, so any text at all is a question.
 */
final class AskedWords {
    /** More words than anybody types; the rest of a pasted article is passed over. */
    private static final int MOST_PARTS = 64;

    private static final int LONGEST_TEXT = 4_000;

    /** Shorter beginnings would match much of the dictionary. */
    private static final int SHORTEST_BEGINNING = 3;

    /** Longer runs of a script without spaces are sentences rather than words. */
    private static final int LONGEST_WORD = 6;

    private static final Pattern QUOTES = Pattern.compile("[“”„‟«»＂]");
    /** Bounded and without backtracking, since a regular expression's repetitions are its stack. */
    private static final String LETTERS = "[\\p{L}\\p{M}\\p{N}]{1,200}+";

    private static final Pattern PART =
            Pattern.compile("\"([^\"]+)\"|(" + LETTERS + "(?:['’ʼ.&_-]" + LETTERS + "){0,20})(\\*?)");
    private static final Pattern NO_SPACES = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}\\p{M}ー]+");

    /** One thing to find. */
    sealed interface Part {
        /** A word in any inflection. */
        record Word(String text) implements Part {}

        /** Any word that begins so. */
        record Beginning(String text) implements Part {}

        /** These words, in this order, as they stand. */
        record Phrase(String text) implements Part {}
    }

    private AskedWords() {}

    /** The parts of {@code typed} in order. */
    static List<Part> parts(String typed) {
        String text = QUOTES.matcher(Texts.composed(cut(typed))).replaceAll("\"");
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        while (parts.size() < MOST_PARTS && matcher.find()) {
            String phrase = matcher.group(1);
            String word = matcher.group(2);
            if (phrase != null) {
                parts.add(new Part.Phrase(phrase));
            } else if (word != null) {
                addWord(parts, word, "*".equals(matcher.group(3)));
            }
        }
        return List.copyOf(parts.subList(0, Math.min(MOST_PARTS, parts.size())));
    }

    private static void addWord(List<Part> parts, String word, boolean beginning) {
        int[] signs = word.codePoints().toArray();
        if (beginning && signs.length >= SHORTEST_BEGINNING) {
            parts.add(new Part.Beginning(word));
        } else if (signs.length > LONGEST_WORD && NO_SPACES.matcher(word).matches()) {
            for (int at = 0; at + 2 <= signs.length; at++) {
                parts.add(new Part.Word(new String(signs, at, 2)));
            }
        } else {
            parts.add(new Part.Word(word));
        }
    }

    private static String cut(String typed) {
        return typed.length() <= LONGEST_TEXT ? typed : typed.substring(0, LONGEST_TEXT);
    }
}
