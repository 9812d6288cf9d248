package news.lede.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits texts into words and numbers.
 *
 * <p>Where words are parted by spaces a token is a run of letters and digits, with apostrophes, hyphens and full stops inside it ("don't",
 * "Jean-Luc", "U.S.", "1,500.5"). Chinese characters and hiragana become overlapping pairs, which serve comparison as well as real words do
 * without needing a dictionary; katakana runs stay whole (they write foreign names); Thai, Lao, Khmer and Burmese are split by the JDK.
 */
public final class Tokens {
    private Tokens() {}

    /** The words and numbers of a text in order; line feeds end sentences. Pure and thread-safe. */
    public static List<Token> of(String text, Language language) {
        List<Token> tokens = new ArrayList<>(text.length() / 6 + 4);
        Stemming stems = new Stemming(language);
        int line = 0;
        while (line <= text.length()) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            String paragraph = text.substring(line, end);
            for (Span sentence : Sentences.split(paragraph, language)) {
                new Reader(text, language, stems, tokens).read(line + sentence.start(), line + sentence.end());
            }
            line = end + 1;
        }
        return tokens;
    }

    /** The same where the sentences of {@code text} are known: for each its tokens, with places in {@code text}. */
    public static List<List<Token>> of(String text, List<Span> sentences, Language language) {
        List<List<Token>> all = new ArrayList<>(sentences.size());
        Stemming stems = new Stemming(language);
        for (Span sentence : sentences) {
            List<Token> tokens = new ArrayList<>(sentence.length() / 6 + 4);
            new Reader(text, language, stems, tokens).read(sentence.start(), sentence.end());
            all.add(tokens);
        }
        return all;
    }

    /** Reads the words of one sentence. */
    private static final class Reader {
        private final String text;
        private final Language language;
        private final StopWords stopWords;
        private final Stemming stems;
        private final List<Token> out;
        private boolean first = true;

        Reader(String text, Language language, Stemming stems, List<Token> out) {
            this.text = text;
            this.language = language;
            this.stopWords = StopWords.of(language);
            this.stems = stems;
            this.out = out;
        }

        void read(int from, int to) {
            int at = from;
            while (at < to) {
                int c = text.codePointAt(at);
                if (isPaired(c)) {
                    at = readPairs(at, to);
                } else if (isDictionaryScript(c)) {
                    at = readByDictionary(at, to);
                } else if (Character.isLetterOrDigit(c)) {
                    at = readWord(at, to);
                } else {
                    at += Character.charCount(c);
                }
            }
        }

        private int readWord(int from, int to) {
            int at = from;
            boolean katakana = isKatakana(text.codePointAt(from));
            while (at < to) {
                int c = text.codePointAt(at);
                boolean letter = (Character.isLetterOrDigit(c) || isMark(c) || (katakana && c == '\u30FC'))
                        && !isPaired(c)
                        && !isDictionaryScript(c)
                        && (isKatakana(c) || c == '\u30FC') == katakana;
                if (!letter && !(isJoiner(c) && joins(at, from, to))) {
                    break;
                }
                at += Character.charCount(c);
            }
            int end = at;
            // U.S. keeps its last full stop out, so that "U.S" and "U.S." are one word.
            add(from, end);
            return Math.max(end, from + 1);
        }

        private boolean joins(int at, int from, int to) {
            if (at == from || at + 1 >= to) {
                return false;
            }
            int before = text.codePointBefore(at);
            int after = text.codePointAt(at + 1);
            char joiner = text.charAt(at);
            boolean digits = Character.isDigit(before) && Character.isDigit(after);
            return switch (joiner) {
                case '.' -> digits || (isShortAfterDot(at, to) && isShortBeforeDot(at, from));
                case ',', '\u066B', '\u066C' -> digits;
                case '-', '\u2010', '\u2011' ->
                    Character.isLetter(before) && Character.isLetterOrDigit(after) && isSpaced(after);
                default -> Character.isLetter(before) && Character.isLetter(after);
            };
        }

        // U.S, p.m: single letters parted by full stops.
        private boolean isShortBeforeDot(int at, int from) {
            return Character.isLetter(text.charAt(at - 1)) && (at - 1 == from || text.charAt(at - 2) == '.');
        }

        private boolean isShortAfterDot(int at, int to) {
            return Character.isLetter(text.charAt(at + 1))
                    && (at + 2 >= to || !Character.isLetterOrDigit(text.charAt(at + 2)));
        }

        private int readPairs(int from, int to) {
            int end = from;
            while (end < to && isPaired(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            int at = from;
            int next = at + Character.charCount(text.codePointAt(at));
            if (next == end) {
                add(from, end);
            }
            while (next < end) {
                int after = next + Character.charCount(text.codePointAt(next));
                add(at, after);
                at = next;
                next = after;
            }
            return end;
        }

        private int readByDictionary(int from, int to) {
            int end = from;
            while (end < to && (isDictionaryScript(text.codePointAt(end)) || isMark(text.codePointAt(end)))) {
                end += Character.charCount(text.codePointAt(end));
            }
            BreakIterator words = BreakIterator.getWordInstance(language.locale());
            String run = text.substring(from, end);
            words.setText(run);
            int start = words.first();
            for (int stop = words.next(); stop != BreakIterator.DONE; stop = words.next()) {
                add(from + start, from + stop);
                start = stop;
            }
            return end;
        }

        private void add(int from, int to) {
            String written = text.substring(from, to);
            int c = written.codePointAt(0);
            boolean number = Character.isDigit(c);
            String lower = Folding.lower(written, language);
            String folded = Folding.fold(lower, language);
            String stem = number ? Numbers.normalise(written, language) : stems.stem(lower);
            boolean capitalised = Character.isUpperCase(c) || Character.isTitleCase(c);
            boolean stop = stopWords.contains(lower) || !folded.equals(lower) && stopWords.contains(folded);
            out.add(new Token(new Span(from, to), written, folded, stem, capitalised, first, number, stop));
            first = false;
        }
    }

    private static boolean isJoiner(int c) {
        return c == '\''
                || c == '\u2019'
                || c == '-'
                || c == '\u2010'
                || c == '\u2011'
                || c == '.'
                || c == ','
                || c == '\u066B'
                || c == '\u066C'
                || c == '\u02BC'
                || c == '\u00B7';
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSpaced(int c) {
        return !isPaired(c) && !isDictionaryScript(c);
    }

    private static boolean isPaired(int c) {
        return c > 0x2E7F
                && c != 0x30FC
                && switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA -> true;
                    default -> false;
                };
    }

    private static boolean isKatakana(int c) {
        return c > 0x30A0 && Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA;
    }

    private static boolean isDictionaryScript(int c) {
        return c > 0x0E00
                && c < 0x17FF
                && switch (Character.UnicodeScript.of(c)) {
                    case THAI, LAO, KHMER, MYANMAR -> Character.isLetter(c);
                    default -> false;
                };
    }
}
