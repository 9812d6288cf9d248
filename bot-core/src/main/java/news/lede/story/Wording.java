package news.lede.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.lede.text.Language;
import news.lede.text.Name;
import news.lede.text.Names;
import news.lede.text.Token;
import news.lede.text.Tokens;

/** The names and telling words of one text, each once, in the order of the text; what they weigh is another question. */
record Wording(List<Name> names, List<Word> words) {
    /**
     * A word, or two of them where one is mostly written as two.
     *
     * @param stem the stems, parted by a space
     * @param text as first written, without a possessive ending
     * @param count how often the text has it
     */
    record Word(String stem, String text, int count) {
        private Word andAgain(Word other) {
            return new Word(stem, text, count + other.count);
        }
    }

    Wording {
        names = List.copyOf(names);
        words = List.copyOf(words);
    }

    static Wording of(String text, Language language) {
        List<Token> tokens = Tokens.of(text, language);
        return of(text, language, tokens, Names.in(text, tokens, language));
    }

    static Wording of(String text, Language language, List<Token> tokens, List<Name> names) {
        Map<String, Word> words = new LinkedHashMap<>();
        // A Vietnamese word is mostly two syllables, and each is written apart.
        List<Word> found = language.code().equals("vi") ? pairs(text, tokens) : singles(tokens);
        found.forEach(word -> words.merge(word.stem(), word, Word::andAgain));
        return new Wording(names, List.copyOf(words.values()));
    }

    private static List<Word> singles(List<Token> tokens) {
        return tokens.stream()
                .filter(Wording::isWord)
                .map(token -> new Word(token.stem(), withoutPossessive(token.text()), 1))
                .toList();
    }

    private static List<Word> pairs(String text, List<Token> tokens) {
        List<Word> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token one = tokens.get(i);
            Token next = tokens.get(i + 1);
            int end = one.span().end();
            int start = next.span().start();
            if (isWord(one) && isWord(next) && text.substring(end, start).equals(" ")) {
                String written = text.substring(one.span().start(), next.span().end());
                pairs.add(new Word(one.stem() + " " + next.stem(), written, 1));
            }
        }
        return pairs;
    }

    private static boolean isWord(Token token) {
        return token.telling() && !token.number();
    }

    private static String withoutPossessive(String word) {
        boolean possessive = word.length() > 2 && (word.endsWith("'s") || word.endsWith("\u2019s"));
        return possessive ? word.substring(0, word.length() - 2) : word;
    }
}
